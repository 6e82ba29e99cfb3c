package org.entraide.google;

import java.nio.file.Path;
import org.entraide.campaign.port.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A table over a wire that replays answers. */
public abstract class SheetsTableFixture {

  public static final String BOOK =
      """
      {"spreadsheetId": "1AbC",
       "properties": {"title": "Entraide Londres", "locale": "fr_FR", "timeZone": "Europe/London"},
       "sheets": [
        {"properties": {"sheetId": 0, "title": "Réponses d'été", "index": 0,
                        "gridProperties": {"rowCount": 1000, "columnCount": 30}},
         "data": [{
           "rowData": [
             {"values": [{"effectiveValue": {"stringValue": "Horodateur"}, "formattedValue": "Horodateur"},
                         {"effectiveValue": {"stringValue": "Nom"}, "formattedValue": "Nom"}]},
             {"values": [{"effectiveValue": {"numberValue": 43910.5}, "formattedValue": "20/03/2020 12:00:00"},
                         {"effectiveValue": {"stringValue": "Zoé"}, "formattedValue": "Zoé"},
                         {"effectiveValue": {"boolValue": true}, "formattedValue": "VRAI"},
                         {"effectiveValue": {"boolValue": false}, "formattedValue": "FAUX"},
                         {"effectiveValue": {"errorValue": {"type": "NAME", "message": "x"}}, "formattedValue": "#NAME?"},
                         {}, {"formattedValue": ""}]},
             {},
             {"values": [null, {"effectiveValue": null, "formattedValue": null}]},
             {"values": [{}, {"effectiveValue": {"stringValue": "Ali"}, "formattedValue": "Ali"}]},
             {"values": [{}, {}]},
             {}
           ],
           "columnMetadata": [{}, {"developerMetadata": [{"metadataKey": "other", "metadataValue": "x"}]},
             {"developerMetadata": [{"metadataKey": "other", "metadataValue": "x"},
                                    {"metadataKey": "entraide", "metadataValue": "ref"}]}, {}]
         }]},
        {"properties": {"sheetId": 77, "title": "Graphique", "index": 1}},
        {"properties": {"sheetId": 5, "title": "Vide", "hidden": true, "newField": [1, {"a": 2}],
                        "gridProperties": {"rowCount": 3, "columnCount": 2}}, "data": [{}]}
       ]}
      """;

  public final ScriptedWire wire = new ScriptedWire();
  public final Offices.Time time = new Offices.Time();
  @TempDir public Path directory;
  public Table table;

  @BeforeEach
  void open() {
    table = Offices.services(directory, ScriptedWire.ENDPOINT, wire, time).table("1AbC");
  }
}
