package org.entraide.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.build.Stories;
import org.entraide.people.Identities.Assigned;
import org.entraide.people.Identities.Entry;
import org.entraide.people.Identities.Known;
import org.entraide.people.Identities.Result;
import org.entraide.people.Identities.Say;
import org.entraide.place.PlaceQuery;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Stories(few = 20)
class IdentitiesTest {

  private static final String MARIE_MAIL = "marie@example.org";
  private static final String PHONE = "+447700900123";

  private static Profile who(
      @Nullable String at, String name, @Nullable String email, @Nullable String phone) {
    return new Profile(
        at == null ? null : Instant.parse(at),
        name,
        name,
        email,
        phone,
        "",
        PlaceQuery.ofText("", "GB"),
        Set.of(Category.SHOPPING),
        Set.of(),
        null,
        null,
        Set.of(),
        false,
        null,
        Consent.YES,
        List.of());
  }

  private static String day(int day) {
    return "2020-04-%02dT10:00:00Z".formatted(day);
  }

  private static Entry entry(int row, String shown, Profile profile) {
    return Entry.of(row, shown, profile, Fingerprint.of("sheet", profile));
  }

  private static Entry saying(Entry entry, Say say, String duplicateOf) {
    return new Entry(
        entry.row(),
        entry.shownRef(),
        entry.formerRef(),
        entry.profile(),
        entry.fingerprint(),
        say,
        duplicateOf,
        List.of());
  }

  private static Result assign(Known known, Entry... entries) {
    return Identities.assign(List.of(entries), known, new Random(1));
  }

