package org.entraide.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.daemon.SingleRun;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.google.wire.Wire;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.MovableClock;

/**
 * Other installations over the same sheets and mailbox, each with a journal of its own: single runs
 * of theirs, and daemons, of which some take over. What they do is done between two requests of the
 * daemon that the story is about, and the watch sees it as if that had done it.
 */
final class Elsewhere {

  private static final Duration QUICK = Duration.ofMillis(200);

  /** Passes of a daemon that takes over, one of which only writes its name. */
  private static final int PASSES = 3;

  /** As many requests as a single run with something to do makes. */
  private static final int MOST_CALLS = 20;

  /** Begins a process. */
  @FunctionalInterface
  interface Maker {
    List<CampaignRunner> begin(InstallationIdentity identity, MemoryJournal journal, Wire way);
  }

  private final MovableClock clock;
  private final Wire wire;
  private final List<Site> sites;
  private final Watch watch;
  private final Maker maker;
  private final Map<String, MemoryJournal> journals = new HashMap<>();

  Elsewhere(MovableClock clock, Wire wire, List<Site> sites, Watch watch, Maker maker) {
    this.clock = clock;
    this.wire = wire;
    this.sites = sites;
    this.watch = watch;
    this.maker = maker;
  }

  /** One single run. */
  void runsOnce(boolean takesOver) {
    new Installed(InstallationIdentity.once("second", takesOver), 0, () -> {}).runsOnce();
  }

  /** Two single runs, of which one comes amid the other. */
  void twoRunOnce(SplittableRandom random) {
    Installed third = new Installed(InstallationIdentity.once("third", false), 0, () -> {});
    int call = 1 + random.nextInt(MOST_CALLS);
    new Installed(InstallationIdentity.once("second", false), call, third::runsOnce).runsOnce();
  }

  /**
   * A daemon is started, works or waits for the first one, and ends.
   *
   * @param takesOver whether it does not wait
   * @param dies whether it is killed
   */
  void works(boolean takesOver, boolean dies) {
    new Installed(InstallationIdentity.daemon("second", takesOver), 0, () -> {}).works(dies);
  }

  /** A process of another installation, from its beginning to its end. */
  private final class Installed {
    private final InstallationIdentity identity;
    private final int call;
    private final Runnable amid;
    private int requests;

    /**
     * @param call the request at which something happens; 0 for none
     */
    Installed(InstallationIdentity identity, int call, Runnable amid) {
      this.identity = identity;
      this.call = call;
      this.amid = amid;
    }

    private List<CampaignRunner> begin() {
      MemoryJournal journal =
          journals.computeIfAbsent(identity.installation(), i -> new MemoryJournal());
      return maker.begin(identity, journal, this::exchange);
    }

    void runsOnce() {
      Map<Site, AtRead> before = atRead();
      for (CampaignRunner campaign : begin()) {
        new SingleRun(clock, clock::advance).of(campaign).forEach(this::check);
      }
      before.forEach(Site::readAs);
    }

    void works(boolean dies) {
      Map<Site, AtRead> before = atRead();
      for (CampaignRunner campaign : begin()) {
        for (int i = 0; i < PASSES; i++) {
          check(campaign.runOnce());
        }
        if (!dies) {
          campaign.signOff();
        }
      }
      before.forEach(Site::readAs);
    }

    private void check(CycleReport report) {
      for (Trouble trouble : report.troubles()) {
        watch.checkNobodyIsNamed(trouble.text());
        if (trouble.kind() == Trouble.Kind.BUG) {
          watch.wrong("elsewhere: " + trouble.text());
        }
      }
    }

    private Wire.Answer exchange(Wire.Call request) throws IOException {
      requests++;
      clock.advance(QUICK);
      if (requests == call) {
        amid.run();
      }
      String path = request.uri().getPath();
      boolean get = request.method().equals("GET");
      Optional<Site> site =
          sites.stream()
              .filter(s -> path.startsWith("/v4/") && path.contains(s.premises.id()))
              .findFirst();
      boolean writes = site.isPresent() && path.endsWith(":batchUpdate");
      Optional<Desk.Copy> before = site.filter(s -> writes).map(s -> s.desk.copy());
      Wire.Answer answer = wire.exchange(request);
      byte[] body = answer.body().readAllBytes();
      if (before.isPresent()) {
        site.get().isDisturbed();
        watch.wroteElsewhere(site.get(), before.get(), site.get().desk.copy());
      } else if (site.isPresent() && get) {
        watch.read(site.get());
      } else if (path.contains("/gmail/") && !get) {
        watch.mailedElsewhere();
      }
      return new Wire.Answer(answer.status(), answer.headers(), new ByteArrayInputStream(body));
    }
  }

  private Map<Site, AtRead> atRead() {
    Map<Site, AtRead> read = new HashMap<>();
    sites.forEach(site -> read.put(site, site.atRead()));
    return read;
  }
}
