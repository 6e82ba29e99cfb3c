package org.entraide.google.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.entraide.google.wire.Attempts;
import org.entraide.google.wire.Operation;
import org.entraide.resilience.RemoteFailure;

/**
 * What the spreadsheets of one Google user may be asked for: as much as Google allows the user, and
 * with all other users of the project as much as it allows the project.
 */
public final class SheetsQuota {

  /**
   * What a busy pass asks for: everything, identities again, and everything once more where the
   * pass before hit what it did not mean. Several campaigns begin at once, on four threads.
   */
  private static final int READS_OF_PASSES = 4 * 3;

  /** What was hit, columns, the ledger's entries, and two portions of rows. */
  private static final int WRITES_OF_PASSES = 4 * 5;

  /**
   * The quota of a user or of a project.
   *
   * @param read how many quiet passes a minute all of its campaigns make together; the rest is left
   *     to busy ones
   * @param spreadsheets that are asked for in its name
   */
  record Share(MinuteQuota reads, MinuteQuota writes, int read, Set<String> spreadsheets) {

    static Share ofUser(MinuteQuota reads, MinuteQuota writes) {
      return new Share(reads, writes, 40, newSet());
    }

    static Share ofProject(MinuteQuota reads, MinuteQuota writes) {
      return new Share(reads, writes, 200, newSet());
    }

    private static Set<String> newSet() {
      return ConcurrentHashMap.newKeySet();
    }

    Duration fairInterval() {
      return spreadsheets.size() < 2
          ? Duration.ZERO
          : Duration.ofMinutes(1).multipliedBy(spreadsheets.size()).dividedBy(read);
    }

    Stream<Instant> freeAt() {
      return Stream.concat(
          reads.freeAt(READS_OF_PASSES).stream(), writes.freeAt(WRITES_OF_PASSES).stream());
    }

    MinuteQuota of(Operation operation) {
      return operation.write() ? writes : reads;
    }
  }

  private final Share user;
  private final Share project;

  SheetsQuota(Share user, Share project) {
    this.user = user;
    this.project = project;
  }

  /** A campaign will ask for a spreadsheet again and again. */
  public void shares(String spreadsheet) {
    user.spreadsheets().add(spreadsheet);
    project.spreadsheets().add(spreadsheet);
  }

  /** How long each campaign waits between two passes at least, so that all get their turn. */
  public Duration fairInterval() {
    Duration byUser = user.fairInterval();
    Duration byProject = project.fairInterval();
    return byUser.compareTo(byProject) < 0 ? byProject : byUser;
  }

  /** When there is enough for whole passes again; empty if there is now. */
  public Optional<Instant> throttledUntil() {
    return Stream.concat(user.freeAt(), project.freeAt()).max(Instant::compareTo);
  }

  /** Asks for no more of the kind before the time that Google named when it refused a call. */
  public void obey(Operation operation, RemoteFailure failure) {
    user.of(operation).obey(failure);
  }

  /**
   * Counts a request and each repetition of it.
   *
   * @throws RemoteFailure of the kind THROTTLED, if there is not enough for it
   */
  public <T> Attempts.Action<T> counted(Operation operation, Attempts.Action<T> call)
      throws RemoteFailure {
    return project.of(operation).counted(1, user.of(operation).counted(1, call));
  }
}
