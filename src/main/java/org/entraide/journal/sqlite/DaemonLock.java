package org.entraide.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.file.secret.OwnerOnly;
import org.entraide.journal.sql.SqliteProblems;
import org.entraide.journal.sql.StateDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Holds a state directory for one daemon. The operating system frees it when the process ends,
 * however it ends.
 */
public final class DaemonLock implements AutoCloseable {

  private static final String FILE = "daemon.lock";
  private static final Pattern PID =
      Pattern.compile("pid ([0-9]{1,18})(?:, since ([0-9TZ:-]{1,40}))?");

  /**
   * Two processes may differ so much about when a third one began: Linux counts it from the start
   * of the machine, which each works out in whole seconds.
   */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  /** Far behind the content, which stays readable where a lock is mandatory. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /**
   * The locks of this process. It must not even open a lock's file again: on POSIX, closing any
   * descriptor of it would free the lock.
   */
  private static final Map<Path, DaemonLock> HELD = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final String holder;

  private DaemonLock(Path file, FileChannel channel, String holder) {
    this.file = file;
    this.channel = channel;
    this.holder = holder;
  }

  /**
   * Takes the directory, which is created with mode 0700 if missing. Never waits.
   *
   * @return the lock, or nothing if another daemon has it; then {@link #conflict} says which
   * @throws org.entraide.journal.sql.JournalProblem if the directory cannot be used
   */
  public static Optional<DaemonLock> acquire(Path directory) {
    StateDirectory.ensure(directory);
    synchronized (HELD) {
      Path file = file(directory);
      if (HELD.containsKey(file)) {
        return Optional.empty();
      }
      Optional<DaemonLock> lock = acquireFile(file, directory);
      lock.ifPresent(it -> HELD.put(file, it));
      return lock;
    }
  }

  /** Says who holds a directory that could not be taken, for people to read. */
  public static String conflict(Path directory) {
    synchronized (HELD) {
      Path file = file(directory);
      DaemonLock own = HELD.get(file);
      String holder = own == null ? read(file) : own.holder;
      return holder.isEmpty()
          ? "Another daemon holds %s.".formatted(directory)
          : "Another daemon (%s) holds %s.".formatted(holder, directory);
    }
  }

  /**
   * Who seems to hold a directory, from what they wrote there and from whether that process lives.
   * Takes no lock and makes no file, so that it keeps no daemon from starting.
   *
   * @return such as {@code pid 42, since 2026-11-25T10:00:00Z}; empty where nobody does
   * @throws org.entraide.journal.sql.JournalProblem if the file cannot be read
   */
  public static Optional<String> holder(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    synchronized (HELD) {
      Path file = file(directory);
      DaemonLock own = HELD.get(file);
      String written = own == null ? read(file) : own.holder;
      return Optional.of(written).filter(DaemonLock::lives);
    }
  }

  private static boolean lives(String holder) {
    Matcher written = PID.matcher(holder);
    return written.matches()
        && ProcessHandle.of(Long.parseLong(written.group(1)))
            .filter(process -> began(process, written.group(2)))
            .isPresent();
  }

  /** Whether a process began when it says so; another one may have got its number since. */
  private static boolean began(ProcessHandle process, @Nullable String written) {
    Optional<Instant> start = process.info().startInstant();
    if (written == null || start.isEmpty()) {
      return written == null && start.isEmpty();
    }
    try {
      return Duration.between(Instant.parse(written), start.get()).abs().compareTo(SAME_START) <= 0;
    } catch (DateTimeParseException e) {
      return false; // a file that was cut, or that somebody wrote
    }
  }

  /** Frees the directory. The file stays: to delete it would let two processes lock two files. */
  @Override
  public void close() {
    synchronized (HELD) {
      if (!HELD.remove(file, this)) {
        return;
      }
      try (channel) {
        channel.truncate(0);
      } catch (IOException e) {
        throw SqliteProblems.of(file, e);
      }
    }
  }

  private static Optional<DaemonLock> acquireFile(Path file, Path directory) {
    try {
      Set<StandardOpenOption> options =
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileChannel channel = FileChannel.open(file, options, OwnerOnly.file(file));
      boolean acquired = false;
      try {
        if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
          return Optional.empty();
        }
        OwnerOnly.handOver(file, directory);
        String holder = self();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
        acquired = true;
        return Optional.of(new DaemonLock(file, channel, holder));
      } finally {
        if (!acquired) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw SqliteProblems.of(file, e);
    }
  }

  private static String self() {
    return describe(ProcessHandle.current());
  }

  private static String describe(ProcessHandle process) {
    return "pid "
        + process.pid()
        + process
            .info()
            .startInstant()
            .map(start -> ", since " + start.truncatedTo(ChronoUnit.SECONDS))
            .orElse("");
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw SqliteProblems.of(file, e);
    }
  }

  private static Path file(Path directory) {
    try {
      return directory.toRealPath().resolve(FILE);
    } catch (IOException e) {
      throw SqliteProblems.of(directory, e);
    }
  }
}
