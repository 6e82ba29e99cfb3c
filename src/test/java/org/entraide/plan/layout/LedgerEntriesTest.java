package org.entraide.plan.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.plan.CellPlannerFixture;
import org.entraide.plan.Folk;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.report.LedgerWords;
import org.entraide.plan.write.CellPlanner;
import org.entraide.plan.write.LedgerPlanner.WantedEntry;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/** What the ledger says of introductions. */
class LedgerEntriesTest extends CellPlannerFixture {

  // ---- the ledger

  private static Introduction introduction(State state) {
    return Folk.introduction("M-7KQ47", "7KQ47", "73E2M", state);
  }

  private static WantedEntry entry(Introduction introduction) {
    return new WantedEntry(
        introduction, LedgerWords.explanation(introduction, false), List.of("0f3a", "1b"));
  }

  private static Row ledgerRow(List<String> texts) {
    return new Row(1, texts.stream().map(Cell::text).toList());
  }

  private static List<LedgerRow> read(Row row) {
    return plan(Map.of()).ledger().entries(Map.of(OwnTabs.LEDGER, List.of(row)));
  }

  @Test
  void aNewEntryReadsBackAsTheIntroductionItIs() {
    Introduction made = introduction(State.PREPARING);

    LedgerRow row = read(ledgerRow(plan(Map.of()).ledger().newEntry(entry(made)))).get(0);

    assertThat(row.ref()).isEqualTo("M-7KQ47");
    assertThat(row.person()).isEqualTo("7KQ47");
    assertThat(row.helper()).isEqualTo("73E2M");
    assertThat(row.needs()).containsExactly(Category.SHOPPING);
    assertThat(row.distanceKm()).contains(1.5);
    assertThat(row.state()).contains(State.PREPARING);
    assertThat(row.check().map(RowCheck::fingerprints)).contains(List.of("0f3a", "1b"));
    assertThat(plan(Map.of()).ledger().changes(List.of(row), Map.of(made.ref(), entry(made))))
        .isEmpty();
  }

  @Test
  void everyCategoryReadsBackInBothLanguages() {
    for (Texts texts : Folk.LANGUAGES) {
      Introduction made =
          new Introduction(
              "M-7KQ47",
              "7KQ47",
              "73E2M",
              Set.of(Category.values()),
              null,
              State.PREPARING,
              "",
              null,
              null,
              null,
              Folk.NOON,
              false,
              null,
              null,
              Set.of(),
              Correspondence.NONE);
      CellPlanner plan =
          new CellPlanner(LAYOUT, Map.of(), Folk.WORDS, texts, ZoneOffset.UTC, CONTENTS);

      assertThat(read(ledgerRow(plan.ledger().newEntry(entry(made)))).get(0).needs())
          .containsExactlyInAnyOrder(Category.values());
    }
  }

  @Test
  void onlyARemoteIntroductionIsSaidToBeRemote() {
    assertThat(distance(Set.of(Category.CONVERSATION), null)).isEqualTo("à distance");
    assertThat(distance(Set.of(Category.SHOPPING), null)).isEmpty();
    assertThat(distance(Set.of(Category.SHOPPING), 2.25)).isEqualTo("2,2");
  }

  private static String distance(
      Set<Category> needs, @org.jspecify.annotations.Nullable Double km) {
    Introduction made =
        new Introduction(
            "M-7KQ47",
            "7KQ47",
            "73E2M",
            needs,
            km,
            State.SENT,
            "",
            null,
            null,
            null,
            Folk.NOON,
            true,
            null,
            null,
            Set.of(),
            Correspondence.NONE);
    return plan(Map.of())
        .ledger()
        .newEntry(entry(made))
        .get(LAYOUT.ledgerColumns().of(LedgerColumn.DISTANCE));
  }

  @Test
  void anEntryFollowsItsIntroductionAndATypedCellOfItStays() {
    List<String> texts =
        new ArrayList<>(plan(Map.of()).ledger().newEntry(entry(introduction(State.DRAFTED))));
    texts.set(LAYOUT.ledgerColumns().of(LedgerColumn.EXPLANATION), "Lue par Paul");
    LedgerRow row = read(ledgerRow(texts)).get(0);
    Introduction sent = introduction(State.DRAFTED).sent(Folk.NOON);

    RowChange change =
        plan(Map.of()).ledger().changes(List.of(row), Map.of(sent.ref(), entry(sent))).get(0);

    Map<Integer, String> cells = new HashMap<>();
    change
        .changes()
        .forEach(c -> cells.put(((Change.SetCell) c).column(), ((Change.SetCell) c).text()));
    assertThat(cells)
        .containsEntry(LAYOUT.ledgerColumns().of(LedgerColumn.STATE), "Envoyée")
        .containsEntry(LAYOUT.ledgerColumns().of(LedgerColumn.SENT_ON), "26/03/2020")
        .doesNotContainKey(LAYOUT.ledgerColumns().of(LedgerColumn.EXPLANATION))
        .doesNotContainKey(LAYOUT.ledgerColumns().of(LedgerColumn.OUTCOME));
  }

