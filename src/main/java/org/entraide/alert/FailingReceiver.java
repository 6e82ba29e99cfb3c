package org.entraide.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of alerts, or of the heartbeat, that did not take the last one. The journal keeps it
 * beside what receivers know, for {@code status} and {@code doctor}. Nothing of an address is in
 * it.
 *
 * @param receiver {@code command}, {@code webhook} or {@code heartbeat}
 * @param since the first time that it took none
 * @param why in fixed words
 */
public record FailingReceiver(String receiver, Instant since, Message why) {

  /** A failure that is younger may be over when somebody reads of it. */
  private static final Duration LASTS = Duration.ofMinutes(10);

  private static final String SUBJECT = "failing-"; // without a blank: no trouble's subject

  private static final String REASON = "doctor.alerts.why.";

  /** Of the reasons, the last part of their keys: another version may have others. */
  private static final Set<String> REASONS =
      Set.of(
          "late",
          "slow",
          "unconnected",
          "untrusted",
          "broken",
          "redirect",
          "not_started",
          "killed",
          "ended");

  private static final String STATUS = "HTTP ";
  private static final int PARTS = 4;

  /** What a receiver did not take is noted under this. */
  public static String subject(String receiver) {
    return SUBJECT + receiver;
  }

  /** This failure, with the beginning of the one that was noted before, if any. */
  public FailingReceiver after(Optional<FailingReceiver> noted) {
    return noted
        .filter(it -> it.since().isBefore(since))
        .map(it -> new FailingReceiver(receiver, it.since(), why))
        .orElse(this);
  }

  /** Whether it is worth a person's look. */
  public boolean lasts(Instant now) {
    return !now.isBefore(since.plus(LASTS));
  }

  /**
   * The receivers that have failed for a while, on whichever machine and for whichever campaign.
   *
   * @param receivers of the configuration
   * @param alerts what the journal remembers of each campaign's alerts
   */
  public static List<FailingReceiver> lasting(
      List<String> receivers, List<Map<String, String>> alerts, Instant now) {
    return receivers.stream()
        .flatMap(
            receiver ->
                alerts.stream()
                    .flatMap(it -> parse(receiver, it.get(subject(receiver))).stream())
                    .filter(it -> it.lasts(now))
                    .min(Comparator.comparing(FailingReceiver::since))
                    .stream())
        .toList();
  }

  /** As the journal keeps it. */
  public String words() {
    if (why.key().startsWith(REASON)) {
      StringBuilder words = new StringBuilder(since + " " + why.key().substring(REASON.length()));
      why.args().forEach((name, value) -> words.append(' ').append(name).append(' ').append(value));
      return words.toString();
    }
    return since + " " + why.args().getOrDefault("text", "");
  }

  /**
   * What the journal kept.
   *
   * @param words null where it has none
   * @return empty where it took the last one, and for words of another version
   */
  public static Optional<FailingReceiver> parse(String receiver, @Nullable String words) {
    String[] parts = words == null ? new String[0] : words.split(" ", PARTS);
    if (parts.length < 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(new FailingReceiver(receiver, Instant.parse(parts[0]), why(parts)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Message why(String[] parts) {
    if (!REASONS.contains(parts[1])) {
      boolean answered = parts.length > 2 && STATUS.strip().equals(parts[1]);
      return answered && parts[2].matches("[1-9]\\d\\d")
          ? Message.plain(STATUS + parts[2])
          : Message.of("doctor.alerts.why.broken");
    }
    Message why = Message.of(REASON + parts[1]);
    return parts.length == PARTS ? new Message(why.key(), Map.of(parts[2], parts[3])) : why;
  }
}
