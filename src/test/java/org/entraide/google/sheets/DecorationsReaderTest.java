package org.entraide.google.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.port.SheetAppearance;
import org.entraide.google.Offices;
import org.entraide.google.ScriptedWire;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Area;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.Overlay;
import org.entraide.table.Tint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecorationsReaderTest {

  private static final String BOOK =
      """
      {"spreadsheetId": "1AbC", "properties": {"autoRecalc": "ON_CHANGE"},
       "namedRanges": [{"namedRangeId": "n1", "name": "entraide_heartbeat", "range": {"sheetId": 7,
          "startRowIndex": 1, "endRowIndex": 2, "startColumnIndex": 1, "endColumnIndex": 2}},
         {"namedRangeId": "n2", "name": "lost"}],
       "sheets": [
        {"properties": {"sheetId": 0},
         "conditionalFormats": [
           {"ranges": [{"startRowIndex": 1, "startColumnIndex": 7, "endColumnIndex": 8}],
            "booleanRule": {"condition": {"type": "TEXT_EQ",
              "values": [{"userEnteredValue": "En pause"}]}, "format":
                {"backgroundColor": {}, "backgroundColorStyle":
                  {"rgbColor": {"red": 0.8941177, "green": 0.8941177, "blue": 0.8941177}}}}},
           {"ranges": [{"sheetId": 0}], "booleanRule": {"condition": {"type": "TEXT_EQ",
              "values": [{"userEnteredValue": "Exclu"}]}, "format":
                {"textFormat": {"bold": true}, "backgroundColorStyle":
                  {"rgbColor": {"red": 0.8941177, "green": 0.8941177, "blue": 0.8941177}}}}},
           {"ranges": [{"sheetId": 0}], "gradientRule": {}}],
         "protectedRanges": [{"range": {"startColumnIndex": 6, "endColumnIndex": 11}},
                             {"range": {"sheetId": 0, "endRowIndex": 1}}],
         "data": [{"rowData": [
           {"values": [{"note": "à nous"}, {}, null, {"note": "à eux"}]}, {},
           {"values": [{"dataValidation": {"condition": {"type": "BOOLEAN"}}},
                       {"userEnteredFormat": {"numberFormat": {"type": "DATE"}}},
                       {"userEnteredFormat": {"textFormat": {"bold": true}, "wrapStrategy": "CLIP"}}]}]},
           {"startRow": 9, "startColumn": 4, "rowData": [{"values": [{"note": "x"},
              {"dataValidation": {"condition": {"type": "ONE_OF_LIST",
                "values": [{"userEnteredValue": "oui"}, {"userEnteredValue": "non"}]}}}]}]}]},
        {"properties": {"sheetId": 7}, "charts": [{"chartId": 11}, {"chartId": 12}],
          "filterViews": [{"filterViewId": 771}]}]}
      """;

  private final ScriptedWire wire = new ScriptedWire();
  private @TempDir Path directory;
  private SheetAppearance appearance;

  @BeforeEach
  void open() {
    appearance =
        Offices.services(directory, ScriptedWire.ENDPOINT, wire, new Offices.Time())
            .appearance("1AbC");
  }

  @Test
  void everythingThatHelpsIsReadInOneRequestForTheFirstRowsOnly() throws Exception {
    wire.then(BOOK);

    appearance.decorations(Set.of(7, 0));

    assertThat(wire.only().uri().getPath()).isEqualTo("/v4/spreadsheets/1AbC:getByDataFilter");
    assertThat(wire.only().query()).contains("fields=" + DecorationsReader.MASK);
    assertThat(wire.only().json().path("dataFilters").toString())
        .isEqualTo(
            "[{\"gridRange\":{\"endRowIndex\":150,\"sheetId\":0,\"startRowIndex\":0}},"
                + "{\"gridRange\":{\"endRowIndex\":150,\"sheetId\":7,\"startRowIndex\":0}}]");
  }

  @Test
  void whatLiesOnCellsIsFoundWhereItIs() throws Exception {
    wire.then(BOOK);

    Decorations looks = appearance.decorations(Set.of(0));

    assertThat(looks.notes())
        .containsOnly(
            Map.entry(Area.cell(0, 0, 0), "à nous"),
            Map.entry(Area.cell(0, 0, 3), "à eux"),
            Map.entry(Area.cell(0, 9, 4), "x"));
    assertThat(looks.helped())
        .containsOnly(
            Map.entry(Area.cell(0, 2, 0), List.of()),
            Map.entry(Area.cell(0, 9, 5), List.of("oui", "non")));
    assertThat(looks.formatted()).containsExactly(Area.cell(0, 2, 1));
    assertThat(looks.wrapped()).containsExactly(Area.cell(0, 2, 2));
  }

  @Test
  void rulesProtectionNamesChartsAndFilterViewsAreRead() throws Exception {
    wire.then(BOOK);

    Decorations looks = appearance.decorations(Set.of(0));

    assertThat(looks.recalculatesOnChange()).isTrue();
    assertThat(looks.rules(0)).hasSize(3);
    assertThat(looks.rules(0).get(0).value()).isEqualTo("En pause");
    assertThat(looks.rules(0).get(0).areas()).containsExactly(Area.below(0, 7));
    assertThat(looks.rules(0).get(0).tint()).contains(Tint.QUIET);
    assertThat(looks.rules(0).get(1).tint()).as("bold, too: somebody changed it").isEmpty();
    assertThat(looks.rules(0).get(2).value()).isEmpty();
    assertThat(looks.guarded())
        .containsExactly(Area.columns(0, 6, 11), new Area(0, 0, 1, 0, Area.OPEN));
    assertThat(looks.overlay())
        .isEqualTo(
            new Overlay(
                    Map.of(
                        "entraide_heartbeat",
                        new Overlay.NamedArea("n1", Area.cell(7, 1, 1)),
                        "lost",
                        new Overlay.NamedArea("n2", Area.whole(0))),
                    Set.of(11, 12))
                .withFilterViews(Set.of(771)));
    Change.FilterView view = new Change.FilterView(Area.whole(7), 771, "x", List.of());
    assertThat(looks.has(view)).isTrue();
    assertThat(Decorations.NONE.has(view)).isFalse();
    assertThat(Decorations.NONE.with(List.of(view)).has(view)).isTrue();
  }

  @Test
  void anAnswerAboutNothingIsNoSpreadsheetWithoutLooks() {
    wire.then("{}");

    assertThatThrownBy(() -> appearance.decorations(Set.of(0))).isInstanceOf(RemoteFailure.class);
  }
}
