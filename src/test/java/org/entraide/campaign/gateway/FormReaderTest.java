package org.entraide.campaign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.FormObservation;
import org.entraide.campaign.port.FormSource;
import org.entraide.campaign.port.Trouble;
import org.entraide.form.Form;
import org.entraide.form.Question;
import org.entraide.form.QuestionMark;
import org.entraide.form.Response;
import org.entraide.form.SheetSide;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.testkit.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormReaderTest {

  private static final Instant START = Instant.parse("2026-03-20T10:00:00Z");

  private final MovableClock clock = new MovableClock(START);
  private final FakeForm source = new FakeForm();
  private final FormReader reader = new FormReader(source, clock);
  private final List<Row> rows = new ArrayList<>();
  private Map<Integer, QuestionMark> pins = Map.of();

  /** A form in memory that notes what was asked of it. */
  private static final class FakeForm implements FormSource {
    private final Map<String, Response> responses = new LinkedHashMap<>();
    private final List<Instant> asked = new ArrayList<>();
    private @Nullable RemoteFailure failure;
    private int tries;

    @Override
    public Form form() throws RemoteFailure {
      tries++;
      if (failure != null) {
        throw failure;
      }
      return new Form(
          "f",
          "F",
          Optional.of("s"),
          Optional.of(true),
          "",
          List.of(new Question("1", "Nom", List.of(), false)));
    }

    @Override
    public List<Response> answers(Instant since) {
      asked.add(since);
      return responses.values().stream().filter(r -> !r.lastSubmitted().isBefore(since)).toList();
    }
  }

  private void answer(String name, boolean withRow) {
    Instant now = clock.instant();
    String id = "r" + source.responses.size();
    source.responses.put(
        id, new Response(id, now, now, Optional.empty(), Map.of("1", List.of(name))));
    if (withRow) {
      double days =
          Duration.between(Instant.parse("1899-12-30T00:00:00Z"), now).toMillis() / 86_400_000.0;
      rows.add(new Row(rows.size() + 1, List.of(Cell.number(days, "x"), Cell.text(name))));
    }
  }

  private FormObservation look() {
    return reader.look(
        new SheetSide(
            "s", ZoneOffset.UTC, List.of("Horodateur", "Nom", "Réf"), rows, Set.of(2), pins));
  }

  private int known() {
    return (int)
        rows.stream().filter(r -> look().witness().orElseThrow().response(r).isPresent()).count();
  }

  @Test
  void whatAWrongClockSaidIsNotWaitedForOnceItIsRight() {
    source.failure = RemoteFailure.of(RemoteFailure.Kind.UNAVAILABLE, "Away.");
    look();
    source.failure = null;

    clock.advance(Duration.ofHours(-1));

    assertThat(look().trouble()).isEmpty();
    assertThat(source.tries).isEqualTo(2);
  }

  @Test
  void aQuietSheetIsComparedWithoutAskingTheFormAgain() {
    answer("Ana", true);
    assertThat(known()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(14));
    assertThat(look().witness()).containsSame(look().witness().orElseThrow());

    assertThat(source.asked).containsExactly(Instant.EPOCH);
  }

  @Test
  void aFormThatIsReadAgainAndTellsTheSameSparesTheLook() {
    answer("Ana", true);
    look();
    assertThat(reader.isUnchanged()).isTrue();
    assertThat(source.tries).isEqualTo(1);
    clock.advance(Duration.ofMinutes(15));

    assertThat(reader.isUnchanged()).isTrue();
    assertThat(source.tries).isEqualTo(2);
  }

  @Test
  void whatTheFormTellsAnewIsInTheNextLookWithoutAskingTwice() {
    answer("Ana", false);
    look();
    clock.advance(Duration.ofMinutes(15));
    answer("Bo", false);

    assertThat(reader.isUnchanged()).isFalse();
    assertThat(reader.isUnchanged()).as("until somebody looked").isFalse();
    FormObservation seen = look();

    assertThat(seen.witness().orElseThrow().lost(Instant.MAX, ErasedPeople.NOBODY)).hasSize(2);
    assertThat(source.tries).isEqualTo(2);
    assertThat(reader.isUnchanged()).isTrue();
  }

  @Test
  void aFormThatFailsTellsNothing() {
    assertThat(reader.isUnchanged()).as("never read").isFalse();
    look();
    source.failure = RemoteFailure.of(RemoteFailure.Kind.UNAVAILABLE, "Away.");
    clock.advance(Duration.ofMinutes(15));

    assertThat(reader.isUnchanged()).isFalse();
    assertThat(look().trouble()).isPresent();
    assertThat(source.tries).as("asked once").isEqualTo(2);
  }

  @Test
  void newRowsAreAReasonToAskForWhatIsNew() {
    answer("Ana", true);
    look();
    clock.advance(Duration.ofMinutes(1));
    answer("Bo", true);

    assertThat(known()).isEqualTo(2);
    assertThat(source.asked).containsExactly(Instant.EPOCH, START.minus(Duration.ofMinutes(5)));
  }

  @Test
  void whatTheDaemonWritesItselfIsNoReason() {
    answer("Ana", true);
    look();
    rows.set(0, new Row(1, List.of(rows.get(0).cell(0), rows.get(0).cell(1), Cell.text("7KQ47"))));
    pins = Map.of(1, new QuestionMark("1", Optional.empty()));
    look();

    assertThat(source.tries).isEqualTo(1);
  }

  @Test
  void aQuarterOfAnHourIsAReasonAndSixHoursToAskForAll() {
    look();
    clock.advance(Duration.ofMinutes(15));
    answer("Ana", false);
    look();
    assertThat(source.asked).hasSize(2);

    for (int i = 0; i < 24; i++) {
      clock.advance(Duration.ofMinutes(15));
      look();
    }
    assertThat(source.asked)
        .contains(Instant.EPOCH)
        .filteredOn(Instant.EPOCH::equals)
        .hasSizeGreaterThan(1);
  }

  @Test
  void somebodyWithoutARowIsAReasonToAskForAll() {
    answer("Ana", false);
    look();
    clock.advance(Duration.ofMinutes(16));
    assertThat(look().witness().orElseThrow().lost(clock.instant(), ErasedPeople.NOBODY))
        .hasSize(1);
    source.responses.clear(); // deleted in the form, too
    clock.advance(Duration.ofMinutes(16));

    assertThat(look().witness().orElseThrow().lost(clock.instant(), ErasedPeople.NOBODY)).isEmpty();
  }

  @Test
  void anotherTabIsAReasonToAskForAll() {
    answer("Ana", true);
    answer("Ben", true);
    assertThat(reader.record(Set.of(1), 7).orElseThrow().responses()).hasSize(2);
    clock.advance(Duration.ofMinutes(1));
    source.responses.remove("r1"); // deleted in the form: it is not written into the new tab

    assertThat(reader.record(Set.of(1), 8).orElseThrow().responses()).hasSize(2);
    assertThat(reader.record(Set.of(1, 2), 9).orElseThrow().responses()).hasSize(1);
    reader.record(Set.of(1, 2), 10);
    assertThat(source.asked).filteredOn(Instant.EPOCH::equals).hasSize(2);
  }

  @Test
  void aFormThatFailsStopsNothingAndWhatItToldIsKept() {
    answer("Ana", true);
    look();
    source.failure = RemoteFailure.of(RemoteFailure.Kind.PERMISSION, "Reading the form failed.");
    clock.advance(Duration.ofMinutes(20));
    answer("Bo", true);
    FormObservation seen = look();

    assertThat(seen.trouble().map(Trouble::kind)).contains(Trouble.Kind.PERMISSION);
    assertThat(seen.witness().orElseThrow().response(rows.get(0))).isPresent();
    assertThat(seen.witness().orElseThrow().response(rows.get(1))).isEmpty();

    source.failure = null;
    clock.advance(Duration.ofMinutes(2));
    assertThat(look().trouble()).isEmpty();
    assertThat(known()).isEqualTo(2);
  }

  @Test
  void aFormThatWasNeverReadLeavesTheSheetAlone() {
    source.failure = RemoteFailure.of(RemoteFailure.Kind.NOT_FOUND, "It does not exist.");
    assertThat(look().witness()).isEmpty();
    assertThat(look().trouble()).isPresent();
  }

  @Test
  void aFormThatFailsIsAskedLessAndLessOften() {
    source.failure = RemoteFailure.of(RemoteFailure.Kind.UNAVAILABLE, "Away.");
    for (int i = 0; i < 60; i++) {
      look();
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(source.tries).isBetween(4, 8);
  }

  @Test
  void aThrottledFormIsLeftAloneAsLongAsItSays() {
    source.failure =
        new RemoteFailure(
            RemoteFailure.Kind.THROTTLED, false, START.plus(Duration.ofMinutes(30)), "x", null);
    look();
    source.failure = null;
    clock.advance(Duration.ofMinutes(29));
    assertThat(look().witness()).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    assertThat(look().witness()).isPresent();
  }
}
