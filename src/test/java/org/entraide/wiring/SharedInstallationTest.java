package org.entraide.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.entraide.campaign.port.Table;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.auth.DatabaseTokens;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;
import org.entraide.resilience.RemoteFailure;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.OfficeServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two daemons with one configuration, as far as they share what Google gives. */
@Tag("postgres")
class SharedInstallationTest {

  /** Of the 60 reads that Google allows a user. */
  private static final int A_USER = 55;

  @TempDir Path directory;

  private Configuration configuration(String root, DatabaseServer server) throws Exception {
    Path key = directory.resolve("token.key");
    Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Path file = directory.resolve("entraide.toml");
    Files.writeString(
        file,
        SampleOffice.configuration(root)
            .replace(
                "[state]\n",
                "[state]\njournal = \"%s\"\ntoken_key_file = \"token.key\"\n"
                    .formatted(server.url())));
    return ConfigurationReader.read(file);
  }

  private static Installation installation(Configuration configuration, ServerJournal journal) {
    Installation installation = new Installation(configuration);
    installation.share(journal);
    return installation;
  }

  private static int reads(Table table, int most) throws Exception {
    for (int i = 0; i < most; i++) {
      try {
        table.read();
      } catch (RemoteFailure e) {
        assertThat(e.kind()).isEqualTo(RemoteFailure.Kind.THROTTLED);
        assertThat(e.retryAt()).isPresent();
        return i;
      }
    }
    return most;
  }

  @Test
  void twoDaemonsReadNoOftenerThanGoogleAllowsOneUser() throws Exception {
    SampleOffice sample =
        SampleOffice.create(0, 1, InstantSource.system(), new Random(5), List.of());
    DatabaseServer server = Postgres.fresh();
    try (OfficeServer office = OfficeServer.start(sample.office(), 0, pause -> {});
        ServerJournal one = ServerJournal.open(server);
        ServerJournal two = ServerJournal.open(server)) {
      Files.writeString(directory.resolve("credentials.json"), sample.credentials(office.root()));
      Configuration configuration = configuration(office.root(), server);
      Installation here = installation(configuration, one);
      Installation there = installation(configuration, two);
      Table hereTable = here.table(configuration.campaigns().get(0));
      Table thereTable = there.table(configuration.campaigns().get(0));

      int first = reads(hereTable, 30);
      int second = reads(thereTable, 100);

      assertThat(first).isEqualTo(30);
      assertThat(first + second).isBetween(A_USER - 10, A_USER);
      assertThat(thereTable.throttledUntil()).isPresent();
      assertThat(here.tokens()).isInstanceOf(DatabaseTokens.class);
      assertThatThrownBy(() -> here.share(one)).isInstanceOf(IllegalStateException.class);
    }
  }
}
