package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.campaign.port.Journal;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sqlite.SqliteJournal;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Power loss: what is left of a journal's file and of its write-ahead log is cut or spoilt at 200
 * places. It is then a journal as it once was, with which the campaign goes on, or refused with
 * what to do.
 */
@Tag("long")
class CutJournalTest {

  private static final String CAMPAIGN = "londres";
  private static final String FILE = "journal.db";
  private static final String LOG = "journal.db-wal";

  /** What SQLite's file format says: of the log's header, of a frame's, and the default page. */
  private static final int LOG_HEADER = 32;

  private static final int FRAME_HEADER = 24;
  private static final int PAGE = 4096;
  private static final int SECTOR = 512;
  private static final int LOG_CUTS = 100;
  private static final byte[] NOTHING = {};

  /** Of the journals that could be opened, every which is tried out in the campaign. */
  private static final int TRIED_OUT = 4;

  @TempDir Path temp;

  private final Random random = new Random(7);

  /**
   * What is left.
   *
   * @param log nothing where it is lost
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Left(String name, byte[] file, byte[] log) {}

  /** All that a journal says of its campaign. */
  private static List<Object> said(Journal journal) {
    return List.of(
        journal.memory(CAMPAIGN),
        Set.copyOf(journal.unfinishedEffects(CAMPAIGN)),
        journal.reports());
  }

  /** Notes what the journal says after each change. */
  private static Journal noted(Journal journal, Set<List<Object>> states) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, args) -> {
              try {
                Object result = method.invoke(journal, args);
                if (!method.getName().equals("close")) {
                  states.add(said(journal));
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void busy(Post post) {
    post.letter("A").sent();
    post.letter("C").rewritten("Bonjour à vous deux");
    post.letter("E").discarded();
    post.graceEnds();
    post.outcome("A", "Acceptée");
    post.settles();
  }

  @Test
  void aJournalCutAnywhereIsOneAsItOnceWasOrRefusedWithAWayOut() throws IOException {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.THREE_PAIRS.humans(), Strike.NONE)) {
      Set<List<Object>> states = new HashSet<>();
      List<Left> all = left(post, states);
      List<String> end = Ending.of(post);
      Map<String, Integer> counts = new TreeMap<>();
      int opened = 0;
      for (Left left : all) {
        Path directory = placed(left);
        Optional<Journal> journal = opened(directory);
        if (journal.isPresent()) {
          try (Journal older = journal.get()) {
            assertThat(states).as(left.name()).contains(said(older));
            opened++;
            if (opened % TRIED_OUT == 0) {
              post.goesOnWith(older);
              post.graceEnds();
              assertThat(Ending.of(post)).as(left.name()).isEqualTo(end);
            }
          }
        }
        String kind = left.name().replaceAll(" at .*", "");
        counts.merge(kind + (journal.isPresent() ? ": opened" : ": refused"), 1, Integer::sum);
      }

      System.out.printf("%d journals of %d states: %s%n", all.size(), states.size(), counts);
      assertThat(all).hasSizeGreaterThanOrEqualTo(200);
      assertThat(counts)
          .containsEntry("log cut: opened", LOG_CUTS)
          .containsKey("file cut: refused");
      assertThat(post.bugs()).isEmpty();
    }
  }

  /** A journal of a busy campaign, of which part is in its file and the rest in its log. */
  private List<Left> left(Post post, Set<List<Object>> states) throws IOException {
    Path state = temp.resolve("state");
    try (Journal first = noted(SqliteJournal.open(state), states)) {
      post.goesOnWith(first);
      post.letter("A");
    }
    try (Journal second = noted(SqliteJournal.open(state), states)) {
      post.goesOnWith(second);
      busy(post);
      return cuts(Files.readAllBytes(state.resolve(FILE)), Files.readAllBytes(state.resolve(LOG)));
    }
  }

  private Path placed(Left left) throws IOException {
    Path directory = Files.createTempDirectory(temp, "left-");
    Files.write(directory.resolve(FILE), left.file());
    if (left.log().length > 0) {
      Files.write(directory.resolve(LOG), left.log());
    }
    return directory;
  }

  /** Empty where it is refused, in words that tell what to do. */
  private static Optional<Journal> opened(Path directory) {
    try {
      return Optional.of(SqliteJournal.open(directory));
    } catch (JournalProblem e) {
      assertThat(e.kind()).isEqualTo(JournalProblem.Kind.DAMAGED);
      assertThat(e)
          .hasMessageStartingWith(directory.resolve(FILE) + ": ")
          .hasMessageContaining("move journal.db away together with journal.db-wal");
      return Optional.empty();
    }
  }

  private List<Left> cuts(byte[] file, byte[] log) {
    List<Left> all = new ArrayList<>();
    all.add(new Left("log lost", file, NOTHING));
    for (int i = 0; i < LOG_CUTS; i++) {
      int at = cutOfLog(log.length, i);
      all.add(new Left("log cut at " + at, file, Arrays.copyOf(log, at)));
    }
    for (int i = 0; i < 30; i++) {
      int at = (int) ((long) file.length * i / 30) / SECTOR * SECTOR;
      all.add(new Left("file cut at " + at, Arrays.copyOf(file, at), i % 3 == 0 ? NOTHING : log));
    }
    for (int i = 0; i < 20; i++) {
      int at = random.nextInt(log.length / SECTOR) * SECTOR;
      all.add(new Left("log spoilt at " + at, file, zeroed(log, at, SECTOR)));
    }
    // in the file each of its pages, and of its sectors, in turn
    for (int i = 0; i < 20; i++) {
      int at = (int) ((long) file.length * i / 20) / PAGE * PAGE;
      all.add(new Left("file's page spoilt at " + at, zeroed(file, at, PAGE), NOTHING));
    }
    for (int i = 0; i < 30; i++) {
      int at = (int) ((long) file.length * i / 30) / SECTOR * SECTOR;
      all.add(new Left("file's sector spoilt at " + at, zeroed(file, at, SECTOR), NOTHING));
    }
    return all;
  }

  /** At the end of a frame, a little before or after, or anywhere in it. */
  private int cutOfLog(int length, int turn) {
    int frames = (length - LOG_HEADER) / (FRAME_HEADER + PAGE);
    int end = LOG_HEADER + (FRAME_HEADER + PAGE) * (frames * turn / LOG_CUTS);
    int shift =
        switch (turn % 4) {
          case 0 -> 0;
          case 1 -> -1;
          case 2 -> FRAME_HEADER;
          default -> random.nextInt(FRAME_HEADER + PAGE);
        };
    return Math.min(length, Math.max(0, end + shift));
  }

  private static byte[] zeroed(byte[] whole, int at, int size) {
    byte[] spoilt = whole.clone();
    Arrays.fill(spoilt, at, Math.min(spoilt.length, at + size), (byte) 0);
    return spoilt;
  }
}
