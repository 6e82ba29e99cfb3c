package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.entraide.cli.RunCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.place.Located;
import org.entraide.place.MemoryPlaceCache;
import org.entraide.place.PlaceQuery;
import org.entraide.place.embedded.EmbeddedGeocoder;
import org.entraide.run.RunAction;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.wiring.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * With nothing configured, nobody but Google's endpoint is asked. Whatever opens a connection in
 * Java first asks the process's proxy selector about it; here that one takes notes.
 */
@Tag("long")
@Isolated("all connections ask its proxy selector")
class NoNetworkTest {

  @TempDir Path directory;

  private final Notes notes = new Notes();
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void listen() {
    ProxySelector.setDefault(notes);
  }

  @AfterEach
  void restore() {
    ProxySelector.setDefault(notes.usual);
  }

  @Test
  void aCycleWithTheUsualConfigurationTalksToGooglesEndpointAndNobodyElse() throws Exception {
    try (OfficeServer office = office()) {
      assertThat(once(office, "")).as("%s", said).isEqualTo(ExitCode.OK);

      assertThat(notes.asked)
          .hasSizeGreaterThan(3)
          .allSatisfy(
              uri ->
                  assertThat(uri.getAuthority())
                      .isEqualTo(URI.create(office.root()).getAuthority()));
    }
  }

  @Test
  void whatAServiceIsAskedWouldBeNoticed() throws Exception {
    try (OfficeServer office = office()) {
      // nobody is there: a service that is down stops nothing
      String geocoder = "[geocoder]\nprovider = \"photon\"\nurl = \"http://127.0.0.1:1/\"\n";

      assertThat(once(office, geocoder)).as("%s", said).isEqualTo(ExitCode.OK);

      assertThat(notes.asked)
          .filteredOn(uri -> !uri.getAuthority().equals(URI.create(office.root()).getAuthority()))
          .hasSize(1)
          .allSatisfy(uri -> assertThat(uri.toString()).startsWith("http://127.0.0.1:1/api?q="));
    }
  }

  @Test
  void theUsualGeocoderIsTheEmbeddedOneAndConnectsToNobody() throws Exception {
    Files.writeString(directory.resolve("credentials.json"), "{}");
    Installation installation = new Installation(configuration("http://127.0.0.1:1/", ""));

    assertThat(installation.geocoder()).isInstanceOf(EmbeddedGeocoder.class);
    assertThat(installation.geocoder(new MemoryPlaceCache())).isInstanceOf(EmbeddedGeocoder.class);
    for (String text : List.of("Londres", "SW7 2AZ", "12 rue de la Paix 75002 Paris", "Xyz")) {
      Located located = installation.geocoder().locate(PlaceQuery.ofText(text, "GB"));
      assertThat(located).isNotInstanceOf(Located.NoAnswer.class);
    }
    assertThat(installation.geocoder().trouble()).isEmpty();
    assertThat(notes.asked).isEmpty();
  }

  private OfficeServer office() throws IOException {
    SampleOffice sample =
        SampleOffice.create(20, 1, InstantSource.system(), new Random(5), List.of());
    OfficeServer office = OfficeServer.start(sample.office(), 0, pause -> {});
    Files.writeString(directory.resolve("credentials.json"), sample.credentials(office.root()));
    return office;
  }

  private int once(OfficeServer office, String more) throws Exception {
    PrintWriter writer = new PrintWriter(said);
    return RunAction.run(
        configuration(office.root(), more),
        new RunCommand.Options(true, false, false, false),
        new Console(writer, writer));
  }

  private Configuration configuration(String root, String more) throws Exception {
    Path file = directory.resolve("entraide.toml");
    Files.writeString(file, more + SampleOffice.configuration(root));
    return ConfigurationReader.read(file);
  }

  /** Lets everything through, and remembers where it went. */
  private static final class Notes extends ProxySelector {

    private final ProxySelector usual = ProxySelector.getDefault();
    private final Queue<URI> asked = new ConcurrentLinkedQueue<>();

    @Override
    public List<Proxy> select(URI uri) {
      asked.add(uri);
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {}
  }
}
