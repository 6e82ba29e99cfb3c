package org.entraide.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entraide.build.Stories;
import org.entraide.people.identity.Person;
import org.entraide.people.identity.PersonAssignment;
import org.entraide.people.identity.PersonIdentities.Assigned;
import org.entraide.people.identity.PersonIdentities.Entry;
import org.entraide.people.identity.PersonIdentities.Known;
import org.entraide.people.identity.PersonIdentities.Result;
import org.entraide.people.identity.PersonIdentities.Say;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several people, or one, under one contact. */
@Stories(few = 8)
class SharedContactsTest extends IdentitiesFixture {

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
            Message.of("people.same-contact")
                .with("refs", List.of(new PersonReference(refs(result).get(1)))));
    assertThat(result.rows().get(1).messages())
        .containsExactly(
            Message.of("people.same-contact")
                .with("refs", List.of(new PersonReference(refs(result).get(0)))));
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
    Result result = PersonAssignment.assign(apart, known, new Random(1));
    assertThat(refs(result).get(0)).isEqualTo("7KQ47");
    assertThat(refs(result).get(1)).isNotEqualTo("7KQ47");
    Result next = PersonAssignment.assign(apart, remember(result, apart), new Random(2));
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
    assertThat(refs(PersonAssignment.assign(shown, known, new Random(5)))).isEqualTo(refs(result));
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
}
