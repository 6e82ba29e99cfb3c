package org.entraide.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** The text of {@code entraide.toml} that answers make, with a comment on each line. */
public final class ConfigurationText {

  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");

  /** Where comments begin, as in entraide.example.toml. */
  private static final int COLUMN = 41;

  private final SetupAnswers answers;
  private final String stateDirectory;
  private final Texts comments;
  private final List<String> lines = new ArrayList<>();

  private ConfigurationText(SetupAnswers answers, String stateDirectory) {
    this.answers = answers;
    this.stateDirectory = stateDirectory;
    this.comments = Texts.of(answers.get(SetupStep.COMMENTS).orElse("en"));
  }

  /**
   * Writes it; the same answers make the same text.
   *
   * @param answers to all that is asked
   * @param stateDirectory as it is written under {@code [state]}
   */
  public static String of(SetupAnswers answers, String stateDirectory) {
    return new ConfigurationText(answers, stateDirectory).text();
  }

  private String text() {
    comments.get("setup.file.head").lines().forEach(line -> lines.add("# " + line));
    table("google");
    setting("credentials", SetupStep.CREDENTIALS);
    setting("oauth_client", SetupStep.CLIENT);
    setting("endpoint", SetupStep.ENDPOINT);
    table("state");
    setting("directory", Optional.of(stateDirectory), "directory");
    String name = answers.get(SetupStep.CAMPAIGN).orElse("");
    table("campaigns." + (BARE_KEY.matcher(name).matches() ? name : quoted(name)));
    setting("spreadsheet", SetupStep.SHEET);
    setting("form", SetupStep.FORM);
    setting("language", SetupStep.LANGUAGE);
    setting("country", SetupStep.COUNTRY);
    setting("title", SetupStep.TITLE);
    setting("delegate", SetupStep.DELEGATE);
    setting("delegate_name", SetupStep.DELEGATE_NAME);
    setting("delegate_role", SetupStep.DELEGATE_ROLE);
    setting("controller", SetupStep.CONTROLLER);
    setting("privacy_url", SetupStep.PRIVACY_URL);
    return String.join("\n", lines) + "\n";
  }

  private void table(String name) {
    lines.add("");
    lines.add("[" + name + "]");
  }

  private void setting(String key, SetupStep step) {
    if (step != SetupStep.CLIENT || answers.needsClient()) {
      setting(key, answers.get(step), step.key());
    }
  }

  private void setting(String key, Optional<String> value, String about) {
    value.ifPresent(
        text -> {
          String line = key + " = " + quoted(text);
          String gap = " ".repeat(Math.max(2, COLUMN - line.length()));
          lines.add(line + gap + "# " + comments.format(Message.of("setup.file." + about)));
        });
  }

  /** A basic string of TOML. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (Character.isISOControl(c)) {
                quoted.append("\\u%04X".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
