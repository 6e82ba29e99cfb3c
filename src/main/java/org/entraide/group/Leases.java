package org.entraide.group;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a group of daemons agrees on, kept where all of them see it, by the one clock of the place
 * that keeps it. A daemon's leases last as long as its membership: one renewal serves them all.
 *
 * <p>Every method may throw {@link java.io.UncheckedIOException} where that place is away.
 */
public interface Leases {

  /**
   * Becomes a member.
   *
   * @param id never used before
   * @param name for people: which machine and process
   * @param shares whether campaigns are to be given to it
   * @param lasts until it must be renewed
   */
  void join(String id, String name, String version, boolean shares, Duration lasts);

  /** Renews a membership. */
  Renewal renew(String id, Duration lasts);

  /** Ends a membership, and frees what it holds at once. */
  void leave(String id);

  /**
   * What there is now.
   *
   * @param campaigns those that are to be worked on; others are left out
   * @param grace how long after the end of its owner's membership a lease is not free yet
   */
  GroupState look(Collection<String> campaigns, Duration grace);

  /**
   * Takes leases that are free, as far as nobody else just did.
   *
   * @return campaign to its new fencing number, higher than any before
   */
  Map<String, Long> take(String id, Collection<String> campaigns, Duration grace);

  /** Frees a lease at once, unless it is somebody else's by now. */
  void free(String id, String campaign, long fence);

  /** The result of a renewal. */
  enum Renewal {
    /** As before. */
    RENEWED,
    /**
     * It goes on, but the database lost its last renewal, and may have lost what was answered
     * since.
     */
    SET_BACK,
    /** It is over and does not come back; all leases are lost. */
    OVER
  }

  /**
   * A daemon at work.
   *
   * @param name for people
   * @param shares whether campaigns are to be given to it
   */
  record GroupMember(String id, String name, String version, boolean shares, Instant joinedAt) {}

  /**
   * A campaign's lease.
   *
   * @param owner a member's id, maybe of one whose membership is over; empty for nobody
   * @param fence how often it was taken
   * @param since when it was taken or freed; the epoch where it never was
   * @param isFree whether it may be taken
   * @param people who answered, as last counted; 0 where that is not known
   */
  record CampaignLease(
      String campaign, String owner, long fence, Instant since, boolean isFree, long people) {}

  /**
   * A group in one moment.
   *
   * @param members whose memberships last, in the order of their ids
   * @param campaignLeases of the campaigns that were asked for, in the order of their names
   */
  record GroupState(List<GroupMember> members, List<CampaignLease> campaignLeases) {
    public GroupState {
      members = List.copyOf(members);
      campaignLeases = List.copyOf(campaignLeases);
    }
  }
}
