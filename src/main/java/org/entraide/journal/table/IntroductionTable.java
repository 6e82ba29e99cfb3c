package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.journal.sql.Sql;
import org.entraide.people.word.Category;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.jspecify.annotations.Nullable;

/** Introductions as they last were. */
final class IntroductionTable {

  private static final String UPSERT =
      """
      INSERT INTO introduction (campaign, reference, person, helper, needs, state, mailbox,
        draft_id, message_id, thread_id, begun_at, missing_since, sent_at, distance_km, attempted,
        answers, marks, person_address, helper_address, number)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        (SELECT COALESCE(MAX(number), 0) + 1 FROM introduction WHERE campaign = ?))
      ON CONFLICT (campaign, reference) DO UPDATE SET
        person = excluded.person,
        helper = excluded.helper,
        needs = excluded.needs,
        state = excluded.state,
        mailbox = excluded.mailbox,
        draft_id = excluded.draft_id,
        message_id = excluded.message_id,
        thread_id = excluded.thread_id,
        begun_at = excluded.begun_at,
        missing_since = excluded.missing_since,
        sent_at = excluded.sent_at,
        distance_km = excluded.distance_km,
        attempted = excluded.attempted,
        answers = excluded.answers,
        marks = excluded.marks,
        person_address = excluded.person_address,
        helper_address = excluded.helper_address\
      """;

  private static final int DISTANCE = 14;
  private static final int ATTEMPTED = 15;
  private static final int ANSWERS = 16;
  private static final int MARKS = 17;
  private static final int PERSON_ADDRESS = 18;
  private static final int HELPER_ADDRESS = 19;
  private static final int CAMPAIGN_AGAIN = 20;

  private IntroductionTable() {}

  static void store(Connection connection, String campaign, Collection<Introduction> introductions)
      throws SQLException {
    Sql.batch(connection, UPSERT, introductions, (s, i) -> bind(s, campaign, i));
  }

  static Map<String, Introduction> all(Connection connection, String campaign) throws SQLException {
    String sql = "SELECT * FROM introduction WHERE campaign = ? ORDER BY number";
    Map<String, Introduction> byReference = new LinkedHashMap<>();
    for (Introduction i : Sql.query(connection, sql, IntroductionTable::map, campaign)) {
      byReference.put(i.ref(), i);
    }
    return byReference;
  }

  private static void bind(PreparedStatement statement, String campaign, Introduction i)
      throws SQLException {
    Sql.bind(
        statement,
        campaign,
        i.ref(),
        i.person(),
        i.helper(),
        text(i.needs()),
        i.state().name(),
        i.mailbox(),
        i.draftId(),
        i.messageId(),
        i.threadId(),
        Sql.text(i.begunAt()),
        Sql.textOrNull(i.missingSince()),
        Sql.textOrNull(i.sentAt()));
    Double distance = i.distanceKm();
    if (distance == null) {
      statement.setNull(DISTANCE, Types.DOUBLE);
    } else {
      statement.setDouble(DISTANCE, distance);
    }
    statement.setBoolean(ATTEMPTED, i.attempted());
    statement.setString(ANSWERS, i.insteadOf().stream().sorted().collect(Collectors.joining(" ")));
    Correspondence correspondence = i.correspondence();
    statement.setString(
        MARKS,
        correspondence.marks().stream()
            .sorted()
            .map(IntroductionFlag::name)
            .collect(Collectors.joining(" ")));
    statement.setString(PERSON_ADDRESS, correspondence.person());
    statement.setString(HELPER_ADDRESS, correspondence.helper());
    statement.setString(CAMPAIGN_AGAIN, campaign);
  }

  private static Introduction map(ResultSet row) throws SQLException {
    return new Introduction(
        row.getString("reference"),
        row.getString("person"),
        row.getString("helper"),
        needs(row.getString("needs")),
        distance(row),
        Introduction.State.valueOf(row.getString("state")),
        row.getString("mailbox"),
        row.getString("draft_id"),
        row.getString("message_id"),
        row.getString("thread_id"),
        Sql.moment(row, "begun_at"),
        row.getBoolean("attempted"),
        Sql.momentOrNull(row, "missing_since"),
        Sql.momentOrNull(row, "sent_at"),
        words(row.getString("answers")),
        new Correspondence(
            words(row.getString("marks")).stream()
                .map(IntroductionFlag::valueOf)
                .collect(Collectors.toUnmodifiableSet()),
            row.getString("person_address"),
            row.getString("helper_address")));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Double distance(ResultSet row) throws SQLException {
    double distance = row.getDouble("distance_km");
    return row.wasNull() ? null : distance;
  }

  private static String text(Set<Category> needs) {
    return needs.stream().map(Category::key).sorted().collect(Collectors.joining(";"));
  }

  private static Set<Category> needs(String text) {
    return Arrays.stream(text.split(";", -1))
        .filter(key -> !key.isEmpty())
        .map(key -> Category.ofKey(key).orElseThrow(() -> new IllegalStateException(key)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
