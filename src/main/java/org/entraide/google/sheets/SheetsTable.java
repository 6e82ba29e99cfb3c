package org.entraide.google.sheets;

import com.google.api.client.http.HttpResponse;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.DeleteDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLookup;
import com.google.api.services.sheets.v4.model.GetSpreadsheetByDataFilterRequest;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.entraide.campaign.port.Snapshot;
import org.entraide.campaign.port.Table;
import org.entraide.google.quota.SheetsQuota;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.Attempts;
import org.entraide.google.wire.GarbledAnswerException;
import org.entraide.google.wire.Operation;
import org.entraide.google.wire.PackedAnswer;
import org.entraide.google.wire.PastedIds;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.Row;
import org.entraide.table.Workbook;
import org.entraide.text.Message;

/** A spreadsheet through the Sheets API: one request for each method. */
public final class SheetsTable implements Table {

  private static final Operation READING =
      Operation.read("google.doing.sheet.read", Operation.Target.SPREADSHEET);
  private static final Operation WRITING =
      Operation.write("google.doing.sheet.write", Operation.Target.SPREADSHEET);
  private static final Operation TRYING =
      Operation.write("google.doing.sheet.try", Operation.Target.SPREADSHEET);

  /** A mark that nobody makes. */
  private static final String NO_MARK = "entraide.nothing";

  private static final String REREAD_MASK =
      "spreadsheetId,sheets(properties(sheetId,title),data(" + SpreadsheetReader.CELLS_MASK + "))";
  private static final String WRITE_MASK =
      "spreadsheetId,updatedSpreadsheet(sheets(properties(sheetId),data("
          + SpreadsheetReader.CELLS_MASK
          + ")))";

  /** Google's own limit for one batch, which cannot be split: it is applied whole or not at all. */
  private static final int MOST_REQUESTS = 100_000;

  /**
   * How many rows to look at: more than settings and dashboard have; of answers, a few are enough.
   */
  private static final int ROWS_LOOKED_AT = 150;

  private final Sheets sheets;
  private final String id;
  private final Attempts attempts;
  private final AccessTokens tokens;
  private final SheetsQuota quota;

  /** The tabs' titles as last read: ranges of an answer can only be named by title. */
  private final Map<Integer, String> titles = new ConcurrentHashMap<>();

  /**
   * @param quota of the user: one for all spreadsheets
   */
  public SheetsTable(
      Sheets sheets, String id, Attempts attempts, AccessTokens tokens, SheetsQuota quota) {
    this.sheets = sheets;
    this.id = id;
    this.attempts = attempts;
    this.tokens = tokens;
    this.quota = quota;
  }

  @Override
  public Optional<Instant> throttledUntil() {
    return quota.throttledUntil();
  }

  @Override
  public Duration fairInterval() {
    return quota.fairInterval();
  }

  /** What the rehearsal tries on it. */
  public SheetsTrials trials() {
    return new SheetsTrials(sheets, id, this);
  }

  <T> T ask(Operation operation, Attempts.Action<T> call) throws RemoteFailure {
    Attempts.Action<T> counted = quota.counted(operation, call);
    try {
      return attempts.run(operation, tokens, counted);
    } catch (RemoteFailure e) {
      quota.obey(operation, e);
      throw e;
    }
  }

  @Override
  public Workbook read() throws RemoteFailure {
    return snapshot(Snapshot.NO_DIGEST).workbook();
  }

  @Override
  public Snapshot snapshot(String knownDigest) throws RemoteFailure {
    String checkedId = PastedIds.check(id, Operation.Target.SPREADSHEET);
    return ask(
        READING,
        () -> {
          Sheets.Spreadsheets.Get request =
              sheets
                  .spreadsheets()
                  .get(checkedId)
                  .setIncludeGridData(true)
                  .setFields(SpreadsheetReader.WORKBOOK_MASK);
          request.setReturnRawInputStream(true);
          HttpResponse response = request.executeUnparsed();
          try {
            return snapshot(PackedAnswer.of(response), knownDigest);
          } finally {
            response.disconnect();
          }
        });
  }

  private Snapshot snapshot(PackedAnswer answer, String knownDigest) throws IOException {
    if (!answer.isHeld()) {
      return Snapshot.of(workbook(answer));
    }
    String digest = answer.digest();
    if (digest.equals(knownDigest)) {
      return new Snapshot(digest, () -> understoodBefore(answer));
    }
    Workbook workbook = workbook(answer);
    return new Snapshot(digest, () -> workbook);
  }

