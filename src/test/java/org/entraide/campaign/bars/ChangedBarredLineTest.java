package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.CHECK;
import static org.entraide.campaign.bars.BarredCampaign.LABEL;
import static org.entraide.campaign.bars.BarredCampaign.UNDERSTOOD;
import static org.entraide.campaign.bars.BarredCampaign.VALUE;
import static org.entraide.campaign.bars.BarredCampaign.answersAgain;
import static org.entraide.campaign.bars.BarredCampaign.assertBarred;
import static org.entraide.campaign.bars.BarredCampaign.assertFree;
import static org.entraide.campaign.bars.BarredCampaign.assertQuiet;
import static org.entraide.campaign.bars.BarredCampaign.barred;
import static org.entraide.campaign.bars.BarredCampaign.deleteRow;
import static org.entraide.campaign.bars.BarredCampaign.label;
import static org.entraide.campaign.bars.BarredCampaign.line;
import static org.entraide.campaign.bars.BarredCampaign.lines;
import static org.entraide.campaign.bars.BarredCampaign.type;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.build.Stories;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of the barred that people change, damage, copy or sort. */
@Stories(few = 3)
class ChangedBarredLineTest {

  @ParameterizedTest
  @CsvSource({"Consigne,rappelée lundi", "Statut,Vue le 3 mai"})
  void aNoteTypedOverExcluFreesNobody(String column, String note) {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.instruct(ANA, NEEDS, "Autre");
    world.settle(2);
    world.instruct(ANA, column, "Exclu");
    world.settle(2);

    world.instruct(ANA, NEEDS, "Courses");
    world.instruct(ANA, column, note);
    world.settle(2);

    assertThat(world.letters()).isEmpty();
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertThat(world.shown(ANA, column)).isEqualTo(note);
    assertThat(world.shown(ANA, "Explication")).contains("«\u202fnon\u202f» à sa ligne");
    assertQuiet(world);

    world.instruct(ANA, column, "");
    world.settle(2);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
  }

  @Test
  void anEmptiedColumnFreesNobody() {
    World world = new World().answer(BO, PLACE, "Nord", OFFERS, "Courses");
    List<String> people = List.of("Al Ash", "Bea Bost", "Cy Cole", "Dan Dell");
    people.forEach(who -> world.answer(who, PLACE, "Nord", NEEDS, "Autre"));
    world.settle(2);
    people.forEach(who -> world.instruct(who, INSTRUCTION, "Exclu"));
    world.settle(2);

    people.forEach(who -> world.instruct(who, INSTRUCTION, ""));
    world.settle(2);

    people.forEach(who -> assertThat(world.shown(who, STATUS)).isEqualTo("Exclu"));
    assertThat(lines(world)).hasSize(4);
    assertQuiet(world);
  }

  @ParameterizedTest
  @CsvSource({"''", "peut-être", "42"})
  void aValueThatSaysNothingChangesNothing(String value) {
    World world = barred();
    deleteRow(world, ANA);
    answersAgain(world, ANA, ANAS, "");

    type(world, VALUE, value);

    assertBarred(world, ANA);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo(value);
  }

