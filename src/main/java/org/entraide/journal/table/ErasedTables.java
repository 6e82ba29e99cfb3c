package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entraide.campaign.port.Erasure;
import org.entraide.journal.sql.Sql;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.reference.Reference;
import org.entraide.place.Precision;
import org.entraide.plan.instruction.WishesForAnother;

/** Who was erased, and what that takes out of all other tables. */
final class ErasedTables {

  /** Every column that holds a single reference. */
  private static final List<String> BY_REFERENCE =
      List.of(
          "DELETE FROM given_reference WHERE campaign = ? AND reference = ?",
          "DELETE FROM fingerprint WHERE campaign = ? AND reference = ?",
          "DELETE FROM first_answer WHERE campaign = ? AND reference = ?",
          "DELETE FROM cell WHERE campaign = ? AND reference = ?",
          "DELETE FROM introduction WHERE campaign = ? AND reference = ?",
          "DELETE FROM matched_pair WHERE campaign = ? AND person = ?",
          "DELETE FROM matched_pair WHERE campaign = ? AND helper = ?",
          "DELETE FROM note WHERE campaign = ? AND subject = ?",
          "DELETE FROM note WHERE campaign = ? AND subject = '@' || ?",
          "DELETE FROM note WHERE campaign = ? AND words = ?");

  private ErasedTables() {}

  static ErasedPeople of(Connection connection, String campaign) throws SQLException {
    List<String> keys =
        Sql.query(
            connection,
            "SELECT secret FROM erasure_key WHERE campaign = ?",
            row -> row.getString(1),
            campaign);
    if (keys.isEmpty()) {
      return ErasedPeople.NOBODY;
    }
    List<String> hashes =
        Sql.query(
            connection,
            "SELECT hash FROM erased WHERE campaign = ?",
            row -> row.getString(1),
            campaign);
    return new ErasedPeople(keys.get(0), Set.copyOf(hashes));
  }

  static void erase(Connection connection, String campaign, Erasure erasure) throws SQLException {
    keep(connection, campaign, erasure.erased());
    rename(connection, campaign, erasure.contents());
    Set<String> references = new HashSet<>(erasure.people());
    erasure.people().forEach(ref -> references.add(Reference.introduction(ref))); // never left half
    references.addAll(erasure.introductions());
    for (String sql : BY_REFERENCE) {
      Sql.batch(connection, sql, references, (s, ref) -> Sql.bind(s, campaign, ref));
    }
    inLists(connection, campaign, references);
    Sql.batch(
        connection,
        "DELETE FROM place WHERE fineness = ?",
        List.of(Precision.ADDRESS, Precision.POSTCODE),
        (s, precision) -> Sql.bind(s, precision.name()));
  }

  private static void keep(Connection connection, String campaign, ErasedPeople erased)
      throws SQLException {
    String key =
        "INSERT INTO erasure_key (campaign, secret) VALUES (?, ?) ON CONFLICT (campaign) DO"
            + " NOTHING";
    Sql.update(connection, key, campaign, erased.key());
    String hash = "INSERT INTO erased (campaign, hash) VALUES (?, ?) ON CONFLICT DO NOTHING";
    Sql.batch(connection, hash, erased.hashes(), (s, h) -> Sql.bind(s, campaign, h));
  }

  /** The row's cells are still the daemon's after their person is erased. */
  private static void rename(Connection connection, String campaign, Map<String, String> contents)
      throws SQLException {
    for (Map.Entry<String, String> entry : contents.entrySet()) {
      String was = entry.getKey();
      Sql.update(
          connection,
          "DELETE FROM fingerprint WHERE campaign = ? AND fingerprint = ?",
          campaign,
          was);
      Sql.update(
          connection,
          """
          UPDATE cell SET reference = ? || substr(reference, ?)
          WHERE campaign = ? AND reference LIKE ?\
          """,
          entry.getValue(),
          was.length() + 1,
          campaign,
          was + "%"); // with the number of a further row, and the like
      Sql.update(
          connection,
          "DELETE FROM cell WHERE campaign = ? AND reference LIKE ? AND mark LIKE 'was.%'",
          campaign,
          entry.getValue() + "%");
    }
  }

  /** Every column that holds a list of references, separated by spaces. */
  private static void inLists(Connection connection, String campaign, Set<String> references)
      throws SQLException {
    rewrite(
        connection,
        campaign,
        "SELECT subject, words FROM note WHERE campaign = ? AND kind = 'ASKED'",
        "UPDATE note SET words = ? WHERE campaign = ? AND kind = 'ASKED' AND subject = ?",
        words -> {
          String rest = without(words, references);
          return rest.isEmpty() ? WishesForAnother.NOTHING : rest; // asked once is asked once
        });
    rewrite(
        connection,
        campaign,
        "SELECT reference, answers FROM introduction WHERE campaign = ? AND answers <> ''",
        "UPDATE introduction SET answers = ? WHERE campaign = ? AND reference = ?",
        answers -> without(answers, references));
    rewrite(
        connection,
        campaign,
        "SELECT DISTINCT subject, subject FROM effect WHERE campaign = ?",
        "UPDATE effect SET subject = ? WHERE campaign = ? AND subject = ?",
        subject -> without(subject, references));
  }

  /**
   * @param select a row's key and its list
   * @param update the list, by campaign and key
   */
  private static void rewrite(
      Connection connection,
      String campaign,
      String select,
      String update,
      UnaryOperator<String> rest)
      throws SQLException {
    List<Map.Entry<String, String>> lists =
        Sql.query(
            connection, select, row -> Map.entry(row.getString(1), row.getString(2)), campaign);
    List<Map.Entry<String, String>> changed =
        lists.stream().filter(e -> !rest.apply(e.getValue()).equals(e.getValue())).toList();
    Sql.batch(
        connection,
        update,
        changed,
        (s, e) -> Sql.bind(s, rest.apply(e.getValue()), campaign, e.getKey()));
  }

  private static String without(String words, Set<String> references) {
    List<String> remaining = new ArrayList<>(List.of(words.split(" ")));
    remaining.removeIf(references::contains);
    return String.join(" ", remaining);
  }
}
