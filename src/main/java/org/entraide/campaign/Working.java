package org.entraide.campaign;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.AnotherMatch;
import org.entraide.plan.CellKey;
import org.entraide.plan.DashboardFacts;
import org.entraide.plan.Introduction;
import org.entraide.plan.Proposal;
import org.entraide.plan.Reporter;
import org.entraide.plan.SheetPlan;
import org.entraide.plan.Someone;
import org.entraide.plan.Vocabulary;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * What a pass does that has a go-ahead: it decides, plans, and applies, in this order.
 *
 * @param texts the campaign's language, for what administrators read
 */
record Working(
    Texts texts,
    Vocabulary vocabulary,
    Places places,
    Deciding deciding,
    Introducing introducing,
    Remembering remembering,
    Boards boards,
    Mending mending,
    Stillness stillness,
    Stages stages) {

  /**
   * One pass.
   *
   * @param dry whether nothing may change anywhere
   * @param words of the sheet
   * @param troubles so far; the pass adds its own
   */
  record Pass(
      GoAhead goAhead, SheetWriter writer, boolean dry, Texts words, List<Trouble> troubles) {

    Scene scene() {
      return goAhead.scene();
    }
  }

  /**
   * What became of introductions.
   *
   * @param proposals what is proposed and was not begun, or was just now
   * @param avoided mailboxes that are not to be asked again in this pass
   * @param grew whether the ledger has more rows than were read
   * @param again whether the next pass makes a follow-up
   */
  private record Introduced(
      Map<String, Introduction> all,
      List<Proposal> proposals,
      Set<String> avoided,
      boolean grew,
      boolean again) {}

  /** What is decided in the end, as the next pass will see it. */
  private record Settled(
      Optional<Decision> decision, List<Proposal> proposals, AnotherMatch another) {}

  CycleReport run(Pass pass) throws RemoteFailure, GoAhead.Halt {
    Scene scene = pass.scene();
    AnotherMatch another = scene.another();
    if (!pass.dry()) {
      remembering.remember(scene, another);
    }
    stages.reach(Stage.LOCATE);
    Deciding.Sight sight = deciding.look(scene);
    pass.troubles().addAll(scene.seen().troubles());
    scene.form().trouble().ifPresent(pass.troubles()::add);
    stages.reach(Stage.MATCH);
    Optional<Decision> first =
        deciding.decide(
            scene,
            sight.instance(scene.seen().introductions(), another),
            scene.memory().matched(),
            pass.troubles());
    stages.reach(Stage.PLAN);
    SheetPlan plan =
        new SheetPlan(
            scene.layout(),
            cells(scene),
            vocabulary,
            pass.words(),
            scene.workbook().zone(),
            scene.contents());
    Wishes wishes =
        new Wishes(
            scene.rows(),
            sight.people(),
            scene.absences(),
            scene.seen().emptied(),
            scene.leaving());
    Drafting drafting = introducing.drafting(sight, pass.dry());
    stages.reach(Stage.APPLY);
    pass.writer().prepare(pass.goAhead());
    pass.writer().carryOver(pass.goAhead(), plan);
    pass.writer().forget(pass.goAhead(), plan);
    Introduced introduced = introduce(pass, drafting, plan, wishes, first, another);
    Settled settled = settle(pass, sight, drafting, introduced, first, another);
    if (!pass.dry()) {
      remembering.remember(scene.memory().matched(), settled.decision());
    }
    return write(pass, sight, plan, wishes, introduced, settled, first);
  }

  /** What cells hold, and what this pass has just learnt of it. */
  private static Map<CellKey, String> cells(Scene scene) {
    Map<CellKey, String> cells = new HashMap<>(scene.memory().cells());
    cells.putAll(scene.rows().hands().memory());
    return cells;
  }

  private Introduced introduce(
      Pass pass,
      Drafting drafting,
      SheetPlan plan,
      Wishes wishes,
      Optional<Decision> first,
      AnotherMatch another)
      throws RemoteFailure, GoAhead.Halt {
    Mailroom.Seen seen = pass.scene().seen();
    List<Proposal> proposals =
        drafting.choose(
            Deciding.matching(first).assignments(), seen.introductions().values(), seen.down());
    if (!pass.dry() && proposals.stream().anyMatch(Proposal::isBegun)) {
      pass.goAhead().before(GoAhead.Kind.LEDGER); // before it is journalled what is going to be
    }
    Map<String, Introduction> begun =
        drafting.begin(
            seen.introductions(), proposals, pass.scene().memory().references(), another);
    boolean grew = pass.writer().append(pass.goAhead(), plan, begun.values(), wishes::entry);
    Set<String> avoided = new HashSet<>(seen.down()); // whatever fails now is not asked again
    FollowUps.Done done =
        introducing.run(
            begun,
            pass.goAhead(),
            drafting,
            avoided,
            pass.dry(),
            pass.writer().effects(),
            pass.troubles());
    return new Introduced(done.all(), proposals, avoided, grew, done.again());
  }

  /**
   * Decides anew where introductions changed: what rows say is what the next pass will see, so that
   * a pass after this one finds nothing to write.
   */
  private Settled settle(
      Pass pass,
      Deciding.Sight sight,
      Drafting drafting,
      Introduced introduced,
      Optional<Decision> first,
      AnotherMatch another) {
    Scene scene = pass.scene();
    if (introduced.all().equals(scene.seen().introductions())) {
      return new Settled(first, introduced.proposals(), another);
    }
    stages.reach(Stage.MATCH);
    AnotherMatch now = scene.another(another.asked(), introduced.all());
    Optional<Decision> decision =
        deciding.decide(
            scene,
            sight.instance(introduced.all(), now),
            first.map(Decision::remembered).orElse(scene.memory().matched()),
            pass.troubles());
    List<Proposal> proposals =
        drafting.choose(
            Deciding.matching(decision).assignments(),
            introduced.all().values(),
            introduced.avoided());
    return new Settled(decision, proposals, now);
  }

  private CycleReport write(
      Pass pass,
      Deciding.Sight sight,
      SheetPlan plan,
      Wishes wishes,
      Introduced introduced,
      Settled settled,
      Optional<Decision> first)
      throws RemoteFailure, GoAhead.Halt {
    stages.reach(Stage.PLAN);
    SheetWriter writer = pass.writer();
    SheetWriter.Wanted wanted =
        wishes.wanted(
            reporter(sight, introduced, settled), settled.another(), introduced.all().values());
    Map<String, Long> counts = counts(wanted, introduced.all().values(), sight.people().values());
    Optional<DashboardFacts.Policies> advice = stillness.advice();
    Board board = board(pass, facts(sight, introduced, settled, wanted, counts), advice);
    boards.keep(board);
    stages.reach(Stage.APPLY);
    try {
      writer.write(pass.goAhead(), plan, introduced.grew(), wanted, board);
    } finally {
      mending.remember(writer); // also of the portions before one that failed
    }
    if (writer.locked()) {
      pass.troubles().add(locked());
    }
    CycleReport report =
        new CycleReport(
            true,
            writer.effects(),
            mending.isDue()
                || writer.misplaced() > 0
                || (!pass.scene().rows().remnants().isEmpty() && !writer.locked())
                || introduced.again()
                || settled.proposals().stream().anyMatch(Working::isNext),
            pass.troubles(),
            counts,
            first);
    if (!pass.dry()) {
      stillness.remember(pass.scene(), board, advice, report, mending.isPending());
    }
    return report;
  }

  private static Reporter reporter(Deciding.Sight sight, Introduced introduced, Settled settled) {
    Scene scene = sight.scene();
    return new Reporter(
        sight.people(),
        sight.terms(),
        scene.settings().maxWaitingDrafts(),
        Deciding.matching(settled.decision()),
        scene.current(introduced.all()),
        settled.proposals().stream().filter(p -> !p.isDue()).toList(),
        settled.another(),
        scene.firstAnswers(),
        scene.now());
  }

  private static Facts facts(
      Deciding.Sight sight,
      Introduced introduced,
      Settled settled,
      SheetWriter.Wanted wanted,
      Map<String, Long> counts) {
    Scene scene = sight.scene();
    return new Facts(
        wanted.people(),
        sight.people(),
        Deciding.matching(settled.decision()),
        introduced.all().values(),
        scene.firstAnswers(),
        counts,
        scene.workbook().zone(),
        scene.now());
  }

  private Board board(Pass pass, Facts facts, Optional<DashboardFacts.Policies> advice) {
    Scene scene = pass.scene();
    return boards.of(
        scene,
        facts.on(
            boards.beat(scene),
            false,
            LastingTroubles.of(scene, places.delegates().all(), pass.troubles()),
            advice),
        true,
        scene.keptAfterwards(),
        pass.words());
  }

  private Map<String, Long> counts(
      SheetWriter.Wanted wanted,
      Collection<Introduction> introductions,
      Collection<Someone> people) {
    Map<String, Long> counts = Wishes.counts(wanted, introductions);
    counts.putAll(places.betterWithPostcodes(people));
    return counts;
  }

  private Trouble locked() {
    return new Trouble(Trouble.Kind.PERMISSION, texts.format(Message.of("campaign.protected")));
  }

  /** Whether a draft is to be made as soon as may be. */
  private static boolean isNext(Proposal proposal) {
    return proposal.isDue() || proposal.waits() == Proposal.Wait.PACE;
  }
}
