package org.entraide.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.build.Stories;
import org.entraide.people.IdentitiesFixture;
import org.entraide.people.identity.PersonIdentities.IdentityRow;
import org.entraide.people.identity.PersonIdentities.KnownPeople;
import org.entraide.people.identity.PersonIdentities.RecognisedPeople;
import org.entraide.people.identity.PersonIdentities.RowOwner;
import org.entraide.people.profile.Profile;
import org.entraide.people.reference.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Stories(few = 12)
class PersonIdentitiesTest extends IdentitiesFixture {

  private static List<IdentityEvidence> evidence(RecognisedPeople result) {
    return result.rows().stream().map(RowOwner::evidence).toList();
  }

  @Test
  void newPeopleGetReferencesOfTheirOwn() {
    RecognisedPeople result = assign(KnownPeople.NOTHING, marie, paul);
    assertThat(evidence(result)).containsExactly(IdentityEvidence.NEW, IdentityEvidence.NEW);
    assertThat(new HashSet<>(refs(result))).hasSize(2).allMatch(Reference::isValid);
    assertThat(result.people()).hasSize(2).allMatch(p -> p.messages().isEmpty());
  }

  @Test
  void aSortedSheetChangesNobody() {
    RecognisedPeople result = assign(both, showing(paul, 1, "73E2M"), showing(marie, 2, "7KQ47"));
    assertThat(refs(result)).containsExactly("73E2M", "7KQ47");
    assertThat(evidence(result)).containsExactly(IdentityEvidence.KNOWN, IdentityEvidence.KNOWN);
  }

