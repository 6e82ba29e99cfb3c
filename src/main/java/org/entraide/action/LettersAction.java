package org.entraide.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.entraide.cli.LettersCommand.LetterChoice;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.StandardOutput;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.plan.letter.EmergencyNumbers;
import org.entraide.plan.letter.LetterCases;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.plan.letter.Sender;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.wiring.Installation;

/** What {@code letters preview} does. */
public final class LettersAction {

  private LettersAction() {}

  /** Whose letters, and the number to call in an emergency. */
  private record LetterOrigin(Sender sender, String emergency) {

    static final LetterOrigin NOBODY =
        new LetterOrigin(
            new Sender(
                "",
                "delegate@example.org",
                "",
                "",
                "Association X, contact@example.org",
                "https://example.org/privacy"),
            "112");

    static LetterOrigin of(CampaignSettings campaign) {
      return new LetterOrigin(
          Sender.of(campaign, campaign.delegate()),
          campaign
              .letterhead()
              .emergency()
              .or(() -> EmergencyNumbers.of(campaign.country()))
              .orElse(""));
    }
  }

  /**
   * Prints all letters.
   *
   * @param configuration empty for the built-in letters
   * @param language empty for those of the campaigns, or all where there is no campaign
   * @param choice which of them
   */
  public static int preview(
      Optional<Configuration> configuration,
      Optional<String> language,
      LetterChoice choice,
      Console console) {
    int shown = 0;
    for (Map.Entry<String, LetterOrigin> entry : languages(configuration, language).entrySet()) {
      shown += preview(configuration, entry.getKey(), entry.getValue(), choice, console);
    }
    if (shown == 0) {
      throw new UserError(
          ExitCode.USAGE,
          choice
              .number()
              .map(it -> Message.of("cli.letters.number").with("number", String.valueOf(it)))
              .orElse(Message.of("cli.letters.title").with("words", choice.only())));
    }
    return ExitCode.OK;
  }

  private static int preview(
      Optional<Configuration> configuration,
      String language,
      LetterOrigin origin,
      LetterChoice choice,
      Console console) {
    LetterComposer letters =
        configuration
            .map(c -> Installation.letters(c, language))
            .orElseGet(() -> LetterComposer.of(Texts.of(language)));
    LetterPreview preview = new LetterPreview(letters);
    List<LetterCases.Case> cases = LetterCases.all(origin.sender(), origin.emergency());
    List<LetterCases.QuestionCase> questions = LetterCases.questions(origin.sender());
    int shown = 0;
    int number = 0;
    for (LetterCases.Case one : cases) {
      number++;
      shown += show(number, one.title(), of -> preview.of(of, one), choice, console);
    }
    for (LetterCases.QuestionCase one : questions) {
      number++;
      shown += show(number, one.title(), of -> preview.of(of, one), choice, console);
    }
    console.say(Message.of("cli.letters.shown").with("count", shown).with("language", language));
    return shown;
  }

  /** Returns how many were shown. */
  private static int show(
      int number, String title, IntFunction<String> letter, LetterChoice choice, Console console) {
    if (!choice.has(number, title)) {
      return 0;
    }
    console
        .out()
        .println(choice.list() ? "%3d  %s".formatted(number, title) : letter.apply(number));
    StandardOutput.check(console);
    return 1;
  }

  /** The first campaign of a language represents the others in it. */
  private static Map<String, LetterOrigin> languages(
      Optional<Configuration> configuration, Optional<String> language) {
    Map<String, LetterOrigin> spoken = new LinkedHashMap<>();
    configuration
        .map(Configuration::campaigns)
        .orElse(List.of())
        .forEach(c -> spoken.putIfAbsent(c.language().getLanguage(), LetterOrigin.of(c)));
    if (language.isPresent()) {
      LetterOrigin first = spoken.values().stream().findFirst().orElse(LetterOrigin.NOBODY);
      return Map.of(language.get(), spoken.getOrDefault(language.get(), first));
    }
    if (spoken.isEmpty()) {
      Texts.languages().forEach(l -> spoken.put(l, LetterOrigin.NOBODY));
    }
    return spoken;
  }
}
