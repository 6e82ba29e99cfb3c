package org.entraide.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.called;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.CONSENT;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import org.entraide.build.Stories;
import org.entraide.campaign.world.World;
import org.entraide.plan.letter.Letter;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ages, addresses, names and consent that are not clear. */
@Stories(few = 4)
class UnclearContactsTest extends ContactsFixture {

  // ---- what makes an answer incomplete

  @ParameterizedTest
  @ValueSource(strings = {"dix-sept", "-4", "soixante"})
  void whoseAgeIsNotUnderstoodIsNotIntroduced(String age) {
    World world =
        asking("Âge")
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    completes(world, ANA, age);
    world.settle(2);

    assertThat(world.mailbox().letters()).isEmpty();
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Incomplet");
    assertThat(world.shown(ANA, EXPLANATION)).containsOnlyOnce("écrivez l’âge en chiffres");
  }

  @ParameterizedTest
  @CsvSource({
    ANA + ", 17, a moins de 18 ans",
    BO + ", 17, a moins de 18 ans",
    ANA + ", dix-sept, (Incomplet) ne participe plus"
  })
  void aDraftOfSomebodyWhoseAgeIsCorrectedSinceIsSaidNotToBeSent(
      String who, String age, String reason) {
    World world =
        asking("Âge")
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.mailbox().waiting()).hasSize(1);

    completes(world, who, age);
    world.settle(2);
    assertThat(ledgerSays(world))
        .contains("N’envoyez pas ce brouillon\u202f: " + called(world, who) + " " + reason + ".");

