package org.entraide.campaign.port;

import java.time.Instant;
import java.util.Optional;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Something that a pass could not do. The rest was done.
 *
 * @param kind which sort of help it needs
 * @param words what, why and what to do, without personal data
 * @param retryAt before when asking again is not allowed, where a service said so
 * @param onDashboard the words for it that organisers read
 * @param mailbox whose mailbox it is about; empty for none
 */
public record Trouble(
    Kind kind, Message words, Optional<Instant> retryAt, Message onDashboard, String mailbox) {

  public Trouble(Kind kind, Message words) {
    this(kind, words, Optional.empty());
  }

  public Trouble(Kind kind, Message words, Optional<Instant> retryAt) {
    this(kind, words, retryAt, DashboardProblem.trouble(words), "");
  }

  /** The words in English, for logs. */
  public String text() {
    return Texts.english().format(words);
  }

  /** This trouble, with words for organisers in their own language. */
  public Trouble shownAs(Message wordsForOrganisers) {
    return new Trouble(kind, words, retryAt, wordsForOrganisers, mailbox);
  }

  /** This trouble, about a mailbox. */
  public Trouble about(String address) {
    return new Trouble(kind, words, retryAt, onDashboard, address);
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "Trouble[" + kind + ", " + words + "]";
  }

  /** Whose turn it is. */
  public enum Kind {
    /** A service is away: waiting helps. */
    UNAVAILABLE,
    /** A quota is used up: waiting helps. */
    THROTTLED,
    /** Somebody must sign in or share. */
    PERMISSION,
    /** The sheet, the form or the configuration must be corrected. */
    SETTINGS,
    /** This machine's disk or files are full, damaged or closed to this process. */
    MACHINE,
    /** A fault of ours. */
    BUG
  }

  public static Trouble of(RemoteFailure failure) {
    Kind kind =
        switch (failure.kind()) {
          case UNAVAILABLE, CONFLICT -> Kind.UNAVAILABLE;
          case THROTTLED -> Kind.THROTTLED;
          case SIGN_IN, PERMISSION -> Kind.PERMISSION;
          case NOT_FOUND -> Kind.SETTINGS;
          case REJECTED -> Kind.BUG;
        };
    Message onDashboard =
        switch (kind) {
          case UNAVAILABLE -> DashboardProblem.away();
          case THROTTLED -> DashboardProblem.throttled();
          case PERMISSION -> DashboardProblem.refused();
          case SETTINGS -> DashboardProblem.lost();
          case MACHINE, BUG -> DashboardProblem.fault();
        };
    return new Trouble(kind, failure.words(), failure.retryAt()).shownAs(onDashboard);
  }
}
