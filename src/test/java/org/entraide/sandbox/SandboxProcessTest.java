package org.entraide.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the real process begins and ends. */
@NullMarked
@Tag("process")
class SandboxProcessTest {

  private static final Pattern TOKEN = Pattern.compile("entraide-token\" content=\"([^\"]+)\"");

  @TempDir private Path directory;

  @Test
  void itSaysWhereItIsOnceItsPageIsThere() throws Exception {
    try (RunningSandbox sandbox = RunningSandbox.start(120, directory)) {
      assertThat(get(sandbox.root())).contains("<title>Entraide");
      System.out.println("Ready after " + sandbox.age());
    }
  }

  /** In the middle of what takes longest: the daemon's first cycle, and a dry run beside it. */
  @Test
  void controlCEndsItAndItsDaemonAndRemovesItsFiles() throws Exception {
    try (RunningSandbox sandbox = RunningSandbox.start(120, directory)) {
      String root = sandbox.root();
      post(root, "office/daemon/dry-run");
      List<ProcessHandle> children = await(sandbox, 2);
      assertThat(sandbox.leftovers()).hasSize(1);

      System.out.println("Ended by Ctrl-C after " + sandbox.interrupt());

      assertThat(children).noneMatch(ProcessHandle::isAlive);
      assertThat(sandbox.leftovers()).isEmpty();
    }
  }

  @Test
  void controlCEndsItAlsoWhileTwentyThousandPeopleAreStillAnswering() throws Exception {
    try (RunningSandbox sandbox = RunningSandbox.start(20_000, directory)) {
      while (sandbox.leftovers().isEmpty()) {
        Thread.sleep(20);
      }
      Thread.sleep(400);
      System.out.println("Ended by Ctrl-C at its start after " + sandbox.interrupt());

      assertThat(sandbox.root()).as("it did not wait until all had answered").isEqualTo("null");
      assertThat(sandbox.leftovers()).isEmpty();
      assertThat(sandbox.children()).isEmpty();
    }
  }

  private static List<ProcessHandle> await(RunningSandbox sandbox, int count) throws Exception {
    while (sandbox.children().size() < count) {
      assertThat(sandbox.age()).isLessThan(Duration.ofMinutes(1));
      Thread.sleep(20);
    }
    return sandbox.children();
  }

  private static String get(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static void post(String root, String path) throws Exception {
    Matcher token = TOKEN.matcher(get(root));
    assertThat(token.find()).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + path))
            .header("X-Entraide-Token", token.group(1))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }
}
