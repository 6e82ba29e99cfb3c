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

  @ParentCommand private @Nullable EntraideCommand parent;

  @Option(
      names = "--language",
      paramLabel = "fr|en",
      description = "Of the campaign's letters, sheet and form.")
  private @Nullable String language;

  @Option(
      names = "--campaign",
      paramLabel = "NAME",
      description = "A short name, as in [campaigns.NAME].")
  private @Nullable String campaign;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What letters and form call the campaign.")
  private @Nullable String title;

  @Option(
      names = "--path",
      paramLabel = "workspace|gmail",
      description = "Drafts by domain-wide delegation, or of delegates who sign in.")
  private @Nullable String path;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = "The key of the service account.")
  private @Nullable String credentials;

  @Option(names = "--sheet", paramLabel = "URL", description = "The spreadsheet, or its id.")
  private @Nullable String sheet;

  @Option(
      names = "--form",
      paramLabel = "URL",
      description = "The form's editing page, or its id; if left out, one is made.")
  private @Nullable String form;

  @Option(
      names = "--client",
      paramLabel = "FILE",
      description = "The OAuth client, where delegates sign in or a form is made.")
  private @Nullable String client;

  @Option(
      names = "--delegate",
      paramLabel = "EMAIL",
      description = "Whose mailbox gets the drafts.")
  private @Nullable String delegate;

  @Option(names = "--delegate-name", paramLabel = "TEXT", description = "Signs the letters.")
  private @Nullable String delegateName;

  @Option(names = "--delegate-role", paramLabel = "TEXT", description = "Below the name.")
  private @Nullable String delegateRole;

  @Option(
      names = "--controller",
      paramLabel = "TEXT",
      description = "Who answers for the data, and how to reach them.")
  private @Nullable String controller;

  @Option(
      names = "--privacy-url",
      paramLabel = "URL",
      description = "Where people read what is done with their data.")
  private @Nullable String privacyUrl;

  @Option(
      names = "--country",
      paramLabel = "XX",
      description = "Where an address without a country is looked for, such as GB.")
  private @Nullable String country;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "To try it out: the address of a sandbox, instead of Google.")
  private @Nullable String endpoint;

  SetupCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return action.run(EntraideCommand.parsed(parent).config(), flags(), console);
  }

  private Map<SetupStep, String> flags() {
    Map<SetupStep, String> flags = new EnumMap<>(SetupStep.class);
    put(flags, SetupStep.LANGUAGE, language);
    put(flags, SetupStep.CAMPAIGN, campaign);
    put(flags, SetupStep.TITLE, title);
    put(flags, SetupStep.PATH, path);
    put(flags, SetupStep.CREDENTIALS, credentials);
    put(flags, SetupStep.SHEET, sheet);
    put(flags, SetupStep.FORM, form);
    put(flags, SetupStep.CLIENT, client);
    put(flags, SetupStep.DELEGATE, delegate);
    put(flags, SetupStep.DELEGATE_NAME, delegateName);
    put(flags, SetupStep.DELEGATE_ROLE, delegateRole);
    put(flags, SetupStep.CONTROLLER, controller);
    put(flags, SetupStep.PRIVACY_URL, privacyUrl);
    put(flags, SetupStep.COUNTRY, country);
    put(flags, SetupStep.ENDPOINT, endpoint);
    return flags;
  }

  private static void put(Map<SetupStep, String> flags, SetupStep step, @Nullable String text) {
    if (text != null) {
      flags.put(step, text);
    }
  }

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Asks for what is missing, writes the configuration, prepares, examines.
     *
     * @param file the configuration that was named; empty for the usual place
     * @param flags answers that need not be asked, as they were typed
     * @return an exit code
     */
    int run(Optional<Path> file, Map<SetupStep, String> flags, Console console) throws Exception;
  }
}
