package org.entraide.doctor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.campaign.port.RemoteFailure;

/**
 * One thing that was found. Neither a secret nor a person is in it: a delegate is named by the key
 * of the configuration that holds the address.
 *
 * @param about what was looked at, such as {@code londres sheet}
 * @param cause what there is, or what is wrong, without a full stop at its end
 * @param fix what to do, as sentences; empty where there is nothing to do
 * @param consequence the consequence when it is the worst finding; {@link Consequence#NONE} unless
 *     bad
 */
public record DoctorFinding(
    Grade grade, String about, String cause, String fix, Consequence consequence) {

  /** Where the first sentence of a message ends and its advice begins. */
  private static final Pattern FIRST_SENTENCE =
      Pattern.compile("^(.*?)\\. (?=\\p{Lu})(.*)", Pattern.DOTALL);

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
  public static DoctorFinding good(String about, String what) {
    return new DoctorFinding(Grade.GOOD, about, what, "", Consequence.NONE);
  }

  /** Worth knowing, and no hindrance. */
  public static DoctorFinding warning(String about, String cause, String fix) {
    return new DoctorFinding(Grade.WARNING, about, withoutStop(cause), fix, Consequence.NONE);
  }

  /** A warning by a message that says first what is wrong, and then what to do. */
  public static DoctorFinding warning(String about, String message) {
    Matcher said = said(message);
    return said.matches()
        ? warning(about, said.group(1), said.group(2))
        : warning(about, message, "");
  }

  /** A hindrance. */
  public static DoctorFinding bad(String about, String cause, String fix, Consequence consequence) {
    return new DoctorFinding(Grade.BAD, about, withoutStop(cause), fix, consequence);
  }

  /** A hindrance by a message that says first what is wrong, and then what to do. */
  public static DoctorFinding bad(String about, String message, Consequence consequence) {
    Matcher said = said(message);
    return said.matches()
        ? bad(about, said.group(1), said.group(2), consequence)
        : bad(about, message, "", consequence);
  }

  /** A service that could not do what it was asked. */
  public static DoctorFinding bad(String about, RemoteFailure failure) {
    return bad(about, String.valueOf(failure.getMessage()), consequence(failure.kind()));
  }

  private static Matcher said(String message) {
    return FIRST_SENTENCE.matcher(message);
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
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

  /** Cause and fix in one line. */
  public String text() {
    return fix.isEmpty() ? cause : cause + ". " + fix;
  }
}
