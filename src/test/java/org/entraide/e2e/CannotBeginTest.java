package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.Main;
import org.entraide.alert.send.FakeService;
import org.entraide.alert.send.FakeService.Mood;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.journal.Postgres;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign whose credentials do not do: the administrator learns of it at once. */
@NullMarked
@Tag("postgres")
class CannotBeginTest {

  private static final String DAKAR =
      """
      [campaigns.dakar]
      credentials = "other.json"
      spreadsheet = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg"
      language = "fr"
      country = "SN"
      delegate = "dakar@example.org"
      """;

  @TempDir Path directory;

  private final FakeService service = new FakeService(Mood.TAKES);

  /** Runs once, and says how it ended. */
  private int once(World world, String journal, String... more) throws IOException {
    Path file =
        world.configuration(
            String.join("\n", more), "[alerts]", "webhook = \"" + service.address("/hook") + "\"");
    Files.writeString(
        file, Files.readString(file).replace("[state]\n", "[state]\n" + journal + "\n"));
    StringWriter err = new StringWriter();
    return Main.execute(
        new Console(new PrintWriter(new StringWriter()), new PrintWriter(err)),
        "run",
        "--once",
        "--config",
        file.toString());
  }

  /** What was sent, a line each. */
  private List<String> sent() throws IOException {
    List<String> sent = new ArrayList<>();
    for (String asked : service.asked()) {
      JsonNode alert = new ObjectMapper().readTree(asked.substring(asked.indexOf('{')));
      sent.add(alert.path("campaign").asText() + " " + alert.path("state").asText());
      assertThat(alert.path("text").asText()).contains("json");
    }
    return sent;
  }

  @Test
  void aSingleRunSendsItBesideACampaignThatCan() throws IOException {
    Files.writeString(directory.resolve("other.json"), "{\"type\": \"something\"}");
    try (World world = World.empty(directory);
        service) {
      assertThat(once(world, "", DAKAR)).isEqualTo(ExitCode.PARTLY);
      assertThat(sent()).containsExactly("dakar began");

      once(world, "", DAKAR);
      assertThat(sent()).as("once a day").hasSize(1);
    }
  }

  @Test
  void aSingleRunSendsItWhereNoneCan() throws IOException {
    try (World world = World.empty(directory);
        service) {
      world.configuration();
      Files.writeString(directory.resolve("credentials.json"), "{\"type\": \"something\"}");

      assertThat(once(world, "")).isNotEqualTo(ExitCode.OK);
      assertThat(sent()).containsExactly("londres began");
    }
  }

  @Test
  void aSingleRunSendsItWhereSeveralMachinesShareTheJournal() throws IOException {
    Files.writeString(directory.resolve("other.json"), "{\"type\": \"something\"}");
    String journal = "journal = \"" + Postgres.fresh().url() + "?user=postgres\"";
    try (World world = World.empty(directory);
        service) {
      assertThat(once(world, journal, DAKAR)).isEqualTo(ExitCode.PARTLY);
      assertThat(sent()).containsExactly("dakar began");
    }
  }
}
