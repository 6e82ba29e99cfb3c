package org.entraide.cli;

import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code entraide explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Explains why these two were introduced, or why nobody was found.",
      "Looks at the sheet as a cycle would and changes nothing; works beside a running daemon.",
      "Prints references and numbers, never names."
    },
    footer = {
      "",
      "Examples:",
      "  entraide explain 7KQ47                a person",
      "  entraide explain M-7KQ47              an introduction",
      "  entraide explain 7KQ47 --lang en",
      "  entraide explain 7KQ47 --json | jq '.lines[] | select(.key == \"why.introduction\") |"
          + " .values'",
      "",
      "As JSON: campaign, reference (without M-), kind (person or introduction), language and"
          + " lines,",
      "each with its key, which is the same in all languages, its text, and the values in it."
    })
public final class ExplainCommand implements Callable<Integer> {

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Parameters(paramLabel = "REF", description = "The reference of a person or of an introduction.")
  private String reference = "";

  @Option(names = "--json", description = "Print it as JSON, with what each sentence counts.")
  private boolean json;

  ExplainCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Configuration configuration = EntraideCommand.parsed(parent).configuration();
    Options options = new Options(reference, json);
    return ProgressBar.during(console, shown -> action.run(configuration, options, shown));
  }

  /**
   * What was asked for.
   *
   * @param reference of a person or of an introduction, as somebody typed it
   * @param json whether the answer is for a program
   */
  public record Options(String reference, boolean json) {}

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Explains.
     *
     * @return an exit code
     */
    int run(Configuration configuration, Options options, Console console) throws Exception;
  }
}
