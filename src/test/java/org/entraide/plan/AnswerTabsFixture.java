package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.layout.AnswerTabs;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;

/** Tabs into which a form wrote, and what is known of them. */
public abstract class AnswerTabsFixture {

  public static final List<String> QUESTIONS =
      List.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins", "Consentement");
  public static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  final List<Tab> tabs = new ArrayList<>();
  final Map<Integer, Instant> passed = new HashMap<>();
  private List<Integer> before = List.of();
  Optional<AnswerTabs.Chosen> chosen = Optional.empty();
  public Optional<String> configured = Optional.empty();
  public Optional<AnswerTabs.Newest> newest = Optional.empty();
  public boolean form;

  /** A tab that the daemon never wrote in. */
  public Tab fresh(int id, String title, int... answers) {
    return tab(id, title, QUESTIONS, Map.of(), false, answers);
  }

  /** A tab that was served; its copies are like it, whether or not marks are copied. */
  public Tab served(int id, String title, int... answers) {
    return tab(id, title, withOurs(), Map.of(6, "ref"), true, answers);
  }

  public Tab left(int id, String title, int... answers) {
    return tab(id, title, withOurs(), Map.of(6, "left.ref"), true, answers);
  }

  public static List<String> withOurs() {
    List<String> titles = new ArrayList<>(QUESTIONS);
    titles.addAll(List.of("Réf", "Statut"));
    return titles;
  }

  public Tab tab(
      int id,
      String title,
      List<String> header,
      Map<Integer, String> marks,
      boolean ours,
      int... answers) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(0, header.stream().map(Cell::text).toList()));
    for (int answer : answers) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.number(46_000 + answer, "le " + answer));
      for (int i = 1; i < QUESTIONS.size(); i++) {
        cells.add(Cell.text("x" + answer));
      }
      cells.add(Cell.text(ours ? "7KQ47" : ""));
      rows.add(new Row(rows.size(), cells));
    }
    Tab tab = new Tab(id, title, false, 1000, 26, rows, marks);
    tabs.add(tab);
    return tab;
  }

  public AnswerTabsFixture known(Integer... ids) {
    before = Arrays.asList(ids);
    return this;
  }

  /** The form's newest answer stands in these tabs, in their last row. */
  public AnswerTabsFixture form(Integer... ids) {
    form = true;
    Map<Integer, Integer> rows = new HashMap<>();
    for (int id : ids) {
      tabs.stream().filter(t -> t.sheetId() == id).forEach(t -> rows.put(id, t.rows().size() - 1));
    }
    newest = Optional.of(new AnswerTabs.Newest(QUESTIONS.subList(2, 6), NOW, rows));
    return this;
  }

  public AnswerTabs.Choice choice() throws SheetLayout.Unusable {
    return SheetLayout.choose(
        new Workbook("book", "Entraide", "fr_FR", ZoneOffset.UTC, tabs),
        configured,
        Map.of(),
        Folk.LANGUAGES,
        new AnswerTabs.Memory(before, passed, chosen),
        form ? Optional.of(asked -> newest) : Optional.empty(),
        NOW);
  }

  public void assertServed(int id) {
    try {
      assertThat(choice().served().sheetId()).isEqualTo(id);
    } catch (SheetLayout.Unusable e) {
      throw new AssertionError(e.reason().toString(), e);
    }
  }

  void assertDoubt(String... titles) {
    assertAsked("plan.tab.doubt", titles);
  }

  /** To answer the form once would not help. */
  void assertStrange(String... titles) {
    assertAsked("plan.tab.strange", titles);
  }

  private void assertAsked(String key, String... titles) {
    assertThatExceptionOfType(SheetLayout.Unusable.class)
        .isThrownBy(this::choice)
        .satisfies(
            e -> {
              assertThat(e.reason().key()).isEqualTo(key);
              assertThat(Folk.LANGUAGES.get(0).format(e.reason())).contains(titles);
            });
  }
}
