package org.entraide.delegates;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A draft's history, told.
 *
 * @param name a sentence
 * @param people who answers the form
 * @param settings lines of the campaign's configuration
 * @param events what happens
 * @param end what the ledger, the rows and the mailbox say in the end, as {@link Ending} words it
 * @param unless the same where nobody knows whether the delegate changed the draft, because the
 *     answer to its creation was lost: such a draft counts as hers
 * @param later the same of a draft after the first
 * @param unseen the same where something was over before anybody looked, because the daemon was
 *     dead
 * @param forgotten the same where only the ledger remembers: whom a letter was written to and which
 *     address was refused are in the journal alone
 */
record History(
    String name,
    People people,
    List<String> settings,
    Consumer<Post> events,
    List<String> end,
    Optional<List<String>> unless,
    Optional<List<String>> later,
    Optional<List<String>> unseen,
    Optional<List<String>> forgotten) {

  /** What happens to a pair, told by a test itself, which looks at the end itself, too. */
  static History of(String name, Consumer<Post> events) {
    return new History(
        name,
        People.PAIR,
        List.of(),
        events,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Whether that is how it may end, given what went wrong.
   *
   * @param first whether it went wrong before the first draft was in the delegate's hands
   */
  boolean mayEnd(Trial.Seen seen, boolean first) {
    Optional<List<String>> hers = first ? unless : later;
    List<String> expected = seen.lostADraft() ? hers.orElse(end) : end;
    return seen.end().equals(expected)
        || (seen.wasDead() && unseen.filter(seen.end()::equals).isPresent());
  }

  @Override
  public String toString() {
    return name;
  }
}
