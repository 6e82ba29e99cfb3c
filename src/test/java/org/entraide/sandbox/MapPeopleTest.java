package org.entraide.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.place.GeoPoint;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceQuery;
import org.entraide.place.Precision;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.text.Message;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class MapPeopleTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Three people whom the daemon knows, and a row that it has not seen yet. */
  private static final String ROWS =
      """
      {"version": 7, "usedRows": 5,
       "columns": [{"name": "A", "mark": "form:10000001:first_name"},
         {"name": "H", "mark": "form:10000002:last_name"},
         {"name": "B", "mark": "form:10000004:address"}, {"name": "C", "mark": "ref"},
         {"name": "D", "mark": "status"}, {"name": "E", "mark": "introduced"},
         {"name": "F", "mark": "explanation"}, {"name": "G", "mark": "corrected_place"}],
       "rows": [
         {"row": 1, "cells": ["Prénom", "Nom", "Où", "Réf", "Statut", "Mise en relation", "Explication", ""]},
         {"row": 2, "cells": ["Ana", "petit", "E9", "AAAAA", "Brouillon prêt", "BBBBB (2 km) ; ZZZZZ", "…", ""]},
         {"row": 3, "cells": ["Bo", "", "nowhere", "BBBBB", "Brouillon prêt", "AAAAA (2 km)", "…", "E9"]},
         {"row": 4, "cells": ["https://x.example", "Y", "nowhere", "CCCCC", "Lieu à préciser", "", "Où ?", ""]},
         {"row": 5, "cells": ["Di", "", "E9", "", "", "", "", ""]}]}
      """;

  private final List<PlaceQuery> queries = new ArrayList<>();

  /** Knows E9 and nothing else. */
  private final Geocoder geocoder =
      new Geocoder() {
        @Override
        public String name() {
          return "fake";
        }

        @Override
        public Located locate(PlaceQuery query) {
          queries.add(query);
          return query.address().equals("E9")
              ? new Located.At(
                  new Place(
                      new GeoPoint(51.54, -0.04),
                      Precision.POSTCODE_AREA,
                      2,
                      "E9",
                      "GB",
                      1,
                      "fake"))
              : new Located.Unclear(Message.of("place.ask.none"));
        }
      };

  private final List<String> read = new ArrayList<>();

  private final MapPeople people =
      new MapPeople(
          request -> {
            read.add(request.rawPath());
            return Optional.of(OfficeResponse.of(200, "application/json", ROWS.getBytes(UTF_8)));
          },
          List.of("sheet", "other"),
          geocoder,
          "GB");

  private Optional<OfficeResponse> ask(String method, String path) {
    return people.handle(OfficeRequest.of(method, path, Map.of(), new byte[0]));
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(ask("GET", path).orElseThrow().text());
  }

  @Test
  void everybodyWhomTheDaemonKnowsIsThereByReferenceAndByTheNameThatItsCellsUse() throws Exception {
    JsonNode map = get("/office/map");

    assertThat(map.path("version").asInt()).isEqualTo(7);
    assertThat(map.path("people").findValuesAsText("ref"))
        .containsExactly("AAAAA", "BBBBB", "CCCCC");
    assertThat(map.path("people").path(2).path("explanation").asText()).isEqualTo("Où ?");
    assertThat(map.path("people").findValuesAsText("name")).containsExactly("Ana P.", "Bo", "");
    assertThat(map.toString()).doesNotContain("petit");
  }

  @Test
  void placesHaveTheirUncertaintyAndTheOrganisersCorrectionGoesFirst() throws Exception {
    JsonNode all = get("/office/map").path("people");

    for (int i : new int[] {0, 1}) {
      assertThat(all.path(i).path("latitude").asDouble()).isCloseTo(51.54, within(1e-9));
      assertThat(all.path(i).path("uncertaintyKm").asDouble()).isEqualTo(2);
    }
    assertThat(all.path(2).has("latitude")).as("nowhere").isFalse();
    assertThat(queries).allMatch(query -> query.countryHint().equals("GB"));
  }

  @Test
  void ofALongSheetTheFirstAnswersAreTold() throws Exception {
    JsonNode map = get("/office/map?most=2");

    assertThat(map.path("people").findValuesAsText("ref")).containsExactly("AAAAA", "BBBBB");
    assertThat(map.path("answers").asInt()).isEqualTo(4);
    assertThat(ask("GET", "/office/map?most=x").orElseThrow().status()).isEqualTo(400);
  }

  @Test
  void theFirstSpreadsheetIsShownOrTheOneThatIsAskedFor() throws Exception {
    get("/office/map");
    get("/office/map?sheet=other&most=1");

    assertThat(read).containsExactly("/office/sheets/sheet/rows", "/office/sheets/other/rows");
    assertThat(ask("GET", "/office/map?sheet=gone").orElseThrow().status()).isEqualTo(404);
  }

  @Test
  void aPairIsToldOnceAndOnlyOfPeopleWhoAreThere() throws Exception {
    assertThat(get("/office/map").path("pairs").toString()).isEqualTo("[[\"AAAAA\",\"BBBBB\"]]");
  }

  @Test
  void aPlaceIsAskedForOnce() throws Exception {
    get("/office/map");
    int before = queries.size();
    get("/office/map");

    assertThat(queries).hasSize(before);
  }

  @Test
  void theLandAroundLondonIsBritainAndNotAustralia() throws Exception {
    JsonNode rings = get("/office/map/land?west=-0.5&south=51.3&east=0.3&north=51.7");

    assertThat(rings).hasSize(1);
    double mostEast = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rings.path(0).size(); i += 2) {
      mostEast = Math.max(mostEast, rings.path(0).path(i).asDouble());
    }
    assertThat(mostEast).as("Lowestoft").isCloseTo(1.76, within(0.1));
  }

  @Test
  void aRingIsClosed() throws Exception {
    JsonNode ring = get("/office/map/land?west=-0.5&south=51.3&east=0.3&north=51.7").path(0);

    assertThat(ring.path(0)).isEqualTo(ring.path(ring.size() - 2));
    assertThat(ring.path(1)).isEqualTo(ring.path(ring.size() - 1));
  }

  @Test
  void aBoxThatIsNoneIsRefused() {
    assertThat(ask("GET", "/office/map/land?west=x").orElseThrow().status()).isEqualTo(400);
  }

  @Test
  void otherRequestsAreLeftToOthers() {
    assertThat(ask("GET", "/office/mapping")).isEmpty();
    assertThat(ask("POST", "/office/map")).isEmpty();
  }
}
