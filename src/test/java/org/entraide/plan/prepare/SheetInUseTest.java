package org.entraide.plan.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.Folk;
import org.entraide.plan.Sheets;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.table.Area;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.FilterCondition;
import org.entraide.table.Overlay;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/** What a sheet in use gets once: the place of the sign of life, filter views. */
class SheetInUseTest extends PreparedFixture {

  @Test
  void theNameFollowsTheSignOfLifeWhereARowWasInserted() {
    Prepared prepared = new Prepared();
    name(prepared, Area.cell(OwnTabs.DASHBOARD, 7, 1));

    assertThat(MissingParts.preparations(prepared.layout(), FRENCH))
        .containsExactly(
            new Change.MoveName("n1", SheetFormatting.HEARTBEAT, SIGN_OF_LIFE),
            new Change.Format(SIGN_OF_LIFE, Change.Times.MOMENT));
  }

  @Test
  void inASheetInUseTheTitlesAndTheFormatOfTheSignOfLifeMoveOnceWithTheirRows() {
    Prepared prepared = new Prepared();
    name(prepared, Area.cell(OwnTabs.DASHBOARD, 1, 1));

    List<Change> changes = MissingParts.preparations(prepared.layout(), FRENCH);

    assertThat(changes)
        .contains(
            new Change.MoveName("n1", SheetFormatting.HEARTBEAT, SIGN_OF_LIFE),
            new Change.Format(SIGN_OF_LIFE, Change.Times.MOMENT))
        .anyMatch(it -> it instanceof Change.TintWhere tint && tint.area().equals(SIGN_OF_LIFE));
    assertThat(rows(changes, Change.Plain.class)).containsExactlyInAnyOrder(5, 14, 30);
    assertThat(rows(changes, Change.Headline.class)).containsExactlyInAnyOrder(1, 10, 19, 36);
    name(prepared, SIGN_OF_LIFE);
    assertThat(MissingParts.preparations(prepared.layout(), FRENCH)).isEmpty();
  }

  private static List<Integer> rows(List<Change> changes, Class<? extends Change.Decoration> kind) {
    return changes.stream()
        .filter(kind::isInstance)
        .map(change -> kind.cast(change).area().row())
        .toList();
  }

  private static void name(Prepared prepared, Area area) {
    Decorations looks = prepared.looks;
    prepared.looks =
        new Decorations(
            looks.recalculatesOnChange(),
            looks.notes(),
            looks.helped(),
            looks.formatted(),
            looks.wrapped(),
            looks.rules(),
            looks.guarded(),
            new Overlay(
                    Map.of(SheetFormatting.HEARTBEAT, new Overlay.NamedArea("n1", area)),
                    looks.overlay().charts())
                .withFilterViews(looks.overlay().filterViews()));
  }

  // ---- filter views

  private static List<Change.FilterView> views(List<Change> changes) {
    return changes.stream()
        .filter(Change.FilterView.class::isInstance)
        .map(Change.FilterView.class::cast)
        .toList();
  }

  @Test
  void filterViewsAreMadeOnceWithTheTabOfTasksAndAreThenPeoples() {
    List<Change.FilterView> made =
        views(MissingParts.preparations(Sheets.found(Overlay.NONE, Sheets.answers()), FRENCH));

    assertThat(made)
        .extracting(Change.FilterView::title)
        .startsWith("Réparer", "Confirmer", "Téléphoner")
        .endsWith(
            "À compléter",
            "À situer",
            "À orienter",
            "Bénévoles disponibles",
            "Attendent depuis longtemps")
        .hasSize(13);
    assertThat(made).extracting(Change.FilterView::id).doesNotHaveDuplicates();
    assertThat(made.get(2))
        .isEqualTo(
            new Change.FilterView(
                Area.whole(OwnTabs.TODO),
                741_852_023,
                "Téléphoner",
                List.of(new Change.FilteredColumn(0, new FilterCondition.TextIs("Téléphoner")))));
    assertThat(made.get(12).columns())
        .contains(
            new Change.FilteredColumn(0, new FilterCondition.DateBefore(FilterCondition.Ago.WEEK)));
    Prepared prepared = new Prepared();
    prepared.looks = unseen(prepared.looks);
    assertThat(MissingParts.preparations(prepared.layout(), FRENCH)).isEmpty();
  }

  /** Somebody deleted all views. */
  private static Decorations unseen(Decorations looks) {
    return new Decorations(
        looks.recalculatesOnChange(),
        looks.notes(),
        looks.helped(),
        looks.formatted(),
        looks.wrapped(),
        looks.rules(),
        looks.guarded(),
        looks.overlay().withFilterViews(Set.of()));
  }

  @Test
  void aTabThatIsLinkedAnewHasItsViewsBesideThoseOfTheTabBefore() {
    Overlay left = Overlay.NONE.withFilterViews(Set.of(PreparedFilters.TO_LOCATE));

    assertThat(views(MissingParts.preparations(Sheets.found(left, Sheets.answers()), FRENCH)))
        .hasSize(13)
        .filteredOn(view -> view.title().equals("À situer"))
        .singleElement()
        .extracting(Change.FilterView::id)
        .isNotEqualTo(PreparedFilters.TO_LOCATE);
  }

  @Test
  void whoeverIsToBeSignpostedIsAmongThoseToSignpost() {
    for (Texts texts : Folk.LANGUAGES) {
      String wanted = texts.get("todo.view.to_signpost.contains").toLowerCase(Locale.ROOT);

      for (String key : List.of("people.minor", "reason.by_hand")) {
        assertThat(texts.get(key).toLowerCase(Locale.ROOT)).as(key).contains(wanted);
      }
    }
  }

  @Test
  void whoWasSignpostedIsNotAmongThoseToSignpost() {
    for (Texts texts : Folk.LANGUAGES) {
      String wanted = texts.get("todo.view.to_signpost.contains").toLowerCase(Locale.ROOT);

      assertThat(texts.get("explain.signposted").toLowerCase(Locale.ROOT)).doesNotContain(wanted);
    }
  }
}
