package org.entraide.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entraide.people.profile.ShortName;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceQuery;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleHandler;

/**
 * The people of a spreadsheet on a map: {@code GET /office/map} says who is where and introduced to
 * whom, by reference and by the name that the daemon's cells use, with {@code ?sheet=ID} in another
 * than the first spreadsheet, with {@code ?most=N} of the first N answers only, and how many {@code
 * answers} there are; {@code GET /office/map/land?west=…&south=…&east=…&north=…} (degrees) gives
 * the outlines of the countries around there.
 *
 * <p>What is said of people is what the sheet says; where their places are is asked of the geocoder
 * as the daemon asks it, since the sheet has places in words only.
 */
final class MapPeople implements PeopleHandler {

  private static final String PATH = "/office/map";
  private static final int ROWS = 2_000;

  /** What the daemon says of people, by the marks of its columns; the same names in the answer. */
  private static final String[] SAID = {"ref", "status", "place", "introduced", "explanation"};

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PeopleHandler sheets;
  private final List<String> spreadsheets;
  private final Geocoder geocoder;
  private final String country;
  private final Map<PlaceQuery, Located> locatedByQuery = new ConcurrentHashMap<>();

  /**
   * @param sheets answers {@code GET /office/sheets/ID/rows}
   * @param spreadsheets those that can be shown, first the one that is shown unless asked otherwise
   * @param country where people are unless they say so, ISO 3166-1 alpha-2
   */
  MapPeople(PeopleHandler sheets, List<String> spreadsheets, Geocoder geocoder, String country) {
    this.sheets = sheets;
    this.spreadsheets = List.copyOf(spreadsheets);
    this.geocoder = geocoder;
    this.country = country;
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    if (!request.method().equals("GET")) {
      return Optional.empty();
    }
    return switch (request.rawPath()) {
      case PATH -> Optional.of(people(request));
      case PATH + "/land" -> Optional.of(land(request));
      default -> Optional.empty();
    };
  }

  private static OfficeResponse land(OfficeRequest request) {
    try {
      Outlines.Box box =
          new Outlines.Box(
              degrees(request, "west"),
              degrees(request, "south"),
              degrees(request, "east"),
              degrees(request, "north"));
      // on one line: an indented number a line would be thrice as long
      byte[] rings = Outlines.load().within(box).toString().getBytes(StandardCharsets.UTF_8);
      return OfficeResponse.of(200, "application/json; charset=UTF-8", rings);
    } catch (NumberFormatException e) {
      return OfficeResponse.refusal(
          ApiException.invalid("west, south, east and north must be numbers of degrees."), false);
    }
  }

  private static double degrees(OfficeRequest request, String name) {
    return Double.parseDouble(request.parameter(name).orElse(""));
  }

  private OfficeResponse people(OfficeRequest request) {
    String sheet = request.parameter("sheet").orElse(spreadsheets.get(0));
    if (!spreadsheets.contains(sheet)) {
      return OfficeResponse.refusal(ApiException.notFound(), false);
    }
    try {
      int most = Integer.parseInt(request.parameter("most").orElse("" + Integer.MAX_VALUE));
      return OfficeResponse.json(200, map(sheet, most));
    } catch (NumberFormatException e) {
      return OfficeResponse.refusal(ApiException.invalid("most must be a whole number."), false);
    }
  }

