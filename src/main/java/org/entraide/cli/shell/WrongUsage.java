package org.entraide.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entraide.text.typed.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line that cannot be meant with the nearest one that can. */
public final class WrongUsage {

  private final Console console;

  public WrongUsage(Console console) {
    this.console = console;
  }

  public int explain(ParameterException e, String[] args) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    String name = spec.qualifiedName(" ");
    console.err().println(name + ": " + message(e, spec, args));
    console.err().println("See \"" + name + " --help\".");
    return ExitCode.USAGE;
  }

  private static String message(ParameterException e, CommandSpec spec, String[] args) {
    Optional<String> slip =
        e instanceof MissingParameterException ? slip(spec, args) : Optional.empty();
    if (slip.isPresent()) {
      return unknown(slip.get(), spec); // it explains more than what is missing
    }
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0), spec);
    }
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage");
  }

  /** An option that no command has. */
  private static Optional<String> slip(CommandSpec spec, String[] args) {
    return Arrays.stream(args)
        .takeWhile(word -> !word.equals("--"))
        .filter(word -> word.startsWith("--"))
        .filter(word -> !spec.optionsMap().containsKey(option(word)))
        .findFirst();
  }

  private static String option(String word) {
    return word.replaceFirst("=.*", "");
  }

  private static String unknown(String written, CommandSpec spec) {
    boolean option = written.startsWith("-");
    String word = option ? option(written) : written;
    List<String> valid = new ArrayList<>(option ? spec.optionsMap().keySet() : commands(spec));
    Optional<String> near = NearestWord.of(word, valid);
    String kind = option ? "option" : spec.subcommands().isEmpty() ? "argument" : "command";
    return "unknown %s \"%s\"%s"
        .formatted(kind, word, near.map(n -> "; did you mean \"" + n + "\"?").orElse(""));
  }

  private static List<String> commands(CommandSpec spec) {
    return spec.subcommands().values().stream().map(CommandLine::getCommandName).toList();
  }
}
