package org.entraide.google.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entraide.table.Area;
import org.entraide.table.Change;
import org.entraide.table.Chart;
import org.entraide.table.FilterCondition;
import org.entraide.table.Tint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecorationRequestsTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static List<JsonNode> requests(Change... changes) {
    List<JsonNode> requests = new ArrayList<>();
    for (var request : ChangeRequests.of(List.of(changes))) {
      try {
        requests.add(JSON.readTree(GsonFactory.getDefaultInstance().toString(request)));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return requests;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(
            new Change.Note(Area.cell(4, 0, 7), "Pour vous"),
            """
            {'repeatCell': {'range': {'sheetId': 4, 'startRowIndex': 0, 'endRowIndex': 1,
              'startColumnIndex': 7, 'endColumnIndex': 8}, 'cell': {'note': 'Pour vous'},
              'fields': 'note'}}\
            """),
        Arguments.of(
            new Change.Choices(Area.below(4, 7), List.of("Pause", "Retirer")),
            """
            {'setDataValidation': {'range': {'sheetId': 4, 'startRowIndex': 1,
              'startColumnIndex': 7, 'endColumnIndex': 8}, 'rule': {'strict': false,
              'showCustomUi': true, 'condition': {'type': 'ONE_OF_LIST', 'values': [
              {'userEnteredValue': 'Pause'}, {'userEnteredValue': 'Retirer'}]}}}}\
            """),
        Arguments.of(
            new Change.TickBoxes(Area.below(4, 7)),
            """
            {'setDataValidation': {'range': {'sheetId': 4, 'startRowIndex': 1,
              'startColumnIndex': 7, 'endColumnIndex': 8}, 'rule': {'strict': false,
              'showCustomUi': true, 'condition': {'type': 'BOOLEAN'}}}}\
            """),
        Arguments.of(
            new Change.Warn(Area.columns(4, 7, 9), "La nôtre"),
            """
            {'addProtectedRange': {'protectedRange': {'range': {'sheetId': 4, 'startColumnIndex': 7,
              'endColumnIndex': 9}, 'description': 'La nôtre', 'warningOnly': true}}}\
            """),
        Arguments.of(
            new Change.Warn(Area.whole(4), "La nôtre"),
            """
            {'addProtectedRange': {'protectedRange': {'range': {'sheetId': 4},
              'description': 'La nôtre', 'warningOnly': true}}}\
            """),
        Arguments.of(
            new Change.Name(Area.cell(4, 1, 1), "entraide_heartbeat"),
            """
            {'addNamedRange': {'namedRange': {'name': 'entraide_heartbeat', 'range': {'sheetId': 4,
              'startRowIndex': 1, 'endRowIndex': 2, 'startColumnIndex': 1, 'endColumnIndex': 2}}}}\
            """),
        Arguments.of(
            new Change.MoveName("n1", "entraide_heartbeat", Area.cell(4, 1, 1)),
            """
            {'updateNamedRange': {'namedRange': {'namedRangeId': 'n1', 'name': 'entraide_heartbeat',
              'range': {'sheetId': 4, 'startRowIndex': 1, 'endRowIndex': 2, 'startColumnIndex': 1,
              'endColumnIndex': 2}}, 'fields': 'range'}}\
            """),
        Arguments.of(
            new Change.Format(Area.cell(4, 1, 1), Change.Times.MOMENT),
            """
            {'repeatCell': {'range': {'sheetId': 4, 'startRowIndex': 1, 'endRowIndex': 2,
              'startColumnIndex': 1, 'endColumnIndex': 2},
              'cell': {'userEnteredFormat': {'numberFormat': {'type': 'DATE_TIME'}}},
              'fields': 'userEnteredFormat.numberFormat'}}\
            """),
        Arguments.of(
            new Change.Wrap(Area.below(4, 2)),
            """
            {'repeatCell': {'range': {'sheetId': 4, 'startRowIndex': 1, 'startColumnIndex': 2,
              'endColumnIndex': 3}, 'cell': {'userEnteredFormat': {'wrapStrategy': 'WRAP'}},
              'fields': 'userEnteredFormat.wrapStrategy'}}\
            """),
        Arguments.of(
            new Change.Width(Area.columns(4, 2, 3), 480),
            """
            {'updateDimensionProperties': {'range': {'sheetId': 4, 'dimension': 'COLUMNS',
              'startIndex': 2, 'endIndex': 3}, 'properties': {'pixelSize': 480},
              'fields': 'pixelSize'}}\
            """),
        Arguments.of(
            new Change.AddRows(4, 77),
            "{'appendDimension': {'sheetId': 4, 'dimension': 'ROWS', 'length': 77}}"),
        Arguments.of(
            new Change.RecalculateHourly(),
            """
            {'updateSpreadsheetProperties': {'properties': {'autoRecalc': 'HOUR'},
              'fields': 'autoRecalc'}}\
            """),
        Arguments.of(
            new Change.FilterView(
                new Area(4, 0, Area.OPEN, 0, 9),
                771,
                "Attendent depuis longtemps",
                List.of(
                    new Change.FilteredColumn(7, new FilterCondition.TextIs("En attente")),
                    new Change.FilteredColumn(8, new FilterCondition.TextContains("courses")),
                    new Change.FilteredColumn(
                        0, new FilterCondition.DateBefore(FilterCondition.Ago.WEEK)))),
            """
            {'addFilterView': {'filter': {'filterViewId': 771,
              'title': 'Attendent depuis longtemps', 'range': {'sheetId': 4,
              'startColumnIndex': 0, 'endColumnIndex': 9}, 'filterSpecs': [
              {'columnIndex': 7, 'filterCriteria': {'condition': {'type': 'TEXT_EQ',
                'values': [{'userEnteredValue': 'En attente'}]}}},
              {'columnIndex': 8, 'filterCriteria': {'condition': {'type': 'TEXT_CONTAINS',
                'values': [{'userEnteredValue': 'courses'}]}}},
              {'columnIndex': 0, 'filterCriteria': {'condition': {'type': 'DATE_BEFORE',
                'values': [{'relativeDate': 'PAST_WEEK'}]}}}]}}}\
            """),
        Arguments.of(
            new Change.SetNumber(4, 1, 1, 43910.5),
            """
            {'updateCells': {'start': {'sheetId': 4, 'rowIndex': 1, 'columnIndex': 1},
              'rows': [{'values': [{'userEnteredValue': {'numberValue': 43910.5}}]}],
              'fields': 'userEnteredValue'}}\
            """));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachChangeIsOneRequestThatNamesWhatItChanges(Change change, String expected) {
    assertThat(requests(change)).containsExactly(json(expected));
  }

  @Test
  void aColourRuleKnowsItsPlaceItsWordAndItsColour() {
    JsonNode rule =
        requests(new Change.TintWord(Area.below(4, 7), "En pause", Tint.STOPPED, 3))
            .get(0)
            .path("addConditionalFormatRule");

    assertThat(rule.path("index").asInt()).isEqualTo(3);
    assertThat(rule.at("/rule/ranges/0/startRowIndex").asInt()).isEqualTo(1);
    assertThat(rule.at("/rule/booleanRule/condition"))
        .isEqualTo(json("{'type': 'TEXT_EQ', 'values': [{'userEnteredValue': 'En pause'}]}"));
    JsonNode colour = rule.at("/rule/booleanRule/format/backgroundColorStyle/rgbColor");
    assertThat(Math.round(colour.path("red").asDouble() * 255)).isEqualTo(0xF4);
    assertThat(Math.round(colour.path("green").asDouble() * 255)).isEqualTo(0xB9);
    assertThat(Math.round(colour.path("blue").asDouble() * 255)).isEqualTo(0xB4);
  }

  @Test
  void aFormulaRuleGoesAsItIs() {
    JsonNode rule =
        requests(
                new Change.TintWhere(
                    new Area(4, 0, 1, 6, 17), "=NOW()-INDIRECT(\"x\")>1/24", Tint.STOPPED, 0))
            .get(0)
            .at("/addConditionalFormatRule/rule");

    assertThat(rule.at("/booleanRule/condition/type").asText()).isEqualTo("CUSTOM_FORMULA");
    assertThat(rule.at("/booleanRule/condition/values/0/userEnteredValue").asText())
        .isEqualTo("=NOW()-INDIRECT(\"x\")>1/24");
    assertThat(rule.path("ranges"))
        .isEqualTo(
            json(
                "[{'sheetId': 4, 'startRowIndex': 0, 'endRowIndex': 1, 'startColumnIndex': 6,"
                    + " 'endColumnIndex': 17}]"));
  }

  @Test
  void aHeadlineChangesNothingButWeightAndGround() {
    JsonNode request = requests(new Change.Headline(Area.cell(4, 0, 0))).get(0).path("repeatCell");

    assertThat(request.path("fields").asText())
        .isEqualTo("userEnteredFormat(textFormat.bold,backgroundColorStyle)");
    assertThat(request.at("/cell/userEnteredFormat/textFormat/bold").asBoolean()).isTrue();
  }

  private static JsonNode chart(Chart.Shape shape) {
    return requests(
            new Change.Draw(
                new Chart(
                    11,
                    shape,
                    Area.cell(4, 18, 5),
                    "En attente",
                    new Area(4, 74, 88, 0, 1),
                    new Area(4, 74, 88, 1, 2),
                    "Besoin",
                    "Personnes")))
        .get(0)
        .at("/addChart/chart");
  }

  @Test
  void lyingBarsHaveTheirLabelsOnTheLeft() {
    JsonNode chart = chart(Chart.Shape.BARS);

    assertThat(chart.path("chartId").asInt()).isEqualTo(11);
    assertThat(chart.at("/spec/title").asText()).isEqualTo("En attente");
    JsonNode basic = chart.at("/spec/basicChart");
    assertThat(basic.path("chartType").asText()).isEqualTo("BAR");
    assertThat(basic.path("headerCount").asInt()).isEqualTo(1);
    assertThat(basic.path("axis"))
        .isEqualTo(
            json(
                "[{'position': 'LEFT_AXIS', 'title': 'Besoin'},"
                    + " {'position': 'BOTTOM_AXIS', 'title': 'Personnes'}]"));
    assertThat(basic.at("/domains/0/domain/sourceRange/sources"))
        .isEqualTo(
            json(
                "[{'sheetId': 4, 'startRowIndex': 74, 'endRowIndex': 88, 'startColumnIndex': 0,"
                    + " 'endColumnIndex': 1}]"));
    assertThat(basic.at("/series/0/targetAxis").asText()).isEqualTo("BOTTOM_AXIS");
    assertThat(basic.at("/series/0/series/sourceRange/sources/0/startColumnIndex").asInt())
        .isEqualTo(1);
    assertThat(chart.at("/position/overlayPosition/anchorCell"))
        .isEqualTo(json("{'sheetId': 4, 'rowIndex': 18, 'columnIndex': 5}"));
  }

  @Test
  void standingColumnsHaveTheirLabelsBelow() {
    JsonNode basic = chart(Chart.Shape.COLUMNS).at("/spec/basicChart");

    assertThat(basic.path("chartType").asText()).isEqualTo("COLUMN");
    assertThat(basic.at("/axis/0"))
        .isEqualTo(json("{'position': 'BOTTOM_AXIS', 'title': 'Besoin'}"));
    assertThat(basic.at("/series/0/targetAxis").asText()).isEqualTo("LEFT_AXIS");
  }

  @Test
  void numbersAndTextsSideBySideAreOneBlock() {
    List<JsonNode> requests =
        requests(
            new Change.SetCell(4, 1, 0, "courses"),
            new Change.SetNumber(4, 1, 1, 6),
            new Change.SetCell(4, 2, 0, ""),
            new Change.SetNumber(4, 2, 1, 0));

    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).at("/updateCells/rows"))
        .isEqualTo(
            json(
                "[{'values': [{'userEnteredValue': {'stringValue': 'courses'}},"
                    + " {'userEnteredValue': {'numberValue': 6.0}}]},"
                    + " {'values': [{}, {'userEnteredValue': {'numberValue': 0.0}}]}]"));
  }
}
