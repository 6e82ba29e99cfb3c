package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/**
 * What organisers do to their spreadsheets, and what they see, under {@code /office/sheets}.
 *
 * <p>{@code GET /office/sheets}, {@code GET /office/sheets/ID}, {@code GET /office/sheets/ID/rows},
 * {@code GET /office/sheets/ID/find} and {@code GET /office/sheets/ID/tally} show; {@code POST
 * /office/sheets/ID/OPERATION} does something, see {@link OrganiserOperations}.
 */
public final class SheetPeople {

  private final SheetsWorld world;

  /** Lets people act on all spreadsheets of a world. */
  public SheetPeople(SheetsWorld world) {
    this.world = world;
  }

  /** Answers a request under {@code /office/sheets}, and leaves all others. */
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    List<String> path = request.segments();
    if (path.size() < 2 || !path.get(0).equals("office") || !path.get(1).equals("sheets")) {
      return Optional.empty();
    }
    try {
      return Optional.of(OfficeResponse.json(200, answer(request, path)));
    } catch (InvalidRequest e) {
      return Optional.of(
          OfficeResponse.refusal(ApiException.invalid(String.valueOf(e.getMessage())), true));
    } catch (ApiException e) {
      return Optional.of(OfficeResponse.refusal(e, true));
    }
  }

  private ObjectNode answer(OfficeRequest request, List<String> path) {
    boolean post = request.method().equals("POST");
    if (path.size() == 2 && !post) {
      return SheetView.list(world);
    }
    if (path.size() < 3) {
      throw ApiException.notFound();
    }
    Spreadsheet spreadsheet = world.find(path.get(2)).orElseThrow(ApiException::notFound);
    if (path.size() == 3 && !post) {
      return SheetView.overview(spreadsheet);
    }
    if (path.size() == 4 && path.get(3).equals("rows") && !post) {
      return SheetView.rows(spreadsheet, request);
    }
    if (path.size() == 4 && path.get(3).equals("tally") && !post) {
      return SheetView.tally(spreadsheet, request);
    }
    if (path.size() == 4 && path.get(3).equals("find") && !post) {
      return SheetView.find(spreadsheet, request);
    }
    if (path.size() != 4 || !post) {
      throw ApiException.notFound();
    }
    return act(spreadsheet, path.get(3), OfficeJson.body(request));
  }

  private ObjectNode act(Spreadsheet spreadsheet, String operation, ObjectNode body) {
    if (operation.equals("undo")) {
      boolean undone = spreadsheet.undo();
      return done(spreadsheet).put("undone", undone);
    }
    if (operation.equals("redo")) {
      boolean redone = spreadsheet.redo();
      return done(spreadsheet).put("redone", redone);
    }
    if (operation.equals("restoreTab")) {
      restore(spreadsheet, OfficeJson.text(body, "title").orElse(""));
      return done(spreadsheet);
    }
    if (operation.equals("share")) {
      share(spreadsheet, body);
      return done(spreadsheet);
    }
    OrganiserOperations.Operation toPerform =
        OrganiserOperations.find(operation)
            .orElseThrow(() -> ApiException.unsupported("the operation " + operation));
    spreadsheet.organise(book -> toPerform.apply(new OrganiserTable(book, body, world)));
    return done(spreadsheet);
  }

  private static void restore(Spreadsheet spreadsheet, String title) {
    Book earlier =
        spreadsheet
            .before(title)
            .orElseThrow(() -> new InvalidRequest("No such tab was deleted here."));
    spreadsheet.organise(book -> OrganiserTabs.restore(book, earlier, title));
  }

  /** As in « Partager »: no step of the sheet's, so that nothing undoes it. */
  private static void share(Spreadsheet spreadsheet, ObjectNode body) {
    String account =
        OfficeJson.text(body, "account")
            .orElseThrow(() -> new InvalidRequest("The field account is missing."));
    switch (OfficeJson.text(body, "access").orElse("")) {
      case "editor" -> spreadsheet.share(account, true);
      case "viewer" -> spreadsheet.share(account, false);
      case "none" -> spreadsheet.unshare(account);
      default -> throw new InvalidRequest("The field access is editor, viewer or none.");
    }
  }

  private static ObjectNode done(Spreadsheet spreadsheet) {
    return OfficeJson.object().put("version", spreadsheet.version());
  }
}
