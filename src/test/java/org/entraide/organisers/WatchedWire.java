package org.entraide.organisers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.entraide.google.wire.Wire;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.DirectWire;
import org.entraide.testkit.Snapshot;

/**
 * Counts the daemon's calls, compares the spreadsheet before and after each of its writes, and lets
 * people act at a moment in between.
 */
final class WatchedWire implements Wire {

  /** What a call is about, with a letter for what is asked of Sheets. */
  private enum Kind {
    READ("R"),
    /** At the settings and the dashboard alone, before an effect. */
    LOOK_AT_THE_SWITCH("S"),
    SECOND_LOOK("L"),
    /** Of columns, tabs, marks or titles. */
    PREPARATION("P"),
    WRITE("W"),
    WRITE_OF_ROWS("W"),
    MAIL_READ(""),
    MAIL_WRITE(""),
    OTHER("");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }

    boolean writesSheet() {
      return this == PREPARATION || this == WRITE || this == WRITE_OF_ROWS;
    }
  }

  private final Wire wire;
  private final IntSupplier answers;
  private final Supplier<Snapshot> look;
  private final Untouched untouched;
  private final Truth truth;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final StringBuilder asked = new StringBuilder();
  private Moment moment = Moment.BETWEEN_CYCLES;
  private Runnable plan = () -> {};
  private boolean planned;
  private boolean written;

  /**
   * @param answers the id of the response tab
   * @param look shows the spreadsheet as it is
   */
  WatchedWire(
      Wire wire, IntSupplier answers, Supplier<Snapshot> look, Untouched untouched, Truth truth) {
    this.wire = wire;
    this.answers = answers;
    this.look = look;
    this.untouched = untouched;
    this.truth = truth;
  }

  /** Does something once, when the daemon comes to that moment. */
  void plan(Moment when, Runnable what) {
    moment = when;
    plan = what;
    planned = true;
  }

  /** Gives a plan up; whether it was still waiting for its moment. */
  boolean cancel() {
    boolean waiting = planned;
    planned = false;
    return waiting;
  }

  /** How often each kind was called since the last time. */
  Map<String, Integer> counts() {
    Map<String, Integer> taken = new TreeMap<>(counts);
    counts.clear();
    return taken;
  }

  /** What was asked of Sheets since the last time, a letter a request. */
  String asked() {
    String taken = asked.toString();
    asked.setLength(0);
    return taken;
  }

  /** Whether anything was written, in the sheet or the mailbox, since the last time. */
  boolean hasWritten() {
    boolean taken = written;
    written = false;
    return taken;
  }

  @Override
  public Answer exchange(Call call) throws IOException {
    Kind kind = kind(call);
    written |= kind.writesSheet() || kind == Kind.MAIL_WRITE;
    counts.merge(kind.name(), 1, Integer::sum);
    asked.append(kind.letter);
    if (kind == Kind.SECOND_LOOK) {
      happens(Moment.BEFORE_THE_SECOND_LOOK);
    }
    Optional<Snapshot> looked =
        kind == Kind.WRITE_OF_ROWS && planned && moment == Moment.BEFORE_THE_WRITE
            ? Optional.of(look.get())
            : Optional.empty();
    if (looked.isPresent()) {
      happens(Moment.BEFORE_THE_WRITE);
    }
    if (kind == Kind.READ) {
      truth.read();
    }
    if (!kind.writesSheet()) {
      return wire.exchange(call);
    }
    Snapshot before = look.get();
    Answer answer = whole(wire.exchange(call));
    untouched.compare(before, look.get(), looked, truth);
    if (kind == Kind.WRITE_OF_ROWS) {
      happens(Moment.AFTER_THE_WRITE);
    }
    return answer;
  }

  /** The answer as it was given, whatever happens to the sheet before it is read. */
  private static Answer whole(Answer answer) throws IOException {
    byte[] body = answer.body().readAllBytes();
    return new Answer(answer.status(), answer.headers(), new ByteArrayInputStream(body));
  }

  private void happens(Moment now) {
    if (planned && now == moment) {
      planned = false;
      plan.run();
    }
  }

  private Kind kind(Call call) throws IOException {
    String path = call.uri().getPath();
    boolean get = call.method().equals("GET");
    if (path.startsWith("/v4/")) {
      if (get) {
        return Kind.READ;
      }
      if (path.endsWith(":getByDataFilter")) {
        return isAboutAnswers(call) ? Kind.SECOND_LOOK : Kind.LOOK_AT_THE_SWITCH;
      }
      return writing(OfficeJson.parse(new String(DirectWire.body(call), StandardCharsets.UTF_8)));
    }
    if (path.contains("/gmail/")) {
      return get ? Kind.MAIL_READ : Kind.MAIL_WRITE;
    }
    return Kind.OTHER;
  }

  private boolean isAboutAnswers(Call call) throws IOException {
    JsonNode body = OfficeJson.parse(new String(DirectWire.body(call), StandardCharsets.UTF_8));
    for (JsonNode filter : body.path("dataFilters")) {
      if (filter.path("gridRange").path("sheetId").asInt() == answers.getAsInt()) {
        return true;
      }
    }
    return false;
  }

  /** Whether rows of the response tab are written, others, or more than rows. */
  private Kind writing(JsonNode batch) {
    Kind kind = Kind.WRITE;
    for (JsonNode request : batch.path("requests")) {
      JsonNode cells = request.path("updateCells");
      JsonNode start = cells.has("start") ? cells.path("start") : cells.path("range");
      int row = start.path("rowIndex").asInt() + start.path("startRowIndex").asInt();
      boolean below = !cells.isMissingNode() && row > 0;
      if (below && start.path("sheetId").asInt() == answers.getAsInt()) {
        return Kind.WRITE_OF_ROWS;
      }
      if (!below && !request.has("appendCells")) {
        kind = Kind.PREPARATION;
      }
    }
    return kind;
  }
}
