package org.entraide.google.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.entraide.google.Offices;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.resilience.Sleeper;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static final Operation READ =
      Operation.read("google.doing.sheet.read", Operation.Target.FORM);
  private static final Operation WRITE =
      Operation.write("google.doing.sheet.write", Operation.Target.MAILBOX);

  private final Offices.Time time = new Offices.Time();
  private final AccessTokens tokens =
      new AccessTokens() {
        @Override
        public String token() {
          return "t";
        }

        @Override
        public void refresh() {
          throw new IllegalStateException("nothing was refused");
        }
      };

  @Test
  void aReadThatSucceedsInTheEndSucceeds() throws Exception {
    Deque<IOException> failures = new ArrayDeque<>(List.of(new IOException(), new IOException()));

    String result =
        attempts(time)
            .run(
                READ,
                tokens,
                () -> {
                  if (!failures.isEmpty()) {
                    throw failures.remove();
                  }
                  return "done";
                });

    assertThat(result).isEqualTo("done");
    assertThat(time.pauses()).hasSize(2);
  }

  @Test
  void aWriteThatNeverLeftIsTriedAgain() throws Exception {
    Deque<IOException> failures = new ArrayDeque<>(List.of(new ConnectException("refused")));

    String result =
        attempts(time)
            .run(
                WRITE,
                tokens,
                () -> {
                  if (!failures.isEmpty()) {
                    throw failures.remove();
                  }
                  return "done";
                });

    assertThat(result).isEqualTo("done");
  }

  @Test
  void slowFailuresAreNotRepeatedForEver() {
    int[] calls = {0};

    assertThatThrownBy(
            () ->
                attempts(time)
                    .run(
                        READ,
                        tokens,
                        () -> {
                          calls[0]++;
                          time.sleep(Duration.ofSeconds(20));
                          throw new IOException();
                        }))
        .isInstanceOf(RemoteFailure.class);
    assertThat(calls[0]).isEqualTo(2);
  }

  @Test
  void anInterruptionEndsTheWaitAndIsPassedOn() {
    Attempts attempts =
        attempts(
            pause -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(
            () ->
                attempts.run(
                    READ,
                    tokens,
                    () -> {
                      throw new IOException();
                    }))
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aForbiddenCallIsNoFailureOfTheOtherSide() {
    assertThatThrownBy(
            () ->
                attempts(time)
                    .run(
                        READ,
                        tokens,
                        () -> {
                          throw new ForbiddenCallException("stopped");
                        }))
        .isInstanceOf(ForbiddenCallException.class);
    assertThat(time.pauses()).isEmpty();
  }

  private Attempts attempts(Sleeper sleeper) {
    Random random = new Random(3);
    GoogleFailures failures =
        new GoogleFailures(new RetryTimes(time, random), new RefusalAdvice(Offices.ACCOUNT, "1"));
    return new Attempts(time, sleeper, random, failures);
  }
}