  @Test
  void aStateInTheWordsOfAnEarlierVersionIsUnderstoodByWordAndByHash() {
    List<String> texts =
        new ArrayList<>(plan(Map.of()).ledger().newEntry(entry(introduction(State.SENT))));
    texts.set(LAYOUT.ledgerColumns().of(LedgerColumn.STATE), "Envoyé");
    texts.set(
        LAYOUT.ledgerColumns().of(LedgerColumn.CHECK),
        RowCheck.of(List.of("0f3a", "1b"), List.of("Envoyé", "", "")).text());
    assertThat(read(ledgerRow(texts)).get(0).state()).contains(State.SENT);

    texts.set(LAYOUT.ledgerColumns().of(LedgerColumn.STATE), "vu avec Paul");
    assertThat(read(ledgerRow(texts)).get(0).state()).contains(State.SENT);
  }

  @Test
  void whatAnEarlierVersionWroteIsKnownByItsShorterCheckAndWrittenAnew() {
    Introduction sent = introduction(State.SENT);
    List<String> texts = new ArrayList<>(plan(Map.of()).ledger().newEntry(entry(sent)));
    texts.set(LAYOUT.ledgerColumns().of(LedgerColumn.EXPLANATION), "Partie.");
    texts.set(LAYOUT.ledgerColumns().of(LedgerColumn.DELEGATE), "");
    texts.set(
        LAYOUT.ledgerColumns().of(LedgerColumn.CHECK),
        RowCheck.of(List.of("0f3a", "1b"), List.of("Envoyée", "", "Partie.")).text());

    RowChange change =
        plan(Map.of())
            .ledger()
            .changes(read(ledgerRow(texts)), Map.of(sent.ref(), entry(sent)))
            .get(0);

    assertThat(change.changes())
        .map(c -> ((Change.SetCell) c).column())
        .contains(
            LAYOUT.ledgerColumns().of(LedgerColumn.EXPLANATION),
            LAYOUT.ledgerColumns().of(LedgerColumn.DELEGATE));
  }

  @Test
  void whoseDraftsHaveTheLetterIsWrittenWithTheEntryAndKeptWhereOnlyTheLedgerKnows() {
    int delegate = LAYOUT.ledgerColumns().of(LedgerColumn.DELEGATE);
    Introduction made = introduction(State.SENT);
    List<String> texts = plan(Map.of()).ledger().newEntry(entry(made));
    assertThat(texts.get(delegate)).isEqualTo(made.mailbox()).isNotEmpty();

    Introduction adopted = made.inMailbox("");
    List<RowChange> changes =
        plan(Map.of()).ledger().changes(read(ledgerRow(texts)), Map.of(made.ref(), entry(adopted)));

    assertThat(changes).isEmpty();
  }

  @Test
  void aRowOfTheLedgerThatNamesNoIntroductionIsAPersonSNote() {
    assertThat(read(ledgerRow(List.of("Total", "12")))).isEmpty();
    assertThat(read(ledgerRow(List.of("M-XXXXX", "7KQ47")))).isEmpty();
    assertThat(read(ledgerRow(List.of(" M-7KQ47 ", "7KQ47")))).hasSize(1);
  }

  @Test
  void onlyAnOutcomeIsTakenForOne() {
    for (Texts texts : Folk.LANGUAGES) {
      for (State state : State.values()) {
        List<String> cells =
            new ArrayList<>(plan(Map.of()).ledger().newEntry(entry(introduction(State.SENT))));
        cells.set(
            LAYOUT.ledgerColumns().of(LedgerColumn.OUTCOME),
            texts.get(SheetVocabulary.stateKey(state)));
        boolean outcome =
            Set.of(State.ACCEPTED, State.DECLINED, State.NO_ANSWER, State.DONE).contains(state);

        assertThat(read(ledgerRow(cells)).get(0).outcome())
            .isEqualTo(outcome ? Optional.of(state) : Optional.empty());
      }
    }
  }

  @Test
  void everyStateIsExplainedInWholeSentences() {
    for (State state : State.values()) {
      for (boolean many : List.of(true, false)) {
        for (Introduction i :
            List.of(
                introduction(state),
                introduction(state).asAttempted(),
                introduction(state).missing(Folk.NOON))) {
          for (Texts texts : Folk.LANGUAGES) {
            assertThat(LedgerWords.explanation(i, many))
                .allSatisfy(m -> assertThat(texts.format(m)).matches("(?s)\\p{Lu}.*[.?!]"));
          }
        }
      }
    }
  }
}
