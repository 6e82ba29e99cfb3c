package org.entraide.google.wire;

import java.util.regex.Pattern;
import org.entraide.campaign.port.RemoteFailure;
import org.entraide.campaign.port.RemoteFailure.Kind;

/** The ids that people copy from addresses into the configuration. */
public final class PastedIds {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

  private PastedIds() {}

  /** Returns the id, unless it cannot be one, such as a whole address. */
  public static String check(String id, String what) throws RemoteFailure {
    if (ID.matcher(id).matches()) {
      return id;
    }
    throw RemoteFailure.of(
        Kind.NOT_FOUND,
        "What the configuration gives as the id of the "
            + what
            + " cannot be one. Copy the part of its address between /d/ and /edit.");
  }
}
