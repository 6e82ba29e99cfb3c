package org.entraide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.ThreadScheduler;
import org.entraide.cli.SystemEdge;
import org.entraide.cli.Version;
import org.entraide.group.Group;
import org.entraide.group.Lease;
import org.entraide.journal.ServerJournal;

/**
 * A command's part in a group of daemons: those campaigns whose leases are free are its own until
 * it ends.
 */
final class Turn implements AutoCloseable {

  private final Map<String, Lease> leases = new HashMap<>();
  private final ThreadScheduler looks = new ThreadScheduler(1, e -> {});
  private final Group group;

  private Turn(ServerJournal shared, List<String> campaigns) {
    this.group =
        new Group(
            shared.leases(),
            GroupRun.terms(),
            campaigns,
            new Holder(),
            SystemEdge.ticks(),
            SystemEdge::unique,
            SystemEdge.process() + ", a command",
            Version.number(),
            false);
  }

  /** Takes what is free now, and nothing later. */
  static Turn of(ServerJournal shared, List<String> campaigns) {
    Turn turn = new Turn(shared, campaigns);
    turn.group.takeAll();
    turn.looks.schedule(GroupRun.terms().look(), turn::renew);
    return turn;
  }

  private void renew() {
    try {
      group.renew();
    } finally {
      looks.schedule(GroupRun.terms().look(), this::renew);
    }
  }

  private final class Holder implements Group.Work {
    @Override
    public boolean begin(Lease lease) {
      leases.put(lease.campaign(), lease);
      return true;
    }

    @Override
    public void end(String campaign, Runnable ended) {
      // the lease itself tells that it is lost; one that is not stays until the command ends
    }
  }

  /** Empty where another works on the campaign. */
  Optional<Lease> lease(String campaign) {
    return Optional.ofNullable(leases.get(campaign));
  }

  @Override
  public void close() {
    looks.close();
    var unused = group.leave(); // a command signs off for itself
  }
}
