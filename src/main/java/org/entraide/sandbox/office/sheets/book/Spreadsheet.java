package org.entraide.sandbox.office.sheets.book;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.Nullable;

/**
 * One spreadsheet: who may open it, what is in it, and what its organisers can undo. Safe for
 * several threads; a reader holds a {@link Book} that nobody changes.
 */
public final class Spreadsheet {

  private static final int STEPS_KEPT = 50;

  /** What is longer is written anew each time, rather than kept. */
  private static final int MOST_KEPT = 1 << 20;

  private final String id;
  private final InstantSource time;
  private final Map<String, Boolean> writers = new ConcurrentHashMap<>();
  private final Deque<Step> steps = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private volatile State state;
  private @Nullable Answered answered;

  /**
   * What is asked of a spreadsheet.
   *
   * @param account who asks
   * @param query what of it, and how it is to be laid out
   */
  public record Question(String account, Map<String, List<String>> query) {}

  private record Answered(Book book, Question question, OfficeResponse answer) {}

  private record Step(Book before, Book after) {

    Step reversed() {
      return new Step(after, before);
    }
  }

  private record State(Book book, long version) {}

  /**
   * @param time what formulas take for now
   */
  Spreadsheet(String id, Book book, InstantSource time) {
    this.id = id;
    this.time = time;
    this.state = new State(book, 1);
  }

  /** As in the spreadsheet's address. */
  public String id() {
    return id;
  }

  public Book book() {
    return state.book();
  }

  /** Grows with every change by anyone. */
  public long version() {
    return state.version();
  }

  /** Shares the spreadsheet with an account, to write or only to read. */
  public void share(String account, boolean canWrite) {
    writers.put(account, canWrite);
  }

  /** Takes an account's access away. */
  public void unshare(String account) {
    writers.remove(account);
  }

  public boolean mayRead(String account) {
    return writers.containsKey(account);
  }

  public boolean mayWrite(String account) {
    return writers.getOrDefault(account, false);
  }

  /**
   * The answer to a question about its content. The last answer is kept until something changes: a
   * program that polls asks the same again and again.
   *
   * @param writing makes the answer, which must depend on nothing else, such as the time
   */
  public synchronized OfficeResponse answer(Question question, Supplier<OfficeResponse> writing) {
    Answered last = answered;
    Book now = book();
    if (last != null && last.book() == now && last.question().equals(question)) {
      return last.answer();
    }
    OfficeResponse answer = writing.get();
    answered = answer.body().length > MOST_KEPT ? null : new Answered(now, question, answer);
    return answer;
  }

  public Instant now() {
    return time.instant();
  }

  /** Applies a change wholly, or not at all when it throws; nothing is protected from it. */
  public <T> T change(Function<Book, T> change) {
    return change(null, change);
  }

  /** Applies a change of an account, wholly or not at all; protected ranges may refuse it. */
  public synchronized <T> T change(@Nullable String account, Function<Book, T> change) {
    Book copy = state.book().copy();
    copy.actor(account);
    T result = change.apply(copy);
    copy.actor(null);
    copy.settle();
    copy.recalculate(now());
    state = new State(copy, state.version() + 1);
    return result;
  }

  /** Like {@link #change}, by an organiser, who can undo it. */
  public synchronized void organise(Consumer<Book> change) {
    undone.clear();
    step(change, steps);
  }

  private void step(Consumer<Book> change, Deque<Step> kept) {
    Book before = state.book();
    change(
        book -> {
          change.accept(book);
          return book;
        });
    kept.addLast(new Step(before, state.book()));
    if (kept.size() > STEPS_KEPT) {
      kept.removeFirst();
    }
  }

  /** Takes the last organiser's step back, and nothing that came from elsewhere since. */
  public synchronized boolean undo() {
    return revert(steps, undone);
  }

  /** Does again what was undone last; nothing when something else was done since. */
  public synchronized boolean redo() {
    return revert(undone, steps);
  }

  private boolean revert(Deque<Step> from, Deque<Step> to) {
    Step step = from.pollLast();
    if (step == null) {
      return false;
    }
    change(book -> OrganiserUndo.revert(step.before(), step.after(), book));
    to.addLast(step.reversed());
    return true;
  }

  /** A tab that is gone, as it was before the last step that had it, if there is such a step. */
  public synchronized Optional<Book> before(String lostTab) {
    return steps.stream()
        .filter(step -> step.before().find(lostTab).isPresent())
        .filter(step -> step.after().find(lostTab).isEmpty())
        .map(Step::before)
        .reduce((first, last) -> last);
  }
}
