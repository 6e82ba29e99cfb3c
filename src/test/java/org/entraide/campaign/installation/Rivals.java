package org.entraide.campaign.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.DASHBOARD;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.daemon.SingleRun;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Turns;
import org.entraide.campaign.world.World;

/** Two installations over one sheet and mailbox, and the orders in which their requests follow. */
public final class Rivals {

  public static final InstallationIdentity FIRST = InstallationIdentity.daemon("first", false);
  public static final InstallationIdentity SECOND = InstallationIdentity.daemon("second", false);
  public static final InstallationIdentity TAKING_OVER =
      InstallationIdentity.daemon("second", true);

  /** Passes after which an installation that starts is at work. */
  public static final int CYCLES = 3;

  /** Else one is held up from each request to every seventh of the later ones, by turns. */
  private static final boolean ALL = Boolean.getBoolean("histories.all");

  /** Requests that others can see, of an installation's first passes, and some more. */
  private static final int LONGEST = 14;

  private static final int RANDOM_ORDERS = ALL ? 40 : 16;

  private Rivals() {}

  /** One who needs, one who helps, and a second pair. */
  public static World town() {
    return answers(new World());
  }

  /** The four answer. */
  public static World answers(World world) {
    return world
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses")
        .answer("Bea Bost", PLACE, "Nord", NEEDS, "Médicaments")
        .answer("Ian Ives", PLACE, "Nord", OFFERS, "Médicaments");
  }

  /** One installation, with a state directory of its own. */
  public static final class Installation {
    final MemoryJournal journal;
    final InstallationIdentity identity;
    final List<CycleReport> reports = new ArrayList<>();
    public CampaignRunner campaign;
    private final World world;
    private int processes;

    public Installation(World world, InstallationIdentity identity) {
      this(world, identity, new MemoryJournal());
    }

    Installation(World world, InstallationIdentity identity, MemoryJournal journal) {
      this.journal = journal;
      this.world = world;
      this.identity = identity;
      campaign = world.daemon(identity, journal, identity.installation().hashCode());
    }

    public CycleReport once() {
      CycleReport report = campaign.runOnce();
      reports.add(report);
      return report;
    }

    public Runnable cycles(int cycles) {
      return () -> {
        for (int i = 0; i < cycles; i++) {
          once();
        }
      };
    }

    Installation startedAgain(InstallationIdentity by) {
      processes++;
      campaign = world.daemon(by, journal, identity.installation().hashCode() + processes);
      return this;
    }

    /** A process that makes a single run, as {@code run --once} does. */
    void single() {
      startedAgain(identity);
      reports.addAll(new SingleRun(world.clock, pause -> {}).of(campaign));
    }

    public CycleReport last() {
      return reports.get(reports.size() - 1);
    }

    boolean isPassive() {
      return waits() && last().effects().isEmpty();
    }

    /** Whether it said that another installation is at work. */
    boolean waits() {
      return !last().completed()
          && last().troubles().stream().allMatch(t -> t.text().contains("--take-over"));
    }
  }

  /** It is always the turn of the one, but for a stretch in which it is held up. */
  private static IntUnaryOperator heldUp(int one, int from, int to) {
    return turn -> turn >= from && turn < to ? 1 - one : one;
  }

  public static List<IntUnaryOperator> orders() {
    List<IntUnaryOperator> orders = new ArrayList<>();
    for (int one = 0; one < 2; one++) {
      for (int from = 0; from <= LONGEST; from++) {
        for (int to = from + 1; to <= LONGEST; to++) {
          if (ALL || (2 * one + from + to) % 7 == 0) {
            orders.add(heldUp(one, from, to));
          }
        }
        orders.add(heldUp(one, from, Integer.MAX_VALUE)); // until the other has ended
      }
    }
    for (int seed = 0; seed < RANDOM_ORDERS; seed++) {
      Random random = new Random(seed);
      List<Integer> turns = random.ints(200, 0, 2).boxed().toList();
      orders.add(turn -> turn < turns.size() ? turns.get(turn) : 0);
    }
    return orders;
  }

  public static void together(World world, IntUnaryOperator order, Runnable a, Runnable b) {
    Turns turns = new Turns();
    world.outage.meanwhile(turns::request);
    turns.run(order, List.of(a, b));
    world.outage.meanwhile(call -> {});
  }

  public static void laterBoth(World world, Installation a, Installation b) {
    for (int i = 0; i < 4; i++) {
      world.clock.advance(Duration.ofMinutes(6));
      a.once();
      b.once();
    }
  }

  public static String installation(World world) {
    for (int row = 0; row < world.table.rowCount(DASHBOARD); row++) {
      if (world.table.text(DASHBOARD, row, 0).equals("Installation")) {
        return world.table.text(DASHBOARD, row, 1);
      }
    }
    return "";
  }

  public static void assertNothingDoubled(World world, String order) {
    assertThat(world.letters()).as(order).hasSize(2).doesNotHaveDuplicates();
    assertThat(world.ledger())
        .as(order)
        .filteredOn(entry -> !entry.endsWith(": Retirée"))
        .hasSize(2)
        .allMatch(entry -> entry.endsWith(": Brouillon prêt"))
        .doesNotHaveDuplicates();
    for (int row = 1; row < world.table.rowCount(World.LEDGER); row++) {
      if (world.table.text(World.LEDGER, row, "État").equals("Retirée")) {
        assertThat(world.table.text(World.LEDGER, row, "Explication"))
            .as(order)
            .contains("sur une autre ligne");
      }
    }
  }

  public static void assertNoBug(Installation installation, String order) {
    assertThat(installation.reports.stream().flatMap(r -> r.troubles().stream()))
        .as(order)
        .noneMatch(t -> t.kind() == Trouble.Kind.BUG);
  }
}
