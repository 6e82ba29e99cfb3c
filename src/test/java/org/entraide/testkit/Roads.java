package org.entraide.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.entraide.config.CampaignSettings;
import org.entraide.config.ConfigurationException;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.wire.Wire;
import org.entraide.google.wire.Wires;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.OfficeServer;

/** How a daemon's calls come to an office: by a method call, or over HTTP on loopback. */
public final class Roads implements AutoCloseable {

  /** An address at which nothing listens. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:8025/");

  private final String[] more;
  private final Path directory;
  private final CampaignSettings direct;

  /**
   * Makes a directory for the daemon's files, which are the same for all worlds.
   *
   * @param more lines of the campaign's configuration
   */
  public Roads(String... more) {
    this.more = more.clone();
    try {
      directory = Files.createTempDirectory("organisers-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    direct = settings(NOWHERE);
  }

  /** Reaches the office by method calls. */
  public Root direct(Office office) {
    return new Way(direct, NOWHERE, new DirectWire(office), () -> {});
  }

  /** Over HTTP on loopback. */
  public Root http(Office office) {
    try {
      OfficeServer server = OfficeServer.start(office, 0, pause -> {});
      URI uri = URI.create(server.root());
      return new Way(settings(uri), uri, Wires.http(), server::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Way(CampaignSettings settings, URI uri, Wire wire, Runnable end) implements Root {
    @Override
    public void close() {
      end.run();
    }
  }

  private CampaignSettings settings(URI root) {
    try {
      Path own = Files.createDirectories(directory.resolve(String.valueOf(root.getPort())));
      Path credentials = own.resolve("credentials.json");
      if (!Files.exists(credentials)) {
        Files.createFile(
            credentials,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(credentials, Premises.credentials(root.toString()));
      Path file = own.resolve("entraide.toml");
      Files.writeString(file, Premises.configuration(root.toString(), more));
      return ConfigurationReader.read(file).campaigns().get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
