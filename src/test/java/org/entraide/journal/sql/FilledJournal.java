package org.entraide.journal.sql;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.entraide.campaign.port.Erasure;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.port.Journal.EffectOutcome;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.journal.copy.CopiedTable;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerDatabase;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sqlite.SqliteDatabase;
import org.entraide.journal.sqlite.SqliteFile;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.match.model.LoadFigures;
import org.entraide.match.model.Policy;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.word.Category;
import org.entraide.place.CachedPlace;
import org.entraide.place.GeoPoint;
import org.entraide.place.Place;
import org.entraide.place.Precision;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;
import org.entraide.text.Message;

/** A journal with something in every table, and all that is in one. */
public final class FilledJournal {

  static final Instant NOON = Instant.parse("2020-03-25T12:00:00.123456789Z");

  private FilledJournal() {}

  /**
   * Writes what campaigns of some size write.
   *
   * @param people in each of two campaigns
   */
  public static void fill(Journal journal, int people, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (String campaign : List.of("londres", "dublin")) {
      List<String> references =
          IntStream.range(0, people).mapToObj(i -> "P" + i + "x" + random.nextInt(100)).toList();
      journal.reserve(campaign, references);
      Map<String, String> fingerprints = new HashMap<>();
      Map<String, Instant> answers = new HashMap<>();
      Map<CellKey, String> cells = new HashMap<>();
      List<Introduction> introductions = new ArrayList<>();
      for (String reference : references) {
        fingerprints.put("f" + random.nextLong(), reference);
        answers.put(reference, NOON.plusNanos(random.nextInt()));
        for (String mark : List.of("status", "place", "check", "é ‘’ 🙂")) {
          cells.put(new CellKey(reference, mark), Long.toHexString(random.nextLong()));
        }
        if (random.nextInt(3) == 0) {
          introductions.add(introduction(reference, random));
        }
      }
      journal.storeFingerprints(campaign, fingerprints);
      journal.storeFirstAnswers(campaign, answers);
      journal.storeWrittenHashes(campaign, cells);
      journal.storeIntroductions(campaign, introductions);
      journal.storeNotes(
          campaign, Map.of(new Journal.Note(Journal.Note.Kind.VANISHED, "x"), "since noon"));
      journal.storeMatching(
          campaign,
          new RememberedMatching(
              "k",
              List.of(new ProposedPair("a", "b")),
              List.of(new ProposedPair("a", "b"), new ProposedPair("b", "a"))));
      for (int i = 0; i < 5; i++) {
        long effect = journal.beginEffect(campaign, "draft", "M-" + i, NOON);
        if (i % 2 == 0) {
          journal.endEffect(
              campaign, effect, i == 0 ? EffectOutcome.DONE : EffectOutcome.UNKNOWN, NOON);
        }
      }
      journal.storeReport(report(campaign));
      journal.storeNextCycle(campaign, NOON.plusSeconds(30));
      journal.finishCommand(journal.enqueue("erase", "7KQ47 " + campaign, NOON), "done", NOON);
      journal.enqueue("init", campaign, NOON);
      erase(journal, campaign);
    }
    journal.keepPlaceKey("a key");
    journal.keepPlace(
        "h1", new CachedPlace(Optional.empty(), "place.ask", NOON, NOON.plusSeconds(9)));
    Place place =
        new Place(new GeoPoint(1.0 / 3, -0.0), Precision.CITY, 0.1, "Zoë’s", "FR", 1e-9, "photon");
    journal.keepPlace("h2", new CachedPlace(Optional.of(place), "", NOON, NOON.plusSeconds(9)));
  }

  private static void erase(Journal journal, String campaign) {
    ErasedPeople erased = ErasedPeople.NOBODY.begun(new SplittableRandom(1));
    journal.erase(
        campaign,
        new Erasure(
            Set.of("gone"), Set.of(), Map.of(), erased.and(Set.of(erased.reference("gone")))));
  }

  private static Introduction introduction(String reference, SplittableRandom random) {
    List<Introduction.State> states = List.of(Introduction.State.values());
    List<Category> categories = List.of(Category.values());
    return new Introduction(
        "M-" + reference,
        reference,
        "H" + random.nextInt(1000),
        Set.of(categories.get(random.nextInt(categories.size()))),
        random.nextBoolean() ? random.nextDouble() * 100 : null,
        states.get(random.nextInt(states.size())),
        "delegate@example.org",
        random.nextBoolean() ? "d" + random.nextLong() : null,
        null,
        null,
        NOON,
        random.nextBoolean(),
        null,
        random.nextBoolean() ? NOON : null,
        Set.of(),
        Correspondence.NONE);
  }

  private static CampaignReport report(String campaign) {
    return new CampaignReport(
        campaign,
        NOON,
        Optional.of(NOON.minusSeconds(1)),
        List.of(Message.plain("a trouble\nof two lines")),
        Map.of("waiting", 3L, "answers", 1L << 40),
        Optional.of(
            new MatchingReport(
                "k1",
                NOON,
                45,
                50,
                46,
                "by hand",
                0,
                Policy.STABLE,
                Optional.of(
                    new MatchingReport.Alternatives(
                        "k0",
                        NOON,
                        44,
                        Map.of(
                            Policy.COVERAGE,
                            new Alternative(46, 3_000_000_000L, 2L),
                            Policy.BEST_FIT,
                            Alternative.UNKNOWN))))),
        new HelpFigures(new DistanceFigures(2.1, 6.4, 1e3), new LoadFigures(1 / 3.0, null)));
  }

  /** All rows of all tables that are copied, as text, in order. */
  static Map<String, List<String>> rows(Transactions database, List<CopiedTable> tables) {
    return database.read(
        c -> {
          Map<String, List<String>> all = new TreeMap<>();
          for (CopiedTable table : tables) {
            all.put(
                table.name(),
                Sql.query(c, table.select(), row -> Arrays.toString(table.read(row))).stream()
                    .sorted()
                    .toList());
          }
          return all;
        });
  }

  public static Map<String, List<String>> rows(Path directory) {
    try (SqliteDatabase database =
        new SqliteFile(directory, JournalSchema.sqlite()).openReadOnly()) {
      return rows(database, database.read(CopiedTable::of));
    }
  }

  public static Map<String, List<String>> rows(DatabaseServer server, List<CopiedTable> tables) {
    try (ServerJournal journal = ServerJournal.openReadOnly(server)) {
      return rows(journal.database(), tables);
    }
  }

  /**
   * The tables that are copied.
   *
   * @param directory a state directory, which may be empty
   */
  public static List<CopiedTable> tables(Path directory) {
    StateDirectory.ensure(directory);
    try (SqliteDatabase database = new SqliteFile(directory, JournalSchema.sqlite()).open()) {
      return database.read(CopiedTable::of);
    }
  }

  /** Runs a statement in a server's database. */
  public static void execute(DatabaseServer server, String sql) {
    try (ServerDatabase database = new ServerDatabase(server)) {
      database.change(
          c -> {
            try (Statement statement = c.createStatement()) {
              statement.execute(sql);
            }
          });
    }
  }
}
