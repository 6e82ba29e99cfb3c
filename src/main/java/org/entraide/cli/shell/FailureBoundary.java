package org.entraide.cli.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.entraide.config.ConfigurationException;
import org.entraide.file.FileProblem;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Worded;

/** Where every failure ends: in words for a person, an exit code, and no stack trace unasked. */
public final class FailureBoundary {

  private final Console console;
  private final BooleanSupplier verbose;

  public FailureBoundary(Console console, BooleanSupplier verbose) {
    this.console = console;
    this.verbose = verbose;
  }

  public int explain(Throwable e) {
    if (e instanceof ReaderLeft) {
      return ExitCode.FAILURE;
    }
    String message =
        worded(e).map(worded -> console.texts().format(worded.words())).orElseGet(() -> message(e));
    // FILE:LINE: at the beginning is what editors and terminals can jump to.
    boolean jump =
        e instanceof FileProblem
            || (e instanceof ConfigurationException wrong && !wrong.problems().isEmpty());
    message.lines().forEach(line -> console.err().println(jump ? line : "entraide: " + line));
    if (verbose.getAsBoolean()) {
      e.printStackTrace(console.err());
    }
    console.err().flush();
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return exitCode(e);
  }

  /** What is said in the language of the command, where there are words in both. */
  private static Optional<Worded> worded(Throwable e) {
    if (e instanceof Worded worded) {
      return Optional.of(worded);
    }
    return e instanceof UncheckedIOException wrapped && wrapped.getCause() instanceof Worded worded
        ? Optional.of(worded)
        : Optional.empty();
  }

  private static int exitCode(Throwable e) {
    if (e instanceof UserError error) {
      return error.exitCode();
    }
    if (e instanceof FileProblem) {
      return ExitCode.USAGE;
    }
    if (e instanceof ConfigurationException) {
      return ExitCode.CONFIGURATION;
    }
    return e instanceof RemoteFailure failure ? exitCode(failure.kind()) : ExitCode.FAILURE;
  }

  /** The exit code for a service outside that could not do what was asked. */
  public static int exitCode(RemoteFailure.Kind kind) {
    return switch (kind) {
      case UNAVAILABLE -> ExitCode.UNREACHABLE;
      case THROTTLED, CONFLICT -> ExitCode.TRY_AGAIN;
      case SIGN_IN, PERMISSION -> ExitCode.SIGN_IN;
      case NOT_FOUND -> ExitCode.CONFIGURATION;
      case REJECTED -> ExitCode.FAILURE;
    };
  }

  /** What went wrong, in words for a person. */
  public static String message(Throwable e) {
    if (e instanceof UserError || e instanceof FileProblem || e instanceof ConfigurationException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
      return message(wrapped.getCause());
    }
    if (e instanceof FileSystemException file) {
      return file.getFile() + ": " + cause(file);
    }
    if (e instanceof InterruptedException) {
      return "interrupted";
    }
    if (e instanceof OutOfMemoryError) {
      return "out of memory; give Java more with ENTRAIDE_JAVA_OPTS=-Xmx512m";
    }
    return e instanceof IOException && e.getMessage() != null ? e.getMessage() : bug(e);
  }

  private static String cause(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not read or write it";
    }
    return Optional.ofNullable(e.getReason()).orElse(e.getClass().getSimpleName());
  }

  /** Says where, but not the exception's own words: a bug's may hold what somebody answered. */
  private static String bug(Throwable e) {
    String where =
        Arrays.stream(e.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.entraide."))
            .findFirst()
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return "a bug: %s%s; run with --verbose to see more, and please report it"
        .formatted(e.getClass().getSimpleName(), where);
  }
}
