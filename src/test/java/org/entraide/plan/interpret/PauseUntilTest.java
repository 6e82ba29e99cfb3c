package org.entraide.plan.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.Folk;
import org.entraide.plan.instruction.InstructionCell;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.PauseReader;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.Status;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.SpelledDay;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** « Pause 12/01/2027 », as people type it in a sheet that was read in the autumn before. */
class PauseUntilTest {

  private static final String ANA = "7KQ47";
  private static final Instant AUTUMN = Instant.parse("2026-10-03T12:00:00Z");
  private static final LocalDate TWELFTH = LocalDate.of(2027, 1, 12);

  private static PauseReader pauses(String locale, String zone, Instant now) {
    Workbook book = new Workbook("book", "Entraide", locale, ZoneId.of(zone), List.of());
    return PauseReader.of(book, now, Map.of());
  }

  private static PauseReader french() {
    return pauses("fr_FR", "Europe/Paris", AUTUMN);
  }

  private static OrganiserInstructions read(String text, PauseReader pauses) {
    return OrganiserInstructions.read(
        ANA,
        Map.of(PersonColumn.INSTRUCTION, text),
        Folk.WORDS,
        pauses,
        ref -> Optional.of(ref).filter(ANA::equals));
  }

  private static List<String> remarks(OrganiserInstructions instructions) {
    return instructions.remarks().stream().map(Message::key).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pause 12/01/2027",
        "pause jusqu'au 12/01",
        "Pause jusqu’au 12 janvier",
        "Pause 12/1/27",
        "PAUSE : 12.01.2027",
        "Pause - 12-01-2027",
        "Pause (12/01/2027)",
        "Pause (jusqu'au 12/01/2027)",
        "Pause 12/01/2027 (vacances)",
        "Pause until Jan 12 2027",
        "Pause until January 12, 2027",
        "On hold till 12 January",
        "pause 12 janvier",
        "Pause 2027-01-12",
        "Pause, jusqu'au 12/01/2027",
        "Pause, 12/01/2027",
        "Pause 12 / 01 / 2027",
        "Pause12/01/2027",
        "En pause jusqu’au mardi 12 janvier 2027.",
        "mettre en pause jusqu'au 12/01",
        "Pasue 12/01/2027",
        "Pause → 12/01/2027"
      })
  void whatPeopleTypeEndsOnItsDay(String text) {
    OrganiserInstructions instructions = read(text, french());

    assertThat(instructions.words()).containsExactly(Instruction.PAUSE);
    assertThat(instructions.status()).contains(Status.PAUSED);
    assertThat(instructions.pausedUntil()).contains(TWELFTH);
    assertThat(instructions.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pause 12/01/2027, Prioritaire",
        "Prioritaire, Pause 12/01/2027",
        "Prioritaire; pause jusqu'au 12 janvier, 2027",
        "Pause, 12/01/2027, Prioritaire",
        "Pause until Jan 12, 2027, priority"
      })
  void severalInstructionsAllCount(String text) {
    OrganiserInstructions instructions = read(text, french());

    assertThat(instructions.words())
        .containsExactlyInAnyOrder(Instruction.PAUSE, Instruction.PRIORITY);
    assertThat(instructions.pausedUntil()).contains(TWELFTH);
    assertThat(instructions.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Pause", "Pause, Prioritaire", "Pause, à retirer", "Pause, Pause 12/01/2027"})
  void aPauseWithoutADayHasNoEnd(String text) {
    OrganiserInstructions instructions = read(text, french());

    assertThat(instructions.words()).contains(Instruction.PAUSE);
    assertThat(instructions.pausedUntil()).isEmpty();
    assertThat(instructions.remarks()).isEmpty();
  }

  @Test
  void aGraverInstructionBesideItIsFollowed() {
    OrganiserInstructions instructions = read("Pause 12/01/2027, Retirer", french());

    assertThat(instructions.status()).contains(Status.WITHDRAWN);
    assertThat(instructions.pausedUntil()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en_US, Pause 01/12/2027, 2027-01-12",
    "en_US, Pause 1/12, 2027-01-12",
    "en_GB, Pause 12/01/2027, 2027-01-12",
    "en_GB, Pause 01/12/2027, 2027-12-01",
    "fr_FR, Pause 01/12/2027, 2027-12-01",
    "en_US, Pause 12 January 2027, 2027-01-12"
  })
  void theSheetsLocaleDecidesBetweenDayAndMonth(String locale, String text, LocalDate day) {
    assertThat(read(text, pauses(locale, "Europe/London", AUTUMN)).pausedUntil()).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pause 31/02/2027",
        "Pause 45/13",
        "Pause jusqu'à nouvel ordre",
        "Pause 2 semaines",
        "pause until Monday",
        "Pause fin janvier",
        "Pause du 3 au 12/01/2027"
      })
  void aDayThatIsNotUnderstoodKeepsThePauseAndIsAskedAbout(String text) {
    OrganiserInstructions instructions = read(text, french());

    assertThat(instructions.status()).contains(Status.PAUSED);
    assertThat(instructions.pausedUntil()).isEmpty();
    assertThat(remarks(instructions)).containsExactly("explain.pause.unclear");
  }

  @Test
  void theQuestionShowsHowTheSheetWritesADay() {
    Message question = read("Pause 31/02/2027", french()).remarks().get(0);
    Texts french = Texts.of("fr").inSheet("fr_FR");
    Texts american = Texts.of("en").inSheet("en_US");

    assertThat(french.format(question))
        .isEqualTo(
            "corrigez Consigne\u202f: date non comprise (ex. «\u202fPause 31/01/2027\u202f»)");
    assertThat(american.format(question)).contains("“Pause 01/31/2027”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pause café", "Pause bof", "bof 12/01/2027", "Prioritaire 12/01/2027"})
  void otherTextIsAskedAboutAsBefore(String text) {
    OrganiserInstructions instructions = read(text, french());

    assertThat(instructions.words()).isEmpty();
    assertThat(remarks(instructions)).singleElement().asString().startsWith("explain.instruction.");
  }

  @Test
  void aPauseThatIsOverStopsNobodyAndIsSaidToBeOver() {
    OrganiserInstructions instructions = read("Pause 12/01/2026, Prioritaire", french());

    assertThat(instructions.words()).containsExactly(Instruction.PRIORITY);
    assertThat(instructions.status()).isEmpty();
    assertThat(Texts.of("fr").format(instructions.remarks().get(0)))
        .isEqualTo("Pause terminée le 12 janvier 2026\u202f: vous pouvez vider Consigne.");
    assertThat(Texts.of("en").format(instructions.remarks().get(0)))
        .isEqualTo("The pause ended on 12 January 2026: you may clear Instruction.");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Paris,        2027-01-11T22:59:59Z, true",
    "Europe/Paris,        2027-01-11T23:00:00Z, false",
    "Pacific/Auckland,    2027-01-11T10:59:59Z, true",
    "Pacific/Auckland,    2027-01-11T11:00:00Z, false",
    "America/Los_Angeles, 2027-01-12T07:59:59Z, true",
    "America/Los_Angeles, 2027-01-12T08:00:00Z, false"
  })
  void itEndsAtTheStartOfTheDayInTheSheetsZone(String zone, Instant now, boolean paused) {
    OrganiserInstructions instructions = read("Pause 12/01/2027", pauses("fr_FR", zone, now));

    assertThat(instructions.status().isPresent()).isEqualTo(paused);
  }

  /** In Cairo the clock goes from midnight to one o’clock on that day. */
  @ParameterizedTest
  @CsvSource({"2027-04-29T21:59:59Z, true", "2027-04-29T22:00:00Z, false"})
  void aDayWithoutAMidnightBeginsWhenItBegins(Instant now, boolean paused) {
    OrganiserInstructions instructions =
        read("Pause 30/04/2027", pauses("fr_FR", "Africa/Cairo", now));

    assertThat(instructions.status().isPresent()).isEqualTo(paused);
  }

  @Test
  void aDayWithoutItsYearStaysWhatItWasUnderstoodAsOnceItIsOver() {
    OrganiserInstructions before = read("Pause 12/01", french());
    assertThat(before.assumedDays()).containsExactly(TWELFTH);

    PauseReader after =
        new PauseReader(TWELFTH.plusMonths(1), false, Map.of(ANA, before.assumedDays()));
    OrganiserInstructions instructions = read("Pause 12/01", after);

    assertThat(instructions.status()).isEmpty();
    assertThat(remarks(instructions)).containsExactly("explain.pause.over");
    assertThat(instructions.assumedDays()).containsExactly(TWELFTH);
    assertThat(read("Pause 13/01", after).pausedUntil()).contains(LocalDate.of(2028, 1, 13));
  }

  @Test
  void aDayWithItsYearIsNotRemembered() {
    assertThat(read("Pause 12/01/2027", french()).assumedDays()).isEmpty();
  }

  @Test
  void inSeveralRowsTheLongestPauseCounts() {
    OrganiserInstructions january = read("Pause 12/01/2027", french());
    OrganiserInstructions march = read("Pause 01/03/2027", french());
    OrganiserInstructions open = read("Pause", french());
    OrganiserInstructions nothing = read("Prioritaire", french());

    assertThat(january.and(march).pausedUntil()).contains(LocalDate.of(2027, 3, 1));
    assertThat(january.and(nothing).pausedUntil()).contains(TWELFTH);
    assertThat(nothing.and(january).pausedUntil()).contains(TWELFTH);
    assertThat(january.and(open).pausedUntil()).isEmpty();
    assertThat(january.and(open).status()).contains(Status.PAUSED);
    assertThat(january.paused().pausedUntil()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"En pause jusqu’au 12/01/2027", "paused until 12 Jan", "Pause 12/01/27"})
  void aStatusThatIsTypedWithADayIsObeyedUntilThen(String text) {
    InstructionCell status =
        InstructionCell.ofStatus(ANA, text, Folk.WORDS, french()).orElseThrow();

    assertThat(Folk.WORDS.obeyed(text)).contains(Status.PAUSED);
    assertThat(status.pause().end()).contains(TWELFTH);
  }

  @Test
  void otherStatusesHaveNoDay() {
    for (String text : List.of("En pause", "Retiré", "Doublon 7KQ47", "Vu le 12 avril")) {
      assertThat(InstructionCell.ofStatus(ANA, text, Folk.WORDS, french())).isEmpty();
    }
    assertThat(Folk.WORDS.obeyed("Vu le 12 avril")).isEmpty();
    assertThat(Folk.WORDS.obeyed("Doublon 7KQ47")).contains(Status.DUPLICATE);
  }

  @Test
  void theDayIsSpelledInBothLanguages() {
    Message until = Message.of("explain.paused.until").with("day", new SpelledDay(TWELFTH));
    Message first =
        Message.of("explain.paused.until").with("day", new SpelledDay(TWELFTH.withDayOfMonth(1)));

    assertThat(Texts.of("fr").inSheet("en_US").format(until))
        .isEqualTo("En pause jusqu’au 12 janvier 2027\u202f; reprend ce jour-là.");
    assertThat(Texts.of("en").inSheet("en_US").format(until))
        .isEqualTo("Paused until 12 January 2027, and takes part again from that day.");
    assertThat(Texts.of("fr").format(first)).contains("1er janvier 2027");
    assertThat(Texts.of("en").format(first)).contains("1 January 2027");
  }
}
