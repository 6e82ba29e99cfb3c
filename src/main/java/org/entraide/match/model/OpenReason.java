package org.entraide.match.model;

import java.util.Set;
import org.entraide.people.word.Category;
import org.jspecify.annotations.Nullable;

/**
 * Why some needs of one person are still open; one for each person and reason.
 *
 * @param needs the needs of this reason, in the order of the enum
 * @param helpers how many helpers this filter removed for at least one of these needs; 0 for {@link
 *     Reason#BY_HAND} and {@link OpenNeedReason#NOBODY_OFFERS}
 * @param nearestKm for {@link OpenNeedReason#TOO_FAR}, the distance of the nearest of these helpers
 *     in kilometres, unrounded; else null
 * @param limitKm for {@link OpenNeedReason#TOO_FAR}, how far that helper may be: the smaller of
 *     their radius and the greatest distance of all; else null
 * @param preferring for {@link OpenNeedReason#FULL}, how many of the helpers have each place taken
 *     by a standing introduction or a pin, by somebody whom they strictly prefer, or in a round
 *     that gave this person somebody else; the others have a place with somebody they like as well,
 *     or none. Where only the group is full, its places are meant
 * @param sharing for {@link OpenNeedReason#TRIED}, how many of the helpers share a contact with the
 *     person; else 0
 * @param groupsFull for {@link OpenNeedReason#FULL}, how many of the helpers have room themselves,
 *     while their group has reached its limit; else 0
 */
public record OpenReason(
    Set<Category> needs,
    OpenNeedReason reason,
    int helpers,
    @Nullable Double nearestKm,
    @Nullable Double limitKm,
    int preferring,
    int sharing,
    int groupsFull) {

  /** Where no helper shares a contact with the person and no group has reached its limit. */
  public OpenReason(
      Set<Category> needs,
      OpenNeedReason reason,
      int helpers,
      @Nullable Double nearestKm,
      @Nullable Double limitKm,
      int preferring) {
    this(needs, reason, helpers, nearestKm, limitKm, preferring, 0, 0);
  }
}
