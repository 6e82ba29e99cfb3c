package org.entraide.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands as they are typed. */
abstract class CliFixture {

  final CliRun cli = new CliRun();

  @TempDir Path directory;
  String config = "";

  @BeforeEach
  void writeConfiguration() throws IOException {
    config =
        Files.writeString(
                directory.resolve("entraide.toml"),
                """
                [google]
                credentials = "credentials.json"
                [campaigns.londres]
                spreadsheet = "1Sheet"
                delegate = "delegue@example.org"
                """)
            .toString();
  }
}
