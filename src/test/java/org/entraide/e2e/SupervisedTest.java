package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsclub.net.unix.AFUNIXDatagramChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** The daemon as a process of its own, started as systemd starts it. */
@NullMarked
@Tag("process")
class SupervisedTest {

  private static final int TERMINATED = 143;

  @TempDir Path directory;

  private @Nullable Process daemon;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void endIt() {
    if (daemon != null) {
      daemon.destroyForcibly();
    }
  }

  private Process daemon() {
    return Objects.requireNonNull(daemon);
  }

  @Test
  void systemdHearsThatItIsReadyThatItLivesAndThatItStops() throws Exception {
    assumeTrue(
        "1".equals(System.getenv("ENTRAIDE_REQUIRE_SYSTEMD"))
            || Stream.of(System.getenv("PATH").split(Pattern.quote(":"), -1))
                .anyMatch(it -> Files.isExecutable(Path.of(it, "systemd-notify"))),
        "There is no systemd-notify on this machine.");
    Path socket = directory.resolve("notify");
    try (World world = World.empty(directory);
        AFUNIXDatagramChannel channel = AFUNIXDatagramChannel.open()) {
      channel.bind(AFUNIXSocketAddress.of(socket));
      listen(channel);
      start(world.configuration(), "NOTIFY_SOCKET=" + socket, "WATCHDOG_USEC=600000");

      assertThat(next(60)).isEqualTo("READY=1\nSTATUS=campaigns: 1");
      assertThat(next(10)).isEqualTo("WATCHDOG=1");
      assertThat(next(10)).isEqualTo("WATCHDOG=1");
      daemon().destroy();
      String last = next(10);
      while (last.equals("WATCHDOG=1")) {
        last = next(10);
      }

      assertThat(last).isEqualTo("STOPPING=1");
      assertThat(daemon().waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(daemon().exitValue()).isEqualTo(TERMINATED);
      assertThat(said()).doesNotContain("systemd");
    }
  }

  @Test
  void withoutTheProgramThatTellsSystemdItSaysSoOnceAndWorks() throws Exception {
    try (World world = World.empty(directory)) {
      start(
          world.configuration(), "NOTIFY_SOCKET=/nowhere", "WATCHDOG_USEC=100000", "PATH=/nowhere");
      long begin = System.nanoTime();
      while (!said().contains("cycle in ") && System.nanoTime() - begin < 60_000_000_000L) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      daemon().destroy();

      assertThat(daemon().waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(said())
          .contains("cycle in ")
          .containsOnlyOnce("systemd is not told how the daemon is")
          .contains("Type=exec");
    }
  }

  private void listen(AFUNIXDatagramChannel channel) {
    Thread listener =
        new Thread(
            () -> {
              try {
                while (true) {
                  ByteBuffer datagram = ByteBuffer.allocate(1_000);
                  channel.receive(datagram);
                  String text = StandardCharsets.UTF_8.decode(datagram.flip()).toString();
                  if (!text.equals("BARRIER=1")) { // how systemd-notify waits until it is heard
                    heard.add(text);
                  }
                }
              } catch (IOException e) {
                // the test is over
              }
            },
            "systemd");
    listener.setDaemon(true);
    listener.start();
  }

  private String next(long seconds) throws Exception {
    String next = heard.poll(seconds, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Nothing is heard: " + said());
    }
    return next;
  }

  /** With these variables beside those of the test. */
  private void start(Path configuration, String... variables) throws IOException {
    List<String> starter = new ArrayList<>(List.of("env"));
    starter.addAll(List.of(variables));
    Path to = directory.resolve("said.txt"); // where Program.said looks
    daemon = Program.shared().start(to, configuration, starter, "run");
  }

  private String said() throws IOException {
    return Program.said(directory);
  }
}
