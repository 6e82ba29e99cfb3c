package org.entraide.campaign.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.FormObservation;
import org.entraide.campaign.port.FormSource;
import org.entraide.campaign.port.Trouble;
import org.entraide.form.Form;
import org.entraide.form.FormCrossCheck;
import org.entraide.form.FormRecord;
import org.entraide.form.QuestionMark;
import org.entraide.form.Response;
import org.entraide.form.SheetSide;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.Field;
import org.entraide.resilience.RemoteFailure;
import org.jspecify.annotations.Nullable;

/**
 * Reads a campaign's form only when the sheet is a reason to, and keeps what it read. At first it
 * reads everything; then what is new, whenever rows have changed, and every quarter of an hour
 * anyway. A form that cannot be read stops nothing: the last answer still counts.
 *
 * <p>Keep one for each campaign, as long as the process lives: it remembers in memory only.
 */
public final class FormReader {

  private static final Duration AT_LEAST = Duration.ofMinutes(15);

  /** Answers may be listed a little after their own time. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  /** Only a read of all responses shows which were deleted in the form. */
  private static final Duration EVERYTHING = Duration.ofHours(6);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 4;

  private final FormSource source;
  private final InstantSource clock;
  private final Map<String, Response> responses = new HashMap<>();
  private @Nullable Form form;
  private Instant readAt = Instant.EPOCH;
  private Instant readAllAt = Instant.EPOCH;
  private Instant newest = Instant.EPOCH;
  private Instant triedAt = Instant.EPOCH;
  private Instant notBefore = Instant.EPOCH;
  private int failures;
  private @Nullable Trouble trouble;
  private long seen;
  private Map<Integer, QuestionMark> pins = Map.of();
  private @Nullable FormCrossCheck witness;
  private Map<String, Field> remembered = Map.of();
  private long seenTabs;
  private Set<Integer> seenIds = Set.of();
  private boolean anew; // there is another tab: what was deleted in the form is not in it
  private boolean ahead; // the form was read in this pass before the tab was known
  private boolean outOfDate; // the witness: the form was read since

  public FormReader(FormSource source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * Compares the form with the response tab; reads the form first, in two requests or so, where
   * that is due.
   */
  public synchronized FormObservation look(SheetSide sheet) {
    long signature = sheet.signature();
    boolean sameRows = witness != null && signature == seen;
    boolean read = ahead || (isDue(sameRows) && read());
    ahead = false;
    FormCrossCheck crossCheck = witness;
    Form lastForm = form;
    if (lastForm != null
        && (read
            || outOfDate
            || crossCheck == null
            || !sameRows
            || !sheet.questionMarks().equals(pins)
            || !sheet.remembered().equals(remembered))) {
      crossCheck =
          FormCrossCheck.of(new FormRecord(lastForm, List.copyOf(responses.values())), sheet);
      witness = crossCheck;
      outOfDate = false;
    }
    seen = signature;
    pins = sheet.questionMarks();
    remembered = sheet.remembered();
    return new FormObservation(Optional.ofNullable(crossCheck), Optional.ofNullable(trouble));
  }

  /**
   * What the form says while it is not known which tab it writes to; {@link #look} follows.
   *
   * @param ids the numbers of the tabs that it may write to: one more is a reason to read
   *     everything, since a form that is linked anew writes no answer there that was deleted
   * @param tabs a hash of these tabs: while that stays the same, no form has written
   * @return empty while the form could never be read
   */
  public synchronized Optional<FormRecord> record(Set<Integer> ids, long tabs) {
    anew |= !seenIds.containsAll(ids);
    seenIds = Set.copyOf(ids);
    ahead |= isDue(form != null && tabs == seenTabs) && read();
    seenTabs = tabs;
    return Optional.ofNullable(form)
        .map(lastForm -> new FormRecord(lastForm, List.copyOf(responses.values())));
  }

  /** Compares another tab than the one that is served with what was last read of the form. */
  public synchronized Optional<FormCrossCheck> compare(SheetSide sheet) {
    return Optional.ofNullable(form)
        .map(lastForm -> new FormRecord(lastForm, List.copyOf(responses.values())))
        .map(formRecord -> FormCrossCheck.of(formRecord, sheet));
  }

  /**
   * Whether the form says the same as at the last read, for a sheet that has not changed either;
   * reads it where that is due. After a false answer, looking anew costs nothing.
   */
  public synchronized boolean isUnchanged() {
    if (form == null || witness == null || trouble != null) {
      return false;
    }
    if (!outOfDate && isDue(true)) {
      Form formBefore = form;
      Map<String, Response> responsesBefore = Map.copyOf(responses);
      outOfDate = read() && !(formBefore.equals(form) && responsesBefore.equals(responses));
    }
    return !outOfDate && trouble == null;
  }

  private boolean isDue(boolean sameRows) {
    Instant now = clock.instant();
    boolean setBack = now.isBefore(triedAt); // the clock: the wait is long over
    if (now.isBefore(notBefore) && !setBack) {
      return false;
    }
    return form == null
        || failures > 0
        || !sameRows
        || setBack
        || !now.isBefore(readAt.plus(AT_LEAST));
  }

  private boolean read() {
    Instant now = clock.instant();
    triedAt = now;
    try {
      Form read = source.form();
      boolean all =
          form == null
              || anew
              || !now.isBefore(readAllAt.plus(EVERYTHING))
              || now.isBefore(readAllAt)
              || isDoubtful(now);
      List<Response> answers = source.answers(all ? Instant.EPOCH : newest.minus(OVERLAP));
      keep(read, answers, all, now);
      failures = 0;
      trouble = null;
      return true;
    } catch (RemoteFailure e) {
      trouble = Trouble.of(e);
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
      failures++;
      notBefore = e.retryAt().filter(at -> at.isAfter(now.plus(pause))).orElse(now.plus(pause));
      return false;
    }
  }

  /**
   * A response without a row may have been deleted in the form as well, also one of an erased
   * person: the dashboard asks for that until it is done.
   */
  private boolean isDoubtful(Instant now) {
    FormCrossCheck last = witness;
    return last != null
        && !now.isBefore(readAllAt.plus(AT_LEAST))
        && !last.lost(now, ErasedPeople.NOBODY).isEmpty();
  }

  private void keep(Form read, List<Response> answers, boolean all, Instant now) {
    if (all) {
      responses.clear();
      newest = Instant.EPOCH;
      readAllAt = now;
      anew = false;
    }
    Once<String> words = new Once<>();
    Once<List<String>> lists = new Once<>();
    for (Response response : answers) {
      responses.put(response.responseId(), small(response, words, lists));
      if (response.lastSubmitted().isAfter(newest)) {
        newest = response.lastSubmitted();
      }
    }
    form = read;
    readAt = now;
  }

  /**
   * Equal texts of one read are kept once, since thousands tick alike. Nothing is remembered for
   * that between reads: later responses are few.
   */
  private static Response small(Response response, Once<String> words, Once<List<String>> lists) {
    Map<String, List<String>> values = new HashMap<>();
    response
        .values()
        .forEach(
            (id, texts) ->
                values.put(
                    words.of(id), lists.of(List.copyOf(texts.stream().map(words::of).toList()))));
    return new Response(
        response.responseId(),
        response.created(),
        response.lastSubmitted(),
        response.email(),
        values);
  }

  /** One of those that are equal. */
  private static final class Once<T> {
    private final Map<T, T> all = new HashMap<>();

    T of(T one) {
      T equal = all.putIfAbsent(one, one);
      return equal == null ? one : equal;
    }
  }
}
