package org.entraide.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Policy;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/** What {@code status} says of a campaign's last matching that proposed something. */
public record MatchingLine(MatchingReport report) {

  /**
   * For people. Another policy is named only where it would help more or fewer people.
   *
   * @param when it was, from now
   * @param at says when something else was
   */
  Message words(String when, Function<Instant, String> at) {
    Integer most = report.upperBound();
    List<Message> others = new ArrayList<>();
    report
        .alternatives()
        .ifPresent(
            it ->
                it.byPolicy()
                    .forEach(
                        (policy, other) ->
                            other(policy, other, it.beside()).ifPresent(others::add)));
    Message matched =
        Message.of(others.isEmpty() ? "cli.status.matching" : "cli.status.matching.compared")
            .with("when", when)
            .with("helped", helped(report.peopleHelped(), most))
            .with("blocking", blocking(report.blockingPairs()));
    return others.isEmpty()
        ? matched
        : matched
            .with("compared", report.alternatives().map(it -> at.apply(it.at())).orElse(""))
            .with("others", others);
  }

  private static Message helped(int people, @Nullable Integer most) {
    if (most == null) {
      return Message.of("cli.status.helped.known").with("count", people);
    }
    return people == most
        ? Message.of("cli.status.helped.most").with("count", people)
        : Message.of("cli.status.helped.some").with("count", people).with("most", most);
  }

  private static Message blocking(long pairs) {
    return Message.of("cli.status.blocking").with("count", pairs);
  }

  private static Optional<Message> other(Policy policy, Alternative other, int beside) {
    Integer helped = other.peopleHelped();
    Long blocking = other.blockingPairs();
    if (helped == null || blocking == null || helped == beside) {
      return Optional.empty();
    }
    return Optional.of(
        Message.of(helped > beside ? "cli.status.other.more" : "cli.status.other.fewer")
            .with("policy", policy.key())
            .with("count", Math.abs(helped - beside))
            .with("blocking", blocking(blocking)));
  }

  /** For a program, named as in the certificate of {@code match}; what is not known is null. */
  void writeJson(ObjectNode node) {
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