  private static Known remember(Result result, List<Entry> entries) {
    Map<String, String> byFingerprint = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      byFingerprint.put(entries.get(i).fingerprint(), result.rows().get(i).ref());
    }
    return new Known(Set.of(), byFingerprint);
  }

  private static List<Evidence> evidence(Result result) {
    return result.rows().stream().map(Assigned::evidence).toList();
  }

  private static List<String> refs(Result result) {
    return result.rows().stream().map(Assigned::ref).toList();
  }

  private static List<String> keys(List<Message> messages) {
    return messages.stream().map(Message::key).toList();
  }

  private final Entry marie = entry(1, "", who(day(1), "Marie Dupont", MARIE_MAIL, null));
  private final Entry paul = entry(2, "", who(day(2), "Paul Martin", "paul@example.org", null));
  private final Known both =
      new Known(Set.of(), Map.of(marie.fingerprint(), "7KQ47", paul.fingerprint(), "73E2M"));

  private static Entry showing(Entry entry, int row, String shown) {
    return Entry.of(row, shown, entry.profile(), entry.fingerprint());
  }

  @Test
  void newPeopleGetReferencesOfTheirOwn() {
    Result result = assign(Known.NOTHING, marie, paul);
    assertThat(evidence(result)).containsExactly(Evidence.NEW, Evidence.NEW);
    assertThat(new HashSet<>(refs(result))).hasSize(2).allMatch(Ref::isValid);
    assertThat(result.people()).hasSize(2).allMatch(p -> p.messages().isEmpty());
  }

  @Test
  void aSortedSheetChangesNobody() {
    Result result = assign(both, showing(paul, 1, "73E2M"), showing(marie, 2, "7KQ47"));
    assertThat(refs(result)).containsExactly("73E2M", "7KQ47");
    assertThat(evidence(result)).containsExactly(Evidence.KNOWN, Evidence.KNOWN);
  }

  @Test
  void aReferenceColumnSortedApartFromTheContentIsCorrected() {
    Result result = assign(both, showing(marie, 1, "73E2M"), showing(paul, 2, "7KQ47"));
    assertThat(refs(result)).containsExactly("7KQ47", "73E2M");
    assertThat(evidence(result)).containsExactly(Evidence.CORRECTED, Evidence.CORRECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Paul", "7KQ48", "ZZZZZ", "🙂"})
  void aReferenceThatWasClearedOrSpoiltIsRestored(String shown) {
    Result result = assign(both, showing(marie, 1, shown));
    assertThat(refs(result)).containsExactly("7KQ47");
    assertThat(evidence(result)).containsExactly(Evidence.RESTORED);
  }

  @Test
  void aKnownReferenceBesideUnknownContentIsAnEditedAnswer() {
    Entry edited = entry(1, "7KQ47", who(day(9), "Marie Dupond", "new@example.org", null));
    Result result = assign(both, edited, showing(paul, 2, "73E2M"));
    assertThat(refs(result)).containsExactly("7KQ47", "73E2M");
    assertThat(evidence(result)).containsExactly(Evidence.EDITED, Evidence.KNOWN);
  }

  @Test
  void aReferenceWhoseOwnContentIsElsewhereIsNotTakenFromIt() {
    Entry copyMadeAnother = entry(3, "7KQ47", who(day(9), "Luc", "luc@example.org", null));
    Result result = assign(both, copyMadeAnother, showing(marie, 1, "7KQ47"));
    assertThat(evidence(result)).containsExactly(Evidence.NEW, Evidence.KNOWN);
    assertThat(refs(result).get(0)).isNotEqualTo("7KQ47").isNotEqualTo("73E2M");
  }

  @Test
  void aReferenceThatWasNeverGivenIsNotTrusted() {
    Result result = assign(Known.NOTHING, showing(marie, 1, "7KQ47"));
    assertThat(evidence(result)).containsExactly(Evidence.NEW);
    assertThat(refs(result)).doesNotContain("7KQ47");
  }

  @Test
  void aCopiedRowIsNotASecondPerson() {
    Result result =
        assign(both, showing(marie, 1, "7KQ47"), showing(marie, 5, "7KQ47"), showing(marie, 3, ""));
    assertThat(refs(result)).containsOnly("7KQ47");
    assertThat(evidence(result)).containsExactly(Evidence.COPY, Evidence.KNOWN, Evidence.COPY);
    assertThat(result.rows()).extracting(Assigned::counts).containsExactly(false, true, false);
    assertThat(result.rows()).extracting(Assigned::countingRow).containsOnly(5);
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
    Entry again = entry(1, "", who(day(8), "dupont MARIE", "MARIE@example.org", null));
    Result result = assign(both, again, showing(marie, 2, "7KQ47"), showing(marie, 3, "7KQ47"));
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
    Entry again = entry(1, "", who(day(8), "dupont MARIE", "MARIE@example.org", null));
    Result result = assign(both, again, showing(marie, 2, "7KQ47"));
    assertThat(refs(result)).containsOnly("7KQ47");
    assertThat(evidence(result)).containsExactly(Evidence.ANSWERED_AGAIN, Evidence.KNOWN);
    assertThat(result.rows()).extracting(Assigned::counts).containsExactly(true, false);
    Person person = result.people().get(0);
    assertThat(person.firstAnswer()).isEqualTo(day(1));
    assertThat(person.profile().timestamp()).isEqualTo(day(8));
    assertThat(keys(person.messages())).containsExactly("people.answered-again");
  }

  @Test
  void ofTwoAnswersOfOneMomentTheLowerCounts() {
    Entry above = entry(4, "", who(day(1), "Marie", MARIE_MAIL, PHONE));
    Entry below = entry(7, "", who(day(1), "Marie", MARIE_MAIL, null));
    assertThat(assign(Known.NOTHING, below, above).people().get(0).row()).isEqualTo(7);
  }

  @Test
  void anAnswerTypedWithoutATimeCountsLessThanOneThatHasIt() {
    Entry typed = entry(9, "", who(null, "Marie Dupont", MARIE_MAIL, null));
    Person person = assign(Known.NOTHING, marie, typed).people().get(0);
    assertThat(person.row()).isEqualTo(1);
    assertThat(person.firstAnswer()).isEqualTo(day(1));
  }

  @ParameterizedTest(name = "« {0} » and « {1} » agree: {2}")
  @CsvSource({
    "Marie Dupont,dupont marie,true",
    "Marie Dupont,MARIE DUPONT,true",
    "Hélène Noël,Helene Noel,true",
    "Marie,Marie Dupont,true",
    "Dupont,Marie Dupont,true",
    "J. Dupont,Jean Dupont,true",
    "Jean-Pierre Dupont,Jean Pierre Dupont,true",
    "JeanPierre Dupont,Jean-Pierre Dupont,true",
    "Jean Dupont,Jean-Pierre Dupont,true",
    "Mme Marie Dupont,Marie Dupont,true",
    "'',Marie Dupont,true",
    "🙂,Marie Dupont,true",
    "Marie Dupont,Paul Dupont,false",
    "J. Dupont,Marie Dupont,false",
    "Jean Dupont,Jeanne Dupont,false",
    "Marie,Paul Dupont,false",
    "Marie Dupont,Marie Martin,false"
  })
  void namesAgreeOrDiffer(String one, String other, boolean agree) {
    Result result =
        assign(
            Known.NOTHING,
            entry(1, "", who(day(1), one, MARIE_MAIL, null)),
            entry(2, "", who(day(2), other, MARIE_MAIL, null)));
    assertThat(result.people()).hasSize(agree ? 1 : 2);
  }

  @Test
  void aCoupleThatSharesAnAddressIsTwoPeopleAndBothAreTold() {
    Entry husband = entry(2, "", who(day(2), "Paul Dupont", MARIE_MAIL, null));
    Result result = assign(Known.NOTHING, marie, husband);
    assertThat(result.people()).hasSize(2);
    assertThat(result.rows().get(0).messages())
        .containsExactly(
            Message.of("people.same-contact").with("refs", List.of(refs(result).get(1))));
    assertThat(result.rows().get(1).messages())
        .containsExactly(
            Message.of("people.same-contact").with("refs", List.of(refs(result).get(0))));
  }

  @Test
  void aDaughterWhoAnswersForHerParentsIsThreePeople() {
    Result result =
        assign(
            Known.NOTHING,
            marie,
            entry(2, "", who(day(2), "Odette Dupont", MARIE_MAIL, PHONE)),
            entry(3, "", who(day(3), "Henri Dupont", MARIE_MAIL, PHONE)));
    assertThat(result.people()).hasSize(3);
    assertThat(result.people())
        .allSatisfy(p -> assertThat(keys(p.messages())).containsExactly("people.same-contact"));
  }

  @Test
  void aBareNameThatCouldBeEitherOfTwoPeopleIsNeither() {
    Entry jean = entry(1, "", who(day(1), "Jean Dupont", MARIE_MAIL, null));
    Entry jeanne = entry(2, "", who(day(2), "Jeanne Dupont", MARIE_MAIL, null));
    Entry bare = entry(3, "", who(day(3), "J. Dupont", MARIE_MAIL, null));
    assertThat(assign(Known.NOTHING, jean, jeanne, bare).people()).hasSize(3);
    assertThat(assign(Known.NOTHING, jean, bare).people()).hasSize(1);
  }

  @Test
  void aBareNameDoesNotChainTwoPeopleOverTwoContacts() {
    Entry a = entry(1, "", who(day(1), "Marie Dupont", MARIE_MAIL, null));
    Entry link = entry(2, "", who(day(2), "Marie", MARIE_MAIL, PHONE));
    Entry b = entry(3, "", who(day(3), "Marie Martin", null, PHONE));
    Result result = assign(Known.NOTHING, a, link, b);
    assertThat(result.people()).hasSize(2);
    assertThat(refs(result).get(0)).isEqualTo(refs(result).get(1));
  }

  @Test
  void agreementByTelephoneAloneDoesNotChangeTheAddressUntilTheOrganiserSaysSo() {
    Entry first = entry(1, "", who(day(1), "Marie Dupont", MARIE_MAIL, PHONE));
    Entry later = entry(2, "", who(day(2), "Marie Dupont", "other@example.org", PHONE));
    Person person = assign(Known.NOTHING, first, later).people().get(0);
    assertThat(person.row()).isEqualTo(2);
    assertThat(person.profile().email()).isEqualTo(MARIE_MAIL);
    assertThat(keys(person.messages())).contains("people.email.kept");

    Person confirmed =
        assign(Known.NOTHING, first, saying(later, Say.SAME_PERSON, "")).people().get(0);
    assertThat(confirmed.profile().email()).isEqualTo("other@example.org");
    assertThat(keys(confirmed.messages())).doesNotContain("people.email.kept");
  }

  @Test
  void aLaterAnswerWithoutAnAddressKeepsTheOneThatIsKnown() {
    Entry first = entry(1, "", who(day(1), "Marie Dupont", MARIE_MAIL, PHONE));
    Entry later = entry(2, "", who(day(2), "Marie Dupont", null, PHONE));
    assertThat(assign(Known.NOTHING, first, later).people().get(0).profile().email())
        .isEqualTo(MARIE_MAIL);
  }

  @Test
  void anOrganiserCanJoinWhatNamesKeepApart() {
    Entry maiden = entry(2, "", who(day(2), "Marie Leroy", MARIE_MAIL, null));
    assertThat(assign(both, showing(marie, 1, "7KQ47"), maiden).people()).hasSize(2);
    assertThat(
            assign(both, showing(marie, 1, "7KQ47"), saying(maiden, Say.SAME_PERSON, "")).people())
        .hasSize(1);
    Entry elsewhere = entry(3, "", who(day(3), "M. L.", "ml@example.org", null));
    Result result =
        assign(both, showing(marie, 1, "7KQ47"), saying(elsewhere, Say.NOTHING, "7KQ47"));
    assertThat(refs(result)).containsOnly("7KQ47");
  }

  @Test
  void theAnswerThatAnOrganiserCallsADuplicateDoesNotCount() {
    Entry elsewhere = entry(3, "", who(day(3), "M. L.", "ml@example.org", null));
    Result later =
        assign(both, showing(marie, 1, "7KQ47"), saying(elsewhere, Say.NOTHING, "7KQ47"));
    assertThat(later.rows()).extracting(Assigned::counts).containsExactly(true, false);
    assertThat(keys(later.rows().get(1).messages())).containsExactly("people.duplicate.told");

    Known known =
        new Known(Set.of(), Map.of(marie.fingerprint(), "7KQ47", elsewhere.fingerprint(), "0C1DW"));
    Result earlier =
        assign(
            known,
            saying(showing(marie, 1, "7KQ47"), Say.NOTHING, "0C1DW"),
            showing(elsewhere, 3, "0C1DW"));
    assertThat(earlier.people()).hasSize(1);
    assertThat(earlier.rows()).extracting(Assigned::counts).containsExactly(false, true);
  }

  @Test
  void anOrganiserCanTellApartWhatNamesJoin() {
    Entry namesake = entry(2, "7KQ47", who(day(2), "Marie Dupont", MARIE_MAIL, null));
    Known known =
        new Known(Set.of(), Map.of(marie.fingerprint(), "7KQ47", namesake.fingerprint(), "7KQ47"));
    Entry first = showing(marie, 1, "7KQ47");
    assertThat(assign(known, first, namesake).people()).hasSize(1);

    List<Entry> apart = List.of(first, saying(namesake, Say.DISTINCT, ""));
    Result result = Identities.assign(apart, known, new Random(1));
    assertThat(refs(result).get(0)).isEqualTo("7KQ47");
    assertThat(refs(result).get(1)).isNotEqualTo("7KQ47");
    Result next = Identities.assign(apart, remember(result, apart), new Random(2));
    assertThat(refs(next)).isEqualTo(refs(result));
  }

  @Test
  void aCopiedRowUnderAnotherNameIsAnotherPersonAndEachKeepsTheirReference() {
    Entry original = showing(marie, 1, "7KQ47");
    Entry husband = entry(2, "7KQ47", who(day(1), "Paul Dupont", MARIE_MAIL, null));
    Result result = assign(both, original, husband);
    assertThat(result.people()).hasSize(2);
    List<Entry> shown =
        List.of(showing(marie, 1, refs(result).get(0)), showing(husband, 2, refs(result).get(1)));
    Known known = new Known(new HashSet<>(refs(result)), both.byFingerprint());
    assertThat(refs(Identities.assign(shown, known, new Random(5)))).isEqualTo(refs(result));
  }

  @Test
  void peopleFoundToBeOneKeepTheEarlierReferenceAndAreStillFoundByTheOther() {
    Entry later = entry(2, "73E2M", who(day(3), "Marie Dupont", MARIE_MAIL, null));
    Known known =
        new Known(Set.of(), Map.of(marie.fingerprint(), "7KQ47", later.fingerprint(), "73E2M"));
    Result result = assign(known, later, showing(marie, 1, "7KQ47"));
    assertThat(refs(result)).containsOnly("7KQ47");
    assertThat(result.people().get(0).formerRefs()).containsExactly("73E2M");
    assertThat(keys(result.people().get(0).messages())).contains("people.ref.merged");
  }

  @Test
  void aFormLinkedAnewReplaysItsAnswersAndDoublesNobody() {
    Result result = assign(both, showing(marie, 11, ""), showing(paul, 12, ""));
    assertThat(refs(result)).containsExactly("7KQ47", "73E2M");
    assertThat(evidence(result)).containsExactly(Evidence.RESTORED, Evidence.RESTORED);
  }

  @Test
  void answersWithoutAnyContactAreSeparateUnlessTheyAreCopies() {
    Entry one = entry(1, "", who(day(1), "Marie", null, null));
    Entry copy = entry(2, "", who(day(1), "Marie", null, null));
    Entry other = entry(3, "", who(day(2), "Marie", null, null));
    assertThat(assign(Known.NOTHING, one, copy, other).people()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theOrderOfRowsDecidesNothing(long seed) {
    Random random = new Random(seed);
    List<Entry> entries = randomEntries(random, 300);
    Result before = Identities.assign(entries, Known.NOTHING, new Random(7));
    Known known = remember(before, entries.subList(0, 200));

    Map<Integer, String> expected = byRow(Identities.assign(entries, known, new Random(8)));
    List<Entry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    assertThat(byRow(Identities.assign(shuffled, known, new Random(8)))).isEqualTo(expected);
    Set<String> people = new HashSet<>(expected.values());
    assertThat(Identities.assign(shuffled, known, new Random(8)).people())
        .extracting(Person::ref)
        .doesNotHaveDuplicates()
        .hasSameElementsAs(people);
  }

  private static Map<Integer, String> byRow(Result result) {
    return result.rows().stream().collect(Collectors.toMap(Assigned::row, Assigned::ref));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void aSecondLookAtAnUnchangedSheetChangesNothing(long seed) {
    List<Entry> entries = randomEntries(new Random(seed), 300);
    Result first = Identities.assign(entries, Known.NOTHING, new Random(1));
    List<Entry> shown = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      shown.add(showing(entries.get(i), entries.get(i).row(), first.rows().get(i).ref()));
    }
    Result second = Identities.assign(shown, remember(first, entries), new Random(99));
    assertThat(refs(second)).isEqualTo(refs(first));
    assertThat(evidence(second)).isSubsetOf(Evidence.KNOWN, Evidence.COPY);
    Result third = Identities.assign(shown, remember(second, shown), new Random(100));
    assertThat(third.people()).isEqualTo(second.people());
  }

  private static List<Entry> randomEntries(Random random, int count) {
    List<String> names =
        List.of("Marie Dupont", "Marie", "M. Dupont", "Paul Martin", "Paul", "", "Jean Dupont");
    List<Entry> entries = new ArrayList<>();
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
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      String at = Instant.parse(day(1)).plusSeconds(i).toString();
      String name = i % 2 == 0 ? "Nom " + Integer.toString(i, 36) : "Marie Dupont";
      entries.add(entry(i + 1, "", who(at, name, MARIE_MAIL, PHONE)));
    }
    Result result = Identities.assign(entries, Known.NOTHING, new Random(1));
    assertThat(result.people()).hasSize(25_001);
    assertThat(result.people().stream().filter(p -> p.messages().isEmpty())).isEmpty();
  }
}
