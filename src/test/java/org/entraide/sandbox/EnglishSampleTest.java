package org.entraide.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The English campaign after the daemon's first look at it. */
@NullMarked
class EnglishSampleTest {

  private static final Pattern FRENCH =
      Pattern.compile("[àâçèêëîïôùûœ«»\\u202f]|\\b(Bonjour|vous|pour|Statut|Oui|Besoins)\\b");

  @TempDir private Path directory;

  private static JsonNode sheet(SandboxFixture sandbox, String what) {
    return office(sandbox, "sheets/" + PlayedCampaign.ENGLISH.spreadsheet() + what);
  }

  private static JsonNode office(SandboxFixture sandbox, String path) {
    Map<String, List<String>> host = Map.of("Host", List.of("127.0.0.1:8025"));
    OfficeRequest request = OfficeRequest.of("GET", "/office/" + path, host, new byte[0]);
    return OfficeJson.parse(sandbox.sample().office().handle(request).text());
  }

  private static Stream<String> french(JsonNode json) {
    return FRENCH.matcher(json.toString()).results().map(MatchResult::group).distinct();
  }

  @Test
  void sheetTabsAndLettersAreInEnglish() throws Exception {
    try (SandboxFixture sandbox = SandboxFixture.openEnglish(40, directory)) {
      assertThat(sandbox.cycle().troubles()).isEmpty();

      List<String> tabs = new ArrayList<>();
      sheet(sandbox, "").path("tabs").forEach(tab -> tabs.add(tab.path("title").asText()));
      assertThat(tabs)
          .containsExactly("Form Responses 1", "Introductions", "Settings", "Dashboard", "To do");
      for (String tab : tabs) {
        String rows = "/rows?tab=" + tab.replace(" ", "%20");
        assertThat(french(sheet(sandbox, rows).path("rows"))).as(tab).isEmpty();
      }
      JsonNode letters = office(sandbox, "mailboxes/coordinator@example.org").path("drafts");
      assertThat(letters).hasSizeGreaterThan(10);
      assertThat(letters.toString()).contains("Walthamstow Neighbours", "Ruth Cole");
      assertThat(french(letters)).as("letters").isEmpty();
      assertThat(sheet(sandbox, "/rows").path("rows").toString())
          .contains("Draft ready", "Place unclear", "Incomplete", "Available")
          .doesNotContain("not understood");
    }
  }
}
