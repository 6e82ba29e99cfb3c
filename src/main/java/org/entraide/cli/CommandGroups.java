package org.entraide.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** Lists the commands by what people want to do, each with the first line of its description. */
final class CommandGroups implements IHelpSectionRenderer {

  /** In the order in which somebody meets them. Those that no group names are in the last. */
  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("To begin", List.of("sandbox", "setup", "init", "auth", "doctor"));
    GROUPS.put("Every day", List.of("run", "status", "explain", "letters"));
    GROUPS.put("People's data", List.of("erase", "export"));
    GROUPS.put(
        "Files",
        List.of(
            "match",
            "solve",
            "geocode",
            "import-postcodes",
            "backup",
            "restore",
            "migrate-journal"));
    GROUPS.put("More", List.of());
  }

  /** What the options above the list do, too. */
  private static final List<String> AS_OPTIONS = List.of("help", "version");

  private static final int INDENT = 2;

  @Override
  public String render(Help help) {
    Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
    left.keySet().removeAll(AS_OPTIONS);
    int width = left.keySet().stream().mapToInt(String::length).max().orElse(0) + INDENT;
    List<String> lines = new ArrayList<>();
    GROUPS.forEach(
        (title, names) -> {
          Collection<String> all = names.isEmpty() ? List.copyOf(left.keySet()) : names;
          lines.add(title + ":");
          all.stream().filter(left::containsKey).forEach(it -> lines.add(line(it, left, width)));
        });
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private static String line(String name, Map<String, Help> left, int width) {
    Help command = Objects.requireNonNull(left.remove(name));
    String[] description = command.commandSpec().usageMessage().description();
    return " ".repeat(INDENT) + name + " ".repeat(width - name.length()) + description[0];
  }

  /** Has the list of the root's commands in groups. */
  static void in(CommandLine root) {
    root.getHelpSectionMap()
        .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
    root.getHelpSectionMap()
        .remove(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
  }
}
