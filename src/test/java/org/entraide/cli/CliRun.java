package org.entraide.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.port.Journal;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.config.Configuration;
import org.entraide.resilience.Sleeper;

/** Runs commands with fake actions, and keeps what they were told and what was printed. */
public final class CliRun {

  private Sleeper pauses = pause -> {};

  static final Instant NOW = Instant.parse("2026-11-25T13:00:00Z");

  boolean logsMore;
  final List<Object> asked = new ArrayList<>();
  private Optional<Journal> journal = Optional.empty();
  private RunCommand.Action run =
      (configuration, options, console) -> {
        asked.add(configuration);
        asked.add(options);
        return ExitCode.OK;
      };

  private GeocodeCommand.Source geocoders =
      (configuration, state) -> {
        throw new IllegalStateException("No geocoder was given.");
      };

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  CliRun with(Journal known) {
    this.journal = Optional.of(known);
    return this;
  }

  /** Ends what would be repeated for ever when it rests for the first time. */
  CliRun resting(Sleeper sleeper) {
    this.pauses = sleeper;
    return this;
  }

  CliRun running(RunCommand.Action action) {
    this.run = action;
    return this;
  }

  CliRun geocoding(GeocodeCommand.Source source) {
    this.geocoders = source;
    return this;
  }

  public int execute(String... args) {
    return Cli.execute(
        actions(), new Console(new PrintWriter(out, true), new PrintWriter(err, true)), args);
  }

  /** Fake ones, which write down what they are told. */
  Actions actions() {
    return new Actions(
        run,
        (configuration, options, progress) -> {
          asked.add(configuration);
          asked.add(options);
          return new DoctorCommand.Report("", ExitCode.PARTLY);
        },
        (options, console) -> {
          asked.add(options);
          console.out().println("http://127.0.0.1:8025/");
          return ExitCode.OK;
        },
        (configuration, options, console) -> {
          asked.add(options);
          return ExitCode.OK;
        },
        auth(),
        (configuration, options, console) -> {
          asked.add(options);
          return ExitCode.OK;
        },
        (file, given, console) -> {
          asked.add(given);
          return ExitCode.OK;
        },
        (configuration, language, wanted, console) -> {
          asked.add(language);
          asked.add(wanted);
          return ExitCode.OK;
        },
        (configuration, options, console) -> {
          asked.add(options);
          return ExitCode.OK;
        },
        (configuration, campaign, person, directory, console) -> {
          asked.add(campaign);
          asked.add(person);
          return ExitCode.OK;
        },
        this::file,
        this::file,
        (configuration, url, console) -> {
          asked.add(url);
          return ExitCode.OK;
        },
        (configuration, options, console) -> {
          asked.add(options);
          return ExitCode.OK;
        },
        configuration -> journal,
        new StatusCommand.Edge(InstantSource.fixed(NOW), pauses, false),
        geocoders,
        InstantSource.fixed(NOW),
        () -> logsMore = true);
  }

  private int file(Configuration configuration, Path file, Console console) {
    asked.add(file);
    return ExitCode.OK;
  }

  private AuthCommand.Actions auth() {
    return new AuthCommand.Actions() {
      @Override
      public int login(
          Configuration configuration, AuthCommand.LoginOptions options, Console console) {
        asked.add(options);
        return ExitCode.OK;
      }

      @Override
      public int status(Configuration configuration, boolean json, Console console) {
        asked.add(json);
        return ExitCode.SIGN_IN;
      }

      @Override
      public int revoke(Configuration configuration, String email, Console console) {
        asked.add(email);
        return ExitCode.PARTLY;
      }
    };
  }

  String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }
}
