package org.entraide.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code entraide erase}. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Erases a person: from the journal, the ledger, and every draft not sent.",
      "What only people can delete is listed: rows, answers in the form, sent mail. Keeps a keyed"
          + " hash",
      "of each erased answer, so that a row that is still there is not matched again. A later"
          + " answer of",
      "the same person is a new person's.",
      "Works beside a running daemon, which does it in its next cycle, and without one."
    },
    footer = {
      "",
      "Examples:",
      "  entraide erase 7KQ47                  shows what is held, and asks",
      "  entraide erase ana@example.org",
      "  entraide erase 7KQ47 --yes            does not ask",
      "",
      "Exit codes: 0 erased, 1 nobody is known by that, 3 some campaign or cell could not be"
          + " served,",
      "75 the daemon has not done it yet."
    })
public final class EraseCommand implements Callable<Integer> {

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Parameters(
      paramLabel = "REF_OR_EMAIL",
      description = "A person's reference, present or former, or e-mail address.")
  private String who = "";

  @Option(
      names = "--campaign",
      paramLabel = "CAMPAIGN",
      description = "Only there: two campaigns may have one reference for different people.")
  private @Nullable String campaign;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  EraseCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return action.run(
        EntraideCommand.parsed(parent).configuration(),
        new Options(who, Optional.ofNullable(campaign), yes),
        console);
  }

  /**
   * What to do.
   *
   * @param who a reference or an address
   * @param campaign the only one to look into; empty for all
   * @param yes whether nobody is to be asked
   */
  public record Options(String who, Optional<String> campaign, boolean yes) {}

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Erases.
     *
     * @return an exit code
     */
    int run(Configuration configuration, Options options, Console console) throws Exception;
  }
}
