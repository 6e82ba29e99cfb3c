package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;
import static org.entraide.campaign.world.World.TIME;

import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.Loss;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A status that is typed in one of several equal rows. */
@Stories(few = 6)
class CopiedEqualStatusTest extends CopiedStatusFixture {

  @ParameterizedTest
  @EnumSource
  void aStatusIsKeptInARowThatIsEditedWhileACopyOfItIsTypedOver(Loss loss) {
    World world = helperWithStatus("");
    int copy = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
    world.settle(2);
    int first = 1;
    world.table.type(ANSWERS, first, STATUS, "En pause");
    world.settle(2);

    world.table.type(ANSWERS, copy, NAME, "Zoe Zane");
    world.table.type(ANSWERS, copy, EMAIL, "zoe.zane@example.org");
    world.table.type(ANSWERS, first, EMAIL, "hal@example.net");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.table.text(ANSWERS, first, STATUS)).isEqualTo("En pause");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** The other shows the same as the daemon's own word where it counts: both are one person. */
  @ParameterizedTest
  @EnumSource
  void aStatusIsKeptThatWasTypedInOneOfTwoEqualRowsWhichIsEdited(Loss loss) {
    for (int typed : List.of(1, 3)) {
      for (String time : List.of("27/03/2020 10:00:00", "20/03/2020 10:00:00")) {
        World world = helperWithStatus("");
        world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
        world.settle(2);
        world.table.type(ANSWERS, typed, STATUS, "En pause");
        world.settle(2);
        String other = world.table.text(ANSWERS, 4 - typed, STATUS);
        assertThat(other).isEqualTo(typed == 1 ? "En pause" : "Doublon"); // the last one counts

        world.table.type(ANSWERS, typed, TIME, time); // the form's
        loss.before(world);
        world.settle(2);
        loss.after(world);
        world.settle(2);

        assertThat(world.table.text(ANSWERS, typed, STATUS)).isEqualTo("En pause");
        assertThat(world.table.text(ANSWERS, typed, "Explication")).contains("votre texte reste");
        assertThat(world.settle(2).effects()).isEmpty();

        world.table.type(ANSWERS, typed, STATUS, "");
        world.settle(2);
        assertThat(statuses(world)).doesNotContain("En pause").contains("Doublon");
        assertThat(world.settle(2).effects()).isEmpty();
      }
    }
  }

  /** The journal numbers equal rows anew, and has the word of the last one under the first's. */
  @ParameterizedTest
  @EnumSource
  void aStatusIsKeptThatWasTypedInOneOfThreeEqualRowsWhichIsEditedAsTheLastIsDeleted(Loss loss) {
    World world = helperWithStatus("");
    world.table.copyRow(ANSWERS, 1);
    world.table.copyRow(ANSWERS, 1);
    world.settle(2);
    world.table.type(ANSWERS, 3, STATUS, "En pause");
    world.settle(2);
    world.table.type(ANSWERS, 1, STATUS, "Retiré");
    world.settle(2);
    assertThat(world.table.text(ANSWERS, 4, STATUS)).isEqualTo("Retiré"); // the last one counts

    world.table.type(ANSWERS, 1, TIME, "27/03/2020 10:00:00"); // the form's
    world.table.deleteRow(ANSWERS, 4);
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.table.text(ANSWERS, 1, STATUS)).isEqualTo("Retiré");
    assertThat(world.table.text(ANSWERS, 3, STATUS)).isEqualTo("En pause");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** A copy of the row where it was typed, with another time, is no edit of it. */
  @Test
  void aStatusTypedInOneOfTwoEqualRowsAndCopiedIsClearedEverywhere() {
    World world = helperWithStatus("");
    world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
    world.settle(2);
    world.table.type(ANSWERS, 1, STATUS, "En pause");
    world.settle(2);
    int copy = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, 1);
    world.table.type(ANSWERS, copy, TIME, "20/03/2020 10:00:00");
    world.settle(2);

    world.table.type(ANSWERS, 1, STATUS, "");
    world.settle(3);

