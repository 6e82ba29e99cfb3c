package org.entraide.doctor;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.net.ssl.SSLException;
import org.entraide.google.wire.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * Listens to what is asked of Google anyway: who answered, who cannot be reached, and what time it
 * is there. Nothing is asked for its own sake.
 */
public final class GoogleContacts implements Traffic {

  /** The header has whole seconds, and the answer was under way for a while. */
  private static final Duration SAME = Duration.ofSeconds(10);

  /**
   * What a signed request for a token may be off (office and Google alike; see <a
   * href="https://developers.google.com/identity/protocols/oauth2/service-account">service
   * accounts</a>: "iat" and "exp" have to be in a reasonable timeframe).
   */
  private static final Duration REFUSED = Duration.ofMinutes(5);

  private static final String CLOCK = "clock";
  private static final String SET_IT =
      "Set the clock, and let it be kept right: sudo timedatectl set-ntp true";

  private final InstantSource clock;
  private final Set<String> answered = new TreeSet<>();
  private final Map<String, IOException> silent = new TreeMap<>();
  private @Nullable Duration ahead;

  /**
   * @param clock of this machine
   */
  public GoogleContacts(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void request(String api, String status) {
    // which service it was does not matter here: hosts are what can be reached or not
  }

  @Override
  public synchronized void dated(String host, Instant date) {
    answered.add(host);
    Duration off = Duration.between(date, clock.instant());
    if (ahead == null || off.abs().compareTo(ahead.abs()) < 0) {
      ahead = off; // the quickest answer is the most exact
    }
  }

  @Override
  public synchronized void unanswered(String host, IOException why) {
    silent.put(host, why);
  }

  /** What the answers showed; nothing where there was no request. */
  public synchronized List<DoctorFinding> findings() {
    List<DoctorFinding> findings = new ArrayList<>();
    if (!answered.isEmpty()) {
      findings.add(
          DoctorFinding.good("network", "answers come from " + String.join(", ", answered)));
    }
    silent.forEach((host, why) -> findings.add(silent(host, why)));
    Optional.ofNullable(ahead).map(GoogleContacts::clock).ifPresent(findings::add);
    return findings;
  }

  private static DoctorFinding silent(String host, IOException why) {
    if (caused(why, UnknownHostException.class)) {
      return unreachable(
          "the name " + host + " is not found (DNS)",
          "Check that this machine is online and what its name servers say: getent hosts " + host);
    }
    if (caused(why, SSLException.class)) {
      return unreachable(
          "no connection to " + host + " can be trusted (TLS)",
          "Set the clock, bring the certificates up to date (package ca-certificates), or let what"
              + " opens connections in between leave this host alone.");
    }
    return unreachable(
        "no answer comes from " + host,
        "Check that it is on and that a firewall lets connections to it out; through a proxy:"
            + " ENTRAIDE_JAVA_OPTS=\"-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT\"");
  }

  private static DoctorFinding unreachable(String cause, String fix) {
    return DoctorFinding.bad("network", cause, fix, DoctorFinding.Consequence.UNREACHABLE);
  }

  private static boolean caused(IOException thrown, Class<? extends IOException> type) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static DoctorFinding clock(Duration ahead) {
    Duration off = ahead.abs();
    if (off.compareTo(SAME) <= 0) {
      return DoctorFinding.good(CLOCK, "right, by Google's own");
    }
    String cause =
        "%s %s Google's".formatted(words(off), ahead.isNegative() ? "behind" : "ahead of");
    return off.compareTo(REFUSED) < 0
        ? DoctorFinding.warning(CLOCK, cause, SET_IT)
        : DoctorFinding.bad(
            CLOCK,
            cause + ", so that it refuses to sign anybody in",
            SET_IT,
            DoctorFinding.Consequence.FAILURE);
  }

  private static String words(Duration off) {
    return off.compareTo(Duration.ofMinutes(2)) < 0
        ? off.toSeconds() + " s"
        : off.compareTo(Duration.ofHours(2)) < 0 ? off.toMinutes() + " min" : off.toHours() + " h";
  }
}
