package org.entraide.group;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.entraide.group.Leases.CampaignLease;
import org.entraide.group.Leases.GroupMember;
import org.entraide.group.Leases.GroupState;
import org.entraide.group.Leases.Renewal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One daemon's part in a group: it looks every third of a lease, renews its membership, takes what
 * is free and gives away what is more than its share. {@link #look} is called by one thread; the
 * other methods may be called by any.
 *
 * <p>Where the leases cannot be reached, it holds what it holds until that ends by itself, and goes
 * on when they can. After a renewal that failed, and where one is forgotten, all campaigns are
 * begun anew from the database: a database that was away may have forgotten its last seconds, and
 * may have been away between two looks.
 */
public final class Group {

  private static final Logger log = LoggerFactory.getLogger(Group.class);

  /** Looks after which any member that can takes a free campaign. */
  private static final int ORPHANED = 4;

  /** What is done with campaigns. */
  public interface Work {

    /**
     * Begins to work on a campaign, from its state in the journal.
     *
     * @return whether that is possible here
     */
    boolean begin(Lease lease);

    /**
     * Ends it after the present cycle.
     *
     * @param ended called once nothing of it runs any more
     */
    void end(String campaign, Runnable ended);
  }

  private final Leases leases;
  private final Terms terms;
  private final List<String> campaigns;
  private final Work work;
  private final LongSupplier nanos;
  private final Supplier<String> ids;
  private final String name;
  private final String version;
  private final boolean shares;
  private final Map<String, Lease> held = new HashMap<>();
  private final Set<String> toBeFreed = new HashSet<>(); // of those, the ones to be freed
  private final Set<String> ending = new HashSet<>(); // whose last cycle may be running
  private final Set<String> unable = new HashSet<>();
  private final Set<String> adopted = new HashSet<>(); // that others could not take
  private final Map<String, Integer> looksFree = new HashMap<>();
  private Optional<Membership> membership = Optional.empty();
  private GroupState last = new GroupState(List.of(), List.of());
  private boolean missed;
  private boolean away;
  private boolean isOver;

  private record Membership(String id, Tenure tenure) {}

  /**
   * @param campaigns all that the group works on
   * @param nanos a clock that only ever goes on, in nanoseconds
   * @param ids for memberships, none of them twice
   * @param name of this process, for people
   * @param shares whether campaigns are to be given to it; a command takes what it needs alone
   */
  public Group(
      Leases leases,
      Terms terms,
      List<String> campaigns,
      Work work,
      LongSupplier nanos,
      Supplier<String> ids,
      String name,
      String version,
      boolean shares) {
    this.leases = leases;
    this.terms = terms;
    this.campaigns = List.copyOf(campaigns);
    this.work = work;
    this.nanos = nanos;
    this.ids = ids;
    this.name = name;
    this.version = version;
    this.shares = shares;
  }

  /**
   * Takes all that is free now, for a command that works once.
   *
   * @throws UncheckedIOException if the leases cannot be reached
   */
  public synchronized void takeAll() {
    Membership me = renewOrJoin();
    leases.look(campaigns, terms.grace());
    take(me, campaigns);
  }

  /** Renews alone. */
  public synchronized void renew() {
    try {
      if (!isOver) {
        var unused = renewOrJoin();
      }
    } catch (UncheckedIOException e) {
      missed = true;
    }
  }

  /** Renews, looks, takes and gives. */
  public synchronized void look() {
    if (isOver) {
      return;
    }
    try {
      Membership me = renewOrJoin();
      last = leases.look(campaigns, terms.grace());
      compare(me);
      move(me);
      if (away) {
        log.info("the database answers again: goes on");
      }
      away = false;
    } catch (UncheckedIOException e) {
      missed = true;
      if (!away) {
        log.error("nothing new is begun: {}", e.getMessage());
      }
      away = true;
      membership.filter(me -> !me.tenure().lasts()).ifPresent(me -> loseAll());
    }
  }

  /** Whether the leases could not be reached when last tried. */
  public synchronized boolean isAway() {
    return away;
  }

  /** How many campaigns this process works on. */
  public synchronized int campaigns() {
    return held.size();
  }

  private Membership renewOrJoin() {
    if (membership.isPresent()) {
      Membership me = membership.get();
      long requestedAt = nanos.getAsLong();
      boolean lasted = me.tenure().lasts();
      Renewal renewal = leases.renew(me.id(), terms.lasts());
      if (renewal != Renewal.OVER && lasted) {
        me.tenure().renew(requestedAt, terms.lasts());
        if (missed || renewal == Renewal.SET_BACK) {
          String why = missed ? "away" : "set back";
          log.warn("the database was {}: {} campaigns are taken up anew", why, held.size());
          new ArrayList<>(held.values()).forEach(this::give);
        }
        missed = false;
        return me;
      }
      log.warn("{} leases were not renewed in time, and are lost", held.size());
      loseAll();
    }
    missed = false;
    String id = ids.get();
    long requestedAt = nanos.getAsLong();
    leases.join(id, name, version, shares, terms.lasts());
    Membership me = new Membership(id, new Tenure(nanos, requestedAt, terms.lasts()));
    membership = Optional.of(me);
    return me;
  }

  private void loseAll() {
    membership.ifPresent(me -> me.tenure().end());
    new ArrayList<>(held.values()).forEach(this::lose);
  }

  /** Others wait for the grace before they take it, and this process for its own last cycle. */
  private void lose(Lease lease) {
    lease.lose();
    held.remove(lease.campaign());
    if (!toBeFreed.remove(lease.campaign())) { // else its end is awaited already
      ending.add(lease.campaign());
      work.end(lease.campaign(), () -> ended(lease.campaign()));
    }
  }

  private synchronized void ended(String campaign) {
    ending.remove(campaign);
  }

  private void give(Lease lease) {
    if (toBeFreed.add(lease.campaign())) {
      ending.add(lease.campaign());
      work.end(lease.campaign(), () -> free(lease));
    }
  }

  /**
   * A database that was set back may show other leases than this process knows, also leases of this
   * process: the answer to its taking, or to its freeing, was lost. Nobody would work on those.
   */
  private void compare(Membership me) {
    for (CampaignLease campaignLease : last.campaignLeases()) {
      Lease lease = held.get(campaignLease.campaign());
      boolean ownedHere = campaignLease.owner().equals(me.id());
      if (lease != null && !(ownedHere && campaignLease.fence() == lease.fence())) {
        log.warn("{}: another daemon has its lease", campaignLease.campaign());
        lose(lease);
      } else if (lease == null && ownedHere) {
        leases.free(me.id(), campaignLease.campaign(), campaignLease.fence());
      }
    }
  }

  private void move(Membership me) {
    last.campaignLeases()
        .forEach(
            it -> looksFree.merge(it.campaign(), it.isFree() ? 1 : 0, (n, one) -> one * (n + one)));
    Set<String> able = new HashSet<>(campaigns);
    able.removeAll(unable);
    able.removeAll(ending);
    Set<String> orphans = new HashSet<>(able);
    orphans.removeIf(campaign -> looksFree.getOrDefault(campaign, 0) < ORPHANED);
    orphans.addAll(adopted);
    Balance.Moves moves = Balance.of(last, me.id(), able, orphans);
    for (String campaign : moves.gives()) {
      Lease lease = held.get(campaign);
      if (lease != null) {
        give(lease);
      }
    }
    if (!moves.takes().isEmpty()) {
      take(me, moves.takes());
    }
    orphans.retainAll(held.keySet());
    adopted.addAll(orphans);
  }

  private void take(Membership me, List<String> free) {
    leases
        .take(me.id(), free, terms.grace())
        .forEach((campaign, fence) -> begin(new Lease(campaign, me.id(), fence, me.tenure())));
  }

  private void begin(Lease lease) {
    held.put(lease.campaign(), lease);
    if (!work.begin(lease)) {
      unable.add(lease.campaign());
      free(lease);
    }
  }

  private synchronized void free(Lease lease) {
    lease.lose();
    ending.remove(lease.campaign());
    if (!held.remove(lease.campaign(), lease)) {
      return; // it was lost meanwhile
    }
    toBeFreed.remove(lease.campaign());
    try {
      leases.free(lease.owner(), lease.campaign(), lease.fence());
    } catch (UncheckedIOException e) {
      log.warn("{}: {}", lease.campaign(), e.getMessage()); // it ends with the membership
    }
  }

  /**
   * Leaves the group on purpose: others go on at once. To be called when nothing is at work here
   * any more; never called, the leases end by themselves.
   *
   * @return the campaigns that nobody works on any more; none while other daemons are left. Who is
   *     left is looked up after this one has left: of several that end together, at least the last
   *     one sees nobody.
   */
  public synchronized List<String> leave() {
    isOver = true;
    held.values().forEach(Lease::lose);
    if (membership.isEmpty()) {
      return List.of();
    }
    Membership me = membership.get();
    me.tenure().end();
    try {
      leases.leave(me.id());
      GroupState afterLeaving = leases.look(campaigns, terms.grace());
      return afterLeaving.members().stream().anyMatch(GroupMember::shares)
          ? List.of()
          : afterLeaving.campaignLeases().stream()
              .filter(CampaignLease::isFree)
              .map(CampaignLease::campaign)
              .toList();
    } catch (UncheckedIOException e) {
      log.warn("the others go on when the leases end: {}", e.getMessage());
      return List.of();
    }
  }

  /** The members when last looked, this one among them. */
  public synchronized List<GroupMember> members() {
    return last.members();
  }
}
