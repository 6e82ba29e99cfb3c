package org.entraide.campaign.port;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.Policy;
import org.jspecify.annotations.Nullable;

/**
 * How good the last matching was that proposed something: what {@code status} shows of it. Once its
 * introductions are made there is nothing left to decide, and the numbers stay for who asks later.
 *
 * @param key names what it was decided on
 * @param at when it was decided
 * @param peopleHelped as in {@link Certificate}
 * @param introductions as in {@link Certificate}
 * @param upperBound as in {@link Certificate}
 * @param bound as in {@link Certificate}
 * @param blockingPairs as in {@link Certificate}
 * @param policy as in {@link Certificate}
 * @param alternatives the last that were worked out, for this matching or an earlier one
 */
public record MatchingReport(
    String key,
    Instant at,
    int peopleHelped,
    int introductions,
    @Nullable Integer upperBound,
    String bound,
    long blockingPairs,
    Policy policy,
    Optional<Alternatives> alternatives) {

  /**
   * What the other policies would have changed.
   *
   * @param key names what they were worked out for
   * @param at when
   * @param beside how many people the policy in use helped then
   */
  public record Alternatives(
      String key, Instant at, int beside, Map<Policy, Alternative> byPolicy) {
    public Alternatives {
      Map<Policy, Alternative> copy = new EnumMap<>(Policy.class);
      copy.putAll(byPolicy);
      byPolicy = Collections.unmodifiableMap(copy); // in the order of the enum
    }
  }

  /** The report after one more decision. */
  public static MatchingReport after(
      Optional<MatchingReport> lastReport, Decision decision, Instant now) {
    Certificate certificate = decision.certificate();
    if (lastReport.isPresent() && decision.introduced().isEmpty()) {
      return lastReport.get();
    }
    return new MatchingReport(
        decision.key(),
        lastReport.filter(b -> b.key().equals(decision.key())).map(MatchingReport::at).orElse(now),
        certificate.peopleHelped(),
        certificate.introductions(),
        certificate.upperBound(),
        certificate.bound(),
        certificate.blockingPairs(),
        certificate.policy(),
        lastReport.flatMap(MatchingReport::alternatives));
  }

  /** This report with what other policies would have made, just worked out for a decision. */
  public MatchingReport with(Decision decision, Map<Policy, Alternative> byPolicy, Instant now) {
    return new MatchingReport(
        key,
        at,
        peopleHelped,
        introductions,
        upperBound,
        bound,
        blockingPairs,
        policy,
        Optional.of(
            new Alternatives(
                decision.key(), now, decision.certificate().peopleHelped(), byPolicy)));
  }
}
