package org.entraide.organisers;

import static org.entraide.organisers.Operation.moves;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.entraide.organisers.World.Impossible;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.Snapshot.Tab;

/**
 * What people do to Entraide's other tabs: the settings, the dashboard and the tasks. None of it
 * changes what a row of the answers says, and each tab is there again afterwards.
 */
final class OwnTabOperations {

  /** One of those tabs: how people call it, and the mark of a column that it alone has. */
  private record Own(String words, String title, String mark) {

    Tab in(Hands hands) {
      return find(hands).orElseThrow(() -> new Impossible("there is no tab " + title));
    }

    private Optional<Tab> find(Hands hands) {
      List<Tab> tabs = hands.world.look().tabs();
      return tabs.stream()
          .filter(tab -> tab.marks().containsKey(mark))
          .findFirst()
          .or(() -> tabs.stream().filter(tab -> tab.title().equals(title)).findFirst());
    }

    /** It is there once all has settled, with what stands in its first column. */
    void isThere(Hands hands, Consumer<String> wrong) {
      List<Tab> tabs =
          hands.world.look().tabs().stream().filter(tab -> tab.marks().containsKey(mark)).toList();
      if (tabs.isEmpty()) {
        wrong.accept("there is no tab with " + words);
      } else if (tabs.stream().allMatch(tab -> tab.filledRows() < 2)) {
        wrong.accept("the tab with " + words + " is empty");
      }
    }
  }

  private static final List<Own> TABS =
      List.of(
          new Own("the settings", "Réglages", "settings_value"),
          new Own("the dashboard", "Tableau de bord", "dashboard_first"),
          new Own("the tasks", "À faire", "todo_what"));

  private OwnTabOperations() {}

  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    for (Own own : TABS) {
      whole(all, own);
      parts(all, own);
    }
    return all;
  }

  private static void add(List<Operation> all, Own own, String name, BiConsumer<Hands, Tab> act) {
    all.add(
        moves("somebody " + name.formatted(own.words), h -> act.accept(h, own.in(h)))
            .and(own::isThere));
  }

  private static void whole(List<Operation> all, Own own) {
    add(all, own, "deletes the tab with %s", (h, t) -> h.lines("deleteTab", t.title(), Map.of()));
    add(
        all,
        own,
        "renames the tab with %s",
        (h, t) -> h.lines("renameTab", t.title(), Map.of("title", "Pour Claire")));
    add(all, own, "hides the tab with %s", (h, t) -> h.lines("hideTab", t.title(), Map.of()));
    add(all, own, "copies the tab with %s", (h, t) -> h.lines("duplicateTab", t.title(), Map.of()));
    add(
        all,
        own,
        "copies the tab with %s, the columns' marks too",
        (h, t) -> withMarks(h, () -> h.lines("duplicateTab", t.title(), Map.of())));
    add(
        all,
        own,
        "puts a copy in the place of the tab with %s",
        (h, t) -> withMarks(h, () -> putCopyInPlace(h, t)));
    add(
        all,
        own,
        "drags the tab with %s before all others",
        (h, t) ->
            h.api(
                h.request(
                    "updateSheetProperties",
                    "{\"properties\": {\"sheetId\": %d, \"index\": 0}, \"fields\": \"index\"}"
                        .formatted(t.id()))));
    add(
        all,
        own,
        "gives a tab of their own the title of the tab with %s, which they delete",
        (h, t) -> {
          h.lines("deleteTab", t.title(), Map.of());
          h.sheet("addTab", OfficeJson.object().put("title", t.title()));
          h.paste(
              "'%s'!A1".formatted(t.title()), List.of(List.of("Liste", "Nom"), List.of("1", "x")));
        });
  }

  /** Does something while Sheets copies the columns' marks, too, as it may or may not. */
  private static void withMarks(Hands hands, Runnable something) {
    hands.world.premises.sheets().duplicateCopiesMetadata(true);
    something.run();
    hands.world.premises.sheets().duplicateCopiesMetadata(false);
  }

  private static void putCopyInPlace(Hands hands, Tab tab) {
    List<Integer> before = hands.world.look().tabs().stream().map(Tab::id).toList();
    hands.lines("duplicateTab", tab.title(), Map.of());
    hands.lines("deleteTab", tab.title(), Map.of());
    hands.world.look().tabs().stream()
        .filter(it -> !before.contains(it.id()))
        .forEach(it -> hands.lines("renameTab", it.title(), Map.of("title", tab.title())));
  }

  private static void parts(List<Operation> all, Own own) {
    add(
        all,
        own,
        "sorts the tab with %s",
        (h, t) -> {
          var body = OfficeJson.object().put("tab", t.title());
          body.withArray("by").addObject().put("column", "A").put("descending", true);
          h.sheet("sort", body);
        });
    add(
        all,
        own,
        "inserts rows into the tab with %s",
        (h, t) -> h.lines("insertRows", t.title(), Map.of("at", 2, "count", 2)));
    add(
        all,
        own,
        "deletes two rows of the tab with %s",
        (h, t) -> h.lines("deleteRows", t.title(), Map.of("from", 2, "count", 2)));
    add(
        all,
        own,
        "deletes all rows of the tab with %s",
        (h, t) -> h.lines("deleteRows", t.title(), Map.of("from", 2, "count", t.filledRows() - 1)));
    add(
        all,
        own,
        "copies a row of the tab with %s below",
        (h, t) -> h.lines("copyRows", t.title(), Map.of("from", 2, "to", t.filledRows() + 1)));
    add(
        all,
        own,
        "clears the tab with %s",
        (h, t) -> h.clear("'%s'!A1:Z%d".formatted(t.title(), t.filledRows())));
    add(
        all,
        own,
        "types over the first words in the tab with %s",
        (h, t) -> h.type("'%s'!A2".formatted(t.title()), "voir avec Claire"));
    add(
        all,
        own,
        "types over the titles of the tab with %s",
        (h, t) -> h.paste("'%s'!A1".formatted(t.title()), List.of(List.of("Quoi", "Combien"))));
    add(
        all,
        own,
        "deletes a column of the tab with %s",
        (h, t) -> h.lines("deleteColumns", t.title(), Map.of("from", "B")));
    add(
        all,
        own,
        "drags a column of the tab with %s to the left",
        (h, t) -> h.lines("moveColumns", t.title(), Map.of("from", "B", "to", "A")));
    add(
        all,
        own,
        "writes notes of their own beside and below the tab with %s",
        (h, t) -> {
          h.type("'%s'!M2".formatted(t.title()), "noté par Claire");
          h.type("'%s'!A%d".formatted(t.title(), t.filledRows() + 4), "noté en bas");
        });
  }
}
