package org.entraide.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.config.Configuration;
import org.entraide.config.StateSettings;
import org.entraide.google.auth.OauthClient;
import org.entraide.text.Message;

/** Looks whether people's sign-ins are kept where every machine of a group finds them. */
public final class SignInStorage {

  private static final Message ABOUT = Message.of("doctor.about.signin");

  private static final String MAKE_KEY = "openssl rand -base64 32 > token.key; chmod 600 token.key";

  private SignInStorage() {}

  /** What other machines cannot use. */
  public static List<DoctorFinding> findings(Configuration configuration) {
    StateSettings state = configuration.state();
    if (state.journal().isEmpty() || !hasClient(configuration)) {
      return List.of();
    }
    List<DoctorFinding> findings = new ArrayList<>();
    Path files = state.directory().resolve("tokens");
    if (state.tokenKeyFile().isEmpty()) {
      findings.add(
          DoctorFinding.warning(
              ABOUT,
              Message.of("doctor.signin.files").with("directory", files.toString()),
              Message.of("doctor.signin.files.fix").with("command", MAKE_KEY)));
    } else if (isLeft(files)) {
      findings.add(
          DoctorFinding.warning(
              ABOUT,
              Message.of("doctor.signin.left").with("directory", files.toString()),
              Message.of("doctor.signin.left.fix")));
    }
    return findings;
  }

  private static boolean hasClient(Configuration configuration) {
    return configuration.google().oauthClient().isPresent()
        || configuration.campaigns().stream().anyMatch(c -> OauthClient.isIn(c.credentials()));
  }

  private static boolean isLeft(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.json")) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      return false; // not there, or not ours to list
    }
  }
}
