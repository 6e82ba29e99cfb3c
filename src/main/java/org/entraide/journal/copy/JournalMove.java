package org.entraide.journal.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerDatabase;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.server.ServerProblems;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sql.JournalSchema;
import org.entraide.journal.sql.MoveMark;
import org.entraide.journal.sql.MoveMark.State;
import org.entraide.journal.sql.Sql;
import org.entraide.journal.sql.SqliteProblems;
import org.entraide.journal.sql.StateDirectory;
import org.entraide.journal.sql.Transactions;
import org.entraide.journal.sqlite.Backups;
import org.entraide.journal.sqlite.SqliteDatabase;
import org.entraide.journal.sqlite.SqliteFile;
import org.entraide.progress.Progress;

/**
 * Moves a journal between a file of SQLite and PostgreSQL. Killed at any moment and begun again, it
 * goes on with the tables that differ.
 *
 * <p>Until all of it was copied and compared, no daemon opens the target and nothing of the source
 * changes. Then the source is left: a file gets another name, a database a mark. At no moment can
 * both be opened. Leases, members, quotas and tokens are not copied.
 */
public final class JournalMove {

  /**
   * What was done.
   *
   * @param rows how many are there now; 0 where only the last step was missing
   * @param tables how many
   * @param aside where the file is now that the journal was in
   * @param tokens sign-ins that stayed in the database that was left
   */
  public record Moved(long rows, int tables, List<Path> aside, long tokens) {
    public Moved {
      aside = List.copyOf(aside);
    }
  }

  /** A database as a move sees it. */
  private record Side(
      Transactions database, String place, Function<SQLException, RuntimeException> trouble) {

    private static Side of(ServerDatabase server) {
      return new Side(server, server.place(), e -> ServerProblems.of(server.place(), e));
    }

    private static Side of(SqliteDatabase database, Path file) {
      return new Side(database, file.toString(), e -> SqliteProblems.of(file, e));
    }

    private CopySource on(Connection connection) {
      return new CopySource(connection, trouble);
    }
  }

  private static final Moved NOTHING_MORE = new Moved(0, 0, List.of(), 0);

  private final Side source;
  private final Side target;
  private final String identity;
  private final Progress progress;

  private JournalMove(Side source, Side target, String identity, Progress progress) {
    this.source = source;
    this.target = target;
    this.identity = identity;
    this.progress = progress;
  }

  /**
   * From a state directory, whose {@code DaemonLock} the caller holds.
   *
   * @param identity distinguishes this journal from any other
   * @param now names the file that is put aside
   * @throws JournalProblem if there is nothing to move, the target holds something else, a daemon
   *     is at work, or either cannot be used
   */
  public static Moved toServer(
      Path directory, String identity, DatabaseServer server, Instant now, Progress progress) {
    Path file = SqliteFile.in(directory);
    try (ServerJournal journal = ServerJournal.openToMigrate(server)) {
      ServerDatabase database = journal.database();
      Moved moved = NOTHING_MORE;
      if (Files.exists(file)) {
        moved = copyToServer(directory, identity, database, progress);
        progress.step("leaving " + file.getFileName(), 0, 1);
        moved = new Moved(moved.rows(), moved.tables(), Backups.putAside(directory, now), 0);
      } else if (!isChecked(database, identity)) {
        throw new JournalProblem(Kind.ABSENT, file, "journal.nothing_to_move", null);
      }
      open(Side.of(database), progress);
      return moved;
    } catch (IOException e) {
      throw SqliteProblems.of(file, e);
    }
  }

  private static Moved copyToServer(
      Path directory, String identity, ServerDatabase database, Progress progress) {
    try (SqliteDatabase file = new SqliteFile(directory, JournalSchema.sqlite()).open()) {
      Side source = Side.of(file, SqliteFile.in(directory));
      String whole = identity + " " + fileKey(directory);
      JournalMove move = new JournalMove(source, Side.of(database), whole, progress);
      // nobody else writes into the file until this transaction ends
      return file.write(from -> move.copy(from, CopiedTable.of(from)));
    }
  }

