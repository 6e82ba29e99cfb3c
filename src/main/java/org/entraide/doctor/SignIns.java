package org.entraide.doctor;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entraide.google.auth.TokenStore;

/** Examines the sign-ins that are kept, beyond whether they work. */
public final class SignIns {

  private static final String ABOUT = "sign-in";

  private SignIns() {}

  /**
   * Which of them end by themselves.
   *
   * @param tokens where they are
   * @param place how that is called
   * @param seven why they do, and what to do about it
   */
  public static List<DoctorFinding> ends(
      TokenStore tokens, String place, Instant now, String seven) {
    List<DoctorFinding> findings = new ArrayList<>();
    try {
      for (TokenStore.Entry entry : tokens.all()) {
        entry
            .token()
            .flatMap(token -> token.ends())
            .map(
                end ->
                    "one %s on %s (\"entraide auth status\" shows whose): %s"
                        .formatted(
                            end.isAfter(now) ? "ends" : "ended",
                            end.toString().substring(0, 10),
                            seven))
            .ifPresent(message -> findings.add(DoctorFinding.warning(ABOUT, message)));
      }
    } catch (IOException e) {
      findings.add(
          DoctorFinding.warning(
              ABOUT,
              "the tokens in " + place + " cannot be listed",
              "Give them to the user who runs the daemon"));
    }
    return findings;
  }
}
