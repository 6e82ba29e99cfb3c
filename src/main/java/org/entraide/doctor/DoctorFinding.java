package org.entraide.doctor;

import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * One thing that was found. Neither a secret nor a person is in it: a delegate is named by the key
 * of the configuration that holds the address.
 *
 * @param about what was looked at, such as {@code londres sheet}
 * @param words what there is and what to do
 * @param consequence the consequence when it is the worst finding; {@link Consequence#NONE} unless
 *     bad
 */
public record DoctorFinding(
    Grade grade, Message about, FindingWords words, Consequence consequence) {

  /** How bad it is. */
  public enum Grade {
    GOOD("✔"),
    WARNING("!"),
    BAD("✘");

    private final String sign;

    Grade(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /** What keeps the daemon from its work, the worst last. */
  public enum Consequence {
    /** Nothing does. */
    NONE,
    /** Asking again later will do. */
    TRY_AGAIN,
    /** Google cannot be reached. */
    UNREACHABLE,
    /** Something of this machine, or a bug. */
    FAILURE,
    /** A person must sign in or give a permission. */
    SIGN_IN,
    /** The configuration is wrong. */
    CONFIGURATION
  }

  /** All is well. */
  public static DoctorFinding good(Message about, Message what) {
    return new DoctorFinding(Grade.GOOD, about, new FindingWords.Good(what), Consequence.NONE);
  }

  /** Worth knowing, and no hindrance. */
  public static DoctorFinding warning(Message about, Message cause, Message fix) {
    return warning(about, new FindingWords.CauseAndFix(cause, fix));
  }

  /** A warning by a message that says first what is wrong, and then what to do. */
  public static DoctorFinding warning(Message about, Message message) {
    return warning(about, new FindingWords.Whole(message));
  }

  private static DoctorFinding warning(Message about, FindingWords words) {
    return new DoctorFinding(Grade.WARNING, about, words, Consequence.NONE);
  }

  /** A hindrance. */
  public static DoctorFinding bad(
      Message about, Message cause, Message fix, Consequence consequence) {
    FindingWords words = new FindingWords.CauseAndFix(cause, fix);
    return new DoctorFinding(Grade.BAD, about, words, consequence);
  }

  /** A hindrance by a message that says first what is wrong, and then what to do. */
  public static DoctorFinding bad(Message about, Message message, Consequence consequence) {
    return new DoctorFinding(Grade.BAD, about, new FindingWords.Whole(message), consequence);
  }

  /** A service that could not do what it was asked. */
  public static DoctorFinding bad(Message about, RemoteFailure failure) {
    return bad(about, failure.words(), consequence(failure.kind()));
  }

  private static Consequence consequence(RemoteFailure.Kind kind) {
    return switch (kind) {
      case UNAVAILABLE -> Consequence.UNREACHABLE;
      case THROTTLED, CONFLICT -> Consequence.TRY_AGAIN;
      case SIGN_IN, PERMISSION -> Consequence.SIGN_IN;
      case NOT_FOUND -> Consequence.CONFIGURATION;
      case REJECTED -> Consequence.FAILURE;
    };
  }

  /** This finding with other words. */
  DoctorFinding saying(FindingWords more) {
    return new DoctorFinding(grade, about, more, consequence);
  }

  /** For people: what was looked at, the cause and the fix. */
  String line(Texts texts) {
    return texts.format(
        Message.of("doctor.line").with("about", about).with("text", words.in(texts).text()));
  }
}