  /**
   * The file itself, under any name: a new one of the same name, which a daemon made after this one
   * was put aside, is no source of what was begun with it.
   */
  private static String fileKey(Path directory) {
    Path file = SqliteFile.in(directory);
    try {
      return String.valueOf(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    } catch (IOException e) {
      throw SqliteProblems.of(file, e);
    }
  }

  /**
   * From a server into a state directory, which is made if missing, and whose {@code DaemonLock}
   * the caller holds.
   *
   * @throws JournalProblem likewise
   */
  public static Moved toFile(DatabaseServer server, Path directory, Progress progress) {
    Path file = SqliteFile.in(directory);
    StateDirectory.ensure(directory);
    try (ServerJournal journal = ServerJournal.openToMigrate(server)) {
      ServerDatabase database = journal.database();
      Optional<MoveMark> mark = database.read(MoveMark::of);
      boolean isLeft = mark.filter(it -> it.state() == State.LEFT).isPresent();
      if (mark.isPresent() && !(isLeft && Files.exists(file))) {
        throw mark.get().problem(server.place());
      }
      database.change(c -> GroupGuard.refuse(c, server.place())); // before a file is made
      try (SqliteDatabase made =
          new SqliteFile(directory, JournalSchema.sqlite()).openToMigrate()) {
        String identity = journal.identity();
        if (isLeft && !isChecked(made, identity)) {
          throw mark.get().problem(server.place());
        }
        Side target = Side.of(made, file);
        Moved moved =
            isLeft
                ? NOTHING_MORE
                : new JournalMove(Side.of(database), target, identity, progress).leaveServer();
        open(target, progress);
        return moved;
      }
    }
  }

  private Moved leaveServer() {
    List<CopiedTable> tables = target.database().read(CopiedTable::of);
    return source
        .database()
        .write(
            from -> {
              GroupGuard.hold(from, tables, source.place());
              Moved moved = copy(from, tables);
              progress.step("leaving " + source.place(), 0, 1);
              MoveMark.set(from, State.LEFT, target.place());
              String tokens = "SELECT COUNT(*) FROM token";
              long tokensLeft = Sql.query(from, tokens, row -> row.getLong(1)).get(0);
              return new Moved(moved.rows(), moved.tables(), List.of(), tokensLeft);
            });
  }

  /** Whether all but the last step was done. */
  private static boolean isChecked(Transactions target, String identity) {
    return target
        .read(MoveMark::of)
        .filter(it -> it.state() == State.CHECKED && it.other().startsWith(identity))
        .isPresent();
  }

  /** The last step: from now on a daemon may use it. */
  private static void open(Side target, Progress progress) {
    progress.step("opening " + target.place(), 0, 1);
    target.database().change(MoveMark::clear);
  }

  /** Copies the tables that differ, and compares all of them. */
  private Moved copy(Connection connection, List<CopiedTable> tables) {
    CopySource from = source.on(connection);
    target.database().change(to -> begin(to, tables));
    long rows = tables.stream().mapToLong(from::count).sum();
    Steps copied = new Steps("copying", rows);
    for (CopiedTable table : tables) {
      if (isCopied(from, table)) {
        copied.more(from.count(table));
      } else {
        long doneBefore = copied.done;
        target
            .database()
            .change(
                to -> {
                  copied.done = doneBefore; // where this is tried a second time
                  TableCopy.clear(to, List.of(table));
                  TableCopy.copy(from, to, table, copied::more);
                });
      }
    }
    Steps compared = new Steps("comparing", rows);
    for (CopiedTable table : tables) {
      compare(from, table, compared);
    }
    target.database().change(to -> MoveMark.set(to, State.CHECKED, identity));
    return new Moved(rows, tables.size(), List.of(), 0);
  }

  /**
   * Marks a target that is empty, or whose content is a copy that was left, as this move's.
   *
   * @throws JournalProblem if it is anything else
   */
  private void begin(Connection to, List<CopiedTable> tables) throws SQLException {
    if (MoveMark.isServer(to)) {
      GroupGuard.hold(to, tables, target.place());
    }
    Optional<MoveMark> mark = MoveMark.of(to);
    if (mark.isEmpty() && !TableCopy.isEmpty(to, tables)) {
      throw new JournalProblem(Kind.TAKEN, target.place(), "journal.taken", null);
    }
    if (mark.isPresent() && mark.get().state() == State.LEFT) {
      TableCopy.clear(to, tables);
    } else if (mark.isPresent() && !mark.get().other().equals(identity)) {
      throw new JournalProblem(Kind.TAKEN, target.place(), "journal.taken.unfinished", null);
    }
    MoveMark.set(to, State.COPYING, identity);
  }

  /** Whether an earlier try copied all of a table, and nothing changed since. */
  private boolean isCopied(CopySource from, CopiedTable table) {
    long rows = target.database().read(to -> TableCopy.count(to, table));
    if (rows != from.count(table)) {
      return false;
    }
    return rows == 0
        || target.database().read(to -> content(from, table).equals(content(target.on(to), table)));
  }

  private static TableContent content(CopySource from, CopiedTable table) throws SQLException {
    return TableCopy.content(from, table, rows -> {});
  }

  private void compare(CopySource from, CopiedTable table, Steps compared) {
    target
        .database()
        .read(
            to -> {
              TableContent original = TableCopy.content(from, table, compared::more);
              TableCopy.compare(original, content(target.on(to), table), table, target.place());
              return true;
            });
  }

  /** Reports how many rows are done. */
  private final class Steps {

    private final String phase;
    private final long rows;
    private long done;

    private Steps(String phase, long rows) {
      this.phase = phase;
      this.rows = rows;
    }

    private void more(long some) {
      done += some;
      progress.step(phase, done, rows);
    }
  }
}
