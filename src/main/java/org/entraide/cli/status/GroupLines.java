package org.entraide.cli.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entraide.group.Leases;
import org.entraide.group.Leases.CampaignLease;
import org.entraide.group.Leases.GroupMember;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** What {@code status} shows of several daemons that share a journal. */
public record GroupLines(Leases.GroupState state) {

  /** A line for each daemon with its campaigns, and one for each campaign without a daemon. */
  public List<Message> words(Instant now, Texts texts) {
    RelativeTime time = RelativeTime.of(now, texts);
    List<Message> lines = new ArrayList<>();
    for (GroupMember member : state.members()) {
      lines.add(
          Message.of("cli.status.daemon")
              .with("name", member.name())
              .with("version", member.version())
              .with("since", time.of(member.joinedAt()))
              .with("campaigns", campaigns(member.id(), time)));
    }
    Map<String, GroupMember> byId = byId();
    state.campaignLeases().stream()
        .filter(it -> !byId.containsKey(it.owner()))
        .forEach(
            it ->
                lines.add(
                    Message.of(left(it))
                        .with("campaign", it.campaign())
                        .with("since", time.of(it.since()))));
    return lines;
  }

  private static String left(CampaignLease campaignLease) {
    if (campaignLease.fence() == 0) {
      return "cli.status.holding.never";
    }
    return campaignLease.isFree() ? "cli.status.holding.free" : "cli.status.holding.silent";
  }

  private Message campaigns(String owner, RelativeTime time) {
    List<Message> campaigns =
        state.campaignLeases().stream()
            .filter(it -> it.owner().equals(owner))
            .map(
                it ->
                    Message.of("cli.status.held")
                        .with("campaign", it.campaign())
                        .with("since", time.of(it.since())))
            .toList();
    return campaigns.isEmpty()
        ? Message.of("cli.status.idle")
        : Message.of("cli.status.holds").with("campaigns", campaigns);
  }

  private Map<String, GroupMember> byId() {
    return state.members().stream().collect(Collectors.toMap(GroupMember::id, it -> it));
  }

  /** Writes daemons and campaigns for a program; a campaign that nobody works on has no daemon. */
  public void writeJson(ObjectNode node) {
    ArrayNode daemons = node.putArray("daemons");
    for (GroupMember member : state.members()) {
      daemons
          .addObject()
          .put("name", member.name())
          .put("version", member.version())
          .put("since", member.joinedAt().toString());
    }
    ArrayNode campaigns = node.putArray("campaigns");
    Map<String, GroupMember> byId = byId();
    for (CampaignLease campaignLease : state.campaignLeases()) {
      GroupMember member = byId.get(campaignLease.owner());
      campaigns
          .addObject()
          .put("campaign", campaignLease.campaign())
          .put("daemon", member == null ? null : member.name())
          .put("since", campaignLease.since().toString())
          .put("fence", campaignLease.fence());
    }
  }
}
