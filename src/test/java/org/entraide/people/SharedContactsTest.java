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
import org.entraide.people.identity.PersonIdentities.IdentityRow;
import org.entraide.people.identity.PersonIdentities.KnownPeople;
import org.entraide.people.identity.PersonIdentities.RecognisedPeople;
import org.entraide.people.identity.PersonIdentities.RowOwner;
import org.entraide.people.identity.PersonIdentities.Sameness;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several people, or one, under one contact. */
@Stories(few = 8)
class SharedContactsTest extends IdentitiesFixture {

  private static IdentityRow saying(IdentityRow entry, Sameness say, String duplicateOf) {
    return new IdentityRow(
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
    RecognisedPeople result =
        assign(
            KnownPeople.NOTHING,
            entry(1, "", who(day(1), one, MARIE_MAIL, null)),
            entry(2, "", who(day(2), other, MARIE_MAIL, null)));
    assertThat(result.people()).hasSize(agree ? 1 : 2);
  }

  @Test
  void aCoupleThatSharesAnAddressIsTwoPeopleAndBothAreTold() {
    IdentityRow husband = entry(2, "", who(day(2), "Paul Dupont", MARIE_MAIL, null));
    RecognisedPeople result = assign(KnownPeople.NOTHING, marie, husband);
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
    RecognisedPeople result =
        assign(
            KnownPeople.NOTHING,
            marie,
            entry(2, "", who(day(2), "Odette Dupont", MARIE_MAIL, PHONE)),
            entry(3, "", who(day(3), "Henri Dupont", MARIE_MAIL, PHONE)));
    assertThat(result.people()).hasSize(3);
    assertThat(result.people())
        .allSatisfy(p -> assertThat(keys(p.messages())).containsExactly("people.same-contact"));
  }

  @Test
  void aBareNameThatCouldBeEitherOfTwoPeopleIsNeither() {
    IdentityRow jean = entry(1, "", who(day(1), "Jean Dupont", MARIE_MAIL, null));
    IdentityRow jeanne = entry(2, "", who(day(2), "Jeanne Dupont", MARIE_MAIL, null));
    IdentityRow bare = entry(3, "", who(day(3), "J. Dupont", MARIE_MAIL, null));
    assertThat(assign(KnownPeople.NOTHING, jean, jeanne, bare).people()).hasSize(3);
    assertThat(assign(KnownPeople.NOTHING, jean, bare).people()).hasSize(1);
  }

  @Test
  void aBareNameDoesNotChainTwoPeopleOverTwoContacts() {
    IdentityRow a = entry(1, "", who(day(1), "Marie Dupont", MARIE_MAIL, null));
    IdentityRow link = entry(2, "", who(day(2), "Marie", MARIE_MAIL, PHONE));
    IdentityRow b = entry(3, "", who(day(3), "Marie Martin", null, PHONE));
    RecognisedPeople result = assign(KnownPeople.NOTHING, a, link, b);
    assertThat(result.people()).hasSize(2);
    assertThat(refs(result).get(0)).isEqualTo(refs(result).get(1));
  }

  @Test
  void agreementByTelephoneAloneDoesNotChangeTheAddressUntilTheOrganiserSaysSo() {
    IdentityRow first = entry(1, "", who(day(1), "Marie Dupont", MARIE_MAIL, PHONE));
    IdentityRow later = entry(2, "", who(day(2), "Marie Dupont", "other@example.org", PHONE));
    Person person = assign(KnownPeople.NOTHING, first, later).people().get(0);
    assertThat(person.row()).isEqualTo(2);
    assertThat(person.profile().email()).isEqualTo(MARIE_MAIL);
    assertThat(keys(person.messages())).contains("people.email.kept");

    Person confirmed =
        assign(KnownPeople.NOTHING, first, saying(later, Sameness.SAME_PERSON, "")).people().get(0);
    assertThat(confirmed.profile().email()).isEqualTo("other@example.org");
    assertThat(keys(confirmed.messages())).doesNotContain("people.email.kept");
  }

  @Test
  void aLaterAnswerWithoutAnAddressKeepsTheOneThatIsKnown() {
    IdentityRow first = entry(1, "", who(day(1), "Marie Dupont", MARIE_MAIL, PHONE));
    IdentityRow later = entry(2, "", who(day(2), "Marie Dupont", null, PHONE));
    assertThat(assign(KnownPeople.NOTHING, first, later).people().get(0).profile().email())
        .isEqualTo(MARIE_MAIL);
  }

  @Test
  void anOrganiserCanJoinWhatNamesKeepApart() {
    IdentityRow maiden = entry(2, "", who(day(2), "Marie Leroy", MARIE_MAIL, null));
    assertThat(assign(both, showing(marie, 1, "7KQ47"), maiden).people()).hasSize(2);
    assertThat(
            assign(both, showing(marie, 1, "7KQ47"), saying(maiden, Sameness.SAME_PERSON, ""))
                .people())
        .hasSize(1);
    IdentityRow elsewhere = entry(3, "", who(day(3), "M. L.", "ml@example.org", null));
    RecognisedPeople result =
        assign(both, showing(marie, 1, "7KQ47"), saying(elsewhere, Sameness.NOTHING, "7KQ47"));
    assertThat(refs(result)).containsOnly("7KQ47");
  }

  @Test
  void theAnswerThatAnOrganiserCallsADuplicateDoesNotCount() {
    IdentityRow elsewhere = entry(3, "", who(day(3), "M. L.", "ml@example.org", null));
    RecognisedPeople later =
        assign(both, showing(marie, 1, "7KQ47"), saying(elsewhere, Sameness.NOTHING, "7KQ47"));
    assertThat(later.rows()).extracting(RowOwner::counts).containsExactly(true, false);
    assertThat(keys(later.rows().get(1).messages())).containsExactly("people.duplicate.told");

    KnownPeople known =
        new KnownPeople(
            Set.of(), Map.of(marie.fingerprint(), "7KQ47", elsewhere.fingerprint(), "0C1DW"));
    RecognisedPeople earlier =
        assign(
            known,
            saying(showing(marie, 1, "7KQ47"), Sameness.NOTHING, "0C1DW"),
            showing(elsewhere, 3, "0C1DW"));
    assertThat(earlier.people()).hasSize(1);
    assertThat(earlier.rows()).extracting(RowOwner::counts).containsExactly(false, true);
  }

  @Test
  void anOrganiserCanTellApartWhatNamesJoin() {
    IdentityRow namesake = entry(2, "7KQ47", who(day(2), "Marie Dupont", MARIE_MAIL, null));
    KnownPeople known =
        new KnownPeople(
            Set.of(), Map.of(marie.fingerprint(), "7KQ47", namesake.fingerprint(), "7KQ47"));
    IdentityRow first = showing(marie, 1, "7KQ47");
    assertThat(assign(known, first, namesake).people()).hasSize(1);

    List<IdentityRow> apart = List.of(first, saying(namesake, Sameness.DISTINCT, ""));
    RecognisedPeople result = PersonAssignment.assign(apart, known, new Random(1));
    assertThat(refs(result).get(0)).isEqualTo("7KQ47");
    assertThat(refs(result).get(1)).isNotEqualTo("7KQ47");
    RecognisedPeople next = PersonAssignment.assign(apart, remember(result, apart), new Random(2));
    assertThat(refs(next)).isEqualTo(refs(result));
  }

  @Test
  void aCopiedRowUnderAnotherNameIsAnotherPersonAndEachKeepsTheirReference() {
    IdentityRow original = showing(marie, 1, "7KQ47");
    IdentityRow husband = entry(2, "7KQ47", who(day(1), "Paul Dupont", MARIE_MAIL, null));
    RecognisedPeople result = assign(both, original, husband);
    assertThat(result.people()).hasSize(2);
    List<IdentityRow> shown =
        List.of(showing(marie, 1, refs(result).get(0)), showing(husband, 2, refs(result).get(1)));
    KnownPeople known = new KnownPeople(new HashSet<>(refs(result)), both.byFingerprint());
    assertThat(refs(PersonAssignment.assign(shown, known, new Random(5)))).isEqualTo(refs(result));
  }

  @Test
  void peopleFoundToBeOneKeepTheEarlierReferenceAndAreStillFoundByTheOther() {
    IdentityRow later = entry(2, "73E2M", who(day(3), "Marie Dupont", MARIE_MAIL, null));
    KnownPeople known =
        new KnownPeople(
            Set.of(), Map.of(marie.fingerprint(), "7KQ47", later.fingerprint(), "73E2M"));
    RecognisedPeople result = assign(known, later, showing(marie, 1, "7KQ47"));
    assertThat(refs(result)).containsOnly("7KQ47");
    assertThat(result.people().get(0).formerRefs()).containsExactly("73E2M");
    assertThat(keys(result.people().get(0).messages())).contains("people.ref.merged");
  }
}
