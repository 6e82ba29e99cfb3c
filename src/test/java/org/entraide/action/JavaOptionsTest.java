package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JavaOptionsTest {

  @Test
  void theScriptStartsTheDaemonWithTheSameOptionsAsTheSandbox() throws IOException {
    String script = Files.readString(Path.of("bin", "entraide"));

    assertThat(list(script, "options=("))
        .isEqualTo(JavaOptions.DAEMON.subList(0, list(script, "options=(").size()));
    assertThat(list(script, "options+=("))
        .isEqualTo(
            JavaOptions.DAEMON.subList(
                list(script, "options=(").size(), JavaOptions.DAEMON.size()));
  }

  @Test
  void theScriptTellsTheCLibraryTheSameUnlessTheAdministratorDoes() throws IOException {
    String script = Files.readString(Path.of("bin", "entraide"));

    JavaOptions.ENVIRONMENT.forEach(
        (name, value) ->
            assertThat(script).contains("export " + name + "=\"${" + name + ":-" + value + "}\""));
  }

  /** The words between an opening, at its first place in the script, and the next parenthesis. */
  private static List<String> list(String script, String opening) {
    Matcher words =
        Pattern.compile("^ *" + Pattern.quote(opening) + "([^)]*)\\)", Pattern.MULTILINE)
            .matcher(script);
    assertThat(words.find()).isTrue();
    return List.of(words.group(1).strip().split("\\s+", -1));
  }
}
