package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.assertQuiet;
import static org.entraide.campaign.world.Titles.CHECK;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.build.Stories;
import org.entraide.campaign.decide.RememberingMatcher;
import org.entraide.campaign.world.Loss;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Steps;
import org.entraide.campaign.world.World;
import org.entraide.match.model.Instance;
import org.entraide.match.model.Participant;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Organisers say for which association somebody helps, and how many people it helps at most. */
@Stories(few = 4)
class HelperGroupsTest {

  private static final String GROUP = "Groupe";
  private static final int LABEL = 0;
  private static final int VALUE = 1;
  private static final int UNDERSTOOD = 2;
  private static final int HIDDEN = 4;
  private static final int RELINKED = 77;

  private final List<Instance> matched = new ArrayList<>();

  /** Hal and Ivy, who would help, Kim, who lives far away, and nobody who needs them. */
  private World helpers() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
            .answer("Ivy Imms", PLACE, "Nord", OFFERS, "Courses")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Courses");
    watched(world);
    world.settle(2);
    return world;
  }

  private void watched(World world) {
    world.solvedBy(
        (instance, options) -> {
          matched.add(instance);
          return RememberingMatcher.matcher().solve(instance, options);
        });
  }

  /** Both help for one group, spelt in two ways. */
  private World grouped() {
    World world = helpers();
    world.instruct("Hal Hart", GROUP, "Croix-Rouge");
    world.instruct("Ivy Imms", GROUP, "croix rouge");
    world.settle(2);
    return world;
  }

  private static List<Integer> lines(World world) {
    List<Integer> lines = new ArrayList<>();
    for (int row = 1; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, HIDDEN).startsWith("group:")) {
        lines.add(row);
      }
    }
    return lines;
  }

  private static int line(World world) {
    assertThat(lines(world)).hasSize(1);
    return lines(world).get(0);
  }

  private static String cell(World world, int column) {
    return world.table.text(SETTINGS, line(world), column);
  }

  private static World limit(World world, String typed) {
    world.table.type(SETTINGS, line(world), VALUE, typed);
    world.settle(2);
    return world;
  }

  /** What the last matching was given. */
  private Instance last(World world) {
    matched.clear();
    watched(world); // nothing is remembered of the one before
    world.answer("Zed " + matched.size(), PLACE, "Nulle part", NEEDS, "Autre");
    world.settle(2);
    return matched.get(matched.size() - 1);
  }

  private Map<String, String> groups(World world) {
    Map<String, String> byReference = new HashMap<>();
    for (Participant someone : last(world).participants()) {
      byReference.put(someone.ref(), someone.group());
    }
    Map<String, String> groups = new HashMap<>();
    for (String who : List.of("Hal Hart", "Ivy Imms", "Kim Kern")) {
      String group = byReference.get(world.shown(who, "Réf"));
      if (group != null) {
        groups.put(who, group);
      }
    }
    return groups;
  }

  @Test
  void aNameThatAppearsGetsALineAndNothingIsWrittenAfterThat() {
    World world = grouped();

    assertThat(cell(world, LABEL)).isEqualTo("Groupe\u202f: Croix-Rouge");
    assertThat(cell(world, UNDERSTOOD)).isEqualTo("pas de limite commune");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Aide pour le groupe Croix-Rouge.");
    assertThat(world.shown("Ivy Imms", GROUP)).isEqualTo("croix rouge");
    assertQuiet(world);
    int reads = world.table.reads();
    int understood = world.table.understood();
    assertThat(world.once().effects()).isEmpty();
    assertThat(world.table.reads()).isEqualTo(reads + 1);
    assertThat(world.table.understood()).isEqualTo(understood);
  }

  @Test
  void theMatcherGetsWhoIsInAGroupAndItsLimit() {
    World world = grouped();
    assertThat(groups(world)).hasSize(2).doesNotContainKey("Kim Kern");
    assertThat(groups(world).values()).containsOnly("croixrouge");
    assertThat(last(world).groups()).isEmpty();

    limit(world, "2");
    assertThat(last(world).groups()).isEqualTo(Map.of("croixrouge", 2));
    assertThat(world.shown("Ivy Imms", EXPLANATION))
        .contains("Groupe Croix-Rouge\u202f: 2 personnes en tout, au plus.");

    limit(world, "plusieurs");
    assertThat(last(world).groups()).isEqualTo(Map.of("croixrouge", 2));

    limit(world, "");
    assertThat(last(world).groups()).isEmpty();
    assertQuiet(world);
  }

  @Test
  void aGroupHelpsNoMoreThanItsLimitUntilThatIsRaised() {
    World world = limit(grouped(), "1");
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses");
    world.answer("Bea Bost", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);

    String waits = world.shown("Ana Alba", STATUS).equals("En attente") ? "Ana Alba" : "Bea Bost";
    assertThat(world.ledger()).hasSize(1).noneMatch(entry -> entry.contains(waits));
    assertThat(world.shown(waits, EXPLANATION))
        .contains("les 2 bénévoles possibles n’ont plus de place, ou leur groupe");
    assertQuiet(world);

    limit(world, "2");
    assertThat(world.ledger()).hasSize(2);
    assertThat(world.shown(waits, STATUS)).isEqualTo("Brouillon prêt");

    limit(world, "1");
    assertThat(world.ledger()).hasSize(2).allMatch(entry -> entry.endsWith("Brouillon prêt"));
    assertQuiet(world);
  }

  @Test
  void withOverridesTheLimitOfAGroup() {
    World world = limit(grouped(), "0");
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    assertThat(world.shown("Ana Alba", STATUS)).isEqualTo("En attente");

    world.instruct("Ana Alba", "Avec", world.shown("Hal Hart", "Réf"));
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Hal Hart: Brouillon prêt");
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'Groupe Croix-Rouge\u202f: n’aide personne de plus pour l’instant (limite\u202f: 0).'",
    "1, 'Groupe Croix-Rouge complet\u202f: il aide 1 personne, sa limite est 1.'"
  })
  void whoseGroupHasNoPlaceLeftIsFullAndKnowsWhy(String limit, String why) {
    World world = grouped();
    world.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);

    limit(world, limit);

    String idle = world.shown("Hal Hart", STATUS).equals("Plus de place") ? "Hal Hart" : "Ivy Imms";
    assertThat(world.shown(idle, STATUS)).isEqualTo("Plus de place");
    assertThat(world.shown(idle, EXPLANATION)).contains(why);
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDeletedLineAndADeletedTabReturnWithTheLimit(boolean wholeTab) {
    World world = limit(grouped(), "2");

    if (wholeTab) {
      world.table.deleteTab(SETTINGS);
    } else {
      world.table.deleteRow(SETTINGS, line(world));
    }
    world.settle(2);

    assertThat(cell(world, LABEL)).isEqualTo("Groupe\u202f: Croix-Rouge");
    assertThat(cell(world, VALUE)).isEqualTo("2");
    assertThat(last(world).groups()).isEqualTo(Map.of("croixrouge", 2));
    assertQuiet(world);
  }

  @Test
  void aLineThatIsGoneWhileTheSheetLooksEmptyReturnsWithTheLimit() {
    World world = limit(grouped(), "2");
    for (String name : List.of("Ana", "Bea", "Cleo", "Dora", "Elsa")) {
      world.answer(name, PLACE, "Loin", NEEDS, "Autre");
    }
    world.settle(2);
    List<List<Cell>> gone = new ArrayList<>();
    while (world.table.rowCount(ANSWERS) > 1) {
      gone.add(world.table.answers(ANSWERS, 1, 99));
      world.table.deleteRow(ANSWERS, 1);
    }
    world.table.deleteTab(SETTINGS);
    assertThat(world.once().troubles()).hasSize(1);

    gone.forEach(cells -> world.table.row(ANSWERS, cells));
    world.settle(2);
    world.instruct("Hal Hart", GROUP, "Croix-Rouge");
    world.settle(2);

    assertThat(cell(world, VALUE)).isEqualTo("2");
  }

  @Test
  void theLimitCountsWithoutTheJournal() {
    World world = limit(grouped(), "2");

    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertThat(last(world).groups()).isEqualTo(Map.of("croixrouge", 2));
    assertThat(groups(world)).containsKeys("Hal Hart", "Ivy Imms");
    assertQuiet(world);
  }

  @Test
  void aNameThatIsTakenAwayLeavesItsLineWithTheValue() {
    World world = limit(grouped(), "2");

    world.instruct("Hal Hart", GROUP, "");
    world.instruct("Ivy Imms", GROUP, "");
    world.settle(2);

    assertThat(cell(world, VALUE)).isEqualTo("2");
    assertThat(cell(world, UNDERSTOOD)).startsWith("Personne n’est dans ce groupe");
    assertThat(last(world).groups()).isEmpty();
    assertQuiet(world);
  }

  @Test
  void aGroupThatCameBesideSomebodyElseInASortOfItsColumnStaysWithItsPerson() {
    World world = helpers();
    world.instruct("Hal Hart", GROUP, "Croix-Rouge");
    world.settle(2);

    Steps.reverse(world, GROUP, GROUP);
    world.settle(2);

    assertThat(world.shown("Kim Kern", GROUP)).isEqualTo("Croix-Rouge");
    assertThat(world.shown("Kim Kern", EXPLANATION)).contains("pas été tapé pour cette personne");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("un tri l’a mis ailleurs");
    assertThat(groups(world)).containsOnlyKeys("Hal Hart");
    assertQuiet(world);
  }

  @ParameterizedTest
  @EnumSource
  void aGroupThatWasCopiedWithARowCountsForNobodyElse(Loss loss) {
    World world = helpers();
    world.instruct("Kim Kern", GROUP, "Croix-Rouge");
    world.settle(2);

    int copy = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, world.rowOf("Kim Kern"));
    world.table.type(ANSWERS, copy, World.NAME, "Zoe Zane");
    world.table.type(ANSWERS, copy, World.EMAIL, "zoe.zane@example.org");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    String copied = world.table.text(ANSWERS, copy, "Réf");
    assertThat(last(world).participants())
        .filteredOn(someone -> someone.group() != null)
        .extracting(Participant::ref)
        .doesNotContain(copied)
        .hasSize(1);
  }

  /** The checks of an earlier version end before the hash of this column. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aGroupIsUnderstoodBesideTheCheckOfAnEarlierVersion(boolean journalLost) {
    World world = helpers();
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      String check = world.table.text(ANSWERS, row, CHECK);
      String[] parts = check.split("/", -1);
      assertThat(parts[1]).endsWith(".");
      parts[1] = parts[1].substring(0, parts[1].length() - 1);
      world.table.type(ANSWERS, row, CHECK, String.join("/", parts));
    }
    if (journalLost) {
      world.startAgain(new MemoryJournal());
    }

    world.instruct("Hal Hart", GROUP, "Croix-Rouge");
    world.settle(2);

    assertThat(groups(world)).containsOnlyKeys("Hal Hart");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("Aide pour le groupe Croix-Rouge.");
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFormThatIsLinkedAnewKeepsTheGroups(boolean deletedAtOnce) {
    World world = limit(grouped(), "2");
    world.instruct("Ivy Imms", GROUP, "");
    world.settle(2);

    world.linkAnew(RELINKED);
    if (deletedAtOnce) {
      world.table.deleteTab(ANSWERS);
    }
    world.settle(4);

    assertThat(world.table.text(RELINKED, 1, GROUP)).isEqualTo("Croix-Rouge");
    assertThat(cell(world, VALUE)).isEqualTo("2");
  }

  @Test
  void whoOffersNothingIsToldSo() {
    World world = helpers();
    world.answer("Ana Alba", PLACE, "Loin", NEEDS, "Courses");
    world.instruct("Ana Alba", GROUP, "Croix-Rouge");
    world.instruct("Hal Hart", GROUP, "#REF!");
    world.settle(2);

    assertThat(world.shown("Ana Alba", EXPLANATION)).contains("ne propose pas d’aide");
    assertThat(world.shown("Hal Hart", EXPLANATION)).contains("#REF! n’est pas un nom de groupe");
    assertThat(groups(world)).isEmpty();
  }

  @Test
  void whoIsPausedIsStillOfTheGroup() {
    World world = grouped();

    world.instruct("Hal Hart", INSTRUCTION, "Pause");
    world.settle(2);

    assertThat(groups(world)).containsKey("Hal Hart");
    assertQuiet(world);
  }

  @Test
  void linesAreMadeWhileTheCampaignIsSuspended() {
    World world = helpers();
    Steps.suspend(world, "oui");
    world.settle(2);

    world.instruct("Hal Hart", GROUP, "Croix-Rouge");
    world.settle(2);
    assertThat(cell(world, LABEL)).isEqualTo("Groupe\u202f: Croix-Rouge");
    limit(world, "2");
    assertThat(cell(world, UNDERSTOOD)).isEqualTo("2 personnes en tout");
    assertQuiet(world);
  }
}
