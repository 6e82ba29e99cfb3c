package org.entraide.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entraide.cli.argument.LanguageCode;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.StandardOutput;
import org.entraide.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code entraide letters}. */
@Command(
    name = "letters",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows every letter with fictitious people.",
      "Templates of your own: docs/letters.md."
    },
    footer = {"", "Examples:", "  entraide letters preview", "  entraide letters preview --help"})
public final class LettersCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable EntraideCommand parent;

  /** The command with its own command. */
  static CommandLine line(Action action, Console console) {
    CommandLine line = new CommandLine(new LettersCommand());
    line.addSubcommand(new Preview(action, console));
    return line;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(spec.commandLine(), "letters preview is meant?");
    }
  }

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Prints letters.
     *
     * @param configuration empty for the built-in letters
     * @param language a code; empty for those of the campaigns, or all where there is none
     * @param choice which of them
     * @return an exit code
     */
    int preview(
        Optional<Configuration> configuration,
        Optional<String> language,
        LetterChoice choice,
        Console console)
        throws Exception;
  }

  /**
   * Which letters are shown.
   *
   * @param only what titles must contain; empty for all letters
   * @param number of the one letter, from 1; empty for all
   * @param list whether only numbers and titles are shown
   */
  public record LetterChoice(String only, Optional<Integer> number, boolean list) {

    /** Whether a letter is one of them. */
    public boolean has(int letter, String title) {
      return title.contains(only.toLowerCase(Locale.ROOT))
          && number.map(it -> it == letter).orElse(true);
    }
  }

  /** {@code entraide letters preview}. */
  @Command(
      name = "preview",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Prints the letters that can come about, with fictitious people.",
        "They are as they will arrive. Uses the templates of [letters] directory where there are"
            + " any,",
        "and the campaigns' languages; without a configuration the built-in letters in all"
            + " languages.",
        "Needs neither network nor credentials. A line with ! says what a letter lacks. A template",
        "that is wrong is reported with its line, and the exit code is 78."
      },
      footer = {
        "",
        "Examples:",
        "  entraide letters preview --list",
        "  entraide letters preview 12",
        "  entraide letters preview | less",
        "  entraide letters preview --language en",
        "  entraide letters preview --only \"to who helps\"",
        "  entraide letters preview --config /etc/entraide/entraide.toml > letters.txt"
      })
  static final class Preview implements Callable<Integer> {

    private final Action action;
    private final Console console;

    @ParentCommand private @Nullable LettersCommand letters;

    @Parameters(
        arity = "0..1",
        paramLabel = "N",
        description = "Show only the letter with this number, as --list has it.")
    private @Nullable Integer number;

    @Option(names = "--list", description = "Print numbers and titles alone.")
    private boolean list;

    @Option(
        names = "--language",
        converter = LanguageCode.class,
        paramLabel = "fr|en",
        description = "The language; those of the campaigns if not given.")
    private @Nullable String language;

    @Option(
        names = "--only",
        paramLabel = "WORDS",
        description = "Show only letters with these words in their title, such as follow-up.")
    private String only = "";

    Preview(Action action, Console console) {
      this.action = action;
      this.console = console;
    }

    @Override
    public Integer call() throws Exception {
      Optional<String> spoken = Optional.ofNullable(language).or(console.spoken()::requested);
      EntraideCommand root = EntraideCommand.parsed(letters == null ? null : letters.parent);
      LetterChoice choice = new LetterChoice(only, Optional.ofNullable(number), list);
      int exitCode = action.preview(root.configurationIfAny(), spoken, choice, console);
      StandardOutput.check(console);
      return exitCode;
    }
  }
}
