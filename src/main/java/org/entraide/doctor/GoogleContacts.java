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
import org.entraide.text.Message;
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

  private static final Message CLOCK = Message.of("doctor.about.clock");
  private static final Message NETWORK = Message.of("doctor.about.network");
  private static final Message SET_IT = Message.of("doctor.clock.fix");

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
          DoctorFinding.good(
              NETWORK,
              Message.of("doctor.network.answers").with("hosts", String.join(", ", answered))));
    }
    silent.forEach((host, why) -> findings.add(silent(host, why)));
    Optional.ofNullable(ahead).map(GoogleContacts::clock).ifPresent(findings::add);
    return findings;
  }

  private static DoctorFinding silent(String host, IOException why) {
    if (caused(why, UnknownHostException.class)) {
      return unreachable(
          Message.of("doctor.network.dns").with("host", host),
          Message.of("doctor.network.dns.fix").with("host", host));
    }
    if (caused(why, SSLException.class)) {
      return unreachable(
          Message.of("doctor.network.tls").with("host", host),
          Message.of("doctor.network.tls.fix"));
    }
    return unreachable(
        Message.of("doctor.network.silent").with("host", host),
        Message.of("doctor.network.silent.fix"));
  }

  private static DoctorFinding unreachable(Message cause, Message fix) {
    return DoctorFinding.bad(NETWORK, cause, fix, DoctorFinding.Consequence.UNREACHABLE);
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
      return DoctorFinding.good(CLOCK, Message.of("doctor.clock.right"));
    }
    Message cause =
        Message.of(ahead.isNegative() ? "doctor.clock.behind" : "doctor.clock.ahead")
            .with("off", words(off));
    return off.compareTo(REFUSED) < 0
        ? DoctorFinding.warning(CLOCK, cause, SET_IT)
        : DoctorFinding.bad(
            CLOCK,
            Message.of("doctor.clock.refused").with("off", cause),
            SET_IT,
            DoctorFinding.Consequence.FAILURE);
  }

  private static String words(Duration off) {
    return off.compareTo(Duration.ofMinutes(2)) < 0
        ? off.toSeconds() + " s"
        : off.compareTo(Duration.ofHours(2)) < 0 ? off.toMinutes() + " min" : off.toHours() + " h";
  }
}
