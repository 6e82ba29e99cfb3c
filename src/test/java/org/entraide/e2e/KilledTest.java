package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.people.word.Category.ADMIN;
import static org.entraide.people.word.Category.BILLS;
import static org.entraide.people.word.Category.CONVERSATION;
import static org.entraide.people.word.Category.MEDICINES;
import static org.entraide.people.word.Category.PETS;
import static org.entraide.people.word.Category.SHOPPING;
import static org.entraide.people.word.Category.TRANSPORT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.entraide.people.word.Category;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the real process, before and after each request of a busy cycle. The process
 * that is started next is killed as well, at one of its writes if it has that many; then it is
 * another one's turn, and time passes within this process. The end is always the same.
 *
 * <p>Ordinarily the cycle of a campaign at work, of which every third request with an effect and
 * every sixth of the others is hit, before or after it by turns; with {@code -Dhistories.all=true}
 * all of them both ways, also the first cycle of all, and more second kills.
 */
@NullMarked
@Tag("process")
class KilledTest {

  private static final boolean ALL = Boolean.getBoolean("histories.all");

  /** As many processes at once as the smallest machine has processors. */
  private static final int AT_ONCE = 2;

  private static final int KILLED = 137;
  private static final int FEWEST = 10;

  /** Every which of the requests without an effect is hit after it; another one, before it. */
  private static final int FEW_READS = 12;

  /** The same for those with an effect. */
  private static final int FEW_WRITES = 6;

  /** For so long the sheet is taken for that of a single run that was killed. */
  private static final Duration CLAIMED = Duration.ofMinutes(31);

  private static final Pattern READS = Pattern.compile("GET .*|POST /token|.*:getByDataFilter");

  /** Of which write the second process dies, by turns. */
  private static final int SECOND_KILLS = 3;

  /** Every which of those that died twice is started a third time; else this process goes on. */
  private static final int THIRD_PROCESSES = 3;

  @TempDir Path directory;

  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger worlds = new AtomicInteger();

  /**
   * When a process dies.
   *
   * @param at the number of the request, from 0; among the writes for the second process
   * @param done whether what it asks for was done
   */
  private record Kill(int at, boolean done) {}

  /** Somebody who waits at the door. */
  private final class Killer implements Gate.Keeper {
    private final Kill kill;
    private final boolean writesOnly;
    private final CompletableFuture<Process> victim = new CompletableFuture<>();
    private final AtomicInteger counted = new AtomicInteger();
    private final AtomicInteger meant = new AtomicInteger(-1);
    private volatile boolean killed;

    private Killer(Kill kill, boolean writesOnly) {
      this.kill = kill;
      this.writesOnly = writesOnly;
    }

    @Override
    public boolean lets(int number, String request) throws InterruptedException {
      if (counts(request) && counted.getAndIncrement() == kill.at()) {
        meant.set(number);
      }
      return !(meant.get() == number && !kill.done() && kills());
    }

    @Override
    public boolean answers(int number, String request) throws InterruptedException {
      return !(meant.get() == number && kill.done() && kills());
    }

    private boolean counts(String request) {
      return !writesOnly || !READS.matcher(request).matches();
    }

    private boolean kills() throws InterruptedException {
      killed = true; // before somebody else sees that it ended
      victim.join().destroyForcibly().waitFor();
      kills.incrementAndGet();
      return true;
    }

    /**
     * It was killed, or it ended by itself without the request that was waited for: the second one
     * may have nothing left to write, and how often a process looks at the sheet before an effect
     * depends on how long ago it looked, so that the undisturbed one may have asked more often.
     */
    private void assertEnded(int exitValue, String said) {
      assertThat(exitValue).as(said).isEqualTo(killed ? KILLED : 0);
      assertThat(counted.get() > kill.at()).as("whether there was that request").isEqualTo(killed);
    }
  }

  /** Six people, three introductions. */
  private static void answered(World world) {
    pair(world, "ana", "bo", SHOPPING);
    pair(world, "cy", "di", MEDICINES);
    pair(world, "eve", "fay", PETS);
  }

  /** One letter was sent, one person leaves, eight come, and one more who forgot half of it. */
  private static void atWork(World world) {
    answered(world);
    world.settle();
    world.restart();
    world.send(world.ledger().onlyOf("Personne", world.rowOf("ana@example.org").ref()).ref());
    world.type(world.rowOf("cy@example.org").number(), "Consigne", "Retirer");
    pair(world, "gil", "hal", TRANSPORT);
    pair(world, "ida", "jo", ADMIN);
    pair(world, "lea", "max", BILLS);
    pair(world, "nina", "oscar", CONVERSATION);
    world.answer(Reply.of("Kim", "Vide", "kim@example.org"));
  }

