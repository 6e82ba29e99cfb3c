package org.entraide.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.cli.shell.ProgramVersion;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.group.Group;
import org.entraide.group.Lease;
import org.entraide.journal.server.ServerJournal;

/**
 * A command's part in a group of daemons: those campaigns whose leases are free are its own until
 * it ends.
 */
public final class CommandLeases implements AutoCloseable {

  private final Map<String, Lease> leases = new HashMap<>();
  private final ThreadScheduler looks = new ThreadScheduler(1, e -> {});
  private final Group group;

  private CommandLeases(ServerJournal shared, List<String> campaigns) {
    this.group =
        new Group(
            shared.leases(),
            LeaseTerms.configured(),
            campaigns,
            new Holder(),
            SystemEdge.ticks(),
            SystemEdge::unique,
            SystemEdge.process() + ", a command",
            ProgramVersion.number(),
            false);
  }

  /** Takes what is free now, and nothing later. */
  public static CommandLeases of(ServerJournal shared, List<String> campaigns) {
    CommandLeases command = new CommandLeases(shared, campaigns);
    command.group.takeAll();
    command.looks.schedule(LeaseTerms.configured().look(), command::renew);
    return command;
  }

  private void renew() {
    try {
      group.renew();
    } finally {
      looks.schedule(LeaseTerms.configured().look(), this::renew);
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
      // the lease itself says that it is lost; one that is not stays until the command ends
    }
  }

  /** Empty where another works on the campaign. */
  public Optional<Lease> lease(String campaign) {
    return Optional.ofNullable(leases.get(campaign));
  }

  @Override
  public void close() {
    looks.close();
    var unused = group.leave(); // a command signs off for itself
  }
}
