package org.entraide.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.SpokenLanguage;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes a manual page in AsciiDoc for each command. {@code mvn -Ppackage verify} makes {@code man}
 * pages of them.
 */
public final class ManPages {

  private ManPages() {}

  /**
   * Writes them.
   *
   * @param arguments the directory to write them to
   */
  public static void main(String[] arguments) throws IOException {
    CommandLine line = commands();
    List<CommandSpec> all = new ArrayList<>();
    collect(line, all);
    int exitCode =
        ManPageGenerator.generateManPage(
            new File(arguments[0]), null, new boolean[0], true, all.toArray(CommandSpec[]::new));
    System.exit(exitCode);
  }

  private static void collect(CommandLine line, List<CommandSpec> all) {
    all.add(line.getCommandSpec());
    headFooter(line.getCommandSpec());
    line.getSubcommands().values().stream()
        .distinct()
        .forEach(subcommand -> collect(subcommand, all));
  }

  /** The generator leaves out a footer without a heading; ours begins with one of its own. */
  private static void headFooter(CommandSpec spec) {
    List<String> footer =
        Arrays.stream(spec.usageMessage().footer()).dropWhile(String::isBlank).toList();
    if (!footer.isEmpty()) {
      spec.usageMessage().footerHeading(footer.get(0).replaceAll(":$", "") + "%n");
      spec.usageMessage().footer(footer.stream().skip(1).toArray(String[]::new));
    }
  }

  /** The commands with fake actions: only their words are read. */
  private static CommandLine commands() {
    PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
    return Cli.line(
        new EntraideCommand(SpokenLanguage.of("")),
        new CliRun().actions(),
        new Console(nowhere, nowhere));
  }
}
