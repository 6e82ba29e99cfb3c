package org.entraide.sandbox.office.sheets.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartRequestsTest {

  private final SheetsFixture office =
      SheetsFixture.french().filled("Besoin|Combien", "Courses|3", "Admin|5");

  private static String source(int column) {
    return "{'sourceRange':{'sources':[{'sheetId':7,'startRowIndex':0,'endRowIndex':8,"
        + "'startColumnIndex':"
        + column
        + ",'endColumnIndex':"
        + (column + 1)
        + "}]}}";
  }

  private static String chart(String position) {
    return "{'addChart':{'chart':{'chartId':41,'spec':{'title':'Besoins','basicChart':{'chartType':"
        + "'BAR','headerCount':1,'axis':[{'position':'LEFT_AXIS','title':'Besoin'}],'domains':["
        + "{'domain':"
        + source(0)
        + "}],'series':[{'series':"
        + source(1)
        + ",'targetAxis':'BOTTOM_AXIS'}]}}"
        + position
        + "}}}";
  }

  private static final String AT =
      ",'position':{'overlayPosition':{'anchorCell':{'sheetId':7,'rowIndex':1,'columnIndex':3}}}";

  @Test
  void aChartIsReadBackWithItsAxesAndItsPlace() {
    JsonNode reply = office.batch(chart(AT)).path("replies").path(0);

    JsonNode chart = office.tab("charts").path("charts").path(0);
    assertThat(reply.path("addChart").path("chart")).isEqualTo(chart);
    assertThat(chart.path("chartId").asInt()).isEqualTo(41);
    assertThat(chart.findPath("axis").path(0).path("title").asText()).isEqualTo("Besoin");
    assertThat(chart.findPath("overlayPosition").path("widthPixels").asInt()).isEqualTo(600);
  }

  @Test
  void aChartIsChangedMovedAndDeleted() {
    office.batch(chart(AT));
    office.batch(
        "{'updateChartSpec':{'chartId':41,'spec':{'title':'Autrement','pieChart':{'domain':"
            + source(0)
            + ",'series':"
            + source(1)
            + "}}}},"
            + "{'updateEmbeddedObjectPosition':{'objectId':41,'fields':'anchorCell','newPosition':"
            + "{'overlayPosition':{'anchorCell':{'sheetId':8,'rowIndex':2}}}}}");

    JsonNode moved = office.book("sheets/charts").path("sheets").path(1).path("charts").path(0);
    assertThat(moved.path("spec").path("title").asText()).isEqualTo("Autrement");
    assertThat(moved.findPath("anchorCell").path("rowIndex").asInt()).isEqualTo(2);

    office.batch("{'deleteEmbeddedObject':{'objectId':41}}");
    assertThat(office.book("sheets/charts").findValue("charts")).isNull();
  }

  @Test
  void thePageSeesWhatAChartShows() {
    office.batch(chart(AT));

    OfficeRequest request =
        OfficeRequest.of("GET", "/office/sheets/book-1/rows", Map.of(), new byte[0]);
    JsonNode chart =
        OfficeJson.parse(office.people.handle(request).orElseThrow().text()).path("charts").path(0);

    assertThat(chart)
        .isEqualTo(
            OfficeJson.parse(
                "{\"title\":\"Besoins\",\"type\":\"BAR\",\"labelAxis\":\"Besoin\",\"valueAxis\":\"\","
                    + "\"labels\":[\"Courses\",\"Admin\"],"
                    + "\"series\":[{\"name\":\"Combien\",\"values\":[3,5]}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'spec':{'title':'x'}}|Exactly one kind of chart must be set in spec.",
        "{'spec':{'basicChart':{'chartType':'BAR'}}}|basicChart.series must have at least one"
            + " series.",
        "{'spec':{'pieChart':{'domain':{'sourceRange':{'sources':[{'sheetId':7}]}}}}}|Chart source"
            + " range must be either a single row or a single column.",
        "{'spec':{'pieChart':{}},'position':{'overlayPosition':{'anchorCell':{'sheetId':70}}}}|No"
            + " grid with id: 70"
      })
  void whatIsNoChartIsRefused(String chart, String message) {
    assertThat(office.refusal("{'addChart':{'chart':" + chart + "}}"))
        .isEqualTo("Invalid requests[0].addChart: " + message);
  }
}
