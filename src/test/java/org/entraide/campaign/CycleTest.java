package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.DELEGATE;
import static org.entraide.campaign.World.LEDGER;
import static org.entraide.campaign.World.NAME;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.OTHER_DELEGATE;
import static org.entraide.campaign.World.PLACE;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.plan.Letter;
import org.junit.jupiter.api.Test;

class CycleTest {

  private static World pair() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses");
  }

  @Test
  void everybodyIsToldWhereTheyStand() {
    World world = World.busy();

    CycleReport report = world.once();

    assertThat(report.troubles()).isEmpty();
    assertThat(world.statuses())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Ana Alba", "Brouillon prêt",
                "Bo Bell", "Brouillon prêt",
                "Cy Cole", "Brouillon prêt",
                "Dan Dell", "Brouillon prêt",
                "Eve Ender", "Brouillon prêt",
                "Fay Fell", "Incomplet",
                "Gil Gant", "Lieu à préciser",
                "Ida Iles", "En attente",
                "Jo Jarr", "Brouillon prêt",
                "Kim Kern", "Brouillon prêt"));
    assertThat(world.ledger())
        .containsExactly(
            "Ana Alba, Bo Bell: Brouillon prêt",
            "Ana Alba, Cy Cole: Brouillon prêt",
            "Dan Dell, Eve Ender: Brouillon prêt",
            "Jo Jarr, Bo Bell: Brouillon prêt",
            "Kim Kern, Eve Ender: Brouillon prêt");
    assertThat(world.mailbox(DELEGATE).waiting()).hasSize(4);
    assertThat(world.mailbox(OTHER_DELEGATE).waiting())
        .containsExactly(world.introduction("Kim Kern", "Eve Ender"));
  }

  @Test
  void everyRowHasAReferenceAStatusAndAnExplanation() {
    World world = World.busy();

    world.once();

    assertThat(world.shown().values())
        .allSatisfy(row -> assertThat(row.get("Réf")).isNotEmpty())
        .allSatisfy(row -> assertThat(row.get("Statut")).isNotEmpty())
        .allSatisfy(row -> assertThat(row.get("Explication")).isNotEmpty());
  }

  @Test
  void bothRowsOfOnePersonShowTheOneReference() {
    World world = World.busy();

    world.once();

    assertThat(world.table.text(ANSWERS, 1, "Réf")).isEqualTo(world.table.text(ANSWERS, 2, "Réf"));
    assertThat(world.table.text(ANSWERS, 1, "Statut")).isEqualTo("Doublon");
    assertThat(world.table.text(ANSWERS, 1, "Explication")).contains("3");
  }

  @Test
  void aSecondCycleWritesNothingAndReadsOnce() {
    World world = World.busy();
    world.once();
    List<List<List<String>>> before = world.table.everything();
    Journal.Memory memory = world.journal().memory("londres");
    int called = world.outage.calls().size();

    CycleReport second = world.once();

    assertThat(second.quiet()).isTrue();
    assertThat(second.again()).isFalse();
    assertThat(world.outage.calls().subList(called, world.outage.calls().size()))
        .containsExactly("read", "since", "since");
    assertThat(world.table.everything()).isEqualTo(before);
    assertThat(world.journal().memory("londres").introductions()).isEqualTo(memory.introductions());
    world.once();
    Journal.Memory third = world.journal().memory("londres");
    world.once();
    assertThat(world.journal().memory("londres")).isEqualTo(third);
  }

  @Test
  void aQuietCycleStaysQuietForEver() {
    World world = World.busy();
    world.once();
    int writes = world.table.writes();

    CycleReport last = world.settle(20);

    assertThat(last.quiet()).isTrue();
    assertThat(world.table.writes()).isEqualTo(writes);
  }

  @Test
  void thePeopleSColumnsStayAsTheyWere() {
    World world = World.busy();
    int width = World.HEADER.size();
    List<List<String>> before =
        world.table.everything().get(0).stream().map(r -> r.subList(0, width)).toList();

    world.settle(3);

    assertThat(world.table.everything().get(0).stream().map(r -> r.subList(0, width)).toList())
        .isEqualTo(before);
  }

  @Test
  void rowsSortedBetweenReadAndWriteAreWrittenWhereTheyAre() {
    World calm = World.busy();
    calm.settle(3);
    calm.table.sortDescending(ANSWERS, NAME);
    calm.once();
    World world = World.busy();
    world.table.beforeNextReread(() -> world.table.sortDescending(ANSWERS, NAME));

    world.settle(3);

    assertThat(world.shown()).isEqualTo(calm.shown());
    assertThat(world.letters()).isEqualTo(calm.letters());
  }

  @Test
  void rowsSortedInTheInstantOfTheWriteAreMendedAtOnce() {
    World calm = World.busy();
    calm.settle(3);
    calm.table.sortDescending(ANSWERS, NAME);
    calm.once();
    World world = World.busy().atWork();
    world.table.beforeNextCells(() -> world.table.sortDescending(ANSWERS, NAME));

    CycleReport first = world.once();
    world.once();

    assertThat(first.again()).isTrue();
    assertThat(world.shown()).isEqualTo(calm.shown());
    assertThat(world.letters()).isEqualTo(calm.letters());
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void whileColumnsMoveNothingIsWrittenIntoOthers() {
    World calm = World.busy();
    calm.settle(3);
    World world = World.busy();
    world.settle(3);
    world.answer("Lou Lane", PLACE, "Nord", NEEDS, "Conversation");
    calm.answer("Lou Lane", PLACE, "Nord", NEEDS, "Conversation");
    calm.settle(2);
    int before = world.table.column(ANSWERS, "Réf");
    world.table.beforeNextReread(() -> world.table.insertColumn(ANSWERS, before, "Suivi"));

    CycleReport disturbed = world.once();

    assertThat(disturbed.again()).isTrue();
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      assertThat(world.table.text(ANSWERS, row, "Suivi")).isEmpty();
    }
    world.settle(2);
    assertThat(world.shown()).isEqualTo(calm.shown());
    for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
      assertThat(world.table.text(ANSWERS, row, "Suivi")).isEmpty();
    }
  }

  @Test
  void aLetterThatCannotBeMadeHoldsUpNoOther() {
    World calm = World.busy();
    calm.settle(3);
    int letters = calm.letters().size();
    String refused = calm.mailbox().first().to().get(0).email();
    World world = World.busy();
    world.mailbox().refuse(refused);

    CycleReport report = world.once();

    assertThat(report.troubles()).isNotEmpty();
    assertThat(letters).isGreaterThan(2);
    assertThat(world.letters().size()).isEqualTo(letters - calm.mailbox().lettersTo(refused));
  }

  @Test
  void aPageOfReferencesPastedIntoOneCellStopsNobody() {
    World world = pair();
    world.settle(2);

    String page =
        IntStream.range(0, 20_000).mapToObj(i -> "mot" + i).collect(Collectors.joining(", "));
    world.instruct("Ana Alba", "Avec", page);
    world.settle(2);

    assertThat(world.shown("Ana Alba", "Explication").length()).isLessThanOrEqualTo(2000);
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void aRowInsertedInTheInstantOfTheWriteShiftsNobody() {
    World world = World.busy();
    world.table.beforeNextCells(
        () ->
            world.table.insert(
                ANSWERS, 1, world.cells("Lou Lane", PLACE, "Nord", NEEDS, "Conversation")));

    world.settle(3);

    World calm = World.busy();
    calm.table.insert(ANSWERS, 1, calm.cells("Lou Lane", PLACE, "Nord", NEEDS, "Conversation"));
    calm.settle(3);
    assertThat(world.statuses()).isEqualTo(calm.statuses());
    assertThat(world.letters()).isEqualTo(calm.letters());
  }

  @Test
  void aRowDeletedInTheInstantOfTheWriteLeavesTheOthersRight() {
    World world = World.busy();
    world.table.beforeNextCells(() -> world.table.deleteRow(ANSWERS, 9)); // Ida, whom nobody met

    world.settle(3);

    World calm = World.busy();
    calm.table.deleteRow(ANSWERS, 9);
    calm.settle(3);
    assertThat(world.shown()).isEqualTo(calm.shown());
    assertThat(world.letters()).isEqualTo(calm.letters());
  }

  @Test
  void wordsBesideAnAnswerThatWasEmptiedAreTakenAway() {
    World world = pair();
    world.once();
    for (String title : World.HEADER) {
      world.table.type(ANSWERS, 2, title, "");
    }
    world.table.type(ANSWERS, 2, "Lieu compris", "à garder");

    world.settle(2);

    assertThat(world.table.text(ANSWERS, 2, "Réf")).isEmpty();
    assertThat(world.table.text(ANSWERS, 2, "Statut")).isEmpty();
    assertThat(world.table.text(ANSWERS, 2, "Lieu compris")).isEqualTo("à garder");
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void aCopiedRowIsNotASecondPerson() {
    World world = pair();
    world.settle(2);

    world.table.copyRow(ANSWERS, 1);
    world.settle(2);

    assertThat(world.letters()).hasSize(1);
    assertThat(world.table.text(ANSWERS, 3, "Réf")).isEqualTo(world.table.text(ANSWERS, 1, "Réf"));
  }

  @Test
  void aSheetSortedForGoodChangesNobody() {
    World world = World.busy();
    world.settle(2);
    List<String> ledger = world.ledger();
    List<List<String>> letters = world.letters();

    world.table.reverse(ANSWERS);
    world.settle(3);

    assertThat(world.ledger()).isEqualTo(ledger);
    assertThat(world.letters()).isEqualTo(letters);
  }

  @Test
  void withTheJournalGoneTheSheetAndTheMailboxAreEnough() {
    World world = World.busy();
    world.settle(2);
    Map<String, Map<String, String>> shown = world.shown();
    List<String> references = world.ledgerReferences();

    world.startAgain(new MemoryJournal());
    CycleReport last = world.settle(4);

    assertThat(last.quiet()).isTrue();
    assertThat(world.shown()).isEqualTo(shown);
    assertThat(world.ledgerReferences()).isEqualTo(references);
    assertThat(world.letters()).hasSize(5);
  }

  @Test
  void withTheJournalGoneALetterInTheTrashIsNotWrittenAgain() {
    World world = pair();
    world.once();
    world.mailbox().trash(world.introduction("Ana Alba", "Bo Bell"));

    world.startAgain(new MemoryJournal());
    world.settle(4);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Écartée");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void withTheJournalGoneADraftThatWasThrownAwayIsNotWrittenAgain() {
    World world = pair();
    world.once();
    world.mailbox().discard(world.introduction("Ana Alba", "Bo Bell"));

    world.startAgain(new MemoryJournal());
    world.settle(4);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Écartée");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void withTheJournalGoneASentLetterIsFoundAgain() {
    World world = pair();
    world.once();
    world.mailbox().send(world.introduction("Ana Alba", "Bo Bell"));

    world.startAgain(new MemoryJournal());
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyé");
  }

  @Test
  void withTheJournalGoneAMailboxThatIsDownLeavesEverythingOpen() {
    World world = World.busy();
    world.once();
    List<String> ledger = world.ledger();
    world.startAgain(new MemoryJournal());

    for (int i = 0; i < 4; i++) {
      world.outage.plan(world.outage.calls().size() + 1, Outage.How.BEFORE); // the first listing
      world.once();
      world.clock.advance(Duration.ofMinutes(11));
    }

    assertThat(world.ledger()).isEqualTo(ledger);
    assertThat(world.letters()).hasSize(5);
  }

  @Test
  void withTheJournalGoneNobodyIsReadAsTyped() {
    World world = World.busy();
    world.settle(2);

    world.startAgain(new MemoryJournal());
    world.settle(3);

    assertThat(world.shown().values())
        .noneSatisfy(row -> assertThat(row.get("Explication")).contains("ce qui est tapé"));
  }

  @Test
  void campaignsWithOneJournalDoNotMix() {
    World london = World.busy();
    World dublin = new World("dublin");
    dublin.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses");
    dublin.answer("Zoe Zell", PLACE, "Nord", OFFERS, "Courses");
    dublin.startAgain(london.journal());
    World alone = World.busy();
    alone.settle(3);

    for (int i = 0; i < 3; i++) {
      london.once();
      dublin.once();
    }

    assertThat(london.shown()).isEqualTo(alone.shown());
    assertThat(dublin.ledger()).containsExactly("Ana Alba, Zoe Zell: Brouillon prêt");
    assertThat(london.journal().memory("dublin").introductions()).hasSize(1);
    assertThat(london.journal().memory("londres").introductions()).hasSize(5);
    assertThat(london.journal().reports())
        .extracting(Journal.CampaignReport::campaign)
        .containsExactly("dublin", "londres");
  }

  @Test
  void aDryRunChangesNothingAnywhere() {
    World world = World.busy();
    List<List<List<String>>> before = world.table.everything();
    Journal.Memory memory = world.journal().memory("londres");

    CycleReport report = world.campaign().dryRun();

    assertThat(report.completed()).isTrue();
    assertThat(report.lines()).anyMatch(e -> e.startsWith("draft M-"));
    assertThat(world.table.everything()).isEqualTo(before);
    assertThat(world.table.writes()).isZero();
    assertThat(world.letters()).isEmpty();
    assertThat(world.journal().memory("londres")).isEqualTo(memory);
    assertThat(world.journal().reports()).isEmpty();
    assertThat(world.journal().unfinished("londres")).isEmpty();
  }

  @Test
  void aDryRunNamesNobody() {
    World world = World.busy();
    Pattern personal = Pattern.compile("(?i)ana|bell|cole|example\\.org|nord|07700|900123");

    CycleReport fresh = world.campaign().dryRun();
    world.once();
    world.answer("Max Mann", PLACE, "Nord", NEEDS, "Conversation");
    CycleReport later = world.campaign().dryRun();

    assertThat(fresh.lines()).isNotEmpty().noneMatch(e -> personal.matcher(e).find());
    assertThat(later.lines()).isNotEmpty().noneMatch(e -> personal.matcher(e).find());
  }

  @Test
  void effectsNameReferencesAndNobody() {
    World world = World.busy();

    List<String> effects = world.once().lines();

    assertThat(effects)
        .allMatch(e -> e.matches("settings|dashboard|(prepare|ledger|draft|write) [-A-Z0-9a-z ]+"));
    assertThat(effects).noneMatch(e -> e.contains("Ana") || e.contains("@"));
  }

  // ---- letters go on

  @Test
  void aLetterThatWasSentIsToldInTheLedgerAndInBothRows() {
    World world = pair();
    world.once();
    String ref = world.introduction("Ana Alba", "Bo Bell");

    world.mailbox().send(ref);
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyé");
    assertThat(world.statuses())
        .containsEntry("Ana Alba", "Mis en relation")
        .containsEntry("Bo Bell", "Mis en relation");
    assertThat(world.table.text(LEDGER, 1, "Envoyé le")).isEqualTo("26/03/2020");
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void anEditedDraftIsLeftAlone() {
    World world = pair();
    world.once();

    world.mailbox().edit(world.introduction("Ana Alba", "Bo Bell"));

    assertThat(world.settle(3).quiet()).isTrue();
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  @Test
  void aDiscardedDraftEndsThePairAfterTheGrace() {
    World world = pair().answer("Cy Cole", PLACE, "Sud", OFFERS, "Courses");
    world.once();
    world.mailbox().discard(world.introduction("Ana Alba", "Bo Bell"));

    world.once();
    List<String> waiting = world.ledger();
    world.clock.advance(Duration.ofMinutes(11));
    world.settle(2);

    assertThat(waiting).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(world.ledger())
        .containsExactly("Ana Alba, Bo Bell: Écartée", "Ana Alba, Cy Cole: Brouillon prêt");
  }

  @Test
  void aDraftTakenOutOfTheTrashInTimeGoesOn() {
    World world = pair();
    world.once();
    String ref = world.introduction("Ana Alba", "Bo Bell");

    world.mailbox().trash(ref);
    world.once();
    world.clock.advance(Duration.ofMinutes(5));
    world.mailbox().takeOutOfTrash(ref);
    world.settle(4);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(world.table.text(LEDGER, 1, "Explication"))
        .isEqualTo("À relire, changer, envoyer ou jeter.");
  }

  @Test
  void anOutcomeIsObeyed() {
    World world = pair();
    world.once();

    world.table.type(LEDGER, 1, "Suite", "Terminée");
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Terminée");
    assertThat(world.statuses())
        .containsEntry("Ana Alba", "Terminé")
        .containsEntry("Bo Bell", "En attente");
  }

  @Test
  void anEntryOfTheLedgerSaysWhichOfItsCellsIsNotReadToItsEnd() {
    World world = pair();
    world.once();

    world.table.type(LEDGER, 1, "Suite", "Terminée, " + "ils sont ravis ".repeat(3000));
    world.table.type(LEDGER, 1, "Besoins", "Courses, " + "du pain, ".repeat(5000));
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Terminée");
    assertThat(world.table.text(LEDGER, 1, "Explication"))
        .contains("Suite : cellule trop longue, seuls ses 1\u202f000 premiers caractères sont lus")
        .contains("Besoins : cellule trop longue");

    world.table.type(LEDGER, 1, "Suite", "Terminée, ils sont ravis");
    world.table.type(LEDGER, 1, "Besoins", "Courses");
    world.settle(2);

    assertThat(world.table.text(LEDGER, 1, "Explication")).doesNotContain("trop longue");
  }

  @Test
  void aMailboxThatLostAllItsDraftsIsNotBelieved() {
    World world = new World();
    for (char c = 'A'; c < 'H'; c++) {
      world.answer(c + "a " + c + "eed", PLACE, "Nord", NEEDS, "Conversation");
      world.answer(c + "o " + c + "elp", PLACE, "Nord", OFFERS, "Conversation");
    }
    world.once();
    List<String> ledger = world.ledger();
    world.ledgerReferences().forEach(world.mailbox()::discard);

    CycleReport last = world.settle(5);

    assertThat(world.ledger()).isEqualTo(ledger).hasSize(7);
    assertThat(last.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.SETTINGS);
    assertThat(world.table.text(LEDGER, 1, "Explication")).contains("boîte");
  }

  @Test
  void aMailboxThatFailsIsNotAskedToDeleteOneDraftAfterAnother() {
    World world = new World();
    for (char c = 'A'; c < 'D'; c++) {
      world.answer(c + "a " + c + "eed", PLACE, "Nord", NEEDS, "Conversation");
      world.answer(c + "o " + c + "elp", PLACE, "Nord", OFFERS, "Conversation");
    }
    world.settle(2);
    for (char c = 'A'; c < 'D'; c++) {
      world.instruct(c + "a " + c + "eed", "Consigne", "Retirer");
    }
    int quiet = world.outage.calls().size();

    world.outage.planNextOf("delete", Outage.How.BEFORE);
    world.once();
    List<String> calls = world.outage.calls().subList(quiet, world.outage.calls().size());
    assertThat(calls.stream().filter("delete"::equals)).hasSize(1);

    world.settle(2);
    assertThat(world.mailbox().waiting()).isEmpty();
  }

  @Test
  void aDelegateIsNeverBuried() {
    World world = World.busy().mostWaitingDrafts(2);

    CycleReport last = world.settle(3);

    assertThat(world.mailbox().waiting()).hasSize(2);
    assertThat(world.mailbox(OTHER_DELEGATE).waiting()).hasSize(1);
    assertThat(world.statuses()).containsValue("Proposé");
    assertThat(last.quiet()).isTrue();
  }

  @Test
  void whatWaitedIsDraftedWhenThereIsRoomAgain() {
    World world = World.busy().mostWaitingDrafts(2);
    world.settle(2);

    world.mailbox().waiting().forEach(world.mailbox()::send);
    world.settle(2);

    assertThat(world.letters()).hasSize(5);
    assertThat(world.statuses()).doesNotContainValue("Proposé");
  }

  @Test
  void aRecentAnswerWaitsForItsHour() {
    World world = pair();
    world.clock.advance(Duration.ofDays(-2).plusMinutes(-160)); // 9:20 in London, on the 24th

    world.once();
    Map<String, String> held = world.statuses();
    String why = world.shown("Ana Alba", "Explication");
    world.clock.advance(Duration.ofMinutes(61));
    world.once();

    assertThat(held).containsEntry("Ana Alba", "En attente");
    assertThat(why).contains("Réponse récente");
    assertThat(world.letters()).hasSize(1);
  }

  // ---- what organisers type

  @Test
  void aPinIntroducesTheTwo() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Cy Cole", PLACE, "Loin", OFFERS, "Courses");
    world.once();
    assertThat(world.letters()).isEmpty();

    world.instruct("Ana Alba", "Avec", world.shown("Cy Cole", "Réf").toLowerCase(Locale.ROOT));
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Cy Cole: Brouillon prêt");
  }

  @Test
  void aPausedPersonIsNotIntroduced() {
    World world = pair();
    world.table.type(ANSWERS, 0, World.HEADER.size(), "Consigne");

    world.table.type(ANSWERS, 1, World.HEADER.size(), "pause");
    world.settle(2);

    assertThat(world.letters()).isEmpty();
    assertThat(world.statuses()).containsEntry("Ana Alba", "En pause");
  }

  @Test
  void aTypedCellStaysAndTheExplanationSaysSo() {
    World world = pair();
    world.once();

    world.instruct("Ana Alba", "Lieu compris", "chez sa fille");
    world.settle(2);

    assertThat(world.shown("Ana Alba", "Lieu compris")).isEqualTo("chez sa fille");
    assertThat(world.shown("Ana Alba", "Explication")).contains("Lieu compris", "ce qui est tapé");
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void aTypedCellThatIsSortedUnderAWriteIsPutBackAlsoWhereTheAnswerIsLost() {
    World world =
        new World()
            .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
            .answer("Bo Bell", PLACE, "Sud", OFFERS, "Courses");
    world.settle(2);
    world.instruct("Ana Alba", "Lieu compris", "chez sa fille");
    world.settle(2);
    world.atWork().answer("Cy Cole", PLACE, "Nord", OFFERS, "Conversation");

    world.table.beforeNextCells(
        () -> { // somebody sorts that column alone
          world.table.type(ANSWERS, 1, "Lieu compris", world.shown("Bo Bell", "Lieu compris"));
          world.table.type(ANSWERS, 2, "Lieu compris", "");
          world.table.type(ANSWERS, 3, "Lieu compris", "chez sa fille");
        });
    world.outage.planNextOf("write SetCell", Outage.How.LOST_ANSWER);
    assertThat(world.once().completed()).isFalse();
    assertThat(world.shown("Ana Alba", "Lieu compris")).startsWith("Sud");

    world.settle(2);
    assertThat(world.shown("Ana Alba", "Lieu compris")).isEqualTo("chez sa fille");
    assertThat(world.shown("Bo Bell", "Lieu compris")).startsWith("Sud");
  }

  @Test
  void aClearedCellIsWrittenAgain() {
    World world = pair();
    world.once();
    String before = world.shown("Ana Alba", "Explication");

    world.instruct("Ana Alba", "Explication", "");
    world.instruct("Ana Alba", "Statut", "");
    world.instruct("Bo Bell", "Réf", "");
    world.once();

    assertThat(world.shown("Ana Alba", "Explication")).isEqualTo(before);
    assertThat(world.shown("Ana Alba", "Statut")).isEqualTo("Brouillon prêt");
    assertThat(world.shown("Bo Bell", "Réf")).isNotEmpty();
  }

  @Test
  void aReferenceTypedOverIsRestored() {
    World world = pair();
    world.once();
    String ana = world.shown("Ana Alba", "Réf");
    String bo = world.shown("Bo Bell", "Réf");

    world.instruct("Ana Alba", "Réf", bo);
    world.instruct("Bo Bell", "Réf", "n’importe quoi");
    world.once();

    assertThat(world.shown("Ana Alba", "Réf")).isEqualTo(ana);
    assertThat(world.shown("Bo Bell", "Réf")).isEqualTo(bo);
  }

  @Test
  void aDeletedLedgerIsWrittenAgainAndNobodyIsIntroducedTwice() {
    World world = World.busy();
    world.settle(2);
    List<String> ledger = world.ledger();

    world.table.deleteTab(LEDGER);
    world.settle(3);

    assertThat(world.ledger()).isEqualTo(ledger);
    assertThat(world.letters()).hasSize(5);
  }

  @Test
  void aGeocoderThatIsDownIsNoNewsAboutThePeople() {
    World world = pair();
    world.geocoder.setDown(true);

    world.once();
    String why = world.shown("Ana Alba", "Explication");
    world.geocoder.setDown(false);
    world.settle(2);

    assertThat(why).contains("nouvel essai");
    assertThat(world.ledger()).hasSize(1);
  }

  @Test
  void aPlaceFoundOfflineForWantOfTheServiceIsSaidAndAskedForAgain() {
    World world = pair();
    world.geocoder.setMakeshift(true);

    world.settle(3);
    String before = world.shown("Ana Alba", "Lieu compris");
    int asked = world.geocoder.asked().size();
    world.geocoder.setMakeshift(false);
    world.settle(3);

    assertThat(before).contains("service en ligne indisponible");
    assertThat(world.shown("Ana Alba", "Lieu compris")).isNotEmpty().doesNotContain("en ligne");
    assertThat(world.geocoder.asked()).as("once for both").hasSize(asked + 1);
  }

  @Test
  void eachPlaceIsAskedForOnce() {
    World world = pair();

    world.settle(3);

    assertThat(world.geocoder.asked()).containsOnlyOnce("Nord");
  }

  @Test
  void aPersonWithoutConsentIsNotLocated() {
    World world = new World().answer("Fay Fell", PLACE, "Sud", NEEDS, "Courses", World.CONSENT, "");

    world.once();

    assertThat(world.geocoder.asked()).doesNotContain("Sud");
    assertThat(world.shown("Fay Fell", "Lieu compris")).isEmpty();
  }

  @Test
  void aPersonWithoutAnAddressIsToBeRung() {
    World world = World.busy();

    world.once();

    String ref = world.introduction("Jo Jarr", "Bo Bell");
    Letter letter =
        world.mailbox().letters().stream()
            .filter(l -> l.introduction().equals(ref))
            .findFirst()
            .orElseThrow();
    assertThat(letter.to()).extracting(Letter.Recipient::name).containsExactly("Bo Bell");
    assertThat(letter.body()).contains("+44 7700 900123");
  }
}
