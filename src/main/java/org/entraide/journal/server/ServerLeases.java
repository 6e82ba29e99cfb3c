package org.entraide.journal.server;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.entraide.group.Leases;
import org.entraide.journal.sql.MoveMark;
import org.entraide.journal.sql.Sql;
import org.entraide.journal.sql.Transactions;

/** Leases in PostgreSQL, by its clock. */
final class ServerLeases implements Leases {

  /** So long after its end a membership can still be seen in the table. */
  private static final String FORGET =
      "DELETE FROM member WHERE expires_at < clock_timestamp() - interval '1 day'";

  private final Transactions database;
  private final String place;

  /** By member, when its membership ends, as last answered. */
  private final Map<String, String> ends = new ConcurrentHashMap<>();

  /**
   * @param place how the database is called in messages
   */
  ServerLeases(Transactions database, String place) {
    this.database = database;
    this.place = place;
  }

  @Override
  public void join(String id, String name, String version, boolean shares, Duration lasts) {
    String sql =
        """
        INSERT INTO member (id, name, version, shares, joined_at, expires_at)
        VALUES (?, ?, ?, ?, clock_timestamp(), clock_timestamp() + make_interval(secs => ?))\
        """;
    database.change(
        c -> {
          Sql.update(c, sql, id, name, version, shares, Sql.seconds(lasts));
          MoveMark.refuse(c, place); // this may have waited for a move to end
          Sql.update(c, FORGET);
        });
  }

  @Override
  public Renewal renew(String id, Duration lasts) {
    String sql =
        """
        WITH before AS (
          SELECT id, expires_at::text AS ends FROM member
          WHERE id = ? AND expires_at > clock_timestamp() FOR UPDATE)
        UPDATE member SET expires_at = clock_timestamp() + make_interval(secs => ?)
        FROM before WHERE member.id = before.id
        RETURNING before.ends, member.expires_at::text\
        """;
    Optional<String> endBefore = Optional.ofNullable(ends.remove(id)); // not after one that failed
    List<MembershipEnds> renewed =
        database.write(
            c ->
                Sql.query(
                    c,
                    sql,
                    row -> new MembershipEnds(row.getString(1), row.getString(2)),
                    id,
                    Sql.seconds(lasts)));
    if (renewed.isEmpty()) {
      return Renewal.OVER;
    }
    MembershipEnds now = renewed.get(0);
    ends.put(id, now.now());
    return endBefore.filter(it -> !it.equals(now.before())).isPresent()
        ? Renewal.SET_BACK
        : Renewal.RENEWED;
  }

  /** When a membership was to end, and when it does now, as the database writes times. */
  private record MembershipEnds(String before, String now) {}

  @Override
  public void leave(String id) {
    ends.remove(id);
    database.change(
        c -> {
          Sql.update(
              c, "UPDATE lease SET owner = '', since = clock_timestamp() WHERE owner = ?", id);
          Sql.update(c, "DELETE FROM member WHERE id = ?", id);
        });
  }

  @Override
  public GroupState look(Collection<String> campaigns, Duration grace) {
    String sql =
        """
        SELECT l.campaign, l.owner, l.fence, l.since, COALESCE(r.amount, 0) AS people,
          l.owner = '' OR NOT EXISTS (
            SELECT 1 FROM member m WHERE m.id = l.owner
            AND m.expires_at + make_interval(secs => ?) > clock_timestamp()) AS free
        FROM lease l LEFT JOIN report_count r ON r.campaign = l.campaign AND r.name = 'answers'
        WHERE l.campaign = ANY (?)\
        """;
    Map<String, CampaignLease> holdings = new TreeMap<>();
    campaigns.forEach(it -> holdings.put(it, new CampaignLease(it, "", 0, Instant.EPOCH, true, 0)));
    database
        .read(
            c -> Sql.query(c, sql, ServerLeases::holding, Sql.seconds(grace), array(c, campaigns)))
        .forEach(it -> holdings.put(it.campaign(), it));
    String members =
        "SELECT id, name, version, shares, joined_at FROM member WHERE expires_at >"
            + " clock_timestamp() ORDER BY id COLLATE \"C\"";
    return new GroupState(
        database.read(c -> Sql.query(c, members, ServerLeases::member)),
        List.copyOf(holdings.values()));
  }

  private static GroupMember member(ResultSet row) throws SQLException {
    return new GroupMember(
        row.getString("id"),
        row.getString("name"),
        row.getString("version"),
        row.getBoolean("shares"),
        row.getTimestamp("joined_at").toInstant());
  }

  private static CampaignLease holding(ResultSet row) throws SQLException {
    return new CampaignLease(
        row.getString("campaign"),
        row.getString("owner"),
        row.getLong("fence"),
        row.getTimestamp("since").toInstant(),
        row.getBoolean("free"),
        row.getLong("people"));
  }

  private static void make(Connection c, Collection<String> campaigns) throws SQLException {
    String sql =
        """
        INSERT INTO lease (campaign, owner, fence, since)
        SELECT name, '', 0, clock_timestamp() FROM unnest(?) AS name ORDER BY name
        ON CONFLICT DO NOTHING\
        """;
    Sql.update(c, sql, array(c, campaigns));
  }

  private static Array array(Connection c, Collection<String> campaigns) throws SQLException {
    return c.createArrayOf("text", campaigns.toArray());
  }

  /**
   * One that a transaction under its last fence still holds is passed over: the next look takes it.
   */
  @Override
  public Map<String, Long> take(String id, Collection<String> campaigns, Duration grace) {
    String sql =
        """
        WITH free AS (
          SELECT l.campaign FROM lease l
          WHERE l.campaign = ANY (?) AND (l.owner = '' OR NOT EXISTS (
            SELECT 1 FROM member m WHERE m.id = l.owner
            AND m.expires_at + make_interval(secs => ?) > clock_timestamp()))
          FOR UPDATE OF l SKIP LOCKED)
        UPDATE lease SET owner = ?, fence = fence + 1, since = clock_timestamp()
        FROM free WHERE lease.campaign = free.campaign AND EXISTS (
          SELECT 1 FROM member m WHERE m.id = ? AND m.expires_at > clock_timestamp())
        RETURNING lease.campaign, lease.fence\
        """;
    return database.write(
        c -> {
          make(c, campaigns);
          Map<String, Long> taken = new HashMap<>();
          Sql.query(
              c,
              sql,
              row -> taken.put(row.getString(1), row.getLong(2)),
              array(c, campaigns),
              Sql.seconds(grace),
              id,
              id);
          return taken;
        });
  }

  @Override
  public void free(String id, String campaign, long fence) {
    String sql =
        """
        UPDATE lease SET owner = '', since = clock_timestamp()
        WHERE campaign = ? AND owner = ? AND fence = ?\
        """;
    database.change(c -> Sql.update(c, sql, campaign, id, fence));
  }
}
