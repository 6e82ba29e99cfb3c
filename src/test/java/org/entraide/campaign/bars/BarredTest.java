package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.ANAS_PHONE;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.CHECK;
import static org.entraide.campaign.bars.BarredCampaign.SETTLED;
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
import static org.entraide.campaign.world.Steps.called;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entraide.build.Stories;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.people.profile.RowFingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** <i>Exclu</i> outlives rows, tabs, journals and erasures, until an organiser lifts it. */
@Stories(few = 8)
class BarredTest {

  @Test
  void aBarHasALineInTheSettings() {
    World world = barred();

    assertThat(label(world)).isEqualTo("Exclu\u202f: Ana A. (" + world.shown(ANA, REF) + ")");
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    assertThat(world.table.text(SETTINGS, line(world), CHECK)).doesNotContain("alba", "900123");
    assertBarred(world, ANA);
  }

  @Test
  void whoseRowWasDeletedIsBarredWhenTheSameContactAnswersAgain() {
    World world = barred();
    deleteRow(world, ANA);

    answersAgain(world, ANA, ANAS, "");

    assertBarred(world, ANA);
    assertThat(world.shown(ANA, EXPLANATION)).contains("«\u202fnon\u202f» à sa ligne");
    assertThat(lines(world)).hasSize(1);
  }

  @Test
  void whoseRowWasDeletedAndWhoAnsweredAgainBeforeAnybodyLookedIsBarred() {
    World world = barred();
    world.table.deleteRow(ANSWERS, world.rowOf(ANA));

    answersAgain(world, ANA, ANAS, ANAS_PHONE);

    assertBarred(world, ANA);
  }

  @Test
  void whoseRowWasDeletedWhileACopyOfItSaysNothingStaysBarred() {
    World world = barred();
    int row = world.rowOf(ANA);
    int copy = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, row);
    world.table.type(ANSWERS, copy, "Consigne", "");
    world.settle(2);
    assertBarred(world, ANA);

    world.table.deleteRow(ANSWERS, row);
    world.settle(2);

