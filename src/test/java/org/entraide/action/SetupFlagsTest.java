package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.entraide.cli.shell.ExitCode;
import org.entraide.config.ConfigurationReader;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code setup} where nobody can be asked. */
@NullMarked
@Tag("long")
class SetupFlagsTest extends SetupFixture {

  @Test
  void withoutATerminalItNamesEachMissingFlag() {
    typed = false;

    assertThat(setup(List.of(), "--campaign", "londres", "--path", "workspace"))
        .isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .contains(
            "--credentials", "--sheet", "--form", "--delegate,", "--delegate-name", "--country")
        .doesNotContain("--campaign", "--client", "--title");
    assertThat(configuration()).doesNotExist();
  }

  @Test
  void flagsDoTheSameAsAnswers() throws Exception {
    assertThat(setup(typedFor("workspace"))).isZero();
    String straight = written();
    Files.delete(configuration());
    typed = false;

    assertThat(setup(List.of(), flags(answers("workspace")).toArray(String[]::new)))
        .as("%s", err)
        .isZero();

    assertThat(written()).isEqualTo(straight);
  }

  @Test
  void aWrongFlagIsNamed() {
    typed = false;
    Map<String, String> answers = answers("workspace");
    answers.put("country", "Syldavie");

    assertThat(setup(List.of(), flags(answers).toArray(String[]::new))).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).contains("--country", "Syldavie");
    answers.put("country", "GB");
    answers.put("sheet", "no-such-sheet");
    assertThat(setup(List.of(), flags(answers).toArray(String[]::new)))
        .isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("--sheet");
  }

  @Test
  void withoutATerminalThePersonWhoHasToSignInIsNamed() throws Exception {
    withdrawDelegation();
    typed = false;
    String[] flags = flags(answers("gmail")).toArray(String[]::new);

    assertThat(setup(List.of(), flags)).isEqualTo(ExitCode.SIGN_IN);
    assertThat(err.toString()).contains("entraide auth login " + campaign.delegate().mailbox());

    assertThat(entraide("auth", "login", campaign.delegate().mailbox())).as("%s", err).isZero();
    assertThat(setup(List.of(), flags)).as("%s%n%s", err, out).isZero();
  }

  // ---- a form of Entraide's making

  @ParameterizedTest
  @ValueSource(strings = {"workspace", "gmail"})
  void aFormIsMadeByTheDelegateAndNamedInTheConfiguration(String path) throws Exception {
    typed = false;
    Map<String, String> answers = answers(path);
    answers.put("form", "");
    answers.put("client", downloads().resolve("desktop.json").toString());
    String[] flags = flags(answers).toArray(String[]::new);
    assertThat(setup(List.of(), flags)).as("%s", err).isEqualTo(ExitCode.SIGN_IN);
    assertThat(err.toString()).contains("--create-forms");
    assertThat(entraide("auth", "login", campaign.delegate().mailbox(), "--create-forms")).isZero();

    assertThat(setup(List.of(), flags)).as("%s%n%s", err, out).isNotZero(); // nobody has linked it

    String form = ConfigurationReader.read(configuration()).campaigns().get(0).form().orElseThrow();
    assertThat(form).isNotEqualTo(campaign.form());
    assertThat(out.toString()).contains("form = \"" + form + "\"");
  }
}
