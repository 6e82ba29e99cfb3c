package org.entraide.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

  @TempDir private Path directory;

  @Test
  void theExampleLoadsAndShowsTheDefaults() throws Exception {
    Configuration example = ConfigurationReader.read(Path.of("entraide.example.toml"));

    CampaignSettings londres = example.campaign("londres").orElseThrow();
    assertThat(londres.spreadsheet()).isEqualTo("1ExampleExampleExampleExampleExampleExample0");
    assertThat(londres.country()).isEqualTo("GB");
    assertThat(londres.questions()).isEmpty();
    assertThat(londres.categories()).isEmpty();
    assertThat(londres.matching()).isEqualTo(MatchingSettings.DEFAULTS);
  }

  @Test
  void secretsThatSystemdHandsOverGoBeforeTheFilesThatTheConfigurationNames() throws Exception {
    Path handed = Files.createDirectory(directory.resolve("handed"));
    Path credentials = Files.createFile(handed.resolve("credentials.json"));
    Path key = Files.createFile(handed.resolve("token-key"));
    Path file =
        Files.writeString(
            directory.resolve("entraide.toml"),
            """
            [google]
            credentials = "secret/credentials.json"
            oauth_client = "client.json"

            [state]
            token_key_file = "token-key"

            [campaigns.londres]
            spreadsheet = "1ExampleExampleExampleExampleExampleExample0"
            language = "fr"
            country = "GB"
            delegate = "delegue@example.org"
            """);

    Configuration service = ConfigurationReader.read(file, Optional.of(handed));
    Configuration shell = ConfigurationReader.read(file, Optional.empty());

    assertThat(service.google().credentials()).contains(credentials);
    assertThat(service.google().oauthClient()).contains(directory.resolve("client.json"));
    assertThat(service.state().tokenKeyFile()).contains(key);
    assertThat(service.campaign("londres").orElseThrow().credentials()).isEqualTo(credentials);
    assertThat(shell.google().credentials())
        .contains(directory.resolve("secret").resolve("credentials.json"));
  }

  /** The lines that the example leaves to its reader must be right as well. */
  @Test
  void theExampleLoadsWithEveryChoiceMade() throws Exception {
    Files.createDirectory(directory.resolve("templates"));
    String text = Files.readString(Path.of("entraide.example.toml"));
    String chosen = text.replaceAll("(?m)^# (?=\\[|[a-z_]+ = )", "");
    assertThat(chosen).contains("\n[metrics]\nlisten = ").contains("\nwithin_km = 80");

    Configuration example = read(chosen);

    assertThat(example.google().endpoint()).contains(URI.create("http://127.0.0.1:8025/"));
    assertThat(example.state().journal()).contains("jdbc:postgresql://db.example.org/entraide");
    assertThat(example.metrics()).contains(new MetricsSettings("127.0.0.1", 9464));
    assertThat(example.alerts())
        .contains(
            new AlertSettings(
                List.of("/usr/local/bin/tell-me"),
                Optional.of(URI.create("https://alerts.example.org/entraide")),
                Optional.of(URI.create("https://heartbeat.example.org/entraide"))));
    CampaignSettings londres = example.campaign("londres").orElseThrow();
    assertThat(londres.form()).contains("1ExampleExampleExampleExampleExampleExample1");
    assertThat(londres.followUp()).contains(Duration.ofDays(7));
    assertThat(londres.credentials()).isEqualTo(directory.resolve("londres.json"));
    assertThat(londres.questions())
        .isEqualTo(Map.of("needs", List.of("De quoi avez-vous besoin ?")));
    assertThat(londres.categories())
        .isEqualTo(Map.of(Category.SHOPPING, List.of("Courses", "Faire les courses")));
    assertThat(londres.letterhead())
        .isEqualTo(
            new Letterhead(
                Optional.of("Entraide des Français de Londres"),
                new Letterhead.Signature("Claire Martin", "conseillère des Français de l’étranger"),
                Optional.of("999")));
    assertThat(londres.delegates())
        .containsExactly(
            new DelegateSettings(
                "dublin@example.org",
                new Letterhead.Signature("Niamh Byrne", "bénévole à Dublin"),
                List.of("IE"),
                Optional.of(new DelegateSettings.Near("Dublin", 80))));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9464, 127.0.0.1, 9464",
    "127.1.2.255:0, 127.1.2.255, 0",
    "localhost:65535, localhost, 65535",
    "[::1]:9464, ::1, 9464",
    "[0:0:0:0:0:0:0:1]:1, 0:0:0:0:0:0:0:1, 1"
  })
  void metricsAreServedAtAnyAddressOfThisMachineAlone(String listen, String host, int port)
      throws Exception {
    Configuration c = read("[metrics]\nlisten = \"" + listen + "\"\n" + minimal(""));

    assertThat(c.metrics()).contains(new MetricsSettings(host, port));
  }

  @Test
  void aCommandForAlertsIsRelativeToTheFileAndAWebhookMayBeOnThisMachine() throws Exception {
    Configuration c =
        read(
            "[alerts]\ncommand = [\"bin/tell-me\", \"bin/x\"]\n"
                + "webhook = \"http://[::1]:8080/hook?key=1\"\n"
                + minimal(""));

    assertThat(c.alerts())
        .contains(
            new AlertSettings(
                List.of(directory.resolve("bin/tell-me").toString(), "bin/x"),
                Optional.of(URI.create("http://[::1]:8080/hook?key=1")),
                Optional.empty()));
    assertThat(read(minimal("")).alerts()).isEmpty();
  }

  @Test
  void theExampleCredentialsHaveAServiceAccountsShapeAndNoKey() throws IOException {
    JsonNode example = new ObjectMapper().readTree(Path.of("credentials.example.json").toFile());

    assertThat(example.path("type").asText()).isEqualTo("service_account");
    assertThat(example.path("client_email").asText()).endsWith(".iam.gserviceaccount.com");
    assertThat(example.path("token_uri").asText()).startsWith("https://oauth2.googleapis.com/");
    assertThat(example.path("private_key").asText()).contains("EXAMPLE");
  }

  @Test
  void aShortFileIsFilledInWithDefaults() throws Exception {
    Configuration c = read(minimal(""));

    assertThat(c.google().credentials()).contains(directory.resolve("credentials.json"));
    assertThat(c.google().endpoint()).isEmpty();
    assertThat(c.state().directory()).isEqualTo(directory.resolve("state"));
    assertThat(c.geocoder().provider()).isEqualTo(GeocoderSettings.Provider.EMBEDDED);
    assertThat(c.metrics()).isEmpty();
    CampaignSettings x = c.campaigns().get(0);
    assertThat(x.name()).isEqualTo("x");
    assertThat(x.language()).isEqualTo(Locale.FRENCH);
    assertThat(x.poll()).isEqualTo(Duration.ofSeconds(30));
    assertThat(x.maxWaitingDrafts()).isEqualTo(100);
    assertThat(x.retention()).isEqualTo(Duration.ofDays(90));
    assertThat(x.credentials()).isEqualTo(directory.resolve("credentials.json"));
    assertThat(x.consentAssumed()).isFalse();
    assertThat(x.followUp()).isEmpty();
    MatchingSettings m = x.matching();
    assertThat(m.maxKm()).isEqualTo(5.0);
    assertThat(m.maxUncertaintyKm()).isEqualTo(15.0);
    assertThat(m.bandsKm()).containsExactly(1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0);
    assertThat(m.capacity()).isEqualTo(3);
    assertThat(m.holdBack()).isEqualTo(HoldBack.of(Duration.ofHours(1)));
    assertThat(m.policy()).isEqualTo(Policy.STABLE);
    assertThat(m.checkedOnly()).isEqualTo(Set.of(Category.CHILDCARE));
    assertThat(m.uncheckedCapacity()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1AbC-d_9",
        " 1AbC-d_9 ",
        "https://docs.google.com/spreadsheets/d/1AbC-d_9/edit#gid=0",
        "https://docs.google.com/spreadsheets/d/1AbC-d_9/edit?usp=sharing",
        "https://docs.google.com/spreadsheets/d/1AbC-d_9",
        "https://docs.google.com/spreadsheets/u/1/d/1AbC-d_9/edit",
        "https://docs.google.com/a/example.org/spreadsheets/d/1AbC-d_9/edit",
        "docs.google.com/spreadsheets/d/1AbC-d_9/"
      })
  void aSpreadsheetIsTakenFromWhateverIsPasted(String pasted) throws BadValue {
    assertThat(GoogleLinks.spreadsheet(pasted)).isEqualTo("1AbC-d_9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1AbC-d_9",
        "https://docs.google.com/forms/d/1AbC-d_9/edit",
        "https://docs.google.com/forms/d/1AbC-d_9/edit#responses",
        "https://docs.google.com/forms/u/0/d/1AbC-d_9/prefill"
      })
  void aFormIsTakenFromWhateverIsPasted(String pasted) throws BadValue {
    assertThat(GoogleLinks.form(pasted)).isEqualTo("1AbC-d_9");
  }

  @ParameterizedTest
  @CsvSource({
    "30s, 30",
    "10m, 600",
    "1h, 3600",
    "7d, 604800",
    "2w, 1209600",
    "0s, 0",
    "'5 m', 300"
  })
  void durationsAreANumberAndAUnit(String text, long seconds) throws BadValue {
    assertThat(Values.duration(Duration.ZERO, Duration.ofDays(99)).parse(text))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void wholeNumbersDoForNumbersAndAnEndpointGetsItsSlash() throws Exception {
    Configuration c =
        read(
            "google.endpoint = \"http://127.0.0.1:8025\"\n"
                + minimal("matching = { max_km = 7, hold_back = \"0s\", checked_only = [] }")
                    .replace("[google]\ncredentials", "google.credentials"));

    assertThat(c.google().endpoint()).contains(URI.create("http://127.0.0.1:8025/"));
    assertThat(c.campaigns().get(0).matching().maxKm()).isEqualTo(7.0);
    assertThat(c.campaigns().get(0).matching().holdBack()).isEqualTo(HoldBack.of(Duration.ZERO));
    assertThat(c.campaigns().get(0).matching().checkedOnly()).isEmpty();
  }

  @Test
  void theTimeOfHoldingBackMayAdapt() throws Exception {
    Configuration c = read(minimal("matching = { hold_back = \"auto\" }"));

    assertThat(c.campaigns().get(0).matching().holdBack()).isEqualTo(HoldBack.AUTO);
  }

  @Test
  void severalTitlesMayBelongToOneField() throws Exception {
    Configuration c = read(minimal("questions.needs = [\"Besoin ?\", \"Aide ?\"]"));

    assertThat(c.campaigns().get(0).questions())
        .containsEntry("needs", List.of("Besoin ?", "Aide ?"));
  }

  @Test
  void twoCampaignsMayShareASpreadsheetButNotATab() throws Exception {
    Configuration c =
        read(
            minimal(
                "tab = \"a\"\n[campaigns.y]\nspreadsheet = \"1Sheet\"\ntab = \"b\"\n"
                    + "delegate = \"d@example.org\""));

    assertThat(c.campaigns()).extracting(CampaignSettings::name).containsExactly("x", "y");
  }

  @Test
  void aFileMarkedAsUtf8ByItsEditorIsRead() throws Exception {
    assertThat(read("\uFEFF" + minimal("tab = \"Réponses\"")).campaigns().get(0).tab())
        .contains("Réponses");
  }

  @Test
  void theFileGivenIsReadElseTheOneHereElseTheInstalledOne() throws Exception {
    Path inDirectory = directory.resolve("entraide.toml");
    Path installed = Files.createFile(directory.resolve("installed.toml"));
    Path chosen = Files.createFile(directory.resolve("given.toml"));

    assertThat(ConfigurationReader.locate(Optional.empty(), directory, installed))
        .isEqualTo(installed);
    Files.createFile(inDirectory);
    assertThat(ConfigurationReader.locate(Optional.empty(), directory, installed))
        .isEqualTo(inDirectory);
    assertThat(ConfigurationReader.locate(Optional.of(chosen), directory, installed))
        .isEqualTo(chosen);
  }

  @Test
  void withoutAFileTheMessageListsWhereItLooked() {
    Path installed = directory.resolve("etc.toml");

    assertThatThrownBy(() -> ConfigurationReader.locate(Optional.empty(), directory, installed))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(directory.resolve("entraide.toml").toString())
        .hasMessageContaining(installed.toString())
        .hasMessageContaining("--config FILE");
    assertThatThrownBy(
            () -> ConfigurationReader.locate(Optional.of(installed), directory, installed))
        .hasMessage("There is no file " + installed + ".");
  }

  private Configuration read(String text) throws Exception {
    return ConfigurationReader.read(Files.writeString(directory.resolve("read.toml"), text));
  }

  private static String minimal(String more) {
    return """
    [google]
    credentials = "credentials.json"
    [campaigns.x]
    spreadsheet = "1Sheet"
    delegate = "delegue@example.org"
    """
        + more;
  }
}
