package org.entraide.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.entraide.config.CampaignSettings;
import org.entraide.config.ConfigurationReader;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class CampaignPeopleTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-20T10:00:00Z"));

  @TempDir private Path directory;

  private SampleOffice office(String... languages) {
    Sandbox.Options options = new Sandbox.Options(0, 20, 1, List.of(languages), directory);
    return SampleOffice.open(options, CLOCK, CLOCK, new SplittableRandom(7), List.of());
  }

  private static OfficeResponse get(SampleOffice sample, String path) {
    return sample
        .office()
        .handle(
            OfficeRequest.of(
                "GET",
                "/office/" + path,
                Map.of("Host", List.of("127.0.0.1:8025")),
                "".getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonNode campaigns(SampleOffice sample) {
    return OfficeJson.parse(get(sample, "campaigns").text()).path("campaigns");
  }

  @Test
  void theCampaignsAreNamedWithAllThatThePageNeeds() {
    JsonNode campaigns = campaigns(office("fr", "en"));

    assertThat(campaigns).hasSize(2);
    assertThat(campaigns.path(0))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"name":"londres","language":"fr","title":"Entraide des Français de Londres",
                 "spreadsheet":"sample-spreadsheet","form":"sample-form",
                 "mailbox":"delegue@example.org","delegate":"Claire Martin"}
                """));
    assertThat(campaigns.path(1))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"name":"walthamstow","language":"en","title":"Walthamstow Neighbours",
                 "spreadsheet":"sample-spreadsheet-en","form":"sample-form-en",
                 "mailbox":"coordinator@example.org","delegate":"Ruth Cole"}
                """));
  }

  @Test
  void whatIsNamedIsThere() {
    SampleOffice sample = office("fr", "en");
    for (JsonNode campaign : campaigns(sample)) {
      for (String path :
          List.of(
              "sheets/" + campaign.path("spreadsheet").asText(),
              "forms/" + campaign.path("form").asText(),
              "mailboxes/" + campaign.path("mailbox").asText())) {
        assertThat(get(sample, path).status()).as(path).isEqualTo(200);
      }
    }
    JsonNode english = OfficeJson.parse(get(sample, "sheets/sample-spreadsheet-en").text());
    assertThat(english.path("locale").asText()).isEqualTo("en_GB");
    assertThat(english.path("title").asText()).endsWith(" (Responses)");
    assertThat(english.at("/tabs/0/title").asText()).isEqualTo("Form Responses 1");
    assertThat(english.at("/tabs/0/usedRows").asInt()).isGreaterThanOrEqualTo(21);
  }

  @Test
  void onlyTheCampaignThatIsPlayedIsNamed() {
    assertThat(campaigns(office("en")).findValuesAsText("name")).containsExactly("walthamstow");
    assertThat(campaigns(office("fr")).findValuesAsText("name")).containsExactly("londres");
  }

  @Test
  void theDaemonReadsASectionForEachInItsLanguage() throws Exception {
    Path file = directory.resolve("entraide.toml");
    Files.writeString(
        file,
        SampleOffice.configuration(
            "http://127.0.0.1:8025/", PlayedCampaign.in(PlayedCampaign.LANGUAGES)));

    List<CampaignSettings> campaigns = ConfigurationReader.read(file).campaigns();

    assertThat(campaigns)
        .extracting(CampaignSettings::name)
        .containsExactly("londres", "walthamstow");
    assertThat(campaigns)
        .extracting(campaign -> campaign.language().getLanguage())
        .containsExactly("fr", "en");
    assertThat(campaigns)
        .extracting(CampaignSettings::spreadsheet)
        .containsExactly("sample-spreadsheet", "sample-spreadsheet-en");
  }
}
