package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SpokenLanguage;
import org.entraide.cli.shell.SystemEdge;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every command there is: what its help says, what wrong usage is answered with, completion. */
@NullMarked
@Tag("process")
class CommandsTest {

  /** From where the program's name stands to a pipe, a redirection, or a remark after spaces. */
  private static final Pattern EXAMPLE =
      Pattern.compile("\\bentraide\\b(?! [|>])((?! [|>] | {2}|\\)).)*");

  @TempDir Path directory;

  private static CommandLine line() {
    PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
    return Cli.line(
        new EntraideCommand(SpokenLanguage.of("")),
        new CliRun().actions(),
        new Console(nowhere, nowhere));
  }

  private static void collect(CommandLine line, List<CommandSpec> all) {
    all.add(line.getCommandSpec());
    line.getSubcommands().values().stream().distinct().forEach(sub -> collect(sub, all));
  }

  private static Stream<CommandSpec> all() {
    List<CommandSpec> all = new ArrayList<>();
    collect(line(), all);
    return all.stream();
  }

  static Stream<String> names() {
    return all().map(spec -> spec.qualifiedName(" "));
  }

  private static CommandSpec command(String name) {
    return all().filter(spec -> spec.qualifiedName(" ").equals(name)).findFirst().orElseThrow();
  }

