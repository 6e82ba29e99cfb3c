package org.entraide.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.setup.SetupStep;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code entraide setup}. */
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Puts Entraide to work with Google, step by step, in French or English.",
      "Says what to click, asks, checks each answer at once, writes entraide.toml, then does what",
      "\"init\" and \"doctor\" do. Run again it goes on. What an option gives is not asked; without"
          + " a",
      "terminal, options give every answer."
    },
    footer = {
      "",
      "Examples:",
      "  entraide setup",
      "  entraide setup --lang fr --language en",
      "",
      "Exit codes: 0 all is well, 2 an answer is missing or wrong, 75 stopped or not linked yet,",
      "77 somebody has to sign in or to share, 78 the configuration is wrong, 69 Google"
          + " unreachable."
    })
public final class SetupCommand implements Callable<Integer> {

  private final Action action;
  private final Console console;
  private final Map<SetupStep, String> given = new EnumMap<>(SetupStep.class);

  @ParentCommand private @Nullable EntraideCommand parent;

  SetupCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Option(
      names = "--language",
      order = 1,
      paramLabel = "fr|en",
      description = "Of the campaign's letters, sheet and form.")
  private void language(String text) {
    given.put(SetupStep.LANGUAGE, text);
  }

  @Option(
      names = "--campaign",
      order = 2,
      paramLabel = "NAME",
      description = "A short name, as in [campaigns.NAME].")
  private void campaign(String text) {
    given.put(SetupStep.CAMPAIGN, text);
  }

  @Option(
      names = "--title",
      order = 3,
      paramLabel = "TEXT",
      description = "What letters and form call the campaign.")
  private void title(String text) {
    given.put(SetupStep.TITLE, text);
  }

  @Option(
      names = "--path",
      order = 4,
      paramLabel = "workspace|gmail",
      description = "Drafts by domain-wide delegation, or of delegates who sign in.")
  private void path(String text) {
    given.put(SetupStep.PATH, text);
  }

  @Option(
      names = "--credentials",
      order = 5,
      paramLabel = "FILE",
      description = "The key of the service account.")
  private void credentials(String text) {
    given.put(SetupStep.CREDENTIALS, text);
  }

  @Option(
      names = "--sheet",
      order = 6,
      paramLabel = "URL",
      description = "The spreadsheet, or its id.")
  private void sheet(String text) {
    given.put(SetupStep.SHEET, text);
  }

  @Option(
      names = "--form",
      order = 7,
      paramLabel = "URL",
      description = "The form's editing page, or its id; if left out, one is made.")
  private void form(String text) {
    given.put(SetupStep.FORM, text);
  }

  @Option(
      names = "--client",
      order = 8,
      paramLabel = "FILE",
      description = "The OAuth client, where delegates sign in or a form is made.")
  private void client(String text) {
    given.put(SetupStep.CLIENT, text);
  }

  @Option(
      names = "--delegate",
      order = 9,
      paramLabel = "EMAIL",
      description = "Whose mailbox gets the drafts.")
  private void delegate(String text) {
    given.put(SetupStep.DELEGATE, text);
  }

  @Option(
      names = "--delegate-name",
      order = 10,
      paramLabel = "TEXT",
      description = "Signs the letters.")
  private void delegateName(String text) {
    given.put(SetupStep.DELEGATE_NAME, text);
  }

  @Option(
      names = "--delegate-role",
      order = 11,
      paramLabel = "TEXT",
      description = "Below the name.")
  private void delegateRole(String text) {
    given.put(SetupStep.DELEGATE_ROLE, text);
  }

  @Option(
      names = "--controller",
      order = 12,
      paramLabel = "TEXT",
      description = "Who answers for the data, and how to reach them.")
  private void controller(String text) {
    given.put(SetupStep.CONTROLLER, text);
  }

  @Option(
      names = "--privacy-url",
      order = 13,
      paramLabel = "URL",
      description = "Where people read what is done with their data.")
  private void privacyUrl(String text) {
    given.put(SetupStep.PRIVACY_URL, text);
  }

  @Option(
      names = "--country",
      order = 14,
      paramLabel = "XX",
      description = "Where an address without a country is looked for, such as GB.")
  private void country(String text) {
    given.put(SetupStep.COUNTRY, text);
  }

  @Option(
      names = "--endpoint",
      order = 15,
      paramLabel = "URL",
      description = "To try it out: the address of a sandbox, instead of Google.")
  private void endpoint(String text) {
    given.put(SetupStep.ENDPOINT, text);
  }

  @Override
  public Integer call() throws Exception {
    return action.run(EntraideCommand.parsed(parent).config(), given, console);
  }

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Asks for what is missing, writes the configuration, prepares, examines.
     *
     * @param file the configuration that was named; empty for the usual place
     * @param given answers that need not be asked, as they were typed
     * @return an exit code
     */
    int run(Optional<Path> file, Map<SetupStep, String> given, Console console) throws Exception;
  }
}
