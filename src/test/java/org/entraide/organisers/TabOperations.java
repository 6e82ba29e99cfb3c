package org.entraide.organisers;

import static org.entraide.organisers.Operation.changes;
import static org.entraide.organisers.Operation.moves;
import static org.entraide.organisers.Operation.shuffles;
import static org.entraide.organisers.Operation.stops;
import static org.entraide.organisers.Operation.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entraide.organisers.World.Impossible;
import org.entraide.sandbox.office.forms.AskedQuestion;
import org.entraide.sandbox.office.forms.RowSwitches;
import org.entraide.sandbox.office.forms.RowSwitches.EditMode;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.Human;
import org.entraide.testkit.Snapshot.Tab;

/** What people do to tabs, to the ledger and to the form. */
final class TabOperations {

  private TabOperations() {}

  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    all.addAll(tabs());
    all.addAll(ledger());
    all.addAll(form());
    return all;
  }

  private static List<Operation> tabs() {
    return List.of(
        moves(
            "somebody renames the tab of the answers",
            h -> h.lines("renameTab", h.answers().title(), Map.of("title", "Les gens"))),
        moves(
            "somebody copies the tab of the answers",
            h -> h.lines("duplicateTab", h.answers().title(), Map.of())),
        moves(
            "somebody copies the tab of the answers, the columns' marks too",
            h -> {
              h.world.premises.sheets().duplicateCopiesMetadata(true);
              h.lines("duplicateTab", h.answers().title(), Map.of());
              h.world.premises.sheets().duplicateCopiesMetadata(false);
            }),
        moves(
            "somebody adds a tab of their own",
            h -> {
              h.sheet("addTab", OfficeJson.object().put("title", "Notes"));
              h.paste("'Notes'!A1", List.of(List.of("Nom", "Adresse e-mail"), List.of("x", "y")));
            }),
        moves(
            "somebody drags a tab of their own before all others",
            h -> {
              h.sheet("addTab", OfficeJson.object().put("title", "Premier"));
              int id = tab(h, "Premier").id();
              h.api(
                  h.request(
                      "updateSheetProperties",
                      "{\"properties\": {\"sheetId\": %d, \"index\": 0}, \"fields\": \"index\"}"
                          .formatted(id)));
            }),
        changes(
            "somebody writes the sheet's numbers in another language",
            h -> h.sheet("settings", OfficeJson.object().put("locale", "en_GB"))),
        moves(
            "somebody changes the title of the spreadsheet",
            h -> h.sheet("settings", OfficeJson.object().put("title", "Entraide, la vraie"))),
        stops(
            "somebody deletes the tab of the answers, and undoes it later",
            h -> h.lines("deleteTab", h.answers().title(), Map.of())));
  }

  private static Tab tab(Hands hands, String title) {
    return hands.world.look().tabs().stream()
        .filter(t -> t.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new Impossible("there is no tab " + title));
  }

  private static Tab ledgerOf(Hands hands) {
    return hands.world.look().ledger().orElseThrow(() -> new Impossible("there is no ledger"));
  }

  private static List<Operation> ledger() {
    return List.of(
        moves(
            "somebody renames the ledger",
            h -> h.lines("renameTab", ledgerOf(h).title(), Map.of("title", "Les paires"))),
        moves("somebody hides the ledger", h -> h.lines("hideTab", ledgerOf(h).title(), Map.of())),
        moves(
            "somebody copies the ledger",
            h -> h.lines("duplicateTab", ledgerOf(h).title(), Map.of())),
        moves(
            "somebody deletes the ledger",
            h -> h.lines("deleteTab", ledgerOf(h).title(), Map.of())),
        moves(
            "somebody deletes a row of the ledger",
            h -> h.lines("deleteRows", ledgerOf(h).title(), Map.of("from", 2))),
        moves(
            "somebody deletes all rows of the ledger",
            h ->
                h.lines(
                    "deleteRows",
                    ledgerOf(h).title(),
                    Map.of("from", 2, "count", ledgerOf(h).filledRows() - 1))),
        moves(
            "somebody sorts the ledger by the helper",
            h -> {
              var body = OfficeJson.object().put("tab", ledgerOf(h).title());
              body.withArray("by").addObject().put("column", "C").put("descending", true);
              h.sheet("sort", body);
            }),
        moves(
            "somebody sorts the ledger's states only",
            h -> {
              String title = ledgerOf(h).title();
              var body =
                  OfficeJson.object()
                      .put("tab", title)
                      .put("range", "'" + title + "'!F2:F" + ledgerOf(h).filledRows());
              body.withArray("by").addObject().put("column", "F").put("descending", true);
              h.sheet("sort", body);
            }),
        moves(
            "somebody copies a row of the ledger below",
            h ->
                h.lines(
                    "copyRows",
                    ledgerOf(h).title(),
                    Map.of("from", 2, "to", ledgerOf(h).filledRows() + 1))),
        moves(
            "somebody inserts a row into the ledger",
            h -> h.lines("insertRows", ledgerOf(h).title(), Map.of("at", 2))),
        moves(
            "somebody clears the ledger's words",
            h -> h.clear("'%s'!F2:J%d".formatted(ledgerOf(h).title(), ledgerOf(h).filledRows()))),
        moves(
            "somebody types over a state of the ledger",
            h -> h.type("'%s'!F2".formatted(ledgerOf(h).title()), "En bonne voie")),
        moves(
            "somebody types over the people of the ledger",
            h -> h.type("'%s'!B2".formatted(ledgerOf(h).title()), h.ref(Human.token(8)))),
        moves(
            "somebody drags the ledger's outcome to the left",
            h -> h.lines("moveColumns", ledgerOf(h).title(), Map.of("from", "H", "to", "A"))),
        changes(
            "somebody notes an outcome",
            h -> h.type("'%s'!H2".formatted(ledgerOf(h).title()), "Acceptée")));
  }

  private static List<Operation> form() {
    List<Operation> all = new ArrayList<>();
    for (EditMode mode : EditMode.values()) {
      all.add(
          shuffles(
              "a respondent edits an answer (" + mode + ")",
              h -> {
                switchTo(h, mode);
                h.world.edits(Human.FIRST.get(4).changed("Loin", "Conversation, Courses"));
              }));
      all.add(
          shuffles(
              "somebody sorts and then a respondent edits an answer (" + mode + ")",
              h -> {
                switchTo(h, mode);
                h.sort(h.theirs(Human.PLACE), true);
                h.world.edits(Human.FIRST.get(4).changed("Loin", "Conversation, Courses"));
              }));
    }
    all.add(
        moves("a respondent takes an answer back", h -> h.world.deletesAnswer(Human.FIRST.get(4))));
    all.add(
        shuffles( // the edited answer may land in another's row
            "somebody deletes a row and its respondent edits the answer",
            h -> {
              h.rows("deleteRows", Map.of("from", h.row(Human.token(4))));
              h.look();
              h.world.edits(Human.FIRST.get(4).changed("Loin", "Conversation"));
            }));
    all.add(transfers("somebody links the form anew", TabOperations::linkAnew));
    all.add(
        transfers(
            "somebody links the form anew under another title of a question",
            h -> {
              h.world.premises.rename(Human.PLACE, "Où habitez-vous ?");
              linkAnew(h);
            }));
    all.add(
        transfers(
            "somebody links the form anew and renames both tabs",
            h -> {
              String title = h.answers().title();
              linkAnew(h);
              h.lines("renameTab", title, Map.of("title", "Avant"));
              h.lines("renameTab", h.answers().title(), Map.of("title", "Les réponses"));
            }));
    all.add(
        moves(
            "somebody adds a question to the form",
            h -> h.world.asks(new AskedQuestion("10000042", "Couleur préférée"))));
    all.add(changes("somebody answers a second time", h -> h.world.answers(Human.FIRST.get(4))));
    all.add(
        changes(
            "somebody moves the spreadsheet to another time zone",
            h -> h.sheet("settings", OfficeJson.object().put("timeZone", "America/New_York"))));
    return all;
  }

  /**
   * All answers again, into a new tab. Without a form nobody can know why the newest answer is not
   * among them, as where it was deleted: the former tab is served until somebody answers.
   */
  private static void linkAnew(Hands hands) {
    double before = hands.answers().newest("Horodateur");
    hands.world.premises.linkAnew();
    if (!hands.world.hasForm() && hands.answers().newest("Horodateur") < before) {
      hands.world.answers(Human.later(hands.world.truth.humans().size()));
    }
  }

  private static void switchTo(Hands hands, EditMode mode) {
    RowSwitches now = hands.world.premises.rows().switches();
    hands
        .world
        .premises
        .rows()
        .switches(
            new RowSwitches(mode, now.newColumn(), now.answersParsed(), now.inheritsFormats()));
  }
}