  private static List<String> examples(CommandSpec spec) {
    return Arrays.stream(spec.usageMessage().footer())
        .filter(line -> line.startsWith("  "))
        .flatMap(line -> EXAMPLE.matcher(line).results().limit(1))
        .map(MatchResult::group)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyCommandSaysWhatItDoesAndShowsExamplesOfItself(String name) {
    CommandSpec spec = command(name);

    assertThat(spec.usageMessage().description()).isNotEmpty();
    assertThat(spec.usageMessage().footer()).contains("Examples:");
    assertThat(examples(spec)).isNotEmpty().anyMatch(example -> example.contains(name));
  }

  /** In a terminal of the usual width nothing of it is broken, nor scrolled away. */
  @ParameterizedTest
  @MethodSource("names")
  void everyHelpFitsAScreen(String name) {
    CliRun cli = new CliRun();
    List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
    words.remove(0);
    words.add("--help");

    assertThat(cli.execute(words.toArray(String[]::new))).isZero();
    assertThat(cli.out().lines().toList())
        .hasSizeLessThanOrEqualTo(40)
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatACommandDoesIsOneWholeSentenceThatFitsTheListOfCommands(String name) {
    String first = command(name).usageMessage().description()[0];

    assertThat(first).hasSizeLessThanOrEqualTo(80).matches("\\p{Lu}.*\\.");
    if (name.chars().filter(it -> it == ' ').count() == 1) {
      CliRun cli = new CliRun();
      cli.execute("--help");
      assertThat(cli.out().lines().filter(line -> line.endsWith("  " + first)))
          .hasSize(List.of("help", "version").contains(name.split(" ", -1)[1]) ? 0 : 1);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void helpAndACommandIsTheCommandAndHelp(String name) {
    List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
    words.set(0, "help");
    CliRun asked = new CliRun();
    assertThat(asked.execute(words.toArray(String[]::new))).isZero();
    words.remove(0);
    words.add("--help");
    CliRun option = new CliRun();
    option.execute(words.toArray(String[]::new));

    assertThat(asked.out()).isEqualTo(option.out());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyOptionAndParameterIsDescribed(String name) {
    for (ArgSpec argument : command(name).args()) {
      assertThat(argument.description()).as("%s %s", name, argument).isNotEmpty();
      assertThat(String.join("", argument.description())).as("%s %s", name, argument).isNotBlank();
      boolean flag = argument.isOption() && argument.arity().max() == 0;
      assertThat(flag || !argument.paramLabel().startsWith("<"))
          .as("%s: the value of %s has a name of its own", name, argument)
          .isTrue();
    }
  }

  /** What help shows works as it is: nobody is taught a command line that is refused. */
  @ParameterizedTest
  @MethodSource("names")
  void everyExampleCanBeParsed(String name) {
    for (String example : examples(command(name))) {
      line().parseArgs(split(example.replaceFirst("^entraide ?", "")));
    }
  }

  private static String[] split(String words) {
    List<String> parts = new ArrayList<>();
    for (String quoted : words.split("(?= \")|(?<=\") ", -1)) {
      String part = quoted.strip();
      if (part.startsWith("\"")) {
        parts.add(part.replace("\"", ""));
      } else if (!part.isEmpty()) {
        parts.addAll(List.of(part.split(" +", -1)));
      }
    }
    return parts.toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyOptionWithTwoLettersSwappedIsAnsweredWithTheRightOne(String name) {
    CommandSpec spec = command(name);
    for (OptionSpec option : spec.options()) {
      String right = option.longestName();
      if (right.length() < 6) {
        continue; // such as -o: whatever else somebody types is as near to something else
      }
      List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
      words.remove(0);
      words.add(swapped(right));
      CliRun cli = new CliRun();

      assertThat(cli.execute(words.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
      assertThat(cli.err())
          .as("%s", words)
          .contains("unknown option \"" + swapped(right) + "\"; did you mean \"" + right + "\"?")
          .contains("See \"" + name + " --help\".")
          .hasLineCount(2);
    }
  }

  private static String swapped(String option) {
    char[] letters = option.toCharArray();
    char last = letters[letters.length - 1];
    letters[letters.length - 1] = letters[letters.length - 2];
    letters[letters.length - 2] = last;
    String swapped = new String(letters);
    return swapped.equals(option) ? option.substring(0, option.length() - 1) : swapped;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entraid|unknown command \"entraid\"",
        "explain --hepl|did you mean \"--help\"?",
        "init --config=x|CAMPAIGN",
        "docter|did you mean \"doctor\"?",
        "statsu|did you mean \"status\"?",
        "importpostcodes|did you mean \"import-postcodes\"?",
        "auth satus|did you mean \"status\"?",
        "help statsu|did you mean \"status\"?",
        "help auth logn|did you mean \"login\"?",
        "letters previw|did you mean \"preview\"?",
        "xyzzy|See \"entraide --help\"",
        "doctor now|unknown argument \"now\"",
        "run --onec=true|did you mean \"--once\"?",
        "explain|REF",
        "init|CAMPAIGN",
        "geocode --country|--country",
        "run --config a --config b|--config",
      })
  void wrongUsageIsAnsweredWithTheNearestRightOne(String words, String answer) {
    CliRun cli = new CliRun();

    assertThat(cli.execute(words.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains(answer).doesNotContain("\tat ");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionIsAScriptForBothShells(String shell) {
    CliRun cli = new CliRun();

    assertThat(cli.execute("completion", shell)).isZero();
    assertThat(cli.out()).startsWith("#!").contains("compinit", "bashcompinit");
    names()
        .map(name -> name.replaceFirst(".* ", ""))
        .forEach(word -> assertThat(cli.out()).contains(word));
    assertThat(cli.out()).contains("--take-over", "--json");
  }

  @ParameterizedTest
  @CsvSource({"entraide do,doctor", "entraide auth lo,login", "entraide run --ta,--take-over"})
  void bashCompletesCommandsAndOptions(String typed, String completed) throws Exception {
    Path bash = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(bash), "there is no bash here");
    CliRun cli = new CliRun();
    cli.execute("completion", "bash");
    Path script = Files.writeString(directory.resolve("completion"), cli.out());
    String ask =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_entraide; echo \"${COMPREPLY[@]}\""
            .formatted(script, typed, typed.split(" ", -1).length - 1);

    Process process =
        new ProcessBuilder(bash.toString(), "--norc", "-c", ask)
            .redirectError(ProcessBuilder.Redirect.DISCARD) // that no key was pressed
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s", said).isZero();
    assertThat(said.strip()).isEqualTo(completed);
  }

  @ParameterizedTest
  @CsvSource({
    "'entraide do',doctor",
    "'entraide auth lo',login",
    "'entraide run --ta',--take-over",
    "'entraide --config x letters preview --li',--list"
  })
  void fishCompletesCommandsAndOptions(String typed, String completed) throws Exception {
    Path fish = Path.of("/usr/bin/fish");
    assumeTrue(Files.isExecutable(fish), "there is no fish here");
    CliRun cli = new CliRun();
    assertThat(cli.execute("completion", "fish")).isZero();
    Path script = Files.writeString(directory.resolve("completion"), cli.out());

    Process process =
        new ProcessBuilder(
                fish.toString(),
                "--no-config",
                "-c",
                "source %s; complete -C '%s'".formatted(script, typed))
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s", said).isZero();
    assertThat(said.lines().map(line -> line.replaceFirst("\t.*", ""))).containsExactly(completed);
  }

  @ParameterizedTest
  @CsvSource({
    "true,,xterm,true",
    "true,'',xterm,true",
    "true,1,xterm,false",
    "true,0,xterm,false",
    "true,,dumb,false",
    "false,,xterm,false"
  })
  void coloursAreForTerminalsOfWhoeverWantsThem(
      boolean terminal, @Nullable String noColor, String term, boolean coloured) {
    Map<String, String> environment = new HashMap<>(Map.of("TERM", term));
    if (noColor != null) {
      environment.put("NO_COLOR", noColor);
    }
    assertThat(SystemEdge.hasColour(environment, terminal)).isEqualTo(coloured);
  }

  @Test
  void whatIsPrintedForProgramsHasNoColours() {
    CliRun cli = new CliRun();
    cli.execute("--help");
    assertThat(cli.out()).doesNotContain("\u001b");
  }
}
