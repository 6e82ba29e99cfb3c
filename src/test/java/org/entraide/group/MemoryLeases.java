package org.entraide.group;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Leases in memory, by any clock. */
public final class MemoryLeases implements Leases {

  private final InstantSource clock;
  private final Map<String, GroupMember> members = new TreeMap<>();
  private final Map<String, Instant> ends = new HashMap<>();
  private final Map<String, CampaignLease> holdings = new TreeMap<>();
  private final Map<String, Long> people = new HashMap<>();
  private final Map<String, Instant> answered = new HashMap<>(); // to members, of their ends

  public MemoryLeases(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether somebody else's number would be written under. */
  public synchronized boolean isCurrent(Lease lease) {
    CampaignLease campaignLease = holdings.get(lease.campaign());
    return campaignLease != null
        && campaignLease.owner().equals(lease.owner())
        && campaignLease.fence() == lease.fence();
  }

  /** As it is: what changes in either later does not in the other. */
  public synchronized MemoryLeases copy() {
    MemoryLeases copy = new MemoryLeases(clock);
    copy.becomes(this);
    return copy;
  }

  /** As after a failover: all is what it was elsewhere, and members know what they were told. */
  public synchronized void becomes(MemoryLeases other) {
    members.clear();
    ends.clear();
    holdings.clear();
    people.clear();
    members.putAll(other.members);
    ends.putAll(other.ends);
    holdings.putAll(other.holdings);
    people.putAll(other.people);
  }

  synchronized void forget(Duration last) {
    ends.replaceAll((id, end) -> end.minus(last));
  }

  public synchronized void people(String campaign, long answers) {
    people.put(campaign, answers);
  }

  @Override
  public synchronized void join(
      String id, String name, String version, boolean shares, Duration lasts) {
    members.put(id, new GroupMember(id, name, version, shares, clock.instant()));
    ends.put(id, clock.instant().plus(lasts));
  }

  @Override
  public synchronized Renewal renew(String id, Duration lasts) {
    if (!lasts(id, Duration.ZERO)) {
      return Renewal.OVER;
    }
    Instant before = Objects.requireNonNull(ends.get(id));
    boolean isKnown = answered.getOrDefault(id, before).equals(before);
    ends.put(id, clock.instant().plus(lasts));
    answered.put(id, clock.instant().plus(lasts));
    return isKnown ? Renewal.RENEWED : Renewal.SET_BACK;
  }

  private boolean lasts(String id, Duration grace) {
    Instant end = ends.get(id);
    return end != null && end.plus(grace).isAfter(clock.instant());
  }

  @Override
  public synchronized void leave(String id) {
    members.remove(id);
    ends.remove(id);
    holdings.replaceAll((name, it) -> it.owner().equals(id) ? freed(it) : it);
  }

  private CampaignLease freed(CampaignLease it) {
    return new CampaignLease(it.campaign(), "", it.fence(), clock.instant(), true, it.people());
  }

  @Override
  public synchronized GroupState look(Collection<String> campaigns, Duration grace) {
    List<CampaignLease> asked = new ArrayList<>();
    for (String campaign : campaigns.stream().sorted().toList()) {
      CampaignLease it =
          holdings.computeIfAbsent(
              campaign, name -> new CampaignLease(name, "", 0, clock.instant(), true, 0));
      asked.add(
          new CampaignLease(
              campaign,
              it.owner(),
              it.fence(),
              it.since(),
              isFree(it, grace),
              people.getOrDefault(campaign, 0L)));
    }
    return new GroupState(
        members.values().stream().filter(it -> lasts(it.id(), Duration.ZERO)).toList(), asked);
  }

  private boolean isFree(CampaignLease it, Duration grace) {
    return it.owner().isEmpty() || !lasts(it.owner(), grace);
  }

  @Override
  public synchronized Map<String, Long> take(
      String id, Collection<String> campaigns, Duration grace) {
    Map<String, Long> taken = new HashMap<>();
    for (String campaign : campaigns) {
      CampaignLease it = holdings.get(campaign);
      if (it != null && isFree(it, grace) && lasts(id, Duration.ZERO)) {
        holdings.put(
            campaign, new CampaignLease(campaign, id, it.fence() + 1, clock.instant(), false, 0));
        taken.put(campaign, it.fence() + 1);
      }
    }
    return taken;
  }

  @Override
  public synchronized void free(String id, String campaign, long fence) {
    holdings.computeIfPresent(
        campaign, (name, it) -> it.owner().equals(id) && it.fence() == fence ? freed(it) : it);
  }
}