  private static void pair(World world, String needs, String helps, Category category) {
    world.answer(Reply.of(needs, "A", needs + "@example.org").at("SW7").needs(category));
    world.answer(Reply.of(helps, "B", helps + "@example.org").at("SW11").offers(category));
  }

  @Test
  void killedBeforeAndAfterEachRequestOfABusyCycleItEndsTheSame() throws Exception {
    Program program = Program.shared();
    int points = tell(program, KilledTest::atWork);
    if (ALL) {
      points += tell(program, KilledTest::answered);
    }

    System.out.printf("killed %d times, at %d points%n", kills.get(), points);
    assertThat(kills.get()).isGreaterThanOrEqualTo(ALL ? 60 : FEWEST);
  }

  /** How many points there are. */
  private int tell(Program program, Consumer<World> story) throws Exception {
    List<String> requests = new ArrayList<>();
    List<String> calm = undisturbed(program, story, requests);
    assertThat(requests).contains("POST /gmail/v1/users/me/drafts");
    List<Callable<List<String>>> all = new ArrayList<>();
    for (int at = 0; at < requests.size(); at++) {
      for (boolean done : List.of(false, true)) {
        for (int second = 0; second < SECOND_KILLS; second++) {
          if (ALL || (second == at % SECOND_KILLS && isTold(requests.get(at), at, done))) {
            Kill first = new Kill(at, done);
            Kill next = new Kill(second, !done);
            String name = "%s of %s, then %s".formatted(first, requests.get(at), next);
            all.add(() -> wrong(name, killed(program, story, first, next), calm));
          }
        }
      }
    }
    assertThat(wrong(all)).isEmpty();
    return all.size();
  }

  /** Before or after it, by turns; of what has no effect, fewer. */
  private static boolean isTold(String request, int at, boolean done) {
    int every = READS.matcher(request).matches() ? FEW_READS : FEW_WRITES;
    return at % every == (done ? 0 : every / 2);
  }

  private static List<String> wrong(List<Callable<List<String>>> all) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<String> wrong = new ArrayList<>();
      for (Future<List<String>> each : threads.invokeAll(all)) {
        wrong.addAll(each.get());
      }
      return wrong;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> wrong(String name, List<String> end, List<String> calm) {
    List<String> wrong = new ArrayList<>();
    end.stream().filter(line -> !calm.contains(line)).forEach(l -> wrong.add(name + ": + " + l));
    calm.stream().filter(line -> !end.contains(line)).forEach(l -> wrong.add(name + ": - " + l));
    if (wrong.isEmpty() && end.size() != calm.size()) {
      wrong.add(name + ": " + end);
    }
    return wrong;
  }

  private List<String> undisturbed(Program program, Consumer<World> story, List<String> requests)
      throws Exception {
    Path own = own();
    try (World world = World.empty(own);
        Gate gate = new Gate(world)) {
      story.accept(world);
      gate.keptBy(Gate.OPEN);
      end(program.start(own, gate.configuration(), "run", "--once"), own);
      requests.addAll(gate.requests());
      return ended(world);
    }
  }

  private List<String> killed(Program program, Consumer<World> story, Kill first, Kill second)
      throws Exception {
    Path own = own();
    try (World world = World.empty(own);
        Gate gate = new Gate(world)) {
      story.accept(world);
      for (Killer killer : List.of(new Killer(first, false), new Killer(second, true))) {
        gate.keptBy(killer);
        killer.victim.complete(program.start(own, gate.configuration(), "run", "--once"));
        Process victim = killer.victim.join();
        assertThat(victim.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = "%s, then %s: %s".formatted(first, second, Program.said(own));
        killer.assertEnded(victim.exitValue(), said);
      }
      gate.keptBy(Gate.OPEN);
      if (ALL || first.at() % THIRD_PROCESSES == 0) {
        end(program.start(own, gate.configuration(), "run", "--once"), own);
      }
      return ended(world);
    }
  }

  private static void end(Process process, Path directory) throws Exception {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Program.said(directory)).doesNotContain("\tat ", "a bug");
    assertThat(process.exitValue()).as(Program.said(directory)).isZero();
  }

  private static List<String> ended(World world) {
    assertThat(Town.pairs(world)).doesNotHaveDuplicates();
    assertThat(world.drafted()).doesNotHaveDuplicates();
    world.time.advance(CLAIMED);
    world.settleSlowly();
    Town.assertNothingDoubled(world);
    assertThat(world.cycle().effects()).isEmpty();

    return Sight.of(world);
  }

  private Path own() throws IOException {
    return Files.createDirectory(directory.resolve("world-" + worlds.getAndIncrement()));
  }
}
