package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.called;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.HEADER;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.plan.letter.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By what people are reached: in which country a number is, and who shares a contact. */
@Stories(few = 6)
class ContactsOfACampaignTest extends ContactsFixture {

  private static final String COUNTRY = "Pays";
  private static final String CHECK_IT = "Vérifiez le numéro";

  /** One without an e-mail address, whom a helper is to ring. */
  private static World toRing(String title, String place, String number, String country) {
    World world =
        asking(title)
            .answer(ANA, PLACE, place, NEEDS, "Conversation", EMAIL, "", PHONE, number)
            .answer(BO, PLACE, "Nord", OFFERS, "Conversation");
    completes(world, ANA, country);
    return world;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "États-Unis|(212) 736-5000|+1 212-736-5000",
        "Irlande|087 123 4567|+353 87 123 4567",
        "Allemagne|0171 2345678|+49 171 2345678",
        "Australie|0412 345 678|+61 412 345 678",
        "Royaume-Uni|07700 900123|+44 7700 900123"
      })
  void whoIsToRingIsToldANumberOfTheCountryAnswered(String country, String typed, String shown) {
    World world = toRing(COUNTRY, "Nord", typed, country);
    world.settle(2);

    assertThat(body(world)).contains(shown);
    assertThat(ledgerSays(world)).doesNotContain(CHECK_IT);
    assertThat(world.shown(ANA, EXPLANATION)).doesNotContainIgnoringCase(CHECK_IT);
  }

  @Test
  void anUnusualNumberIsInNoLetterWithoutAWordInTheLedgerAndInTheRow() {
    World world = toRing(COUNTRY, "Nord", "(212) 736-5000", "");
    world.settle(2);

    assertThat(body(world)).contains("+44 21 2736 5000");
    assertThat(ledgerSays(world)).contains(CHECK_IT + " de " + called(world, ANA));
    assertThat(world.shown(ANA, EXPLANATION)).containsIgnoringCase(CHECK_IT);
    assertThat(world.settle(2).effects()).isEmpty();

    completes(world, ANA, "États-Unis");
    world.settle(2);
    assertThat(ledgerSays(world)).doesNotContain(CHECK_IT);
  }

  @Test
  void twoWhoAreBothToBeRungHaveTheirUnusualNumbersNamed() {
    World world =
        asking(COUNTRY)
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses", EMAIL, "", PHONE, "(212) 736-5000")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses", EMAIL, "", PHONE, "07700 900124");
    world.settle(2);

    assertThat(ledgerSays(world))
        .contains("appelez ", CHECK_IT + " de " + called(world, ANA))
        .doesNotContain(CHECK_IT + " de " + called(world, BO));
  }

  @Test
  void thePlaceFoundChangesWhatALetterShowsAndAsksToCheckIt() {
    World world = toRing("Remarque", "New York", "(212) 736-5000", "");
    world.settle(2);

    assertThat(body(world)).contains("+1 212-736-5000");
    assertThat(ledgerSays(world)).contains(CHECK_IT);
    assertThat(world.shown(ANA, EXPLANATION)).containsIgnoringCase(CHECK_IT);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  // ---- the earlier version read numbers in the campaign's country, whatever was answered

  private static List<String> refs(World world) {
    List<String> refs = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      refs.add(world.table.text(ANSWERS, row, REF));
    }
    return refs;
  }

  /** The version that knew nothing of countries did this; the one that does takes over. */
  private static World before() {
    World world =
        asking("Autre chose")
            .answer(ANA, PLACE, "Nord", NEEDS, "Conversation", EMAIL, "", PHONE, "(212) 736-5000")
            .answer(BO, PLACE, "Nord", OFFERS, "Conversation")
            .answer("Cy Cole", PLACE, "Nord", NEEDS, "Conversation", EMAIL, "", PHONE, "0412345678")
            .answer("Dan Dell", PLACE, "Nord", OFFERS, "Conversation");
    completes(world, ANA, "États-Unis");
    completes(world, "Cy Cole", "Australie");
    world.settle(3);
    assertThat(world.mailbox().letters()).hasSize(2);
    return world;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nobodyBecomesAnotherPersonWhenCountriesBeginToCount(boolean journal) {
    World world = before();
    List<String> refs = refs(world);
    List<String> ledger = world.ledger();

    world.table.type(ANSWERS, 0, HEADER.size(), COUNTRY);
    world.startAgain(journal ? world.journal() : new MemoryJournal());
    world.settle(4);

    assertThat(refs(world)).isEqualTo(refs);
    assertThat(world.ledger()).isEqualTo(ledger);
    assertThat(world.mailbox().letters()).hasSize(2);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void whoAnswersAgainAfterTheirRowWasDeletedIsTheSamePerson() {
    World world = before();
    String ref = world.shown(ANA, REF);
    world.table.type(ANSWERS, 0, HEADER.size(), COUNTRY);
    world.table.deleteRow(ANSWERS, world.rowOf(ANA));
    world.answer(ANA, PLACE, "Nord", NEEDS, "Conversation", EMAIL, "", PHONE, "(212) 736-5000");
    completes(world, ANA, "États-Unis");
    world.startAgain(world.journal());
    world.settle(4);

    assertThat(world.shown(ANA, REF)).isEqualTo(ref);
    assertThat(world.mailbox().letters()).hasSize(2);
  }

  @Test
  void aNamesakeAbroadWhoHasTheSameDigitsIsNotWhoseRowWasDeleted() {
    World world =
        asking(COUNTRY).answer(ANA, PLACE, "Nord", OFFERS, "Conversation", PHONE, "06 12 34 50 16");
    completes(world, ANA, "France");
    world.settle(2);
    String ref = world.shown(ANA, REF);

    world.table.deleteRow(ANSWERS, world.rowOf(ANA));
    world.answer(
        ANA,
        PLACE,
        "Nord",
        OFFERS,
        "Conversation",
        EMAIL,
        "another.alba@example.org",
        PHONE,
        "06 12 34 50 16");
    completes(world, ANA, "Maroc");
    world.settle(2);

    assertThat(world.shown(ANA, REF)).isNotEmpty().isNotEqualTo(ref);
  }

  @Test
  void whoWasErasedStaysErasedWhenCountriesBeginToCount() {
    World world = before();
    ErasureCommands.ask(world.journal(), "londres", world.shown(ANA, REF), world.clock.instant());
    world.settle(2);
    List<String> refs = refs(world);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Retiré");

    world.table.type(ANSWERS, 0, HEADER.size(), COUNTRY);
    world.startAgain(world.journal());
    world.settle(3);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("Retiré");
    assertThat(refs(world)).isEqualTo(refs);
  }

  @Test
  void aBarredContactStaysBarredWhenCountriesBeginToCount() {
    World world = before();
    world.instruct(ANA, "Consigne", "Exclu");
    world.settle(2);

    world.table.type(ANSWERS, 0, HEADER.size(), COUNTRY);
    world.startAgain(world.journal());
    world.answer("Zoe Zorn", PLACE, "Nord", NEEDS, "Courses", EMAIL, "", PHONE, "(212) 736-5000");
    completes(world, "Zoe Zorn", "États-Unis");
    world.settle(3);

    assertThat(world.shown("Zoe Zorn", STATUS)).isEqualTo("Exclu");
  }

  /** Somebody who gave the same number with its code is not made another person by it. */
  @Test
  void identityGoesByTheNumberOfTheCountryAnswered() {
    World world =
        asking(COUNTRY)
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses", EMAIL, "", PHONE, "(212) 736-5000")
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses", EMAIL, "", PHONE, "+1 212 736 5000");
    world.table.type(ANSWERS, 1, HEADER.size(), "États-Unis");
    world.settle(2);

    assertThat(world.table.text(ANSWERS, 1, STATUS)).isEqualTo("Doublon");
    assertThat(world.table.text(ANSWERS, 1, REF)).isEqualTo(world.table.text(ANSWERS, 2, REF));
  }

  // ---- one contact, two people

  private static World household(String... contact) {
    return new World()
        .answer(ANA, with(contact, PLACE, "Nord", NEEDS, "Courses"))
        .answer(BO, with(contact, PLACE, "Nord", OFFERS, "Courses"));
  }

  @ParameterizedTest
  @CsvSource({
    "Adresse e-mail, home@example.org",
    "Téléphone, 07700 900123",
  })
  void twoWhoShareAContactAreNotIntroducedToEachOther(String title, String contact) {
    World world = household(title, contact);
    world.settle(3);

    assertThat(world.mailbox().letters()).isEmpty();
    assertThat(world.statuses()).containsEntry(ANA, "En attente");
    assertThat(world.shown(ANA, EXPLANATION)).contains("au même contact", "«\u202fAvec\u202f»");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void whoSharesAContactIsIntroducedToOthers() {
    World world =
        household(EMAIL, "home@example.org").answer("Cy Cole", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);

    assertThat(world.letters()).containsExactly(List.of(ANA, "Cy Cole"));
  }

  @Test
  void twoWhoShareAnAddressAndArePinnedGetOneLetterAddressedOnce() {
    World world = household(EMAIL, "home@example.org");
    world.settle(2);
    world.instruct(ANA, "Avec", world.shown(BO, REF));
    world.settle(2);

    List<Letter> letters = world.mailbox().letters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).to())
        .containsExactly(new Letter.Recipient("Ana Alba et Bo Bell", "home@example.org"));
    assertThat(letters.get(0).body()).contains("Bonjour Ana, bonjour Bo,");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** An organiser who knows that they are two does not thereby introduce them. */
  @Test
  void twoWhoAreCalledDistinctStillShareTheirContact() {
    World world = household(EMAIL, "home@example.org");
    world.settle(1);
    world.instruct(BO, "Consigne", "Distinct");
    world.settle(3);

    assertThat(world.mailbox().letters()).isEmpty();
    assertThat(world.shown(ANA, EXPLANATION)).contains("au même contact");
  }
}
