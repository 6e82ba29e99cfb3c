package org.entraide.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Policy;

/** What {@code status} says of a campaign's last matching that proposed something. */
public record MatchingLine(String campaign, MatchingReport report) {

  /** For a terminal. */
  public String text(Instant now) {
    Integer most = report.upperBound();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s, matching of %s (%s): %s helped%s; %s both prefer each other."
            .formatted(
                campaign,
                StatusLine.ago(report.at(), now),
                report.policy().key(),
                people(report.peopleHelped()),
                most == null ? "" : " of " + most + " at most",
                pairs(report.blockingPairs())));
    report
        .alternatives()
        .ifPresent(
            it -> {
              List<String> others = new ArrayList<>();
              it.byPolicy()
                  .forEach((policy, other) -> others.add(other(policy, other, it.beside())));
              sentences.add(
                  "Compared %s: %s"
                      .formatted(StatusLine.ago(it.at(), now), String.join(" ", others)));
            });
    return String.join(" ", sentences);
  }

  private static String other(Policy policy, Alternative other, int beside) {
    Integer helped = other.peopleHelped();
    Long blocking = other.blockingPairs();
    if (helped == null || blocking == null) {
      return policy.key() + " is not offered for so many people.";
    }
    String priority =
        blocking == 0
            ? ""
            : ", %d of them concerning somebody of the highest priority"
                .formatted(other.blockingPriority());
    return "%s would help %s; %s then both prefer each other%s."
        .formatted(policy.key(), difference(helped - beside), pairs(blocking), priority);
  }

  private static String difference(int more) {
    if (more == 0) {
      return "as many people";
    }
    String noun = Math.abs(more) == 1 ? "person" : "people";
    return more > 0 ? "%d more %s".formatted(more, noun) : "%d %s fewer".formatted(-more, noun);
  }

  private static String people(int count) {
    return count == 1 ? "1 person" : count + " people";
  }

  private static String pairs(long count) {
    return count == 0 ? "no pair would" : count == 1 ? "1 pair would" : count + " pairs would";
  }

  /** For a program, named as in the certificate of {@code match}; what is not known is null. */
  void json(ObjectNode node) {
    node.put("at", report.at().toString());
    node.put("people_helped", report.peopleHelped());
    node.put("introductions", report.introductions());
    node.put("upper_bound", report.upperBound());
    node.put("bound", report.bound());
    node.put("blocking_pairs", report.blockingPairs());
    node.put("policy", report.policy().key());
    ObjectNode others = node.putObject("alternatives");
    report
        .alternatives()
        .ifPresent(
            it -> {
              it.byPolicy().forEach((policy, other) -> others.set(policy.key(), json(other)));
              node.put("alternatives_at", it.at().toString());
              node.put("alternatives_beside", it.beside());
            });
  }

  private static JsonNode json(Alternative other) {
    return other.equals(Alternative.UNKNOWN)
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance
            .objectNode()
            .put("people_helped", other.peopleHelped())
            .put("blocking_pairs", other.blockingPairs())
            .put("blocking_priority", other.blockingPriority());
  }
}
