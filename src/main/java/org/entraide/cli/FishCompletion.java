package org.entraide.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion for fish: a line of its {@code complete} for each command and option. See
 * https://fishshell.com/docs/current/completions.html. Picocli writes scripts for bash alone.
 */
final class FishCompletion {

  private static final String PROGRAM = "complete -c entraide";

  private FishCompletion() {}

  static List<String> lines(CommandSpec root) {
    List<String> lines = new ArrayList<>();
    lines.add("# Completion of entraide for fish.");
    add(root, List.of(), lines);
    return lines;
  }

  private static void add(CommandSpec spec, List<String> path, List<String> lines) {
    List<String> names = List.copyOf(spec.subcommands().keySet());
    String beforeSubcommand = condition(path, names);
    for (CommandLine sub : spec.subcommands().values()) {
      String name = sub.getCommandName();
      CommandSpec command = sub.getCommandSpec();
      lines.add(
          PROGRAM
              + " -f"
              + beforeSubcommand
              + " -a "
              + name
              + describedAs(command.usageMessage().description()));
    }
    String anywhere = condition(path, List.of());
    for (OptionSpec option : spec.options()) {
      lines.add(
          PROGRAM + anywhere + names(option) + value(option) + describedAs(option.description()));
    }
    for (CommandLine sub : spec.subcommands().values()) {
      List<String> longer = new ArrayList<>(path);
      longer.add(sub.getCommandName());
      add(sub.getCommandSpec(), longer, lines);
    }
  }

  /** After all words of the path, and before any of those that come next. */
  private static String condition(List<String> path, List<String> next) {
    List<String> parts = new ArrayList<>();
    path.forEach(word -> parts.add("__fish_seen_subcommand_from " + word));
    if (!next.isEmpty()) {
      parts.add("not __fish_seen_subcommand_from " + String.join(" ", next));
    }
    return parts.isEmpty() ? "" : " -n '" + String.join("; and ", parts) + "'";
  }

  private static String names(OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    return names.toString();
  }

  /** A file where the value is one: fish then completes names of files, and else nothing. */
  private static String value(OptionSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    boolean file = option.paramLabel().matches("FILE|DIR|.*\\.(csv|json)");
    return file ? " -r" : " -x";
  }

  private static String describedAs(String[] description) {
    if (description.length == 0) {
      return "";
    }
    String first =
        description[0].replaceAll("\\$\\{[^}]*}", "…").replace("\\", "").replace("'", "’");
    return " -d '" + first + "'";
  }
}