    assertThat(world.table.text(ANSWERS, 1, STATUS)).isNotEqualTo("En pause");
    assertThat(world.table.text(ANSWERS, 3, STATUS)).isNotEqualTo("En pause");
    assertThat(world.table.text(ANSWERS, copy, STATUS)).isNotEqualTo("En pause");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** What came with a copy is not what left somebody else. */
  @ParameterizedTest
  @ValueSource(strings = {"En pause", "Vu lundi"})
  void aStatusStaysClearedWhileARowWithTheSameTypedStatusIsCopied(String typed) {
    World world = helperWithStatus(typed);
    world.instruct("Kim Kern", STATUS, typed);
    world.settle(2);

    copied(world);
    world.instruct("Kim Kern", STATUS, "");
    world.settle(2);

    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("Disponible");
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(typed);
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Disponible");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** Whether it is an edit or a copy that was typed over: it was typed there, and is there. */
  @ParameterizedTest
  @EnumSource
  void aStatusIsKeptThatWasTypedInOneOfTwoEqualRowsWhichGetsAnotherAddress(Loss loss) {
    World world = helperWithStatus("");
    world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
    world.settle(2);
    world.table.type(ANSWERS, 1, STATUS, "En pause");
    world.settle(2);

    world.table.type(ANSWERS, 1, EMAIL, "hal@example.net");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.table.text(ANSWERS, 1, STATUS)).isEqualTo("En pause");
    assertThat(world.table.text(ANSWERS, 1, "Explication")).contains("votre texte reste");
    assertThat(world.settle(2).effects()).isEmpty();

    world.table.type(ANSWERS, 1, STATUS, "");
    world.settle(2);
    assertThat(statuses(world)).doesNotContain("En pause");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aCopiedStatusCountsForNobodyElseWhereTheOriginalIsEditedMeanwhile(Loss loss) {
    for (String typed : List.of("En pause", "Vu lundi")) {
      World world = helperWithStatus(typed);

      world.instruct("Hal Hart", TIME, "27/03/2020 10:00:00"); // the form's
      copied(world);
      loss.before(world);
      world.settle(2);
      loss.after(world);
      world.settle(2);

      // a note stops nobody: rather than to take it from whom it was typed for, it stays with both
      String copied = typed.equals("En pause") ? "Disponible" : typed;
      assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(typed);
      assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo(copied);
      assertThat(world.settle(2).effects()).isEmpty();
    }
  }

  /** Nothing tells which of the two is the original: nobody is written to who may be paused. */
  @ParameterizedTest
  @EnumSource
  void aCopiedStatusCountsForBothWhereTheOriginalIsEditedLaterAndNothingIsRemembered(Loss loss) {
    World world = helperWithStatus("En pause");

    copied(world);
    world.instruct("Hal Hart", TIME, "27/03/2020 10:00:00"); // the form's
    world.startAgain(new MemoryJournal());
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("En pause");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aStatusThatIsTypedIntoACopyIsKeptWhereTheOriginalIsEditedMeanwhile(Loss loss) {
    World world = helperWithStatus("En pause");

    world.instruct("Hal Hart", TIME, "27/03/2020 10:00:00"); // the form's
    copied(world);
    world.instruct("Zoe Zane", STATUS, "Retiré");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("En pause");
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Retiré");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** Its equal still stands, with another check. */
  @ParameterizedTest
  @EnumSource
  void aStatusTypedInOneOfTwoEqualRowsIsNobodysBesideACopyWhereThatRowIsEdited(Loss loss) {
    for (int typed : List.of(1, 3)) {
      World world = helperWithStatus("");
      world.table.copyRow(ANSWERS, world.rowOf("Hal Hart"));
      world.settle(2);
      world.table.type(ANSWERS, typed, STATUS, "En pause");
      world.settle(2);

      int copy = world.table.rowCount(ANSWERS);
      world.table.copyRow(ANSWERS, typed);
      world.table.type(ANSWERS, copy, NAME, "Zoe Zane");
      world.table.type(ANSWERS, copy, EMAIL, "zoe.zane@example.org");
      world.table.type(ANSWERS, typed, TIME, "27/03/2020 10:00:00"); // the form's
      loss.before(world);
      world.settle(2);
      loss.after(world);
      world.settle(2);

      assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Disponible");
      assertThat(world.table.text(ANSWERS, typed, STATUS)).isEqualTo("En pause");
      assertThat(world.settle(2).effects()).isEmpty();
    }
  }

  /** Nothing tells beside whom it was typed, although the answer was edited, too. */
  @ParameterizedTest
  @EnumSource
  void exclusionThatWasTypedAndCopiedBeforeAnybodyLookedCountsBesideBothAlsoAfterAnEdit(Loss loss) {
    World world = helperWithStatus("");
    world.instruct("Hal Hart", STATUS, "Exclu");
    copied(world);
    world.instruct("Hal Hart", TIME, "27/03/2020 10:00:00"); // the form's
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(List.of("Hal Hart", "Zoe Zane"))
        .allSatisfy(who -> assertThat(world.shown(who, STATUS)).isEqualTo("Exclu"));
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** The word is what Entraide wrote in the other of the two. */
  @Test
  void aStatusThatWasCopiedBeforeAnotherWasTypedCountsForNobodyElse() {
    World world = helperWithStatus("");
    world.table.copyRow(ANSWERS, 1);
    world.settle(2);
    world.table.type(ANSWERS, 1, STATUS, "En pause");
    world.settle(2);

    copied(world);
    world.table.type(ANSWERS, 1, STATUS, "Retiré");
    world.settle(2);

    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Disponible");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  private static List<String> statuses(World world) {
    return List.of(1, 2, 3).stream().map(row -> world.table.text(ANSWERS, row, STATUS)).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "NEVER, Vu lundi",
    "BEFORE_THE_COPY_WAS_SEEN, Vu lundi",
    "AFTER_THE_COPY_WAS_SEEN, Vu lundi",
    "BEFORE_AND_AFTER, Vu lundi",
    "NEVER, En pause",
    "BEFORE_THE_COPY_WAS_SEEN, En pause",
    "AFTER_THE_COPY_WAS_SEEN, En pause",
    "BEFORE_AND_AFTER, En pause"
  })
  void aStatusIsKeptThatWasTypedInTheSecondOfTwoEqualRowsWhichIsCopied(Loss loss, String typed) {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
    int first = world.rowOf("Hal Hart");
    int second = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, first);
    world.settle(2);
    world.table.type(ANSWERS, second, STATUS, typed);
    world.settle(2);
    String firstBefore = world.table.text(ANSWERS, first, STATUS);

    int copy = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, second);
    world.table.type(ANSWERS, copy, NAME, "Zoe Zane");
    world.table.type(ANSWERS, copy, EMAIL, "zoe.zane@example.org");
    loss.before(world);
    world.settle(2);
    loss.after(world);
    world.settle(2);

    assertThat(world.table.text(ANSWERS, second, STATUS)).isEqualTo(typed);
    assertThat(world.table.text(ANSWERS, first, STATUS)).isEqualTo(firstBefore);
    assertThat(world.shown("Zoe Zane", STATUS)).isEqualTo("Disponible");
    assertThat(world.settle(2).effects()).isEmpty();
  }
}