  @Test
  void aRenamedLineKeepsItsNameAndItsBar() {
    World world = barred();

    type(world, LABEL, "Ana a volé");

    assertThat(label(world)).isEqualTo("Ana a volé");
    deleteRow(world, ANA);
    answersAgain(world, "Jane Doe", ANAS, "");
    assertBarred(world, "Jane Doe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "barred:x", "barred:00112233445566778899aabbccddeeff on - zz"})
  void aDamagedHiddenCellIsMended(String damaged) {
    World world = barred();
    deleteRow(world, ANA);
    String check = world.table.text(SETTINGS, line(world), CHECK);

    world.table.type(SETTINGS, line(world), CHECK, damaged);
    world.settle(2);

    assertThat(world.table.text(SETTINGS, line(world), CHECK)).isEqualTo(check);
    answersAgain(world, "Jane Doe", ANAS, "");
    assertBarred(world, "Jane Doe");
  }

  /** Of cells no more is read than of an answer, but for lists of whom something is about. */
  @Test
  void aHiddenCellOfManyThousandCharactersIsReadWholeAndSurvivesAWrite() {
    World world = barred();
    String check = world.table.text(SETTINGS, line(world), CHECK);
    int last = check.lastIndexOf(' ') + 1;
    String many =
        IntStream.range(0, 1_000).mapToObj("%016x"::formatted).collect(Collectors.joining(","));
    String longer = check.substring(0, last) + many + "," + check.substring(last);

    type(world, CHECK, longer);
    type(world, LABEL, "");
    deleteRow(world, ANA);
    world.startAgain(new MemoryJournal());
    type(world, LABEL, "");

    assertThat(world.table.text(SETTINGS, line(world), CHECK))
        .hasSameSizeAs(longer)
        .contains(many)
        .contains(check.substring(last).split(","));
    answersAgain(world, "Jane Doe", ANAS, "");
    assertBarred(world, "Jane Doe");
  }

  @Test
  void aCopiedLineSaysSoAndCountsForNothing() {
    World world = barred();

    world.table.copyRow(SETTINGS, line(world));
    world.settle(2);

    assertThat(lines(world)).hasSize(2);
    assertThat(world.table.text(SETTINGS, lines(world).get(1), UNDERSTOOD)).contains("double");
    assertQuiet(world);
  }

  @Test
  void aCopiedLineInWhichSomebodyElseIsNamedBarsThem() {
    World world = barred();
    world.answer("Jane Doe", PLACE, "Nord", NEEDS, "Autre");
    world.settle(2);

    world.table.copyRow(SETTINGS, line(world));
    world.table.type(
        SETTINGS, lines(world).get(1), LABEL, "Exclu\u202f: " + world.shown("Jane Doe", REF));
    world.settle(2);

    assertThat(world.shown("Jane Doe", STATUS)).isEqualTo("Exclu");
    assertThat(world.table.text(SETTINGS, lines(world).get(1), LABEL)).contains("Jane D. (");
    assertThat(world.table.text(SETTINGS, lines(world).get(0), LABEL)).contains("Ana A. (");
    assertQuiet(world);
  }

  @Test
  void sortedLinesStayTheirPeoplesAlsoWithoutTheirHiddenCells() {
    World world = barred();
    world.answer("Jane Doe", PLACE, "Nord", NEEDS, "Autre");
    world.settle(2);
    world.instruct("Jane Doe", INSTRUCTION, "Exclu");
    world.settle(2);
    deleteRow(world, ANA);
    deleteRow(world, "Jane Doe");

    int one = lines(world).get(0);
    int other = lines(world).get(1);
    for (int column : List.of(LABEL, VALUE, UNDERSTOOD)) {
      String text = world.table.text(SETTINGS, one, column);
      world.table.type(SETTINGS, one, column, world.table.text(SETTINGS, other, column));
      world.table.type(SETTINGS, other, column, text);
    }
    int anas = world.table.text(SETTINGS, one, LABEL).contains("Ana") ? one : other;
    world.table.type(SETTINGS, anas, VALUE, "non");
    world.settle(2);

    answersAgain(world, "Eva Alba", ANAS, "");
    assertFree(world, "Eva Alba");
    answersAgain(world, "Joe Doe", "jane.doe@example.org", "");
    assertThat(world.shown("Joe Doe", STATUS)).isEqualTo("Exclu");
    assertQuiet(world);
  }

  @Test
  void aNameThatMayBeALinkIsNotShown() {
    World world =
        new World()
            .answer("evil.example.com/aide Alba", EMAIL, ANAS, PLACE, "Nord", NEEDS, "Autre");
    world.once();
    world.instruct("evil.example.com/aide Alba", INSTRUCTION, "Exclu");
    world.once();

    assertThat(label(world))
        .isEqualTo("Exclu\u202f: " + world.shown("evil.example.com/aide Alba", REF));
  }
}
