package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.called;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PHONE;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.plan.letter.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What letters say of the people of a campaign, and what they do not. */
class LettersOfACampaignTest {

  private static final String OTHER_WAY = "L’entraide peut aussi aller dans l’autre sens";

  private static List<String> bodies(World world) {
    return world.mailbox().letters().stream().map(Letter::body).toList();
  }

  @Test
  void twoWithoutMailAreRungAndGetADraftOnceOneHasAnAddress() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "", PHONE, "07700 900123")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses", EMAIL, "", PHONE, "07700 900124");
    world.settle(3);
    String introduction = world.introduction("Ana Alba", "Bo Bell");

    assertThat(world.mailbox().letters()).isEmpty();
    assertThat(ledgerSays(world, 1))
        .contains("appelez ", called(world, "Ana Alba"))
        .doesNotContain("Alba", "07700", "+44");

    world.table.type(World.ANSWERS, 2, EMAIL, "bo@example.org");
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(world.introduction("Ana Alba", "Bo Bell")).isEqualTo(introduction);
    assertThat(world.letters()).containsExactly(List.of("Bo Bell"));
  }

  private static World refusingBo() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses")
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Courses");
    world.mailbox().refuse("bo.bell@example.org");
    return world;
  }

  private static String ledgerSays(World world, int row) {
    return world.table.text(World.LEDGER, row, "Explication");
  }

  private static long asked(World world) {
    return world.mailbox().refusals();
  }

  @Test
  void aLetterThatIsRefusedAsSuchIsToldAndNotAskedForInEveryCycle() {
    World world = refusingBo();

    world.settle(6);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: En préparation");
    assertThat(ledgerSays(world, 1)).contains("Gmail refuse ce brouillon");
    assertThat(asked(world)).isEqualTo(1);
  }

  @Test
  void aLetterThatIsRefusedAsSuchHoldsNobodyForEver() {
    World world = refusingBo();
    world.settle(2);

    world.clock.advance(Duration.ofDays(1));
    world.settle(3);

    assertThat(world.ledger())
        .containsExactly("Ana Alba, Bo Bell: Écartée", "Ana Alba, Cy Cole: Brouillon prêt");
    assertThat(ledgerSays(world, 1)).contains("Gmail a refusé le brouillon");
    assertThat(asked(world)).isEqualTo(2);
  }

  @Test
  void aLetterThatWasRefusedAsSuchIsMadeOnceTheAddressIsCorrected() {
    World world = refusingBo();
    world.settle(2);

    world.table.type(World.ANSWERS, 2, EMAIL, "bo@example.org");
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(ledgerSays(world, 1)).doesNotContain("Gmail");
  }

  @Test
  void whatWasBegunForADelegateWhoIsGoneIsDraftedForTheNext() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
    world.outage.planNextOf("create", Outage.How.BEFORE);
    world.once();
    world.outage.heal();
    world.mailbox().setSignedOut(true);
    world.movedTo("autre@example.org");
    world.settle(4);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(world.mailbox().letters()).isEmpty();
    assertThat(world.mailbox("autre@example.org").letters()).hasSize(1);
  }

  @Test
  void twoWhoHelpEachOtherAreToldSoInBothLetters() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", OFFERS, "Conversation")
            .answer("Bo Bell", PLACE, "Nord", NEEDS, "Conversation", OFFERS, "Courses");

    world.once();

    assertThat(bodies(world)).hasSize(2).allSatisfy(b -> assertThat(b).contains(OTHER_WAY));
  }

  @Test
  void ofAThirdWhoHelpsTheHelperNothingIsSaid() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Nord", NEEDS, "Conversation", OFFERS, "Courses")
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Conversation");

    world.once();

    assertThat(bodies(world)).hasSize(2).allSatisfy(b -> assertThat(b).doesNotContain(OTHER_WAY));
    assertThat(bodies(world).stream().filter(b -> b.contains("Ana")))
        .singleElement()
        .asString()
        .doesNotContain("Cy", "bavarder");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, Il y a 1 km au plus entre vous, false",
    "0.6, Il y a 2 km au plus entre vous (Ana, true",
    "2.0, Il y a 3 km au plus entre vous (Ana, true",
    "9.0, 'Ana : du côté de Là', false",
  })
  void aPlaceIsToldAsWellAsItIsKnownUnlessItIsADoor(double km, String words, boolean named) {
    World world = new World();
    world.geocoder.with("Là", 0, km).with("Ici", 0, 0.7);
    world
        .answer("Ana Alba", PLACE, "Là", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Ici", OFFERS, "Courses");

    world.once();

    assertThat(bodies(world).get(0).replace('\u202F', ' ')).contains(words);
    assertThat(bodies(world)).hasSize(1);
    assertThat(bodies(world).get(0).contains("Ana\u202F: Là")).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({"GB, le 999", "FR, le 112", "ZA, les secours", "'', le 999"})
  void theEmergencyNumberIsThatOfThePlaceAndTheCampaignsOnlyWhereTheCountryIsUnknown(
      String country, String words) {
    World world = new World();
    world.geocoder.with("Là", 0, 1, country).with("Ici", 0, 1, country);
    world
        .answer("Ana Alba", PLACE, "Là", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Ici", OFFERS, "Courses");

    world.once();

    assertThat(bodies(world)).singleElement().asString().contains("appelez " + words + "\u202F:");
  }

  @Test
  void aTelephoneNumberIsToldOnlyWhereNothingCanBeAddressed() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "", PHONE, "07700 900123")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses", PHONE, "07700 900456");

    world.once();

    assertThat(bodies(world))
        .singleElement()
        .asString()
        .contains("dans les deux jours, au +44 7700 900123")
        .doesNotContain("900456", "example.org");
  }

  @Test
  void anOutcomeTakenBackBeforeTheDraftWasMadeLeavesItToBeMade() {
    World world = pair();
    world.outage.planNextOf("create", Outage.How.BEFORE);
    world.once();
    world.outage.heal();
    world.mailbox().setSignedOut(true);
    world.table.type(World.LEDGER, 1, "Suite", "Refusée");
    world.once();
    world.table.type(World.LEDGER, 1, "Suite", "");
    world.once();
    world.mailbox().setSignedOut(false);
    world.settle(3);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  /**
   * One request fails while two changed drafts are looked at; both are sent before the next pass.
   */
  @Test
  void whatIsSentAfterALookThatFailedHalfwayIsSeen() {
    for (int call = 0; call < 8; call++) {
      World world =
          pair()
              .answer("Cy Cole", PLACE, "Nord", NEEDS, "Médicaments")
              .answer("Dan Dell", PLACE, "Nord", OFFERS, "Médicaments");
      world.settle(2);
      String one = world.introduction("Ana Alba", "Bo Bell");
      String two = world.introduction("Cy Cole", "Dan Dell");
      world.mailbox().edit(one);
      world.mailbox().edit(two);
      int before = world.outage.calls().size();
      world.outage.plan(before + call, Outage.How.BEFORE);
      world.once();
      world.outage.heal();
      world.mailbox().send(one);
      world.mailbox().send(two);
      world.settle(5);

      assertThat(world.ledger())
          .as("with %s failing", world.outage.calls().subList(before, before + call + 1))
          .containsExactlyInAnyOrder("Ana Alba, Bo Bell: Envoyée", "Cy Cole, Dan Dell: Envoyée");
    }
  }

  private static World pair() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
  }

  /** Their letters may lie in one mailbox. */
  @Test
  void noTwoCampaignsOfOneJournalGiveAnIntroductionTheSameReference() {
    String alone = referenceWith(new MemoryJournal());
    MemoryJournal shared = new MemoryJournal();
    shared.reserve("dublin", List.of(alone));

    assertThat(referenceWith(shared)).isNotEqualTo(alone);
  }

  /** Of the first introduction, by the same chance each time. */
  private static String referenceWith(MemoryJournal journal) {
    World world =
        new World()
            .startAgain(journal)
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    return world.introduction("Ana Alba", "Bo Bell");
  }
}
