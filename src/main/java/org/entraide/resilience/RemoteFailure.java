package org.entraide.resilience;

import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.Optional;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;
import org.jspecify.annotations.Nullable;

/**
 * A service outside could not do what was asked. The message says what, why and what to do, and
 * carries no personal data.
 */
public final class RemoteFailure extends IOException implements Worded {

  @Serial private static final long serialVersionUID = 1L;

  /** What can be done about it; the classes of answers that callers distinguish. */
  public enum Kind {
    /** Unreachable, overloaded or garbled: asking again later may help. */
    UNAVAILABLE,
    /** A quota is used up: nothing of this account may be asked before {@link #retryAt}. */
    THROTTLED,
    /** The sign-in is dead: a person must act. */
    SIGN_IN,
    /** This account may not do this here: a person must act. */
    PERMISSION,
    /** The thing does not exist, or no longer. */
    NOT_FOUND,
    /** The request does not fit what is there now, such as a tab that was deleted meanwhile. */
    CONFLICT,
    /** The request was refused as wrong: a bug of ours. */
    REJECTED
  }

  private final Kind kind;
  private final boolean maybeApplied;
  private final @Nullable Instant retryAt;
  private final transient Message words;

  public RemoteFailure(
      Kind kind,
      boolean maybeApplied,
      @Nullable Instant retryAt,
      String message,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.maybeApplied = maybeApplied;
    this.retryAt = retryAt;
    this.words = Message.plain(message);
  }

  public RemoteFailure(
      Kind kind,
      boolean maybeApplied,
      @Nullable Instant retryAt,
      Message words,
      @Nullable Throwable cause) {
    super(Texts.english().format(words), cause);
    this.kind = kind;
    this.maybeApplied = maybeApplied;
    this.retryAt = retryAt;
    this.words = words;
  }

  public static RemoteFailure of(Kind kind, Message words) {
    return new RemoteFailure(kind, false, null, words, null);
  }

  @Override
  public Message words() {
    return words;
  }

  public static RemoteFailure of(Kind kind, String message) {
    return new RemoteFailure(kind, false, null, message, null);
  }

  public Kind kind() {
    return kind;
  }

  /** Whether a write may have been done although its answer is this. */
  public boolean maybeApplied() {
    return maybeApplied;
  }

  /** When asking again is allowed, where the service said so. */
  public Optional<Instant> retryAt() {
    return Optional.ofNullable(retryAt);
  }
}
