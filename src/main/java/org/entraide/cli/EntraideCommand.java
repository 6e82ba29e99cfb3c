package org.entraide.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.entraide.cli.argument.LanguageCode;
import org.entraide.cli.shell.ProgramVersion;
import org.entraide.cli.shell.SpokenLanguage;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationException;
import org.entraide.config.ConfigurationReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, and the options that every command takes. */
@Command(
    name = "entraide",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    description = "Introduces people who need help to people who offer it.",
    footer = {
      "",
      "Examples:",
      "  entraide sandbox                      try everything, without an account",
      "  entraide setup                        put it to work with Google",
      "  entraide help run                     what a command takes",
      "Exit codes: 0 done, 1 failure, 2 wrong usage, 3 partly done, 11 already running,",
      "69 Google unreachable, 75 try again, 77 sign-in or permission needed, 78 configuration"
          + " wrong."
    })
final class EntraideCommand implements Runnable {

  private final SpokenLanguage spoken;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The configuration; else ./entraide.toml, else /etc/entraide/entraide.toml.")
  private @Nullable Path config;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log more, and show where in the program a failure arose.")
  private boolean verbose;

  @Option(
      names = "--lang",
      paramLabel = "fr|en",
      scope = ScopeType.INHERIT,
      converter = LanguageCode.class,
      description = "The language in which it speaks; the locale's if not given.")
  @SuppressWarnings("UnusedMethod")
  void speak(String code) {
    spoken.use(code);
  }

  EntraideCommand(SpokenLanguage spoken) {
    this.spoken = spoken;
  }

  /** The root command as picocli put it in. */
  static EntraideCommand parsed(@Nullable EntraideCommand parent) {
    if (parent == null) {
      throw new IllegalStateException("The command has no parent: it was not parsed.");
    }
    return parent;
  }

  boolean verbose() {
    return verbose;
  }

  /** The file named with {@code --config}. */
  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  /** Says which file is to be read. */
  Path configurationFile() throws ConfigurationException {
    return ConfigurationReader.locate(config(), Path.of(""), ConfigurationReader.INSTALLED);
  }

  Configuration configuration() throws ConfigurationException {
    return ConfigurationReader.read(configurationFile(), SystemEdge.credentials());
  }

  /** The configuration; empty where none was named and none is in the usual places. */
  Optional<Configuration> configurationIfAny() throws ConfigurationException {
    boolean any =
        config().isPresent()
            || Files.exists(Path.of("entraide.toml"))
            || Files.exists(ConfigurationReader.INSTALLED);
    return any ? Optional.of(configuration()) : Optional.empty();
  }

  /** The state directory of the configuration; {@code state} where there is no configuration. */
  Path stateDirectory() throws ConfigurationException {
    return configurationIfAny().map(c -> c.state().directory()).orElse(Path.of("state"));
  }

  /** Without a command there is nothing to do, and that is worth a word. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(commandLine(), "which command?");
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("The command has no line: it was not parsed.");
    }
    return spec.commandLine();
  }
}