    completes(world, who, "71");
    world.settle(2);
    assertThat(ledgerSays(world)).doesNotContain("n’envoyez pas");
  }

  @Test
  void anAddressBesideAWordThatMayBelongToItIsNotWrittenTo() {
    World world =
        new World()
            .answer("Jean Dupont", PLACE, "Nord", NEEDS, "Courses", EMAIL, "jean dupont@x.example")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);

    assertThat(world.mailbox().letters()).isEmpty();
    assertThat(world.shown("Jean Dupont", STATUS)).isEqualTo("Incomplet");
    assertThat(world.shown("Jean Dupont", EXPLANATION))
        .contains("demandez l’adresse e-mail exacte et n’écrivez qu’elle");

    String ref = world.shown("Jean Dupont", REF);
    world.instruct("Jean Dupont", EMAIL, "jean.dupont@x.example");
    world.settle(2);
    assertThat(world.shown("Jean Dupont", REF)).isEqualTo(ref);
    assertThat(world.mailbox().letters().get(0).to())
        .contains(new Letter.Recipient("Jean Dupont", "jean.dupont@x.example"));
  }

  /** By the number the answer is complete: all the same somebody can mend the address. */
  @ParameterizedTest
  @ValueSource(strings = {"needs", "helps", "alone"})
  void anAddressThatIsNotUsedIsToldBesideATelephoneNumberToo(String how) {
    World world = new World();
    if (!how.equals("alone")) {
      world.answer(BO, PLACE, "Nord", how.equals("needs") ? OFFERS : NEEDS, "Courses");
    }
    world.answer(
        "Jean Dupont",
        PLACE,
        "Nord",
        how.equals("helps") ? OFFERS : NEEDS,
        "Courses",
        EMAIL,
        "jean dupont@x.example",
        PHONE,
        "07700 900123");
    world.settle(2);

    assertThat(world.shown("Jean Dupont", STATUS))
        .isEqualTo(how.equals("alone") ? "En attente" : "Brouillon prêt");
    assertThat(world.shown("Jean Dupont", EXPLANATION))
        .contains("demandez l’adresse e-mail exacte et n’écrivez qu’elle");
    assertThat(world.letters()).hasSize(how.equals("alone") ? 0 : 1);

    world.instruct("Jean Dupont", EMAIL, "jean.dupont@x.example");
    world.settle(2);
    assertThat(world.shown("Jean Dupont", EXPLANATION)).doesNotContain("n’écrivez qu’elle");
  }

  @Test
  void aNameThatLooksLikeALinkIsAskedAboutAndWrittenInNoLetter() {
    World world =
        new World()
            .answer(
                "evil.example.com/aide",
                PLACE,
                "Nord",
                NEEDS,
                "Courses",
                EMAIL,
                "someone@example.org")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);

    Letter letter = world.mailbox().letters().get(0);
    assertThat(letter.body()).startsWith("Bonjour,\n");
    assertThat(letter.body() + letter.subject() + letter.to()).doesNotContain("evil");
    assertThat(world.shown("evil.example.com/aide", EXPLANATION)).contains("ressemble à un lien");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#ERROR!", "#N/A", "#REF!"})
  void aRowTypedByHandWhoseContactIsAnErrorSaysSoUntilItIsMended(String error) {
    World world = new World().answer(BO, PLACE, "Nord", OFFERS, "Courses");
    typed(world, new Cell(Cell.Kind.ERROR, error, 0), "Oui");
    world.settle(2);

    String ref = world.shown("Zoe Zorn", REF);
    assertThat(ref).isNotEmpty();
    assertThat(world.shown("Zoe Zorn", STATUS)).isEqualTo("Incomplet");
    assertThat(world.shown("Zoe Zorn", EXPLANATION)).contains("ajoutez un e-mail");

    world.instruct("Zoe Zorn", EMAIL, "zoe@example.org");
    world.settle(2);
    assertThat(world.shown("Zoe Zorn", REF)).isEqualTo(ref);
    assertThat(world.shown("Zoe Zorn", STATUS)).isEqualTo("Brouillon prêt");
  }

  @Test
  void aRowTypedByHandWithoutConsentSaysSoUntilItIsGiven() {
    World world = new World().answer(BO, PLACE, "Nord", OFFERS, "Courses");
    typed(world, Cell.text("zoe@example.org"), "");
    world.settle(2);

    String ref = world.shown("Zoe Zorn", REF);
    assertThat(world.shown("Zoe Zorn", STATUS)).isEqualTo("Incomplet");
    assertThat(world.shown("Zoe Zorn", EXPLANATION)).contains("demandez son accord");
    assertThat(world.mailbox().letters()).isEmpty();

    world.instruct("Zoe Zorn", CONSENT, "Oui");
    world.settle(2);
    assertThat(world.shown("Zoe Zorn", REF)).isEqualTo(ref);
    assertThat(world.shown("Zoe Zorn", STATUS)).isEqualTo("Brouillon prêt");
  }

  @ParameterizedTest
  @ValueSource(strings = {ANA, BO})
  void aDraftOfSomebodyWhoseConsentGoesAfterTheSheetWasReadIsSaidNotToBeSent(String who) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.table.beforeNextLook(() -> world.instruct(who, CONSENT, ""));
    world.once();
    assertThat(world.mailbox().waiting()).hasSize(1); // by what was read

    world.once();
    assertThat(world.shown(who, STATUS)).isEqualTo("Incomplet");
    assertThat(ledgerSays(world))
        .contains("N’envoyez pas ce brouillon\u202f: ", "(Incomplet) ne participe plus.");

    world.instruct(who, CONSENT, "Oui");
    world.once();
    assertThat(world.shown(who, STATUS)).isEqualTo("Brouillon prêt");
    assertThat(ledgerSays(world)).doesNotContain("n’envoyez pas");
  }

  @Test
  void aDraftOfSomebodyWhoRefusesConsentAfterTheSheetWasReadIsTakenBack() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.table.beforeNextLook(() -> world.instruct(BO, CONSENT, "Non"));
    world.once();
    assertThat(world.mailbox().waiting()).hasSize(1); // by what was read

    world.once();
    assertThat(world.mailbox().waiting()).isEmpty();
    assertThat(ledgerSays(world)).startsWith("Retirée.");
  }
}
