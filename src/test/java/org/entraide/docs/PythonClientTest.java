package org.entraide.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.OfficeServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python of {@code docs/office-api.md}, run as it is there with Google's own client. */
@Tag("process")
class PythonClientTest {

  private static final String REQUIRE = "ENTRAIDE_REQUIRE_PYTHON";
  private static final int PEOPLE = 7;
  private static final Pattern PYTHON = Pattern.compile("(?s)```python\\n(.*?)```");

  @TempDir private Path directory;

  private record Said(int exitCode, String text) {}

  private static Said run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  /** A Python that has the client: not each one on the path does. */
  private static String python() throws InterruptedException {
    for (String python : List.of("/usr/bin/python3", "python3")) {
      if (hasClient(python)) {
        return python;
      }
    }
    String reason = "No Python with Google's client: docs/office-api.md is untested there.";
    if ("1".equals(System.getenv(REQUIRE))) {
      fail(reason + " " + REQUIRE + "=1 wants it.");
    }
    System.out.println("SKIPPED: " + reason);
    return abort(reason);
  }

  private static boolean hasClient(String python) throws InterruptedException {
    try {
      return run(python, "-c", "import googleapiclient, google.oauth2").exitCode() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  @Test
  void googlesClientForPythonWorksWithTheOffice() throws Exception {
    String python = python();
    Matcher lines = PYTHON.matcher(Files.readString(Path.of("docs/office-api.md")));
    assertThat(lines.find()).isTrue();
    Path script = Files.writeString(directory.resolve("office.py"), lines.group(1));
    SampleOffice sample =
        SampleOffice.create(PEOPLE, 1, InstantSource.system(), new Random(5), List.of());
    try (OfficeServer office = OfficeServer.start(sample.office(), 0, pause -> {})) {
      Path key =
          Files.writeString(directory.resolve("key.json"), sample.credentials(office.root()));

      Said said = run(python, script.toString(), office.root(), key.toString());

      assertThat(said.text().lines())
          .containsExactly(PEOPLE + " rows under Horodateur", PEOPLE + " answers", "0 drafts");
      assertThat(said.exitCode()).isZero();
    }
  }
}
