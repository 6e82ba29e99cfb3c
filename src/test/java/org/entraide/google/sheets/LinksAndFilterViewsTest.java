package org.entraide.google.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entraide.google.Offices;
import org.entraide.google.quota.Quotas;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.Attempts;
import org.entraide.google.wire.AuthorizedRequests;
import org.entraide.google.wire.GoogleFailures;
import org.entraide.google.wire.RefusalAdvice;
import org.entraide.google.wire.RetryTimes;
import org.entraide.resilience.RemoteFailure;
import org.entraide.sandbox.office.SheetsFixture;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.FilterCondition;
import org.entraide.table.LinkFormula;
import org.entraide.table.Row;
import org.entraide.table.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links and filter views as the adapter writes and reads them, in the embedded office. */
class LinksAndFilterViewsTest {

  private static final int ANSWERS = 7;
  private static final int TODO = 8;

  private final SheetsFixture office =
      SheetsFixture.french().filled("Nom|Réf", "Ana|7KQ47", "Bob|9JNRN");
  private final SheetsTable table = table(office);

  private static SheetsTable table(SheetsFixture office) {
    Offices.Time time = new Offices.Time();
    Random random = new Random(1);
    AccessTokens tokens =
        new AccessTokens() {
          @Override
          public String token() {
            return "t";
          }

          @Override
          public void refresh() {}
        };
    GoogleFailures failures =
        new GoogleFailures(
            new RetryTimes(time, random), new RefusalAdvice("daemon@example.org", "1"));
    Sheets client =
        new Sheets.Builder(
                office.client.getRequestFactory().getTransport(),
                GsonFactory.getDefaultInstance(),
                new AuthorizedRequests(tokens))
            .setApplicationName("test")
            .build();
    return new SheetsTable(
        client,
        SheetsFixture.ID,
        new Attempts(time, time, random, failures),
        tokens,
        new Quotas(time).sheets("daemon@example.org", "project"));
  }

  private static Change link(String reference) {
    return new Change.SetFormula(
        TODO, 1, 0, LinkFormula.toRow(ANSWERS, "Réponses 1", 1, reference, "Ligne " + reference));
  }

  private static Cell link(Workbook workbook) {
    return workbook.tab(TODO).orElseThrow().rows().get(1).cell(0);
  }

  private static Cell cell(Map<Integer, List<Row>> answer) {
    return answer.getOrDefault(TODO, List.of()).get(1).cell(0);
  }

  private static String target(SheetsFixture sheet) {
    JsonNode cells = sheet.book("sheets(data(rowData(values(hyperlink))))");
    return cells.at("/sheets/1/data/0/rowData/1/values/0/hyperlink").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr_FR", "en_GB", "en_US"})
  void aLinkIsReadAsItsLabelInEveryLocale(String locale) throws Exception {
    SheetsFixture sheet = SheetsFixture.of(locale).filled("Nom|Réf", "Ana|7KQ47", "Bob|9JNRN");
    SheetsTable table = table(sheet);
    table.read();

    Cell written = cell(table.write(List.of(link("9JNRN")), Map.of(TODO, Set.of(0))));

    assertThat(written).isEqualTo(Cell.text("Ligne 9JNRN"));
    assertThat(link(table.read())).isEqualTo(written);
    assertThat(cell(table.reread(Map.of(TODO, Set.of(0))))).isEqualTo(written);
    assertThat(target(sheet)).isEqualTo("#gid=7&range=B3");
  }

  @Test
  void aLinkFollowsItsRowWhereverItIsSortedTo() throws Exception {
    table.write(List.of(link("7KQ47")), Map.of());
    assertThat(target(office)).isEqualTo("#gid=7&range=B2");

    office.organiser("sort", "{'tab':'Réponses 1','by':[{'column':'A','descending':true}]}");

    assertThat(target(office)).isEqualTo("#gid=7&range=B3");
    assertThat(link(table.read())).isEqualTo(Cell.text("Ligne 7KQ47"));
  }

  @Test
  void aLinkToARowThatIsGoneIsAnErrorAndIsLeftAsItIs() throws Exception {
    table.write(List.of(link("7KQ47")), Map.of());
    office.organiser("deleteRows", "{'tab':'Réponses 1','from':2}");

    Cell cell = link(table.read());

    assertThat(cell).isEqualTo(new Cell(Cell.Kind.ERROR, "#N/A", 0));
    assertThat(((Change.SetFormula) link("7KQ47")).link().isShownBy(cell)).isTrue();
  }

  @Test
  void aTabThatIsRenamedIsStillLedTo() throws Exception {
    table.write(List.of(link("9JNRN")), Map.of());

    office.organiser("renameTab", "{'tab':'Réponses 1','title':'Gens'}");

    assertThat(target(office)).isEqualTo("#gid=7&range=B3");
  }

  @Test
  void aLinkToALetterIsReadAsItsLabel() throws Exception {
    LinkFormula letter = LinkFormula.toLetter("d+x@example.org", "M-7KQ47", "Lettre M-7KQ47");
    table.write(List.of(new Change.SetFormula(TODO, 1, 0, letter)), Map.of());

    assertThat(link(table.read())).isEqualTo(Cell.text("Lettre M-7KQ47"));
    assertThat(target(office))
        .isEqualTo("https://mail.google.com/mail/?authuser=d%2Bx@example.org#search/M-7KQ47");
  }

  private static Change.FilterView view(int id) {
    return new Change.FilterView(
        Area.columns(ANSWERS, 0, 3),
        id,
        "Attendent depuis longtemps",
        List.of(
            new Change.FilteredColumn(1, new FilterCondition.TextIs("En attente")),
            new Change.FilteredColumn(
                0, new FilterCondition.DateBefore(FilterCondition.Ago.WEEK))));
  }

  @Test
  void aFilterViewIsAddedOnceAndKnownByItsNumber() throws Exception {
    table.write(List.of(view(771)), Map.of());

    assertThat(table.read().overlay().filterViews()).containsExactly(771);
    assertThat(table.decorations(Set.of(ANSWERS)).has(view(771))).isTrue();
    assertThat(table.decorations(Set.of(ANSWERS)).has(view(772))).isFalse();
    assertThatThrownBy(() -> table.write(List.of(view(771)), Map.of()))
        .isInstanceOfSatisfying(
            RemoteFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.CONFLICT));
    JsonNode kept = office.book("sheets(filterViews)").at("/sheets/0/filterViews/0");
    assertThat(kept.path("title").asText()).isEqualTo("Attendent depuis longtemps");
    assertThat(kept.at("/filterSpecs/1/filterCriteria/condition/values/0/relativeDate").asText())
        .isEqualTo("PAST_WEEK");
  }

  @Test
  void aFilterViewOfADeletedTabIsGone() throws Exception {
    table.write(List.of(view(771)), Map.of());

    office.batch("{'deleteSheet':{'sheetId':7}}");

    assertThat(table.read().overlay().filterViews()).isEmpty();
  }
}
