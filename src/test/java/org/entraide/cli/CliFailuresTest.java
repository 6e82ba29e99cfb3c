package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.resilience.RemoteFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How commands end that fail. */
class CliFailuresTest extends CliFixture {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new UserError(11, "another daemon"), 11, "another daemon"),
        Arguments.of(remote(RemoteFailure.Kind.UNAVAILABLE), 69, "told so"),
        Arguments.of(remote(RemoteFailure.Kind.THROTTLED), 75, "told so"),
        Arguments.of(remote(RemoteFailure.Kind.CONFLICT), 75, "told so"),
        Arguments.of(remote(RemoteFailure.Kind.SIGN_IN), 77, "told so"),
        Arguments.of(remote(RemoteFailure.Kind.PERMISSION), 77, "told so"),
        Arguments.of(remote(RemoteFailure.Kind.NOT_FOUND), 78, "told so"),
        Arguments.of(remote(RemoteFailure.Kind.REJECTED), 1, "told so"),
        Arguments.of(new NoSuchFileException("f"), 1, "f: there is no such file or directory"),
        Arguments.of(new AccessDeniedException("f"), 1, "f: this user may not read or write it"),
        Arguments.of(new UncheckedIOException(new IOException("disk full")), 1, "disk full"),
        Arguments.of(new InterruptedException(), 1, "interrupted"),
        Arguments.of(new OutOfMemoryError(), 1, "out of memory; give Java more"));
  }

  private static RemoteFailure remote(RemoteFailure.Kind kind) {
    return RemoteFailure.of(kind, "told so");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureEndsInOneLineAndAnExitCode(Throwable failure, int exitCode, String message) {
    int code = cli.running(failing(failure)).execute("run", "--config", config);

    assertThat(Thread.interrupted()).isEqualTo(failure instanceof InterruptedException);
    assertThat(code).isEqualTo(exitCode);
    assertThat(cli.err().lines()).singleElement().asString().startsWith("entraide: " + message);
  }

  @Test
  void aBugSaysWhereAndNotWhatWasInIt() {
    int code =
        cli.running(failing(new IllegalStateException("Mme Dupont")))
            .execute("run", "--config", config);

    assertThat(code).isEqualTo(ExitCode.FAILURE);
    assertThat(cli.err().lines())
        .singleElement()
        .asString()
        .startsWith("entraide: a bug: IllegalStateException at CliFailuresTest.java:")
        .contains("run with --verbose")
        .doesNotContain("Dupont");
  }

  @Test
  void aStackTraceIsShownWhenItIsAskedFor() {
    cli.running(failing(new IllegalStateException("seen")))
        .execute("run", "--verbose", "--config", config);

    assertThat(cli.logsMore).isTrue();
    assertThat(cli.err())
        .contains("java.lang.IllegalStateException: seen")
        .contains("\tat org.entraide");
  }

  private static RunCommand.Action failing(Throwable failure) {
    return (configuration, options, console) -> {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    };
  }

  @Test
  void completionKnowsCommandsAndOptions() {
    assertThat(cli.execute("completion", "bash")).isZero();
    assertThat(cli.out()).startsWith("#!").contains("sandbox").contains("--take-over");
  }

  @Test
  void theVersionIsALine() {
    assertThat(cli.execute("--version")).isZero();
    assertThat(cli.out()).startsWith("entraide ").hasLineCount(1);
  }
}
