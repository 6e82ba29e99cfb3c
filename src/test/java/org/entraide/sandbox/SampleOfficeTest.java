package org.entraide.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.config.HoldBack;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class SampleOfficeTest {

  private static final Instant NOW = Instant.parse("2026-03-20T10:00:00Z");

  private final SampleOffice sample =
      SampleOffice.create(120, 1, InstantSource.fixed(NOW), new SplittableRandom(7), List.of());

  private OfficeResponse people(String method, String path, String body) {
    return sample
        .office()
        .handle(
            OfficeRequest.of(
                method,
                "/office/" + path,
                Map.of("Host", List.of("127.0.0.1:8025")),
                body.getBytes(StandardCharsets.UTF_8)));
  }

  private List<List<String>> rows() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(
                people("GET", "sheets/" + SampleOffice.SPREADSHEET + "/rows?count=2000", "")
                    .text());
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : json.path("rows")) {
      List<String> cells = new ArrayList<>();
      row.path("cells").forEach(cell -> cells.add(cell.asText()));
      rows.add(cells);
    }
    return rows;
  }

  @Test
  void theSheetHoldsEveryAnswerInTheOrderInWhichTheyCame() throws IOException {
    List<List<String>> rows = rows();

    assertThat(rows.get(0)).startsWith("Horodateur", "Adresse e-mail", "Prénom", "Nom");
    assertThat(rows.size() - 1).isEqualTo(sample.form().responses().size()).isGreaterThan(119);
    assertThat(sample.form().responses())
        .allSatisfy(response -> assertThat(response.submitted()).isBefore(NOW));
  }

  @Test
  void anAnswerGivenLaterCarriesTheTimeOfTheOffice() throws IOException {
    int before = rows().size();

    OfficeResponse answer =
        people(
            "POST",
            "forms/sample-form/responses",
            "{\"email\":\"zoe@example.org\",\"answers\":{\"Prénom\":\"Zoé\",\"Nom\":\"Martin\"}}");

    assertThat(answer.status()).isEqualTo(200);
    List<List<String>> rows = rows();
    assertThat(rows).hasSize(before + 1);
    assertThat(OfficeJson.parse(answer.text()).path("row").asInt()).isEqualTo(before + 1);
    assertThat(rows.get(before)).startsWith("20/03/2026 10:00:00", "zoe@example.org", "Zoé");
  }

  @Test
  void anAnswerThatLandsInNoSheetHasNoRow() {
    people("POST", "forms/sample-form/unlink", "");

    OfficeResponse answer =
        people("POST", "forms/sample-form/responses", "{\"answers\":{\"Prénom\":\"Zoé\"}}");

    assertThat(OfficeJson.parse(answer.text()).path("row").isNull()).isTrue();
  }

  @Test
  void aDeletedAnswerLeavesItsRowWhereItIs() throws IOException {
    int before = rows().size();
    String id = sample.form().responses().get(3).id();

    assertThat(people("DELETE", "forms/sample-form/responses/" + id, "").status()).isLessThan(300);

    assertThat(sample.form().response(id)).isEmpty();
    assertThat(rows()).hasSize(before);
  }

  @Test
  void theSwitchesOfWhatIsUnsettledCanBeSetAndRead() throws IOException {
    people("PUT", "forms/sample-form/switches", "{\"answersParsed\":false}");
    people(
        "POST",
        "forms/sample-form/responses",
        "{\"email\":\"zoe@example.org\",\"answers\":{\"Téléphone\":\"007\"}}");

    assertThat(people("GET", "forms/sample-form/switches", "").text())
        .contains("\"answersParsed\": false")
        .contains("TRACKED");
    List<List<String>> rows = rows();
    assertThat(rows.get(rows.size() - 1)).contains("007");
  }

  @Test
  void theConfigurationThatItLeavesIsOneThatTheDaemonReads(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("entraide.toml");
    Files.writeString(file, SampleOffice.configuration("http://127.0.0.1:8025/"));

    Configuration configuration = ConfigurationReader.read(file);

    assertThat(configuration.campaigns()).hasSize(1);
    assertThat(configuration.campaigns().get(0).matching().holdBack())
        .isEqualTo(HoldBack.of(Duration.ZERO));
    assertThat(configuration.google().credentials())
        .contains(directory.toRealPath().resolve("credentials.json"));
  }
}
