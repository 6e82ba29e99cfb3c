package org.entraide.sandbox.office.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.Delivery;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;

/** The rules by which requests to Google's services go wrong. The first that matches is obeyed. */
public final class Faults {

  private final RandomGenerator random;
  private final List<Armed> rules = new ArrayList<>();

  /**
   * What goes wrong, when and how often.
   *
   * @param kind what {@code RequestLog.LoggedRequest.kind} must match as a whole
   * @param method the verb, likewise
   * @param path the raw path, likewise
   * @param times how many requests are struck before the rule is spent; 0 for no end
   * @param probability of striking a request that matches, from 0 to 1
   * @param applied whether the request is carried out before it goes wrong
   * @param delay before the answer, or before the connection is dropped
   * @param retryAfter the time that {@link FaultEffect#GMAIL_RETRY_AFTER} names
   */
  public record Rule(
      Pattern kind,
      Pattern method,
      Pattern path,
      int times,
      double probability,
      FaultEffect effect,
      boolean applied,
      Duration delay,
      Instant retryAfter) {

    /** Strikes the next {@code times} requests of a kind, before they have any effect. */
    public static Rule next(int times, String kind, FaultEffect effect) {
      Pattern any = Pattern.compile(".*");
      return new Rule(
          Pattern.compile(kind), any, any, times, 1, effect, false, Duration.ZERO, Instant.EPOCH);
    }

    /** This rule for requests only whose raw path matches as a whole. */
    public Rule at(String wantedPath) {
      Pattern pattern = Pattern.compile(wantedPath);
      return new Rule(
          kind, method, pattern, times, probability, effect, applied, delay, retryAfter);
    }

    /** This rule, but striking after the request was carried out. */
    public Rule afterEffect() {
      return new Rule(kind, method, path, times, probability, effect, true, delay, retryAfter);
    }

    /** This rule with a delay. */
    public Rule after(Duration pause) {
      return new Rule(kind, method, path, times, probability, effect, applied, pause, retryAfter);
    }

    /** This rule, but striking only some of the requests. */
    public Rule withProbability(double share) {
      return new Rule(kind, method, path, times, share, effect, applied, delay, retryAfter);
    }

    /** This rule, whose refusals say that one may try again at this time. */
    public Rule until(Instant time) {
      return new Rule(kind, method, path, times, probability, effect, applied, delay, time);
    }

    private boolean matches(String wantedKind, OfficeRequest request) {
      return kind.matcher(wantedKind).matches()
          && method.matcher(request.method()).matches()
          && path.matcher(request.rawPath()).matches();
    }
  }

  /** A rule that applies to the request at hand. */
  public record Struck(Rule rule, String kind) {

    public boolean applied() {
      return rule.applied() || rule.effect().needsAnswer();
    }

    public Delivery deliver(OfficeRequest request, OfficeResponse answer) {
      OfficeResponse spoilt = FaultBodies.spoil(rule, kind, request, answer);
      return new Delivery(spoilt, rule.delay(), rule.effect().carriage());
    }
  }

  private static final class Armed {
    private final Rule rule;
    private int struck;

    private Armed(Rule rule) {
      this.rule = rule;
    }
  }

  public Faults(RandomGenerator random) {
    this.random = random;
  }

  /** Adds a rule after those that are there. */
  public synchronized void add(Rule rule) {
    rules.add(new Armed(rule));
  }

  /** Drops every rule. */
  public synchronized void clear() {
    rules.clear();
  }

  /** The rules that are not spent. */
  public synchronized List<Rule> rules() {
    return rules.stream().map(armed -> armed.rule).toList();
  }

  public synchronized Optional<Struck> strike(String kind, OfficeRequest request) {
    Optional<Armed> first =
        rules.stream()
            .filter(armed -> armed.rule.matches(kind, request))
            .filter(armed -> random.nextDouble() < armed.rule.probability())
            .findFirst();
    first.ifPresent(
        armed -> {
          armed.struck++;
          if (armed.struck == armed.rule.times()) {
            rules.remove(armed);
          }
        });
    return first.map(armed -> new Struck(armed.rule, kind));
  }
}
