package org.entraide.sandbox.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One spreadsheet: who may open it, what stands in it, and what its organisers can undo. Safe for
 * several threads; a reader holds a {@link Book} that nobody changes.
 */
public final class Spreadsheet {

  private static final int STEPS_KEPT = 50;

  private final String id;
  private final Map<String, Boolean> writers = new ConcurrentHashMap<>();
  private final Deque<Step> steps = new ArrayDeque<>();
  private volatile State state;

  private record Step(Book before, Book after) {}

  private record State(Book book, long version) {}

  Spreadsheet(String id, Book book) {
    this.id = id;
    this.state = new State(book, 1);
  }

  /** As in the spreadsheet's address. */
  public String id() {
    return id;
  }

  Book book() {
    return state.book();
  }

  /** Grows with every change, whoever makes it. */
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

  boolean mayRead(String account) {
    return writers.containsKey(account);
  }

  boolean mayWrite(String account) {
    return writers.getOrDefault(account, false);
  }

  /** Applies a change wholly, or not at all when it throws. */
  synchronized <T> T change(Function<Book, T> change) {
    Book copy = state.book().copy();
    T result = change.apply(copy);
    copy.settle();
    state = new State(copy, state.version() + 1);
    return result;
  }

  /** Like {@link #change}, by an organiser, who can undo it. */
  synchronized void organise(Consumer<Book> change) {
    Book before = state.book();
    change(
        book -> {
          change.accept(book);
          return book;
        });
    steps.addLast(new Step(before, state.book()));
    if (steps.size() > STEPS_KEPT) {
      steps.removeFirst();
    }
  }

  /** Takes the last organiser's step back, and nothing that came from elsewhere since. */
  synchronized boolean undo() {
    Step step = steps.pollLast();
    if (step == null) {
      return false;
    }
    change(book -> Undo.revert(step.before(), step.after(), book));
    return true;
  }
}
