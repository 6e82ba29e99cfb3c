package org.entraide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entraide.config.Configuration;
import org.entraide.google.TokenStore;

/** What is worth saying of the sign-ins that are kept, beyond whether they work. */
final class SignInAdvisor {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private SignInAdvisor() {}

  /** Sentences with what to do; they name files and no person. */
  static List<String> of(Configuration configuration) {
    List<String> advice = new ArrayList<>();
    try {
      for (TokenStore.Entry entry : new TokenStore(configuration.state().directory()).all()) {
        if (openToOthers(entry.file())) {
          advice.add(entry.file() + " can be read by others; run: chmod 600 " + entry.file());
        }
        entry
            .token()
            .flatMap(token -> token.ends())
            .ifPresent(
                end ->
                    advice.add(
                        "one ends on "
                            + end.toString().substring(0, 10)
                            + " (\"entraide auth status\" shows whose): "
                            + AuthAction.SEVEN));
      }
    } catch (IOException e) {
      advice.add("the tokens in the state directory cannot be listed; check whose they are");
    }
    return advice;
  }

  private static boolean openToOthers(Path file) {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (UnsupportedOperationException | IOException e) {
      return false; // no such modes here, or no such file
    }
  }
}
