package org.entraide.sandbox.office.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeService;
import org.entraide.sandbox.office.http.QueryNames;
import org.entraide.sandbox.office.sheets.batch.BatchUpdate;
import org.entraide.sandbox.office.sheets.batch.DataFilters;
import org.entraide.sandbox.office.sheets.batch.MetadataRequests;
import org.entraide.sandbox.office.sheets.book.A1;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;
import org.entraide.sandbox.office.sheets.json.SpreadsheetJson;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.entraide.sandbox.office.sheets.values.ValuesReads;
import org.entraide.sandbox.office.sheets.values.ValuesWrites;

/** Google's Sheets v4 over the office's spreadsheets. */
public final class SheetsService implements OfficeService {

  private static final String AUTH = "https://www.googleapis.com/auth/";
  private static final Set<String> WRITE =
      Set.of(AUTH + "spreadsheets", AUTH + "drive", AUTH + "drive.file");
  private static final Set<String> READ =
      Set.of(
          AUTH + "spreadsheets",
          AUTH + "spreadsheets.readonly",
          AUTH + "drive",
          AUTH + "drive.readonly",
          AUTH + "drive.file");
  private static final String SERVICE = "google.apps.sheets.v4.SpreadsheetsService.";

  private final SheetsWorld world;

  /** Serves all spreadsheets of a world. */
  public SheetsService(SheetsWorld world) {
    this.world = world;
  }

  @Override
  public Optional<JsonSchema> answerSchema(OfficeRequest request) {
    return SheetsCall.of(request).map(call -> SheetsTypes.type(call.method().answer()));
  }

  @Override
  public OfficeResponse handle(OfficeRequest request, Caller caller) {
    SheetsCall call =
        SheetsCall.of(request)
            .orElseThrow(
                () -> ApiException.unsupported(request.method() + " " + SheetsCall.shape(request)));
    boolean writes = call.method().writes();
    Set<String> scopes = writes ? WRITE : READ;
    if (scopes.stream().noneMatch(caller.scopes()::contains)) {
      throw ApiException.insufficientScope(
          "sheets.googleapis.com", SERVICE + call.method().rpc(), scopes);
    }
    Spreadsheet spreadsheet = world.find(call.spreadsheetId()).orElseThrow(ApiException::notFound);
    if (!spreadsheet.mayRead(caller.account())
        || (writes && !spreadsheet.mayWrite(caller.account()))) {
      throw ApiException.forbidden();
    }
    ObjectNode body = body(call, request);
    Supplier<OfficeResponse> writing =
        () ->
            OfficeResponse.laidOut(
                answer(call, spreadsheet, request, body, caller.account()), request);
    return call.method() == SheetsMethod.GET && !dependsOnTheHour(request)
        ? spreadsheet.answer(new Spreadsheet.Question(caller.account(), request.query()), writing)
        : writing.get();
  }

  private static ObjectNode body(SheetsCall call, OfficeRequest request) {
    if (!request.method().equals("POST") && !request.method().equals("PUT")) {
      return OfficeJson.object();
    }
    ObjectNode body = OfficeJson.body(request);
    JsonSchema schema = SheetsTypes.type(call.method().body());
    if (!SheetsTypes.fits(schema, body)) {
      schema.check(body, call.method().bodyField());
    }
    return body;
  }

  /** Whether rules and filters are asked for that may look at the clock. */
  private static boolean dependsOnTheHour(OfficeRequest request) {
    FieldTree data = mask(request).get("sheets").get("data");
    return data.has("rowMetadata") || data.get("rowData").get("values").has("effectiveFormat");
  }

  @Override
  public boolean cutsAnswers() {
    return true; // while they are written: sheets are large
  }