  private Workbook understoodBefore(PackedAnswer answer) {
    try {
      return workbook(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Workbook workbook(PackedAnswer answer) throws IOException {
    try (InputStream body = answer.open()) {
      Workbook workbook = SpreadsheetReader.read(body).workbook();
      titles.clear();
      workbook.tabs().forEach(tab -> titles.put(tab.sheetId(), tab.title()));
      return workbook;
    }
  }

  @Override
  public Map<Integer, List<Row>> reread(Map<Integer, Set<Integer>> columns) throws RemoteFailure {
    return reread(columns, Map.of());
  }

  @Override
  public Map<Integer, List<Row>> reread(
      Map<Integer, Set<Integer>> columns, Map<Integer, Set<Integer>> few) throws RemoteFailure {
    if (isEmpty(columns)) {
      return Map.of();
    }
    String checkedId = PastedIds.check(id, Operation.Target.SPREADSHEET);
    GetSpreadsheetByDataFilterRequest request =
        new GetSpreadsheetByDataFilterRequest()
            .setIncludeGridData(true)
            .setDataFilters(filters(columns, few));
    SpreadsheetReader answer =
        ask(
            READING,
            () -> {
              try (InputStream body =
                  sheets
                      .spreadsheets()
                      .getByDataFilter(checkedId, request)
                      .setFields(REREAD_MASK)
                      .executeAsInputStream()) {
                return checked(SpreadsheetReader.read(body));
              }
            });
    Map<Integer, List<Row>> rows = rows(answer, columns, false);
    columns
        .keySet()
        .forEach(tab -> answer.sheet(tab).ifPresent(sheet -> titles.put(tab, sheet.title)));
    return rows;
  }

  private static List<DataFilter> filters(
      Map<Integer, Set<Integer>> columns, Map<Integer, Set<Integer>> few) {
    List<DataFilter> filters = new ArrayList<>();
    columns.forEach(
        (sheetId, wanted) -> {
          Set<Integer> own = few.get(sheetId);
          for (ColumnRun run : ColumnRun.runs(wanted)) {
            if (own == null) {
              filters.add(new DataFilter().setGridRange(run.ofSheet(sheetId)));
            } else {
              filters.add(new DataFilter().setGridRange(run.ofSheet(sheetId, 0, 0)));
              if (!own.isEmpty()) {
                int first = Collections.min(own);
                int last = Collections.max(own);
                filters.add(new DataFilter().setGridRange(run.ofSheet(sheetId, first, last)));
              }
            }
          }
        });
    return filters;
  }

  @Override
  public Map<Integer, List<Row>> write(List<Change> changes, Map<Integer, Set<Integer>> readBack)
      throws RemoteFailure {
    String checkedId = PastedIds.check(id, Operation.Target.SPREADSHEET);
    List<Request> requests = ChangeRequests.of(changes);
    if (requests.size() > MOST_REQUESTS) {
      throw RemoteFailure.of(Kind.REJECTED, WRITING.failed("google.why.scattered"));
    }
    BatchUpdateSpreadsheetRequest batch = new BatchUpdateSpreadsheetRequest().setRequests(requests);
    if (!isEmpty(readBack)) {
      batch
          .setIncludeSpreadsheetInResponse(true)
          .setResponseIncludeGridData(true)
          .setResponseRanges(ranges(readBack, changes));
    }
    SpreadsheetReader answer = update(WRITING, checkedId, batch);
    for (Change change : changes) {
      if (change instanceof Change.AddTab tab) {
        titles.put(tab.sheetId(), tab.title());
      }
    }
    return rows(answer, readBack, true);
  }

  @Override
  public void checkWritable() throws RemoteFailure {
    String checkedId = PastedIds.check(id, Operation.Target.SPREADSHEET);
    DataFilter none =
        new DataFilter()
            .setDeveloperMetadataLookup(
                new DeveloperMetadataLookup().setMetadataKey(NO_MARK).setVisibility("PROJECT"));
    BatchUpdateSpreadsheetRequest batch =
        new BatchUpdateSpreadsheetRequest()
            .setRequests(
                List.of(
                    new Request()
                        .setDeleteDeveloperMetadata(
                            new DeleteDeveloperMetadataRequest().setDataFilter(none))));
    try {
      update(TRYING, checkedId, batch);
    } catch (RemoteFailure e) {
      // Google does not say whether all deletions are forbidden; without the right to write it says
      // 403 before
      if (e.kind() != Kind.REJECTED) {
        throw e;
      }
    }
  }

  private SpreadsheetReader update(
      Operation operation, String checkedId, BatchUpdateSpreadsheetRequest batch)
      throws RemoteFailure {
    return ask(
        operation,
        () -> {
          try (InputStream body =
              sheets
                  .spreadsheets()
                  .batchUpdate(checkedId, batch)
                  .setFields(WRITE_MASK)
                  .executeAsInputStream()) {
            return checked(SpreadsheetReader.read(body));
          }
        });
  }

  @Override
  public Decorations decorations(Set<Integer> sheetIds) throws RemoteFailure {
    String checkedId = PastedIds.check(id, Operation.Target.SPREADSHEET);
    List<DataFilter> filters = new ArrayList<>();
    for (int sheetId : new TreeSet<>(sheetIds)) {
      GridRange rows =
          new GridRange().setSheetId(sheetId).setStartRowIndex(0).setEndRowIndex(ROWS_LOOKED_AT);
      filters.add(new DataFilter().setGridRange(rows));
    }
    GetSpreadsheetByDataFilterRequest request =
        new GetSpreadsheetByDataFilterRequest().setIncludeGridData(true).setDataFilters(filters);
    return ask(
        READING,
        () -> {
          try (InputStream body =
              sheets
                  .spreadsheets()
                  .getByDataFilter(checkedId, request)
                  .setFields(DecorationsReader.MASK)
                  .executeAsInputStream()) {
            return DecorationsReader.read(body);
          }
        });
  }

  private static boolean isEmpty(Map<Integer, Set<Integer>> columns) {
    return columns.values().stream().allMatch(Set::isEmpty);
  }

  private List<String> ranges(Map<Integer, Set<Integer>> columns, List<Change> changes) {
    List<String> ranges = new ArrayList<>();
    columns.forEach(
        (sheetId, wanted) -> {
          if (!wanted.isEmpty()) {
            String title = title(sheetId, changes);
            ranges.add(ColumnRun.headerOfTitle(title));
            IntSummaryStatistics rows = rowsSet(sheetId, changes);
            for (ColumnRun run : ColumnRun.runs(wanted)) {
              ranges.add(
                  rows.getCount() == 0
                      ? run.ofTitle(title)
                      : run.ofTitle(title, rows.getMin(), rows.getMax()));
            }
          }
        });
    return ranges;
  }

  private static IntSummaryStatistics rowsSet(int sheetId, List<Change> changes) {
    IntSummaryStatistics rows = new IntSummaryStatistics();
    for (Change change : changes) {
      if (change instanceof Change.SetValue cell && cell.sheetId() == sheetId) {
        rows.accept(cell.row());
      }
    }
    return rows;
  }

  private static SpreadsheetReader checked(SpreadsheetReader answer) throws GarbledAnswerException {
    if (answer.id().isEmpty()) {
      throw new GarbledAnswerException("an answer about no spreadsheet");
    }
    return answer;
  }

  /** A tab may have gone, or another one may bear its title by now. */
  private static Map<Integer, List<Row>> rows(
      SpreadsheetReader answer, Map<Integer, Set<Integer>> columns, boolean written)
      throws RemoteFailure {
    Map<Integer, List<Row>> rows = new HashMap<>();
    for (Map.Entry<Integer, Set<Integer>> entry : columns.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        SheetGrid sheet =
            answer.sheet(entry.getKey()).orElseThrow(() -> SheetsTable.moved(written));
        rows.put(entry.getKey(), sheet.rows());
      }
    }
    return rows;
  }

  private static RemoteFailure moved(boolean written) {
    return new RemoteFailure(Kind.CONFLICT, written, null, Message.of("google.tab.moved"), null);
  }

  private String title(int sheetId, List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.AddTab tab && tab.sheetId() == sheetId) {
        return tab.title();
      }
    }
    String title = titles.get(sheetId);
    if (title == null) {
      throw new IllegalStateException("tab " + sheetId + " was not in the last read");
    }
    return title;
  }
}
