package org.entraide.campaign.port;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.entraide.match.model.Instance.ProposedPair;

/**
 * What a campaign remembers of its last matching, so that the same world is matched the same way
 * again and a changed one keeps the proposals that it can.
 *
 * @param key names what the matching was decided on, see {@code InstanceKey}; empty when there was
 *     none
 * @param previous the proposals that it started from, sorted
 * @param proposed the proposals that it made and that are no introductions yet, sorted
 */
public record RememberedMatching(
    String key, List<ProposedPair> previous, List<ProposedPair> proposed) {

  private static final Comparator<ProposedPair> ORDER =
      Comparator.comparing(ProposedPair::person).thenComparing(ProposedPair::helper);

  /** Of a campaign that never ran, or whose journal is lost. */
  public static final RememberedMatching NOTHING = new RememberedMatching("", List.of(), List.of());

  public RememberedMatching {
    previous = sorted(previous);
    proposed = sorted(proposed);
  }

  private static List<ProposedPair> sorted(Collection<ProposedPair> pairs) {
    return pairs.stream().sorted(ORDER).toList();
  }
}
