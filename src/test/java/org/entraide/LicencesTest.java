package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the program brings along, by the bill of materials that the build writes before tests. */
class LicencesTest {

  private static final Path BILL = Path.of("target", "entraide-sbom.json");

  /** All let a program under Apache-2.0 be given away with them; of several, one is chosen. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "EPL-2.0",
          "MIT",
          "The (New) BSD License", // jmustache, which names no SPDX identifier: it has 3 clauses
          "Unicode-3.0");

  /**
   * Names no licence in its jar; its repository, google/open-location-code, is under Apache-2.0.
   */
  private static final Set<String> LOOKED_UP = Set.of("openlocationcode");

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyLibraryMayBeGivenAwayWithTheProgram() throws IOException {
    List<JsonNode> components = components(bill());

    assertThat(components).hasSizeGreaterThan(40);
    assertThat(refused(components)).isEmpty();
  }

  @Test
  void aLibraryUnderAnotherLicenceOrNoneIsRefused() throws IOException {
    JsonNode bill =
        JSON.readTree(
            """
            {"components": [
              {"name": "free", "licenses": [{"license": {"id": "MIT"}}]},
              {"name": "choice", "licenses": [
                {"license": {"id": "GPL-2.0-only"}}, {"license": {"id": "BSD-3-Clause"}}]},
              {"name": "copyleft", "licenses": [{"license": {"id": "AGPL-3.0-only"}}]},
              {"name": "unknown", "licenses": []},
              {"name": "both", "licenses": [{"expression": "MIT AND GPL-3.0-only"}]}
            ]}
            """);

    assertThat(refused(components(bill))).containsExactly("copyleft", "unknown", "both");
  }

  @Test
  void theNoticeNamesEveryLibrary() throws IOException {
    List<String> words = List.of(Files.readString(Path.of("NOTICE")).split("[\\s,]+", -1));

    assertThat(words)
        .containsAll(components(bill()).stream().map(it -> it.path("name").asText()).toList());
  }

  private static JsonNode bill() throws IOException {
    if (!Files.exists(BILL) && !"1".equals(System.getenv("ENTRAIDE_REQUIRE_SBOM"))) {
      abort(BILL + " is missing: Maven writes it before the tests, unless it is offline (-o).");
    }
    return JSON.readTree(BILL.toFile());
  }

  private static List<JsonNode> components(JsonNode bill) {
    List<JsonNode> all = new ArrayList<>();
    bill.path("components").forEach(all::add);
    return all;
  }

  private static List<String> refused(List<JsonNode> components) {
    return components.stream()
        .filter(it -> licences(it).noneMatch(ALLOWED::contains))
        .map(it -> it.path("name").asText())
        .filter(it -> !LOOKED_UP.contains(it))
        .toList();
  }

  private static Stream<String> licences(JsonNode component) {
    return StreamSupport.stream(component.path("licenses").spliterator(), false)
        .flatMap(
            it ->
                Stream.of(
                    it.path("license").path("id").asText(),
                    it.path("license").path("name").asText(),
                    it.path("expression").asText()));
  }
}
