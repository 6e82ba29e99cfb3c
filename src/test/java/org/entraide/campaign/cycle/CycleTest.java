package org.entraide.campaign.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.DELEGATE;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.OTHER_DELEGATE;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.CycleFixture;
import org.entraide.campaign.world.World;
import org.entraide.plan.letter.Letter;
import org.junit.jupiter.api.Test;

class CycleTest extends CycleFixture {

  @Test
  void everybodyIsToldWhereTheyStand() {
    World world = World.busy();

    CycleReport report = world.once();

    assertThat(report.troubles()).isEmpty();
    assertThat(world.statuses())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Ana Alba", "Brouillon prêt",
                "Bo Bell", "Brouillon prêt",
                "Cy Cole", "Brouillon prêt",
                "Dan Dell", "Brouillon prêt",
                "Eve Ender", "Brouillon prêt",
                "Fay Fell", "Incomplet",
                "Gil Gant", "Lieu à préciser",
                "Ida Iles", "En attente",
                "Jo Jarr", "Brouillon prêt",
                "Kim Kern", "Brouillon prêt"));
    assertThat(world.ledger())
        .containsExactly(
            "Ana Alba, Bo Bell: Brouillon prêt",
            "Ana Alba, Cy Cole: Brouillon prêt",
            "Dan Dell, Eve Ender: Brouillon prêt",
            "Jo Jarr, Bo Bell: Brouillon prêt",
            "Kim Kern, Eve Ender: Brouillon prêt");
    assertThat(world.mailbox(DELEGATE).waiting()).hasSize(4);
    assertThat(world.mailbox(OTHER_DELEGATE).waiting())
        .containsExactly(world.introduction("Kim Kern", "Eve Ender"));
  }

  @Test
  void everyRowHasAReferenceAStatusAndAnExplanation() {
    World world = World.busy();

    world.once();

    assertThat(world.shown().values())
        .allSatisfy(row -> assertThat(row.get("Réf")).isNotEmpty())
        .allSatisfy(row -> assertThat(row.get("Statut")).isNotEmpty())
        .allSatisfy(row -> assertThat(row.get("Explication")).isNotEmpty());
  }

  @Test
  void bothRowsOfOnePersonShowTheOneReference() {
    World world = World.busy();

    world.once();

    assertThat(world.table.text(ANSWERS, 1, "Réf")).isEqualTo(world.table.text(ANSWERS, 2, "Réf"));
    assertThat(world.table.text(ANSWERS, 1, "Statut")).isEqualTo("Doublon");
    assertThat(world.table.text(ANSWERS, 1, "Explication")).contains("3");
  }

  @Test
  void aSecondCycleWritesNothingAndReadsOnce() {
    World world = World.busy();
    world.once();
    List<List<List<String>>> before = world.table.everything();
    Journal.Memory memory = world.journal().memory("londres");
    int called = world.outage.calls().size();

    CycleReport second = world.once();

    assertThat(second.quiet()).isTrue();
    assertThat(second.again()).isFalse();
    assertThat(world.outage.calls().subList(called, world.outage.calls().size()))
        .containsExactly("read", "since", "since");
    assertThat(world.table.everything()).isEqualTo(before);
    assertThat(world.journal().memory("londres").introductions()).isEqualTo(memory.introductions());
    world.once();
    Journal.Memory third = world.journal().memory("londres");
    world.once();
    assertThat(world.journal().memory("londres")).isEqualTo(third);
  }

  @Test
  void aQuietCycleStaysQuietForEver() {
    World world = World.busy();
    world.once();
    int writes = world.table.writes();

    CycleReport last = world.settle(20);

    assertThat(last.quiet()).isTrue();
    assertThat(world.table.writes()).isEqualTo(writes);
  }

  @Test
  void thePeopleSColumnsStayAsTheyWere() {
    World world = World.busy();
    int width = World.HEADER.size();
    List<List<String>> before =
        world.table.everything().get(0).stream().map(r -> r.subList(0, width)).toList();

    world.settle(3);

    assertThat(world.table.everything().get(0).stream().map(r -> r.subList(0, width)).toList())
        .isEqualTo(before);
  }

  @Test
  void campaignsWithOneJournalDoNotMix() {
    World london = World.busy();
    World dublin = new World("dublin");
    dublin.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses");
    dublin.answer("Zoe Zell", PLACE, "Nord", OFFERS, "Courses");
    dublin.startAgain(london.journal());
    World alone = World.busy();
    alone.settle(3);

    for (int i = 0; i < 3; i++) {
      london.once();
      dublin.once();
    }

    assertThat(london.shown()).isEqualTo(alone.shown());
    assertThat(dublin.ledger()).containsExactly("Ana Alba, Zoe Zell: Brouillon prêt");
    assertThat(london.journal().memory("dublin").introductions()).hasSize(1);
    assertThat(london.journal().memory("londres").introductions()).hasSize(5);
    assertThat(london.journal().reports())
        .extracting(Journal.CampaignReport::campaign)
        .containsExactly("dublin", "londres");
  }

  @Test
  void aDryRunChangesNothingAnywhere() {
    World world = World.busy();
    List<List<List<String>>> before = world.table.everything();
    Journal.Memory memory = world.journal().memory("londres");

    CycleReport report = world.campaign().dryRun();

    assertThat(report.completed()).isTrue();
    assertThat(report.lines()).anyMatch(e -> e.startsWith("draft M-"));
    assertThat(world.table.everything()).isEqualTo(before);
    assertThat(world.table.writes()).isZero();
    assertThat(world.letters()).isEmpty();
    assertThat(world.journal().memory("londres")).isEqualTo(memory);
    assertThat(world.journal().reports()).isEmpty();
    assertThat(world.journal().unfinishedEffects("londres")).isEmpty();
  }

  @Test
  void aDryRunNamesNobody() {
    World world = World.busy();
    Pattern personal = Pattern.compile("(?i)ana|bell|cole|example\\.org|nord|07700|900123");

    CycleReport fresh = world.campaign().dryRun();
    world.once();
    world.answer("Max Mann", PLACE, "Nord", NEEDS, "Conversation");
    CycleReport later = world.campaign().dryRun();

    assertThat(fresh.lines()).isNotEmpty().noneMatch(e -> personal.matcher(e).find());
    assertThat(later.lines()).isNotEmpty().noneMatch(e -> personal.matcher(e).find());
  }

  @Test
  void effectsNameReferencesAndNobody() {
    World world = World.busy();

    List<String> effects = world.once().lines();

    assertThat(effects)
        .allMatch(
            e -> e.matches("settings|dashboard|to do|(prepare|ledger|draft|write) [-A-Z0-9a-z ]+"));
    assertThat(effects).noneMatch(e -> e.contains("Ana") || e.contains("@"));
  }

  @Test
  void whatWaitedIsDraftedWhenThereIsRoomAgain() {
    World world = World.busy().mostWaitingDrafts(2);
    world.settle(2);

    world.mailbox().waiting().forEach(world.mailbox()::send);
    world.settle(2);

    assertThat(world.letters()).hasSize(5);
    assertThat(world.statuses()).doesNotContainValue("Proposé");
  }

  @Test
  void aRecentAnswerWaitsForItsHour() {
    World world = pair();
    world.clock.advance(Duration.ofDays(-2).plusMinutes(-160)); // 9:20 in London, on the 24th

    world.once();
    Map<String, String> held = world.statuses();
    String why = world.shown("Ana Alba", "Explication");
    world.clock.advance(Duration.ofMinutes(61));
    world.once();

    assertThat(held).containsEntry("Ana Alba", "En attente");
    assertThat(why).contains("Entraide attend jusqu’au");
    assertThat(world.letters()).hasSize(1);
  }

  // ---- what organisers type

  @Test
  void aPinIntroducesTheTwo() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Cy Cole", PLACE, "Loin", OFFERS, "Courses");
    world.once();
    assertThat(world.letters()).isEmpty();

    world.instruct("Ana Alba", "Avec", world.shown("Cy Cole", "Réf").toLowerCase(Locale.ROOT));
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Cy Cole: Brouillon prêt");
  }

  @Test
  void aPausedPersonIsNotIntroduced() {
    World world = pair();
    world.table.type(ANSWERS, 0, World.HEADER.size(), "Consigne");

    world.table.type(ANSWERS, 1, World.HEADER.size(), "pause");
    world.settle(2);

    assertThat(world.letters()).isEmpty();
    assertThat(world.statuses()).containsEntry("Ana Alba", "En pause");
  }

  @Test
  void aGeocoderThatIsDownIsNoNewsAboutThePeople() {
    World world = pair();
    world.geocoder.setDown(true);

    world.once();
    String why = world.shown("Ana Alba", "Explication");
    world.geocoder.setDown(false);
    world.settle(2);

    assertThat(why).contains("nouvel essai");
    assertThat(world.ledger()).hasSize(1);
  }

  @Test
  void aPlaceFoundOfflineForWantOfTheServiceIsSaidAndAskedForAgain() {
    World world = pair();
    world.geocoder.setMakeshift(true);

    world.settle(3);
    String before = world.shown("Ana Alba", "Lieu compris");
    int asked = world.geocoder.asked().size();
    world.geocoder.setMakeshift(false);
    world.settle(3);

    assertThat(before).contains("service en ligne indisponible");
    assertThat(world.shown("Ana Alba", "Lieu compris")).isNotEmpty().doesNotContain("en ligne");
    assertThat(world.geocoder.asked()).as("once for both").hasSize(asked + 1);
  }

  @Test
  void eachPlaceIsAskedForOnce() {
    World world = pair();

    world.settle(3);

    assertThat(world.geocoder.asked()).containsOnlyOnce("Nord");
  }

  @Test
  void aPersonWithoutConsentIsNotLocated() {
    World world = new World().answer("Fay Fell", PLACE, "Sud", NEEDS, "Courses", World.CONSENT, "");

    world.once();

    assertThat(world.geocoder.asked()).doesNotContain("Sud");
    assertThat(world.shown("Fay Fell", "Lieu compris")).isEmpty();
  }

  @Test
  void aPersonWithoutAnAddressIsToBeRung() {
    World world = World.busy();

    world.once();

    String ref = world.introduction("Jo Jarr", "Bo Bell");
    Letter letter =
        world.mailbox().letters().stream()
            .filter(l -> l.introduction().equals(ref))
            .findFirst()
            .orElseThrow();
    assertThat(letter.to()).extracting(Letter.Recipient::name).containsExactly("Bo Bell");
    assertThat(letter.body()).contains("+44 7700 900123");
  }
}
