package org.entraide.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.entraide.sandbox.SandboxFixture;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;

/**
 * A sheet as an organiser arranges it for a picture.
 *
 * @param people how many rows of answers it has
 */
@NullMarked
record PicturedSheet(SandboxFixture sandbox, String language, int people) {

  private static final ObjectMapper JSON = new ObjectMapper();

  void narrow(String tab, int... widths) {
    for (int i = 0; i < widths.length; i++) {
      String more = ",\"tab\":\"" + tab + "\",\"pixels\":" + widths[i];
      organiser("resizeColumns", Character.toString('A' + i), more);
    }
  }

  /** Hides the lines that are kept free for worse days. */
  void closeUp(String tab) throws Exception {
    String query = "?tab=" + URLEncoder.encode(tab, UTF_8);
    JsonNode rows = JSON.readTree(office("GET", "rows", "", query).text());
    boolean blank = false;
    for (JsonNode row : rows.path("rows")) {
      boolean blankToo = blank;
      blank = true;
      for (JsonNode cell : row.path("cells")) {
        blank &= cell.asText().isEmpty();
      }
      if (blank && blankToo) {
        String body = "{\"tab\":\"%s\",\"from\":%d}".formatted(tab, row.path("row").asInt());
        office("POST", "hideRows", body);
      }
    }
  }

  void wrap(String column) {
    office(
        "POST",
        "format",
        "{\"range\":\"%1$s2:%1$s%2$d\",\"wrap\":true}".formatted(column, people + 1));
  }

  String answersTab() throws Exception {
    return rows().path("tab").asText();
  }

  JsonNode rows() throws Exception {
    return JSON.readTree(office("GET", "rows", "").text());
  }

  void organiser(String operation, String column, String more) {
    office("POST", operation, "{\"from\":\"" + column + "\"" + more + "}");
  }

  private OfficeResponse office(String method, String what, String body) {
    return office(method, what, body, "");
  }

  private OfficeResponse office(String method, String what, String body, String query) {
    OfficeResponse answer =
        sandbox
            .sample()
            .office()
            .handle(
                OfficeRequest.of(
                    method,
                    "/office/sheets/sample-spreadsheet"
                        + (language.equals("fr") ? "/" : "-en/")
                        + what
                        + query,
                    Map.of("Host", List.of("localhost")),
                    body.getBytes(UTF_8)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }
}
