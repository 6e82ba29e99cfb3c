package org.entraide.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.toml.TomlReadFeature;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.text.Message;

/** Finds, reads and checks {@code entraide.toml}. */
public final class ConfigurationReader {

  /** Where a packaged installation has its file. */
  public static final Path INSTALLED = Path.of("/etc/entraide/entraide.toml");

  private static final TomlMapper TOML =
      TomlMapper.builder().enable(TomlReadFeature.PARSE_JAVA_TIME).build();

  private ConfigurationReader() {}

  /**
   * Says which file to read: the one given, else {@code entraide.toml} in the directory, else the
   * installed one.
   *
   * @throws ConfigurationException if there is none, with where it was looked for
   */
  public static Path locate(Optional<Path> chosen, Path directory, Path installed)
      throws ConfigurationException {
    Path inDirectory = directory.resolve("entraide.toml");
    List<Path> candidates = chosen.map(List::of).orElse(List.of(inDirectory, installed));
    for (Path candidate : candidates) {
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    Message absent =
        chosen
            .map(file -> Message.of("config.file.absent").with("file", file.toString()))
            .orElseGet(
                () ->
                    Message.of("config.file.none")
                        .with("here", inDirectory.toString())
                        .with("installed", installed.toString()));
    throw ConfigurationException.absent(FileNames.hinted(absent));
  }

  /**
   * Reads a file.
   *
   * @throws ConfigurationException with everything that is wrong in it
   */
  public static Configuration read(Path file) throws ConfigurationException {
    return read(file, Optional.empty());
  }

  /**
   * Reads a file.
   *
   * @param credentials a directory where files of the names that the configuration says are taken
   *     first: what systemd handed over to this process by {@code LoadCredential=}
   * @throws ConfigurationException with everything that is wrong in it
   */
  public static Configuration read(Path file, Optional<Path> credentials)
      throws ConfigurationException {
    String text = text(file);
    ObjectNode root = parse(file, text);
    ConfigurationFindings findings = new ConfigurationFindings(file, TomlLines.of(text));
    Configuration configuration =
        configuration(
            file.toAbsolutePath().normalize(), credentials, new Section(findings, List.of(), root));
    List<Problem> problems = findings.problems();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return configuration;
  }

  private static String text(Path file) throws ConfigurationException {
    if (Files.isDirectory(file)) {
      throw ConfigurationException.whole(file, Message.of("config.file.directory"));
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (AccessDeniedException e) {
      throw ConfigurationException.whole(file, Message.of("config.file.denied"));
    } catch (IOException e) {
      throw ConfigurationException.whole(
          file, Message.of("config.file.unreadable").with("reason", reason(e)));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text; // some editors mark UTF-8 so
    } catch (CharacterCodingException e) {
      String readable = new String(bytes, StandardCharsets.UTF_8);
      long line = readable.substring(0, readable.indexOf('\uFFFD')).lines().count();
      throw syntax(file, Math.max(1, (int) line), 0, Message.of("config.file.utf"));
    }
  }

  private static Message reason(IOException e) {
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? Message.of("config.file.silent") : Message.plain(reason);
  }

  private static ObjectNode parse(Path file, String text) throws ConfigurationException {
    try {
      JsonNode tree = TOML.readTree(text);
      return tree instanceof ObjectNode object ? object : TOML.createObjectNode();
    } catch (JsonProcessingException e) {
      JsonLocation where = e.getLocation();
      Problem problem =
          SyntaxAdvice.problem(
              file,
              text,
              e.getOriginalMessage(),
              where == null ? 0 : where.getLineNr(),
              where == null ? 0 : where.getColumnNr());
      throw new ConfigurationException(List.of(problem));
    }
  }

  private static ConfigurationException syntax(Path file, int line, int column, Message cause) {
    return new ConfigurationException(List.of(new Problem(file, line, column, "", cause)));
  }

  private static Configuration configuration(Path file, Optional<Path> credentials, Section root) {
    Paths paths = new Paths(Optional.ofNullable(file.getParent()).orElse(file), credentials);
    GoogleSettings google = google(root.section("google"), paths);
    Configuration configuration =
        new Configuration(
            file,
            google,
            state(root.section("state"), paths),
            geocoder(root.section("geocoder")),
            letters(root.section("letters"), paths),
            metrics(root.section("metrics")),
            alerts(root, paths),
            campaigns(root, paths, google.credentials()));
    root.finish();
    return configuration;
  }

  private static GoogleSettings google(Section section, Paths paths) {
    GoogleSettings google =
        new GoogleSettings(
            section.parsed("credentials", paths::secret),
            section.parsed("oauth_client", paths::secret),
            section.parsed("account", Values::email),
            section.parsed("endpoint", Values::root));
    section.finish();
    return google;
  }

  private static StateSettings state(Section section, Paths paths) {
    StateSettings state =
        new StateSettings(
            section.parsed("directory", paths::parse).orElseGet(() -> paths.inDirectory("state")),
            section.parsed("journal", Values::journal),
            section.parsed("journal_password_file", paths::secret),
            section.parsed("token_key_file", paths::secret));
    section.finish();
    return state;
  }

  private static GeocoderSettings geocoder(Section section) {
    GeocoderSettings geocoder =
        new GeocoderSettings(
            section
                .parsed(
                    "provider",
                    Values.oneOf(GeocoderSettings.Provider.class, GeocoderSettings.Provider::key))
                .orElse(GeocoderSettings.Provider.EMBEDDED),
            section.parsed("url", Values::root),
            section.flag("precise", false));
    section.finish();
    return geocoder;
  }

  private static LetterSettings letters(Section section, Paths paths) {
    Optional<Path> directory = section.parsed("directory", paths::parse);
    LetterSettings letters =
        new LetterSettings(
            directory,
            directory.map(d -> LetterFiles.read(d, section)).orElse(Map.of()),
            section.parsed("reply_to", Values::replyAddress));
    section.finish();
    return letters;
  }

  private static Optional<MetricsSettings> metrics(Section section) {
    Optional<MetricsSettings> metrics = section.parsed("listen", Values::listen);
    section.finish();
    return metrics;
  }

  private static Optional<AlertSettings> alerts(Section root, Paths paths) {
    Section section = root.section("alerts");
    List<String> command = new ArrayList<>(section.texts("command"));
    if (!command.isEmpty()) {
      section
          .parse("command", command.get(0), paths::parse)
          .ifPresent(program -> command.set(0, program.toString()));
    } else if (section.hasEmptyList("command")) {
      section.wrong("command", Message.of("config.alerts.no_program"));
    }
    Optional<URI> webhook = section.parsed("webhook", Values::alertAddress);
    Optional<URI> heartbeat = section.parsed("heartbeat", Values::alertAddress);
    section.finish();
    if (!root.hasTable("alerts")) {
      return Optional.empty();
    }
    if (section.isEmpty()) {
      section.wrong(Message.of("config.alerts.empty"));
    }
    return Optional.of(new AlertSettings(command, webhook, heartbeat));
  }

  private static List<CampaignSettings> campaigns(
      Section root, Paths paths, Optional<Path> credentials) {
    Map<String, Section> sections = root.section("campaigns").namedSections();
    List<CampaignSettings> campaigns = new ArrayList<>();
    Map<List<Object>, String> owners = new HashMap<>();
    sections.forEach(
        (name, section) -> {
          CampaignSettings campaign = new CampaignReader(section, paths, credentials).read(name);
          campaigns.add(campaign);
          // Two campaigns at work on one tab would undo each other's cells for ever.
          String owner = owners.putIfAbsent(List.of(campaign.spreadsheet(), campaign.tab()), name);
          if (owner != null && !campaign.spreadsheet().isEmpty()) {
            section.wrong(
                "spreadsheet", Message.of("config.campaign.taken").with("campaign", owner));
          }
        });
    if (campaigns.isEmpty()) {
      root.wrong("campaigns", Message.of("config.campaign.none"));
    }
    return campaigns;
  }
}
