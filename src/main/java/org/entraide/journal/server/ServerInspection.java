package org.entraide.journal.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entraide.journal.sql.Sql;

/**
 * What a look at a journal's database server found.
 *
 * @param format the version of the journal's tables
 * @param postgres the server's version
 * @param bytes the size of the database, with what else is in it
 * @param encrypted whether what is sent to it is
 * @param sure whether nobody else can answer in its place
 * @param replica whether it can only be read: another server is the one to write to
 * @param ahead how far its clock is before this machine's
 */
public record ServerInspection(
    String place,
    int format,
    String postgres,
    long bytes,
    boolean encrypted,
    boolean sure,
    boolean replica,
    Duration ahead) {

  private static final String QUESTION =
      """
      SELECT current_setting('server_version'), pg_database_size(current_database()),
        COALESCE((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false),
        pg_is_in_recovery(), clock_timestamp()\
      """;

  static ServerInspection of(ServerDatabase database, int format, InstantSource clock) {
    Instant now = clock.instant();
    List<ServerInspection> inspections =
        database.read(
            c ->
                Sql.query(
                    c,
                    QUESTION,
                    row ->
                        new ServerInspection(
                            database.place(),
                            format,
                            row.getString(1),
                            row.getLong(2),
                            row.getBoolean(3),
                            database.trust().isSure(),
                            row.getBoolean(4),
                            Duration.between(now, row.getTimestamp(5).toInstant()))));
    return inspections.get(0);
  }
}
