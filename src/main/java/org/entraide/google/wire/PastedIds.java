package org.entraide.google.wire;

import java.util.regex.Pattern;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.text.Message;

/** The ids that people copy from addresses into the configuration. */
public final class PastedIds {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

  private PastedIds() {}

  /** Returns the id, unless it cannot be one, such as a whole address. */
  public static String check(String id, Operation.Target what) throws RemoteFailure {
    if (ID.matcher(id).matches()) {
      return id;
    }
    throw RemoteFailure.of(
        Kind.NOT_FOUND,
        Message.of(what == Operation.Target.SPREADSHEET ? "google.id.sheet" : "google.id.form"));
  }
}
