package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entraide.Main;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign with credentials of its own that do not do. */
@Tag("long")
@NullMarked
class BrokenCampaignTest {

  @TempDir Path directory;

  @Test
  void itIsToldAndHoldsUpNoOther() throws IOException {
    Files.writeString(directory.resolve("other.json"), "{\"type\": \"something\"}");
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      Path configuration =
          world.configuration(
              "[campaigns.dakar]",
              "credentials = \"other.json\"",
              "spreadsheet = \"1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg\"",
              "language = \"fr\"",
              "country = \"SN\"",
              "delegate = \"dakar@example.org\"");

      StringWriter err = new StringWriter();
      int code =
          Main.execute(
              new Console(new PrintWriter(new StringWriter()), new PrintWriter(err)),
              "run",
              "--once",
              "--config",
              configuration.toString());

      assertThat(err.toString()).contains("dakar: ", "other.json");
      assertThat(code).isEqualTo(ExitCode.PARTLY);
      assertThat(world.rowOf(Town.ANA).status()).isEqualTo("En attente");
      assertThat(world.journal().reports())
          .anyMatch(r -> r.campaign().equals("dakar") && r.trouble().contains("other.json"));
    }
  }
}