  private ObjectNode map(String sheet, int most) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode people = json.putArray("people");
    Map<String, Integer> columns = new HashMap<>();
    int last = 1;
    for (int from = 1; from <= last; from += ROWS) {
      JsonNode page = rows(sheet, from);
      int answers = Math.max(0, page.path("usedRows").asInt() - 1);
      last = 1 + Math.min(answers, most);
      json.put("answers", answers).set("version", page.path("version"));
      if (from == 1) {
        columns.putAll(columns(page.path("columns")));
      }
      for (JsonNode row : page.path("rows")) {
        int number = row.path("row").asInt();
        if (number > 1 && number <= last) {
          person(row.path("cells"), columns).ifPresent(people::add);
        }
      }
    }
    pairs(json.putArray("pairs"), people);
    return json;
  }

  private JsonNode rows(String sheet, int from) {
    String path = "/office/sheets/" + sheet + "/rows?from=" + from + "&count=" + ROWS;
    OfficeResponse answer =
        sheets
            .handle(OfficeRequest.of("GET", path, Map.of(), new byte[0]))
            .orElseThrow(() -> new IllegalStateException("Nobody answers for " + path));
    try {
      return JSON.readTree(answer.text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The office's own answer is no JSON.", e);
    }
  }

  /** Which column is which: the daemon's own by their mark, the form's by the end of theirs. */
  private static Map<String, Integer> columns(JsonNode columns) {
    Map<String, Integer> byMark = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String mark = columns.path(i).path("mark").asText();
      byMark.putIfAbsent(mark.startsWith("form:") ? "form:" + last(mark) : mark, i);
    }
    return byMark;
  }

  private static String last(String mark) {
    return mark.substring(mark.lastIndexOf(':') + 1);
  }

  /** Empty for a row that the daemon has said nothing of. */
  private Optional<ObjectNode> person(JsonNode cells, Map<String, Integer> columns) {
    ObjectNode person = JsonNodeFactory.instance.objectNode();
    for (String mark : SAID) {
      person.put(mark, text(cells, columns, mark));
    }
    if (person.path("ref").asText().isEmpty()) {
      return Optional.empty();
    }
    person.put("name", name(cells, columns));
    PlaceQuery query = query(cells, columns);
    if (locatedByQuery.computeIfAbsent(query, geocoder::locate) instanceof Located.At at) {
      Place place = at.place();
      person
          .put("latitude", place.point().latitude())
          .put("longitude", place.point().longitude())
          .put("uncertaintyKm", place.uncertaintyKm());
    }
    return Optional.of(person);
  }

  private static String name(JsonNode cells, Map<String, Integer> columns) {
    String whole = text(cells, columns, "form:name");
    if (!whole.isEmpty()) {
      return ShortName.of(whole, "");
    }
    String first = text(cells, columns, "form:first_name");
    String last = text(cells, columns, "form:last_name");
    return first.isEmpty() ? ShortName.of(last, "") : ShortName.ofTwo(first, last);
  }

  /**
   * What the daemon asks. Where no form has marked its columns, the place that it understood,
   * without what it says of it in brackets.
   */
  private PlaceQuery query(JsonNode cells, Map<String, Integer> columns) {
    String corrected = text(cells, columns, "corrected_place");
    if (!corrected.isEmpty()) {
      return new PlaceQuery(corrected, "", "", "", country);
    }
    if (!columns.containsKey("form:address")) {
      String understood =
          text(cells, columns, "place").replaceAll("(?<!\\s)\\s*+\\([^()]*+\\)$", "");
      return new PlaceQuery(understood, "", "", "", country);
    }
    return new PlaceQuery(
        text(cells, columns, "form:address"),
        text(cells, columns, "form:city"),
        text(cells, columns, "form:postcode"),
        text(cells, columns, "form:country"),
        country);
  }

  private static String text(JsonNode cells, Map<String, Integer> columns, String mark) {
    Integer column = columns.get(mark);
    return column == null ? "" : cells.path(column).asText("").strip();
  }

  /** Everybody's introductions name the others' references, in whatever words around them. */
  private static void pairs(ArrayNode pairs, ArrayNode people) {
    Map<String, JsonNode> byRef = new LinkedHashMap<>();
    people.forEach(person -> byRef.put(person.path("ref").asText(), person));
    byRef.forEach(
        (ref, person) -> {
          for (String word : person.path("introduced").asText().split("[^0-9A-Za-z]+", -1)) {
            // each pair is in both rows, and written once
            if (byRef.containsKey(word) && ref.compareTo(word) < 0) {
              pairs.addArray().add(ref).add(word);
            }
          }
        });
  }
}
