package org.entraide.sandbox.office.faults;

import java.util.List;
import org.entraide.sandbox.office.http.Delivery.Carriage;

/** What can go wrong with one request, in the bodies that Google was seen to answer. */
public enum FaultEffect {
  /** Nothing but the rule's delay. */
  DELAY,
  /** The connection is closed without an answer. */
  DROP,
  /** The true answer, cut in the middle. */
  TRUNCATE,
  /** The true status with no body. */
  EMPTY,
  /** The true body, said to be HTML. */
  WRONG_TYPE,
  /** 429 of Sheets: the reads of this user. */
  READ_QUOTA,
  /** 429 of Sheets: the writes of this user. */
  WRITE_QUOTA,
  /** 429 of Sheets: the reads of the whole project. */
  READ_QUOTA_PROJECT,
  /** 429 of Sheets: the writes of the whole project. */
  WRITE_QUOTA_PROJECT,
  /** 403 of Gmail that means: too fast. */
  GMAIL_RATE,
  /** 403 of Gmail that means: no more today. */
  GMAIL_DAILY,
  /** 429 of Gmail: too many at once. */
  GMAIL_CONCURRENT,
  /** 429 of Gmail with the time to wait for in its message. */
  GMAIL_RETRY_AFTER,
  /** 401. */
  UNAUTHENTICATED,
  /** 403: not shared with this account. */
  FORBIDDEN,
  /** 403: the API is switched off in the project. */
  SERVICE_DISABLED,
  /** 404. */
  NOT_FOUND,
  /** 409. */
  ABORTED,
  /** 500; at the token endpoint in its own shape. */
  INTERNAL,
  /** 502, in HTML. */
  BAD_GATEWAY,
  /** 503. */
  UNAVAILABLE;

  private static final List<FaultEffect> SPOILING = List.of(DELAY, TRUNCATE, EMPTY, WRONG_TYPE);

  /** Whether the effect needs the true answer, so that the request must have been carried out. */
  boolean needsAnswer() {
    return SPOILING.contains(this);
  }

  Carriage carriage() {
    return switch (this) {
      case DROP -> Carriage.DROPPED;
      case TRUNCATE -> Carriage.TRUNCATED;
      default -> Carriage.WHOLE;
    };
  }
}
