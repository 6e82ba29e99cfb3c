package org.entraide.doctor;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entraide.google.auth.TokenStore;
import org.entraide.text.Message;

/** Examines the sign-ins that are kept, beyond whether they work. */
public final class SignIns {

  private static final Message ABOUT = Message.of("doctor.about.signin");

  private SignIns() {}

  /**
   * Which of them end by themselves.
   *
   * @param tokens where they are
   * @param place how that is called
   * @param seven why they do, and what to do about it
   */
  public static List<DoctorFinding> ends(
      TokenStore tokens, String place, Instant now, Message seven) {
    List<DoctorFinding> findings = new ArrayList<>();
    try {
      for (TokenStore.StoredToken entry : tokens.all()) {
        entry
            .token()
            .flatMap(token -> token.ends())
            .map(
                end ->
                    Message.of(end.isAfter(now) ? "doctor.signin.ends" : "doctor.signin.ended")
                        .with("on", end.toString().substring(0, 10))
                        .with("why", seven))
            .ifPresent(message -> findings.add(DoctorFinding.warning(ABOUT, message)));
      }
    } catch (IOException e) {
      findings.add(
          DoctorFinding.warning(
              ABOUT,
              Message.of("doctor.signin.unlisted").with("directory", place),
              Message.of("doctor.signin.unlisted.fix")));
    }
    return findings;
  }
}