  private ObjectNode answer(
      SheetsCall call,
      Spreadsheet spreadsheet,
      OfficeRequest request,
      ObjectNode body,
      String account) {
    try {
      return switch (call.method()) {
        case GET -> get(spreadsheet, request, account);
        case GET_BY_DATA_FILTER -> getByDataFilter(spreadsheet, request, body, account);
        case BATCH_UPDATE -> {
          QueryNames.check(request);
          yield BatchUpdate.apply(spreadsheet, body, world, mask(request), account);
        }
        case VALUES_GET -> ValuesReads.get(spreadsheet.book(), call.range(), request);
        case VALUES_BATCH_GET -> ValuesReads.batchGet(spreadsheet, request);
        case VALUES_BATCH_GET_BY_DATA_FILTER -> {
          QueryNames.check(request);
          yield ValuesReads.batchGetByDataFilter(spreadsheet, body);
        }
        case METADATA_GET -> metadata(spreadsheet.book(), call.range(), request);
        case METADATA_SEARCH -> {
          QueryNames.check(request);
          yield MetadataRequests.search(spreadsheet.book(), body.path("dataFilters"));
        }
        default ->
            spreadsheet.change(account, book -> write(call, spreadsheet.id(), book, request, body));
      };
    } catch (InvalidRequest e) {
      throw ApiException.invalid(String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode write(
      SheetsCall call, String id, Book book, OfficeRequest request, ObjectNode body) {
    ValuesWrites values = new ValuesWrites(id, book, world);
    String option = request.parameter("valueInputOption").orElse("");
    String[] echo = {
      "valueInputOption",
      "includeValuesInResponse",
      "responseValueRenderOption",
      "responseDateTimeRenderOption"
    };
    return switch (call.method()) {
      case VALUES_UPDATE -> {
        QueryNames.check(request, echo);
        yield values.update(call.range(), body, option, ValuesWrites.Echo.of(request));
      }
      case VALUES_APPEND -> {
        QueryNames.check(request, echo[0], echo[1], echo[2], echo[3], "insertDataOption");
        boolean insert = request.parameter("insertDataOption").orElse("").equals("INSERT_ROWS");
        yield values.append(call.range(), body, option, insert, ValuesWrites.Echo.of(request));
      }
      case VALUES_CLEAR -> {
        QueryNames.check(request);
        yield values.clear(call.range());
      }
      case VALUES_BATCH_UPDATE -> {
        QueryNames.check(request);
        yield values.batchUpdate(body);
      }
      case VALUES_BATCH_UPDATE_BY_DATA_FILTER -> {
        QueryNames.check(request);
        yield values.batchUpdateByDataFilter(body);
      }
      case VALUES_BATCH_CLEAR -> values.batchClear(ranges(book, body.path("ranges")));
      case VALUES_BATCH_CLEAR_BY_DATA_FILTER ->
          values.batchClear(filtered(book, body.path("dataFilters")));
      default -> throw new IllegalStateException("not a write of values: " + call.method());
    };
  }

  private static ObjectNode get(Spreadsheet spreadsheet, OfficeRequest request, String account) {
    QueryNames.check(
        request, "ranges", "includeGridData", "excludeTablesInBandedRanges", "commentsViewMode");
    Book book = spreadsheet.book();
    List<GridArea> areas = new ArrayList<>();
    request.parameters("ranges").forEach(range -> areas.add(A1.resolve(book, range)));
    boolean withGridData = request.parameter("includeGridData").orElse("false").equals("true");
    return json(spreadsheet, book, areas, withGridData, request, account);
  }

  private static ObjectNode getByDataFilter(
      Spreadsheet spreadsheet, OfficeRequest request, ObjectNode body, String account) {
    QueryNames.check(request);
    Book book = spreadsheet.book();
    List<GridArea> areas = filtered(book, body.path("dataFilters"));
    boolean withGridData = body.path("includeGridData").asBoolean();
    return json(spreadsheet, book, areas, withGridData, request, account);
  }

  private static ObjectNode json(
      Spreadsheet spreadsheet,
      Book book,
      List<GridArea> areas,
      boolean withGridData,
      OfficeRequest request,
      String account) {
    FieldTree mask = mask(request);
    boolean grid =
        request.parameter("fields").isPresent()
            ? SpreadsheetJson.wantsGridData(mask)
            : withGridData;
    return new SpreadsheetJson(spreadsheet.id(), book, mask, spreadsheet.now(), account)
        .json(areas, grid);
  }

  private static FieldTree mask(OfficeRequest request) {
    return request.parameter("fields").map(FieldTree::parse).orElseGet(FieldTree::all);
  }

  private static List<GridArea> ranges(Book book, JsonNode ranges) {
    List<GridArea> areas = new ArrayList<>();
    ranges.forEach(range -> areas.add(A1.resolve(book, range.asText())));
    return areas;
  }

  private static List<GridArea> filtered(Book book, JsonNode filters) {
    List<GridArea> areas = new ArrayList<>();
    filters.forEach(filter -> areas.addAll(DataFilters.areas(book, filter)));
    return areas;
  }

  private static ObjectNode metadata(Book book, String id, OfficeRequest request) {
    QueryNames.check(request);
    return book.metadata().stream()
        .filter(entry -> Integer.toString(entry.id()).equals(id))
        .findFirst()
        .orElseThrow(ApiException::notFound)
        .json(book);
  }
}
