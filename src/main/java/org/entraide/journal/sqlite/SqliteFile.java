package org.entraide.journal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.entraide.file.secret.OwnerOnly;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sql.JournalSchema;
import org.entraide.journal.sql.MoveMark;
import org.entraide.journal.sql.Sql;
import org.entraide.journal.sql.SqliteProblems;
import org.entraide.text.Message;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** Creates, checks, upgrades and opens a journal's file, or says why not. */
public final class SqliteFile {

  /** Longer than the longest transaction by far. */
  private static final int BUSY_MILLIS = 10_000;

  private static final String NAME = "journal.db";

  private static final Object UPGRADES = new Object();

  private final Path directory;
  private final Path file;
  private final Path log;
  private final JournalSchema schema;

  public SqliteFile(Path directory, JournalSchema schema) {
    this.directory = directory;
    this.file = directory.resolve(NAME);
    this.log = directory.resolve(NAME + "-wal");
    this.schema = schema;
  }

  /** The journal's file in a state directory. */
  public static Path in(Path directory) {
    return directory.resolve(NAME);
  }

  /**
   * Checks all of a file that is to become the journal.
   *
   * @throws JournalProblem if this version cannot use it
   */
  public static void check(Path copy, JournalSchema schema) {
    if (Files.notExists(copy)) {
      throw SqliteProblems.of(copy, new NoSuchFileException(copy.toString()));
    }
    try {
      SqliteFile file = new SqliteFile(copy, Path.of(copy + "-wal"), schema);
      file.check(true);
      file.refuseUnfinished();
    } catch (SQLException e) {
      throw SqliteProblems.of(copy, e);
    }
  }

  /** Fills a file that was just made, and is empty, with the journal's tables. */
  public static SqliteDatabase fill(Path made, JournalSchema schema) {
    try {
      schema.upgradeFile(source(made), 0);
      return new SqliteDatabase(made, source(made).getConnection());
    } catch (SQLException e) {
      throw SqliteProblems.of(made, e);
    }
  }

  /** Opens a copy of a journal, which is brought up to date. */
  public static SqliteDatabase openCopy(Path made, JournalSchema schema) {
    try {
      int version = new SqliteFile(made, Path.of(made + "-wal"), schema).check(true);
      if (version < schema.version()) {
        schema.upgradeFile(source(made), version);
      }
      return new SqliteDatabase(made, source(made).getConnection());
    } catch (SQLException e) {
      throw SqliteProblems.of(made, e);
    }
  }

  private SqliteFile(Path file, Path log, JournalSchema schema) {
    this.directory = file; // nothing is made beside it
    this.file = file;
    this.log = log;
    this.schema = schema;
  }

  /** Opens it for reading and writing; creates it where there is none. */
  public SqliteDatabase open() {
    return open(true);
  }

  /** Likewise, also where a move into it has begun. */
  public SqliteDatabase openToMigrate() {
    return open(false);
  }

  private SqliteDatabase open(boolean whole) {
    // This order, since the log of a journal that another process creates now comes after it.
    boolean logThere = size(log) > 0;
    if (Files.notExists(file)) {
      if (logThere) {
        // SQLite would replay it into the new file, to which it does not belong.
        throw new JournalProblem(Kind.DAMAGED, file, "journal.log_alone", null);
      }
      create();
    }
    try {
      int version = check(true);
      if (!Files.isWritable(file)) {
        // SQLite would open it for reading, and fail at the first write only.
        throw SqliteProblems.of(file, new AccessDeniedException(file.toString()));
      }
      if (whole) {
        refuseUnfinished();
      }
      if (version < schema.version()) {
        upgrade();
      }
      return writable();
    } catch (SQLException e) {
      throw SqliteProblems.of(file, e);
    }
  }

  /** Opens it for reading, beside a daemon or without. */
  public SqliteDatabase openReadOnly() {
    if (Files.notExists(file)) {
      throw new JournalProblem(Kind.ABSENT, file, "journal.absent", null);
    }
    try {
      check(false);
      refuseUnfinished();
      return new SqliteDatabase(file, connectReadOnly());
    } catch (SQLException e) {
      throw SqliteProblems.of(file, e);
    }
  }