  @Test
  void aReferenceColumnSortedApartFromTheContentIsCorrected() {
    RecognisedPeople result = assign(both, showing(marie, 1, "73E2M"), showing(paul, 2, "7KQ47"));
    assertThat(refs(result)).containsExactly("7KQ47", "73E2M");
    assertThat(evidence(result))
        .containsExactly(IdentityEvidence.CORRECTED, IdentityEvidence.CORRECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Paul", "7KQ48", "ZZZZZ", "🙂"})
  void aReferenceThatWasClearedOrSpoiltIsRestored(String shown) {
    RecognisedPeople result = assign(both, showing(marie, 1, shown));
    assertThat(refs(result)).containsExactly("7KQ47");
    assertThat(evidence(result)).containsExactly(IdentityEvidence.RESTORED);
  }

  @Test
  void aKnownReferenceBesideUnknownContentIsAnEditedAnswer() {
    IdentityRow edited = entry(1, "7KQ47", who(day(9), "Marie Dupond", "new@example.org", null));
    RecognisedPeople result = assign(both, edited, showing(paul, 2, "73E2M"));
    assertThat(refs(result)).containsExactly("7KQ47", "73E2M");
    assertThat(evidence(result)).containsExactly(IdentityEvidence.EDITED, IdentityEvidence.KNOWN);
  }

  @Test
  void aReferenceWhoseOwnContentIsElsewhereIsNotTakenFromIt() {
    IdentityRow copyMadeAnother = entry(3, "7KQ47", who(day(9), "Luc", "luc@example.org", null));
    RecognisedPeople result = assign(both, copyMadeAnother, showing(marie, 1, "7KQ47"));
    assertThat(evidence(result)).containsExactly(IdentityEvidence.NEW, IdentityEvidence.KNOWN);
    assertThat(refs(result).get(0)).isNotEqualTo("7KQ47").isNotEqualTo("73E2M");
  }

  @Test
  void aReferenceThatWasNeverGivenIsNotTrusted() {
    RecognisedPeople result = assign(KnownPeople.NOTHING, showing(marie, 1, "7KQ47"));
    assertThat(evidence(result)).containsExactly(IdentityEvidence.NEW);
    assertThat(refs(result)).doesNotContain("7KQ47");
  }

  @Test
  void aCopiedRowIsNotASecondPerson() {
    RecognisedPeople result =
        assign(both, showing(marie, 1, "7KQ47"), showing(marie, 5, "7KQ47"), showing(marie, 3, ""));
    assertThat(refs(result)).containsOnly("7KQ47");
    assertThat(evidence(result))
        .containsExactly(IdentityEvidence.COPY, IdentityEvidence.KNOWN, IdentityEvidence.COPY);
    assertThat(result.rows()).extracting(RowOwner::counts).containsExactly(false, true, false);
    assertThat(result.rows()).extracting(RowOwner::countingRow).containsOnly(5);
    Person person = result.people().get(0);
    assertThat(person.row()).isEqualTo(5);
    assertThat(person.duplicateRows()).containsExactly(1, 3);
    assertThat(keys(result.rows().get(0).messages())).containsExactly("people.duplicate.copy");
    assertThat(result.rows().get(0).messages().get(0).args())
        .containsEntry("row", 6)
        .containsEntry("copied", 6);
    assertThat(keys(person.messages())).containsExactly("people.copied");
  }

  @Test
  void aCopyOfAnOlderAnswerTellsOfBothRows() {
    IdentityRow again = entry(1, "", who(day(8), "dupont MARIE", "MARIE@example.org", null));
    RecognisedPeople result =
        assign(both, again, showing(marie, 2, "7KQ47"), showing(marie, 3, "7KQ47"));
    assertThat(keys(result.rows().get(0).messages())).containsExactly("people.answered-again");
    assertThat(keys(result.rows().get(1).messages()))
        .containsExactly("people.duplicate.copy.older");
    assertThat(result.rows().get(1).messages().get(0).args())
        .containsEntry("copied", 4)
        .containsEntry("row", 2);
    assertThat(keys(result.rows().get(2).messages())).containsExactly("people.duplicate");
  }

  @Test
  void theLaterAnswerCountsAndWaitingBeganWithTheFirst() {
    IdentityRow again = entry(1, "", who(day(8), "dupont MARIE", "MARIE@example.org", null));
    RecognisedPeople result = assign(both, again, showing(marie, 2, "7KQ47"));
    assertThat(refs(result)).containsOnly("7KQ47");
    assertThat(evidence(result))
        .containsExactly(IdentityEvidence.ANSWERED_AGAIN, IdentityEvidence.KNOWN);
    assertThat(result.rows()).extracting(RowOwner::counts).containsExactly(true, false);
    Person person = result.people().get(0);
    assertThat(person.firstAnswer()).isEqualTo(day(1));
    assertThat(person.profile().timestamp()).isEqualTo(day(8));
    assertThat(keys(person.messages())).containsExactly("people.answered-again");
  }

  @Test
  void ofTwoAnswersOfOneMomentTheLowerCounts() {
    IdentityRow above = entry(4, "", who(day(1), "Marie", MARIE_MAIL, PHONE));
    IdentityRow below = entry(7, "", who(day(1), "Marie", MARIE_MAIL, null));
    assertThat(assign(KnownPeople.NOTHING, below, above).people().get(0).row()).isEqualTo(7);
  }

  @Test
  void anAnswerTypedWithoutATimeCountsLessThanOneThatHasIt() {
    IdentityRow typed = entry(9, "", who(null, "Marie Dupont", MARIE_MAIL, null));
    Person person = assign(KnownPeople.NOTHING, marie, typed).people().get(0);
    assertThat(person.row()).isEqualTo(1);
    assertThat(person.firstAnswer()).isEqualTo(day(1));
  }

  @Test
  void aFormLinkedAnewReplaysItsAnswersAndDoublesNobody() {
    RecognisedPeople result = assign(both, showing(marie, 11, ""), showing(paul, 12, ""));
    assertThat(refs(result)).containsExactly("7KQ47", "73E2M");
    assertThat(evidence(result))
        .containsExactly(IdentityEvidence.RESTORED, IdentityEvidence.RESTORED);
  }

  @Test
  void answersWithoutAnyContactAreSeparateUnlessTheyAreCopies() {
    IdentityRow one = entry(1, "", who(day(1), "Marie", null, null));
    IdentityRow copy = entry(2, "", who(day(1), "Marie", null, null));
    IdentityRow other = entry(3, "", who(day(2), "Marie", null, null));
    assertThat(assign(KnownPeople.NOTHING, one, copy, other).people()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theOrderOfRowsDecidesNothing(long seed) {
    Random random = new Random(seed);
    List<IdentityRow> entries = randomEntries(random, 300);
    RecognisedPeople firstResult =
        PersonAssignment.assign(entries, KnownPeople.NOTHING, new Random(7));
    KnownPeople known = remember(firstResult, entries.subList(0, 200));

    Map<Integer, String> expected = byRow(PersonAssignment.assign(entries, known, new Random(8)));
    List<IdentityRow> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    assertThat(byRow(PersonAssignment.assign(shuffled, known, new Random(8)))).isEqualTo(expected);
    Set<String> people = new HashSet<>(expected.values());
    assertThat(PersonAssignment.assign(shuffled, known, new Random(8)).people())
        .extracting(Person::ref)
        .doesNotHaveDuplicates()
        .hasSameElementsAs(people);
  }

  private static Map<Integer, String> byRow(RecognisedPeople result) {
    return result.rows().stream().collect(Collectors.toMap(RowOwner::row, RowOwner::ref));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void aSecondLookAtAnUnchangedSheetChangesNothing(long seed) {
    List<IdentityRow> entries = randomEntries(new Random(seed), 300);
    RecognisedPeople first = PersonAssignment.assign(entries, KnownPeople.NOTHING, new Random(1));
    List<IdentityRow> shown = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      shown.add(showing(entries.get(i), entries.get(i).row(), first.rows().get(i).ref()));
    }
    RecognisedPeople second =
        PersonAssignment.assign(shown, remember(first, entries), new Random(99));
    assertThat(refs(second)).isEqualTo(refs(first));
    assertThat(evidence(second)).isSubsetOf(IdentityEvidence.KNOWN, IdentityEvidence.COPY);
    RecognisedPeople third =
        PersonAssignment.assign(shown, remember(second, shown), new Random(100));
    assertThat(third.people()).isEqualTo(second.people());
  }

  private static List<IdentityRow> randomEntries(Random random, int count) {
    List<String> names =
        List.of("Marie Dupont", "Marie", "M. Dupont", "Paul Martin", "Paul", "", "Jean Dupont");
    List<IdentityRow> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String email = random.nextInt(4) == 0 ? null : "p" + random.nextInt(60) + "@example.org";
      String phone = random.nextInt(3) == 0 ? null : "+4477009%05d".formatted(random.nextInt(60));
      Instant at = Instant.parse(day(1)).plusSeconds(60L * i);
      Profile profile = who(at.toString(), names.get(random.nextInt(names.size())), email, phone);
      entries.add(entry(i + 1, "", profile));
    }
    return entries;
  }

  @Test
  void fiftyThousandRowsUnderOneContactAreWorkedThrough() {
    List<IdentityRow> entries = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      String at = Instant.parse(day(1)).plusSeconds(i).toString();
      String name = i % 2 == 0 ? "Nom " + Integer.toString(i, 36) : "Marie Dupont";
      entries.add(entry(i + 1, "", who(at, name, MARIE_MAIL, PHONE)));
    }
    RecognisedPeople result = PersonAssignment.assign(entries, KnownPeople.NOTHING, new Random(1));
    assertThat(result.people()).hasSize(25_001);
    assertThat(result.people().stream().filter(p -> p.messages().isEmpty())).isEmpty();
  }
}
