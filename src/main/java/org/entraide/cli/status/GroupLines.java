package org.entraide.cli.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entraide.group.Leases;
import org.entraide.group.Leases.Holding;
import org.entraide.group.Leases.Member;

/** What {@code status} shows of several daemons that share a journal. */
public record GroupLines(Leases.State state) {

  /** A line for each daemon with its campaigns, and one for those that nobody works on. */
  public List<String> lines(Instant now) {
    List<String> lines = new ArrayList<>();
    for (Member member : state.members()) {
      lines.add(
          "%s, version %s, since %s: %s"
              .formatted(
                  member.name(),
                  member.version(),
                  StatusLine.ago(member.joinedAt(), now),
                  campaigns(member.id(), now)));
    }
    Map<String, Member> byId = byId();
    List<Holding> left =
        state.holdings().stream().filter(it -> !byId.containsKey(it.owner())).toList();
    for (Holding holding : left) {
      lines.add(
          holding.fence() == 0
              ? holding.campaign() + ": no daemon ever worked on it"
              : holding.isFree()
                  ? "%s: no daemon works on it, since %s"
                      .formatted(holding.campaign(), StatusLine.ago(holding.since(), now))
                  : "%s: its daemon does not answer; another goes on within half a minute"
                      .formatted(holding.campaign()));
    }
    return lines;
  }

  private String campaigns(String owner, Instant now) {
    String campaigns =
        state.holdings().stream()
            .filter(it -> it.owner().equals(owner))
            .map(it -> it.campaign() + " (since " + StatusLine.ago(it.since(), now) + ")")
            .collect(Collectors.joining(", "));
    return campaigns.isEmpty() ? "no campaign" : campaigns;
  }

  private Map<String, Member> byId() {
    return state.members().stream().collect(Collectors.toMap(Member::id, it -> it));
  }

  /** The same for a program; a campaign that nobody works on has no daemon. */
  public void json(ObjectNode node) {
    ArrayNode daemons = node.putArray("daemons");
    for (Member member : state.members()) {
      daemons
          .addObject()
          .put("name", member.name())
          .put("version", member.version())
          .put("since", member.joinedAt().toString());
    }
    ArrayNode campaigns = node.putArray("campaigns");
    Map<String, Member> byId = byId();
    for (Holding holding : state.holdings()) {
      Member member = byId.get(holding.owner());
      campaigns
          .addObject()
          .put("campaign", holding.campaign())
          .put("daemon", member == null ? null : member.name())
          .put("since", holding.since().toString())
          .put("fence", holding.fence());
    }
  }
}