  /** Reads all of it once and compares its indexes with its tables. Changes nothing. */
  JournalInspection inspect() {
    if (Files.notExists(file)) {
      throw new JournalProblem(Kind.ABSENT, file, "journal.absent", null);
    }
    try {
      check(false);
      refuseUnfinished();
      try (Connection connection = connectReadOnly()) {
        return new JournalInspection(
            file,
            JournalSchema.versionOf(connection),
            connection.getMetaData().getDatabaseProductVersion(),
            size(file) + size(log),
            Sql.query(connection, "PRAGMA integrity_check(5)", row -> row.getString(1)).stream()
                .filter(inspection -> !inspection.equals("ok"))
                .toList());
      }
    } catch (SQLException e) {
      throw SqliteProblems.of(file, e);
    }
  }

  /**
   * Creates it complete under another name first: a file that is there and empty has lost its
   * content, and is never mistaken for a new one.
   */
  private void create() {
    try {
      Path made = Files.createTempFile(directory, "journal-", ".new", OwnerOnly.file(file));
      try {
        schema.upgradeFile(source(made), 0);
        OwnerOnly.handOver(made, directory);
        name(made, file);
      } catch (FileAlreadyExistsException e) {
        return; // another process was quicker, and theirs is as good
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (SQLException e) {
      throw SqliteProblems.of(file, e);
    } catch (IOException e) {
      throw SqliteProblems.of(directory, e);
    }
  }

  /** Gives a file that is complete its name, unless another has it. */
  static void name(Path made, Path name) throws IOException {
    try {
      Files.createLink(name, made); // unlike a move, never replaces another process's
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException noLinksHere) {
      Files.move(made, name);
    }
  }

  /**
   * Through a connection that cannot write, so that a damaged file stays as it is.
   *
   * @return the version of its tables
   */
  private int check(boolean canUpgrade) throws SQLException {
    long size = size(file);
    boolean logged = size(log) > 0;
    if (size == 0) {
      throw new JournalProblem(Kind.DAMAGED, file, "journal.empty", null);
    }
    try (Connection connection = connectReadOnly()) {
      int version = JournalSchema.versionOf(connection);
      if (version == 0) {
        throw new JournalProblem(Kind.DAMAGED, file, "journal.foreign", null);
      }
      if (version > schema.version()) {
        throw new JournalProblem(Kind.NEWER, file, schema.writtenBy(version), null);
      }
      if (version < schema.version() && !canUpgrade) {
        throw new JournalProblem(Kind.OLDER, file, schema.writtenBy(version), null);
      }
      quickCheck(connection);
      // SQLite reads what is missing of the last page as zeros; a log may still have it.
      if (size % number(connection, "PRAGMA page_size") != 0 && !logged) {
        throw new JournalProblem(Kind.DAMAGED, file, "journal.end_missing", null);
      }
      return version;
    }
  }

  private void refuseUnfinished() throws SQLException {
    try (Connection connection = connectReadOnly()) {
      MoveMark.refuse(connection, file.toString());
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    return Sql.query(connection, sql, row -> row.getLong(1)).get(0);
  }

  private void quickCheck(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
      String answer = row.next() ? row.getString(1) : "no answer";
      if (!answer.equals("ok")) {
        Message cause =
            Message.of("journal.damaged.found").with("found", answer.replaceAll("\\s+", " "));
        throw new JournalProblem(Kind.DAMAGED, file, cause, null);
      }
    }
  }

  /** Takes the write lock in any case, so that a directory where no log can be made shows now. */
  private SqliteDatabase writable() throws SQLException {
    SqliteDatabase database = new SqliteDatabase(file, source(file).getConnection());
    try {
      database.change(c -> {});
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** One process after the other: SQLite has no lock that Flyway could wait for. */
  private void upgrade() throws SQLException {
    Path lock = directory.resolve("upgrade.lock");
    synchronized (UPGRADES) { // a file's lock is between processes
      try (FileChannel channel =
              FileChannel.open(
                  lock,
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  OwnerOnly.file(lock));
          FileLock held = channel.lock()) {
        OwnerOnly.handOver(lock, directory);
        if (held.isValid()) {
          schema.upgradeFile(source(file), check(true)); // another may have done it meanwhile
        }
      } catch (IOException e) {
        throw SqliteProblems.of(lock, e);
      }
    }
  }

  /** The size in bytes; 0 where there is no such file. */
  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw SqliteProblems.of(path, e);
    }
  }

  private static SQLiteDataSource source(Path path) {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // of people, nothing lies about
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url(path));
    return source;
  }

  private Connection connectReadOnly() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return config.createConnection(url(file));
  }

  /** As a URI, since the driver takes a question mark in a plain path for the start of options. */
  private static String url(Path path) {
    return "jdbc:sqlite:" + path.toUri();
  }
}
