package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.record.Recording;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sandbox --record}: what a daemon at work asked and was told, and nothing of anybody. */
@NullMarked
class RecordingTest {

  private static final String TELEPHONE = "+44 7700 900123";
  private static final String SECRET = "Insuline, au frais";

  private final Path directory;

  RecordingTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private List<JsonNode> recorded() throws IOException {
    Path file = directory.resolve("said.jsonl");
    try (World world = World.empty(directory);
        Recording recording = Recording.begin(file)) {
      world.office.hearing(recording);
      world.fault(Faults.Rule.next(1, "sheets.read", FaultEffect.UNAVAILABLE));
      world.answer(Town.ana().with(SampleForm.PHONE, TELEPHONE).with(SampleForm.NOTES, SECRET));
      world.answer(Town.bo());
      world.settle();
    }
    return Files.readAllLines(file).stream().map(OfficeJson::parse).toList();
  }

  @Test
  void eachRequestAndItsAnswerAreALine() throws IOException {
    List<JsonNode> lines = recorded();

    assertThat(lines)
        .extracting(line -> line.path("kind").asText())
        .contains(
            "token", "sheets.read", "sheets.write", "forms.read", "gmail.read", "gmail.write");
    assertThat(lines).allMatch(line -> line.path("path").asText().startsWith("/"));
    assertThat(lines).anyMatch(line -> line.path("status").asInt() == 503);
    JsonNode read =
        lines.stream()
            .filter(line -> line.path("kind").asText().equals("sheets.read"))
            .filter(line -> line.path("status").asInt() == 200)
            .findFirst()
            .orElseThrow();
    assertThat(read.path("query").path("fields").path(0).asText()).contains("sheets");
    assertThat(read.at("/response/sheets/0/properties/title").asText())
        .isEqualTo("Réponses au formulaire 1");
    JsonNode token =
        lines.stream()
            .filter(line -> line.path("path").asText().equals("/token"))
            .findFirst()
            .get();
    assertThat(token.at("/request/grant_type/0").asText()).contains("jwt-bearer");
    assertThat(token.at("/request/assertion/0").asText()).isEqualTo("…");
    assertThat(token.at("/response/access_token").asText()).isEqualTo("…");
  }

  @Test
  void nobodyIsNamed() throws IOException {
    String all = recorded().toString();

    assertThat(all)
        .doesNotContain("Ana", "Petit", "Grand", "@example.org", SECRET, SampleOffice.DELEGATE)
        .doesNotContain("7700", "900123", "SW7")
        .doesNotContainPattern("ya29|eyJ");
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Path file = Files.writeString(directory.resolve("said.jsonl"), "mine");

    assertThatThrownBy(() -> Recording.begin(file)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
  }
}