    assertBarred(world, ANA);
    assertThat(world.shown(ANA, EXPLANATION)).contains("«\u202fnon\u202f» à sa ligne");
    assertQuiet(world);
  }

  @Test
  void whoAnswersAgainFromAnotherAddressUnderTheSameTelephoneIsBarred() {
    World world = barred();

    answersAgain(world, ANA, "ana@new.example.org", ANAS_PHONE);

    assertBarred(world, ANA);
  }

  @ParameterizedTest
  @CsvSource({"Ana Alba,ana.alba@example.org,", "Jane Doe,,07700 900123"})
  void whoIsBarredByAContactStaysSoWithoutTheJournal(String who, String email, String phone) {
    World world = barred();
    deleteRow(world, ANA);
    world.startAgain(new MemoryJournal());

    answersAgain(world, who, email == null ? "" : email, phone == null ? "" : phone);

    assertBarred(world, who);
    assertThat(world.shown(who, EXPLANATION))
        .contains("Même contact que", "Distinct", "«\u202fnon\u202f»");
    assertThat(lines(world)).hasSize(1);
  }

  @Test
  void whoAnsweredAlreadyStaysBarredWithoutTheJournal() {
    World world = barred();
    deleteRow(world, ANA);
    answersAgain(world, "Jane Doe", "", ANAS_PHONE);

    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertBarred(world, "Jane Doe");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFormThatIsLinkedAnewFreesNobody(boolean journalLost) {
    World world = new World().answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.answer(BO, PLACE, "Nord", OFFERS, "Courses"); // would help her
    world.settle(2);
    world.linkAnew(8);
    if (journalLost) {
      world.startAgain(new MemoryJournal());
    }
    world.table.deleteTab(ANSWERS);

    world.settle(SETTLED);

    assertThat(world.table.text(8, 1, World.NAME)).isEqualTo(ANA);
    assertThat(world.table.text(8, 1, STATUS)).isEqualTo("Exclu");
    assertThat(world.table.text(8, 2, STATUS)).isEqualTo("Disponible");
    assertThat(world.letters()).isEmpty();
    assertThat(lines(world)).hasSize(1);
    assertQuiet(world);

    world.table.type(8, 1, INSTRUCTION, "");
    type(world, VALUE, "non");
    assertThat(world.letters()).containsExactly(List.of(ANA, BO)); // nothing else hindered them
    assertQuiet(world);
  }

  @Test
  void whoAnsweredBeforeUnderTheSameAddressIsBarredToo() {
    World world =
        new World()
            .answer("Eva Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, ANAS)
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    assertThat(world.shown("Eva Alba", STATUS)).isEqualTo("Brouillon prêt");

    world.instruct(ANA, INSTRUCTION, "Exclu");
    world.settle(2);

    assertThat(world.shown("Eva Alba", STATUS)).isEqualTo("Exclu");
    assertThat(world.shown("Eva Alba", EXPLANATION))
        .contains("Même contact que " + called(world, ANA));
    assertThat(world.mailbox().waiting()).isEmpty();
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void distinctFreesOnePersonAndNobodyElse(boolean journalLost) {
    World world = barred();
    answersAgain(world, "Jane Doe", ANAS, "");
    answersAgain(world, "Eva Alba", ANAS, "");

    world.instruct("Jane Doe", INSTRUCTION, "Distinct");
    world.settle(2);
    if (journalLost) {
      world.startAgain(new MemoryJournal());
      world.settle(2);
    }

    assertFree(world, "Jane Doe");
    assertThat(world.shown("Eva Alba", STATUS)).isEqualTo("Exclu");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Exclu");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoWasErasedStaysBarredAndIsNotNamed(boolean journalLost) {
    World world = barred();
    String ref = world.shown(ANA, REF);
    ErasureCommands.ask(world.journal(), "londres", ref, world.clock.instant());
    world.settle(SETTLED);
    assertThat(label(world)).isEqualTo("Exclu\u202f: personne effacée");
    assertThat(world.table.everything().toString()).doesNotContain(ref, "Ana A.");
    assertThat(world.journal().memory("londres").notes().toString()).doesNotContain(ref);
    if (journalLost) {
      world.startAgain(new MemoryJournal());
      world.settle(2);
    }

    answersAgain(world, "Ana  Alba", ANAS, "");

    assertBarred(world, "Ana  Alba");
    assertThat(world.shown("Ana  Alba", EXPLANATION)).contains("effacée depuis");
    assertThat(lines(world)).hasSize(1);
  }

  /** Somebody answers again, and the journal is lost, so many passes after the command. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void whoIsErasedAndAnswersAgainAsTheJournalIsLostStaysBarred(int passes) {
    World world = barred();
    String ref = world.shown(ANA, REF);
    String bos = world.shown(BO, REF);
    ErasureCommands.ask(world.journal(), "londres", ref, world.clock.instant());
    for (int i = 0; i < passes; i++) {
      world.settle(1);
    }
    world.answer("Ana  Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, ANAS);

    world.startAgain(new MemoryJournal());
    world.settle(SETTLED);

    assertBarred(world, "Ana  Alba");
    assertThat(lines(world)).hasSize(1);
    assertThat(world.shown(BO, REF)).isEqualTo(bos);
    assertThat(world.shown("Ana  Alba", REF)).isNotEqualTo(bos);
  }

  /** By the command, and by itself once nothing was heard for as long as people are kept. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoIsKnownByTheirLineAloneIsErasedToo(boolean asked) throws Exception {
    World world = barred();
    String ref = world.shown(ANA, REF);
    deleteRow(world, ANA);
    world.startAgain(new MemoryJournal());
    world.settle(2);
    assertThat(label(world)).isEqualTo("Exclu\u202f: Ana A. (" + ref + ")");

    if (asked) {
      assertThat(world.cycle().inspection().find(ref)).hasSize(1);
      ErasureCommands.ask(world.journal(), "londres", ref, world.clock.instant());
    } else {
      world.clock.advance(Duration.ofDays(91));
      world.settle(2);
      world.clock.advance(Duration.ofDays(8));
    }
    world.settle(SETTLED);

    assertThat(label(world)).isEqualTo("Exclu\u202f: personne effacée");
    answersAgain(world, "Jane Doe", ANAS, "");
    assertBarred(world, "Jane Doe");
  }

  @Test
  void whoIsBarredAndErasedInOneMomentStaysBarred() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(BO, PLACE, "Loin", OFFERS, "Courses");
    world.settle(2);
    world.instruct(ANA, INSTRUCTION, "Exclu");
    ErasureCommands.ask(world.journal(), "londres", world.shown(ANA, REF), world.clock.instant());
    world.settle(SETTLED);
    world.answer("Cy Cole", PLACE, "Nord", OFFERS, "Courses");

    answersAgain(world, "Jane Doe", ANAS, "");

    assertBarred(world, "Jane Doe");
  }

  @Test
  void whatAnEarlierVersionRememberedIsKept() {
    World world = barred();
    String ref = world.shown(ANA, REF);
    deleteRow(world, ANA);
    world.table.deleteRow(SETTINGS, line(world));
    MemoryJournal earlier = new MemoryJournal();
    String hash = RowFingerprint.address("sheet-of-londres", ANAS).substring(1);
    earlier.storeNotes("londres", Map.of(new Note(Note.Kind.BARRED, hash), ref));
    world.startAgain(earlier);

    answersAgain(world, "Jane Doe", ANAS, "");

    assertBarred(world, "Jane Doe");
    assertThat(label(world)).isEqualTo("Exclu\u202f: " + ref);
    assertThat(earlier.memory("londres").notes())
        .doesNotContainKey(new Note(Note.Kind.BARRED, hash));
  }
}
