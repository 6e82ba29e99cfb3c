package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What was typed into a cell of the daemon's stays where the daemon writes the very same word for
 * another row and the check of that row comes beside it.
 */
@Stories(few = 6)
class EqualWordsTest {
  private static final String FOUND = "Lieu compris";
  private static final String PAUSE = "En pause";
  private static final List<String> OURS =
      List.of("Réf", STATUS, FOUND, "Mise en relation", "Explication", "Contrôle");

  /** What becomes of a write. */
  private enum End {
    IS_ANSWERED,
    IS_UNANSWERED,
    IS_UNANSWERED_AND_THE_PROCESS_ENDS,
    IS_THE_LAST;

    /** Rows are turned round in the instant of the next write, after the look before it. */
    void under(World world) {
      under(world, () -> {});
    }

    /**
     * The same.
     *
     * @param hand of somebody right before that look
     */
    void under(World world, Runnable hand) {
      Runnable turn =
          () -> {
            world.table.reverse(ANSWERS);
            if (this == IS_THE_LAST) {
              world.outage.planNext(Outage.How.DEATH_AFTER);
            } else if (this != IS_ANSWERED) {
              world.outage.planNext(Outage.How.LOST_ANSWER);
            }
          };
      world.table.beforeNextReread(
          () -> {
            hand.run();
            world.table.beforeNextCells(turn);
          });
      try {
        world.once();
      } catch (Outage.Death e) {
        assertThat(this).isEqualTo(IS_THE_LAST);
      }
      if (this == IS_THE_LAST || this == IS_UNANSWERED_AND_THE_PROCESS_ENDS) {
        world.startAgain(world.journal());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTypedStatusStaysWhereAWriteThatPeopleOvertookPutsTheSame(End end) {
    World world = world();
    world.instruct("Hal Hart", STATUS, PAUSE);
    world.settle(2);
    world.instruct("Kim Kern", "Consigne", "Pause");

    end.under(world);
    assertThat(world.shown("Hal Hart", "Contrôle")).contains(world.shown("Kim Kern", "Réf"));
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(PAUSE);
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo(PAUSE);
    assertIsKept(world);
    assertStaysHals(world);
  }

  @ParameterizedTest
  @EnumSource
  void aTypedStatusStaysWhereAWriteThatPeopleOvertookPutsTheCheckOfTheSameAlone(End end) {
    World world = world();
    world.instruct("Hal Hart", STATUS, PAUSE);
    world.instruct("Kim Kern", "Consigne", "Pause");
    world.settle(2);
    world.instruct("Kim Kern", "Vérifié", "TRUE"); // another explanation, the same status

    end.under(world);
    assertThat(world.shown("Hal Hart", "Contrôle")).contains(world.shown("Kim Kern", "Réf"));
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(PAUSE);
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo(PAUSE);
    assertIsKept(world);
    assertStaysHals(world);
  }

  @ParameterizedTest
  @EnumSource
  void aTypedPlaceStaysWhereAWriteThatPeopleOvertookPutsTheSame(End end) {
    String place = world().shown("Kim Kern", FOUND);
    World world = new World().answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants");
    world.settle(2);
    world.instruct("Hal Hart", FOUND, place);
    world.settle(2);
    world.answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");

    end.under(world);
    world.settle(2);

    assertThat(place).isNotEmpty();
    assertThat(world.shown("Hal Hart", FOUND)).isEqualTo(place);
    assertThat(world.shown("Kim Kern", FOUND)).isEqualTo(place);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** The look before the write was the first to see it. */
  @ParameterizedTest
  @EnumSource
  void aStatusThatIsTypedAmidAPassStaysWhereItsWriteIsOvertakenAndPutsTheSame(End end) {
    World world = world();
    world.instruct("Kim Kern", "Consigne", "Pause");

    end.under(world, () -> world.instruct("Hal Hart", STATUS, PAUSE));
    assertThat(world.shown("Hal Hart", "Contrôle")).contains(world.shown("Kim Kern", "Réf"));
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(PAUSE);
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo(PAUSE);
    assertIsKept(world);
    assertStaysHals(world);
  }

  @ParameterizedTest
  @EnumSource
  void aStatusThatIsClearedAmidAPassIsClearedWhereItsWriteIsOvertakenAndPutsTheSame(End end) {
    World world = world();
    world.instruct("Hal Hart", STATUS, PAUSE);
    world.settle(2);
    world.instruct("Kim Kern", "Consigne", "Pause");

    end.under(world, () -> world.instruct("Hal Hart", STATUS, ""));
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(PAUSE);
    assertThat(world.shown("Hal Hart", "Contrôle")).contains(world.shown("Kim Kern", "Réf"));
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo(PAUSE);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @Test
  void aTypedStatusStaysWhereASortOfTheDaemonsColumnsBringsTheSame() {
    World world = world();
    world.instruct("Hal Hart", STATUS, PAUSE);
    world.instruct("Kim Kern", "Consigne", "Pause");
    world.settle(2);

    List<String> hals = ours(world, "Hal Hart");
    write(world, "Hal Hart", ours(world, "Kim Kern"));
    write(world, "Kim Kern", hals);
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(PAUSE);
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo(PAUSE);
    assertIsKept(world);
    assertStaysHals(world);
  }

  @Test
  void aStatusOfTheDaemonsThatCameWithItsCheckIsNotTyped() {
    World world = world();
    world.instruct("Hal Hart", STATUS, PAUSE);
    world.settle(2);
    world.instruct("Hal Hart", STATUS, "");
    world.instruct("Kim Kern", "Consigne", "Pause");
    world.settle(2);

    write(world, "Hal Hart", ours(world, "Kim Kern"));
    world.settle(2);

    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo(PAUSE);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  private static World world() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants")
            .answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    return world;
  }

  private static List<String> ours(World world, String who) {
    return OURS.stream().map(title -> world.shown(who, title)).toList();
  }

  private static void write(World world, String who, List<String> ours) {
    List<String> texts = new ArrayList<>(ours);
    OURS.forEach(title -> world.instruct(who, title, texts.remove(0)));
  }

  private static void assertIsKept(World world) {
    assertThat(world.shown("Hal Hart", "Explication")).contains("Statut\u202f: votre texte reste");
    assertThat(world.shown("Kim Kern", "Explication")).doesNotContain("votre texte reste");
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** It does not go with what the other was asked. */
  private static void assertStaysHals(World world) {
    world.instruct("Kim Kern", "Consigne", "");
    world.settle(2);
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo(PAUSE);
    assertThat(world.shown("Kim Kern", STATUS)).isEqualTo("Disponible");

    world.instruct("Hal Hart", STATUS, "");
    world.settle(2);
    assertThat(world.shown("Hal Hart", STATUS)).isEqualTo("Disponible");
    assertThat(world.settle(2).effects()).isEmpty();
  }
}
