package org.entraide.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.entraide.config.CampaignSettings;
import org.entraide.match.Alternative;
import org.entraide.match.Instance;
import org.entraide.match.Matching;
import org.entraide.match.Policy;
import org.entraide.match.TooManyPeopleException;
import org.entraide.match.UnstableMatchingException;
import org.entraide.people.Person;
import org.entraide.place.Geocoder;
import org.entraide.place.PostcodeFiles;
import org.entraide.plan.Analysis;
import org.entraide.plan.AnotherMatch;
import org.entraide.plan.CellKey;
import org.entraide.plan.DashboardFacts;
import org.entraide.plan.Interpretation;
import org.entraide.plan.Introduction;
import org.entraide.plan.Layout;
import org.entraide.plan.Letters;
import org.entraide.plan.LoneDashboard;
import org.entraide.plan.MatchingInput;
import org.entraide.plan.Proposal;
import org.entraide.plan.Reporter;
import org.entraide.plan.SheetPlan;
import org.entraide.plan.Someone;
import org.entraide.plan.Vocabulary;
import org.entraide.plan.Wrong;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * One pass over a campaign: observe, interpret, locate, match, plan, apply. It needs no memory of
 * why it was started, computes everything from what it observes, and over an unchanged world writes
 * nothing. A crash at any line is repaired by the next pass.
 *
 * <p>At most three reads and two writes of the sheet, whatever arrived (one more write where
 * columns are missing, as the first time): read everything; look whether organisers suspended it
 * meanwhile; append new introductions to the ledger; make their drafts; read identities again;
 * write what changed and check where it landed. What the pass before hit is put back first, for one
 * more of each, and {@link GoAhead} looks again while many drafts are made.
 */
public final class Cycle {

  /**
   * The world outside.
   *
   * @param mailboxes by a delegate's address
   * @param form the form behind the sheet; empty where the campaign names none
   * @param postcodes what was imported for the geocoder; empty where that would not help
   * @param stop whether the process was told to end
   */
  public record Ports(
      Table table,
      Optional<FormReader> form,
      Function<String, Mailbox> mailboxes,
      Geocoder geocoder,
      Optional<PostcodeFiles> postcodes,
      Journal journal,
      InstantSource clock,
      RandomGenerator random,
      Stop stop) {

    /** Of a process that nobody tells to end. */
    public Ports(
        Table table,
        Optional<FormReader> form,
        Function<String, Mailbox> mailboxes,
        Geocoder geocoder,
        Optional<PostcodeFiles> postcodes,
        Journal journal,
        InstantSource clock,
        RandomGenerator random) {
      this(table, form, mailboxes, geocoder, postcodes, journal, clock, random, new Stop());
    }
  }

  private final CampaignSettings settings;
  private final Ports ports;
  private final Signature signature;
  private final Texts texts;
  private final List<Texts> languages;
  private final Vocabulary vocabulary;
  private final Letters letters;
  private final Places places;
  private final Decisions decisions;
  private final Observer observer;
  private final Remembering remembering;
  private String sheetLocale = "";
  private Texts sheetTexts;
  private final Mending mending = new Mending();
  private final Boards boards;
  private final Resting resting;
  private final Erasing erasing;
  private final WaitingFollowUps waitingFollowUps;
  private final Stillness stillness;
  private final Stages stages = new Stages();

  /**
   * @param signature whose work the sheet is
   * @param languages every language that is spoken, whose titles and words are understood
   */
  public Cycle(CampaignSettings settings, Ports ports, Signature signature, List<Texts> languages) {
    this(settings, ports, signature, languages, letters(settings));
  }

  /** With letters of the administrator's own. */
  public Cycle(
      CampaignSettings settings,
      Ports ports,
      Signature signature,
      List<Texts> languages,
      Letters letters) {
    this(settings, ports, signature, languages, letters, Decisions.matcher());
  }

  Cycle(
      CampaignSettings settings,
      Ports ports,
      Signature signature,
      List<Texts> languages,
      Decisions.Solver solver) {
    this(settings, ports, signature, languages, letters(settings), solver);
  }

  private static Letters letters(CampaignSettings settings) {
    return Letters.of(Texts.of(settings.language().getLanguage()));
  }

  private Cycle(
      CampaignSettings settings,
      Ports ports,
      Signature signature,
      List<Texts> languages,
      Letters letters,
      Decisions.Solver solver) {
    this.settings = settings;
    this.ports = ports;
    this.signature = signature;
    this.languages = List.copyOf(languages);
    this.texts = Texts.of(settings.language().getLanguage());
    this.sheetTexts = texts;
    this.vocabulary = new Vocabulary(languages);
    this.letters = letters;
    this.places = new Places(ports.geocoder(), ports.postcodes(), settings);
    this.decisions = new Decisions(solver);
    Mailroom mailroom = new Mailroom(ports.mailboxes());
    this.observer =
        new Observer(
            settings, ports, vocabulary, this.languages, this::words, places, mailroom, stages);
    this.waitingFollowUps = new WaitingFollowUps(ports);
    this.remembering = new Remembering(settings.name(), ports.journal());
    this.boards = new Boards(settings, signature, this.languages);
    this.erasing = new Erasing(settings.name(), ports);
    this.stillness =
        new Stillness(settings.name(), ports, signature, settings.followUp(), places, mailroom);
    this.resting = new Resting(signature, texts, remembering, boards);
  }

  /** Whether no effect may begin any more. */
  boolean isStopped() {
    return ports.stop().isAsked();
  }

  /** Whether the last pass may have hit what the next one must put right. */
  boolean mustMend() {
    return mending.isPending();
  }

  /**
   * Until when a pass should not begin, since what this Google user may ask for is used up; empty
   * if it may now.
   */
  Optional<Instant> restsUntil() {
    return ports.table().restsUntil();
  }

  /** How long to wait between two passes at least, to be fair to other campaigns. */
  Duration fairInterval() {
    return ports.table().fairInterval();
  }

  /** Who hears what each pass is at; never throws. */
  void heardBy(Consumer<Stage> watcher) {
    stages.heardBy(watcher);
  }

  /** What other policies would change, for the dashboard. */
  void advisedBy(Supplier<Optional<DashboardFacts.Policies>> policies) {
    stillness.advisedBy(policies);
  }

  /**
   * Runs once.
   *
   * @return what was done, and what could not be
   * @throws RemoteFailure if the sheet could not be read, or a write's outcome is unknown: the next
   *     pass reads first
   * @throws Layout.Unusable if the sheet lacks what a campaign needs
   */
  public CycleReport run() throws RemoteFailure, Layout.Unusable {
    return run(false);
  }

  /**
   * Says what a pass would do, by references and never names, and changes nothing anywhere, the
   * journal included.
   */
  public CycleReport dryRun() throws RemoteFailure, Layout.Unusable {
    return run(true);
  }

  /** Says what a pass knows and would decide, and changes nothing anywhere. */
  public Analysis analyse() throws RemoteFailure, Layout.Unusable {
    Scene scene = observer.observe();
    Map<String, Someone> people = people(scene.rows());
    MatchingInput.Terms terms = SettingsInUse.terms(scene.settings(), scene.workbook().zone());
    AnotherMatch another = scene.another();
    Instance instance = instance(scene, people, scene.seen().introductions(), another, terms);
    Matching matching =
        matching(decide(scene, instance, scene.memory().matched(), new ArrayList<>()));
    Map<String, Introduction> introductions = new LinkedHashMap<>();
    scene.current(scene.seen().introductions()).forEach(i -> introductions.put(i.ref(), i));
    return new Analysis(
        scene.rows(),
        people,
        instance,
        matching,
        introductions,
        drafting(scene, people, true)
            .choose(matching.assignments(), introductions.values(), scene.seen().down()),
        another,
        terms,
        scene.firstAnswers(),
        scene.settings().maxWaitingDrafts(),
        scene.now());
  }

  /**
   * Where somebody is known; changes nothing.
   *
   * @param who a reference, present or former, or an e-mail address
   * @return several where several people answered under one address
   */
  public List<Holding> find(String who) throws RemoteFailure, Layout.Unusable {
    return new Holdings(observer.observe()).of(who);
  }

  /**
   * All that is held, as tables by the names of files, titles first; changes nothing.
   *
   * @param reference of one person; empty for everybody
   * @return empty where nothing is known of that person
   */
  public Optional<Map<String, List<List<String>>>> extract(Optional<String> reference)
      throws RemoteFailure, Layout.Unusable {
    Extract extract = new Extract(observer.observe(), reference);
    return extract.isNobody() ? Optional.empty() : Optional.of(extract.tables());
  }

  /**
   * What each other policy would have made of a decision of this campaign.
   *
   * @throws UnstableMatchingException if one of them cannot be trusted
   */
  public Map<Policy, Alternative> alternatives(Decision decision) {
    return decisions.alternatives(decision);
  }

  private CycleReport run(boolean dry) throws RemoteFailure, Layout.Unusable {
    if (!dry) {
      ports.stop().check();
    }
    stages.reach(Stage.OBSERVE);
    Workbook workbook = ports.table().read();
    SheetWriter writer = new SheetWriter(settings.name(), ports, words(workbook.locale()), dry);
    Optional<CycleReport> still = dry ? Optional.empty() : stillness.report(workbook, writer);
    if (still.isPresent()) {
      return still.get();
    }
    // observe and interpret
    Scene scene;
    try {
      scene = observer.observe(workbook);
    } catch (Layout.Unusable e) {
      if (!dry && e.dashboard().isPresent()) {
        tell(e, e.dashboard().get());
      }
      throw e;
    }
    stages.reach(Stage.APPLY);
    try {
      if (!dry && resting.mayMend(scene) && mending.mend(goAhead(scene), writer)) {
        scene = observer.observe();
      }
      GoAhead goAhead = goAhead(scene);
      Optional<CycleReport> rest = resting.report(goAhead, writer, dry, sheetTexts);
      if (rest.isPresent()) {
        return rest.get();
      }
      Optional<CycleReport> erased = erasing.run(goAhead, dry, writer.effects());
      return erased.isPresent() ? erased.get() : work(goAhead, writer, dry);
    } catch (GoAhead.Halt halt) {
      return resting.halted(halt, writer);
    }
  }

  private GoAhead goAhead(Scene scene) {
    return new GoAhead(settings, ports, signature, languages, sheetTexts, scene);
  }

  private CycleReport work(GoAhead goAhead, SheetWriter writer, boolean dry)
      throws RemoteFailure, GoAhead.Halt {
    Scene scene = goAhead.scene();
    Journal.Memory memory = scene.memory();
    Layout layout = scene.layout();
    Interpretation rows = scene.rows();
    Mailroom.Seen seen = scene.seen();
    AnotherMatch another = scene.another();
    if (!dry) {
      remembering.remember(scene, another);
    }
    stages.reach(Stage.LOCATE);
    Map<String, Someone> people = people(rows);
    MatchingInput.Terms terms = SettingsInUse.terms(scene.settings(), scene.workbook().zone());
    List<Trouble> troubles = new ArrayList<>(seen.troubles());
    scene.form().trouble().ifPresent(troubles::add);
    stages.reach(Stage.MATCH);
    Optional<Decision> first =
        decide(
            scene,
            instance(scene, people, seen.introductions(), another, terms),
            memory.matched(),
            troubles);
    Optional<Decision> decision = first;
    stages.reach(Stage.PLAN);
    SheetPlan plan =
        new SheetPlan(
            layout,
            cells(memory, rows),
            vocabulary,
            sheetTexts,
            scene.workbook().zone(),
            scene.contents());
    Wishes wishes = new Wishes(rows, people, scene.absences(), seen.emptied(), scene.leaving());
    Drafting drafting = drafting(scene, people, dry);
    stages.reach(Stage.APPLY);
    writer.prepare(goAhead);
    writer.forget(goAhead, plan);
    List<Proposal> proposals =
        drafting.choose(matching(first).assignments(), seen.introductions().values(), seen.down());
    if (!dry && proposals.stream().anyMatch(Proposal::isBegun)) {
      goAhead.before(GoAhead.Kind.LEDGER); // before it is journalled what is going to be
    }
    Map<String, Introduction> introductions =
        drafting.begin(seen.introductions(), proposals, memory.references(), another);
    boolean grew = writer.append(goAhead, plan, introductions.values(), wishes::entry);
    Set<String> avoided = new HashSet<>(seen.down()); // whatever fails now is not asked again
    introductions =
        drafting.makeDrafts(introductions, goAhead, avoided, writer.effects(), troubles);
    introductions =
        new Withdrawing(settings.name(), ports)
            .run(introductions, goAhead, avoided, dry, writer.effects(), troubles);
    FollowUps.Done followed =
        followUps(goAhead, drafting, introductions, avoided, dry, writer, troubles);
    introductions = followed.all();
    if (!introductions.equals(seen.introductions())) {
      // what rows say is what the next pass will see: a pass after this one finds nothing to write
      stages.reach(Stage.MATCH);
      another = scene.another(another.asked(), introductions);
      decision =
          decide(
              scene,
              instance(scene, people, introductions, another, terms),
              first.map(Decision::remembered).orElse(memory.matched()),
              troubles);
      proposals =
          drafting.choose(matching(decision).assignments(), introductions.values(), avoided);
    }
    if (!dry) {
      remembering.remember(memory.matched(), decision);
    }
    stages.reach(Stage.PLAN);
    Reporter reporter =
        new Reporter(
            terms,
            scene.settings().maxWaitingDrafts(),
            matching(decision),
            scene.current(introductions),
            waiting(proposals),
            another,
            scene.firstAnswers(),
            scene.now());
    SheetWriter.Wanted wanted = wishes.wanted(reporter, another, introductions.values());
    Map<String, Long> counts = counts(wanted, introductions.values(), people.values());
    Facts facts =
        new Facts(
            wanted.people(),
            people,
            matching(decision),
            introductions.values(),
            scene.firstAnswers(),
            counts,
            scene.workbook().zone(),
            scene.now());
    Optional<DashboardFacts.Policies> advice = stillness.advice();
    Board board =
        boards.of(
            scene,
            facts.on(boards.beat(scene), false, LastingTroubles.of(scene, troubles), advice),
            true,
            scene.keptAfterwards(),
            sheetTexts);
    boards.keep(board);
    stages.reach(Stage.APPLY);
    try {
      writer.write(goAhead, plan, grew, wanted, board);
    } finally {
      mending.remember(writer); // also of the portions before one that failed
    }
    if (writer.locked()) {
      troubles.add(locked());
    }
    CycleReport report =
        new CycleReport(
            true,
            writer.effects(),
            mending.isDue()
                || writer.misplaced() > 0
                || (!rows.remnants().isEmpty() && !writer.locked())
                || followed.again()
                || proposals.stream().anyMatch(Cycle::isNext),
            troubles,
            counts,
            first);
    if (!dry) {
      stillness.remember(scene, board, advice, report, mending.isPending());
    }
    return report;
  }

  /** Whether a draft is to be made as soon as may be. */
  private static boolean isNext(Proposal proposal) {
    return proposal.isDue() || proposal.waits() == Proposal.Wait.PACE;
  }

  private FollowUps.Done followUps(
      GoAhead goAhead,
      Drafting drafting,
      Map<String, Introduction> introductions,
      Set<String> avoided,
      boolean dry,
      SheetWriter writer,
      List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Optional<Duration> silence = settings.followUp();
    if (silence.isEmpty()) {
      return new FollowUps.Done(introductions, false);
    }
    return new FollowUps(
            settings.name(),
            ports,
            silence.get(),
            drafting,
            waitingFollowUps,
            goAhead.scene().now())
        .run(introductions, goAhead, avoided, dry, writer.effects(), troubles);
  }

  /** Why nothing is done, where organisers look. */
  private void tell(Layout.Unusable why, LoneDashboard place) throws RemoteFailure {
    Texts words = words(place.workbook().locale());
    boolean suspended = Notes.settings(ports.journal().memory(settings.name()).notes()).suspended();
    SheetWriter writer = new SheetWriter(settings.name(), ports, words, false);
    UnusableSheet sheet = new UnusableSheet(signature, ports.table(), languages);
    if (!suspended && !sheet.isAnothers(place, ports.clock().instant())) {
      mending.mend(place.workbook(), writer);
    }
    writer.tell(sheet.changes(why, place, suspended, words, ports.clock().instant()));
  }

  /** The campaign's language, with numbers and days as its sheet writes them. */
  private Texts words(String locale) {
    if (!locale.equals(sheetLocale)) {
      sheetLocale = locale;
      sheetTexts = texts.inSheet(locale);
    }
    return sheetTexts;
  }

  private Trouble locked() {
    return new Trouble(Trouble.Kind.PERMISSION, texts.format(Message.of("campaign.protected")));
  }

  /** Tells on the dashboard that the daemon ends on purpose; nothing where it never began. */
  void signOff() throws RemoteFailure {
    boards.signOff(ports.table(), ports.clock().instant());
  }

  private static Instance instance(
      Scene scene,
      Map<String, Someone> people,
      Map<String, Introduction> introductions,
      AnotherMatch another,
      MatchingInput.Terms terms) {
    return MatchingInput.of(
        people.values(),
        scene.current(introductions),
        another,
        scene.firstAnswers(),
        terms,
        scene.now());
  }

  /** What cells hold, and what this pass has just learnt of it. */
  private static Map<CellKey, String> cells(Journal.Memory memory, Interpretation rows) {
    Map<CellKey, String> cells = new HashMap<>(memory.cells());
    cells.putAll(rows.hands().memory());
    return cells;
  }

  private Drafting drafting(Scene scene, Map<String, Someone> people, boolean dry) {
    return new Drafting(
        scene.settings(),
        ports,
        letters,
        places.delegates(),
        new Cast(
            scene.rows(),
            people,
            scene.firstAnswers(),
            scene.absences().withdrawn(),
            scene.seen().cursors(),
            scene.memory().erased()),
        waitingFollowUps,
        scene.now(),
        dry);
  }

  private Map<String, Long> counts(
      SheetWriter.Wanted wanted,
      Collection<Introduction> introductions,
      Collection<Someone> people) {
    Map<String, Long> counts = Wishes.counts(wanted, introductions);
    counts.putAll(places.betterWithPostcodes(people));
    return counts;
  }

  private static List<Proposal> waiting(List<Proposal> proposals) {
    return proposals.stream().filter(p -> !p.isDue()).toList();
  }

  private Map<String, Someone> people(Interpretation rows) {
    places.refresh();
    Map<String, Someone> people = new LinkedHashMap<>();
    for (Person person : rows.people()) {
      people.put(person.ref(), places.locate(person, rows.orders()));
    }
    return people;
  }

  /** Decides; without a result that may be published nobody new is introduced. */
  private Optional<Decision> decide(
      Scene scene, Instance instance, Matched memory, List<Trouble> troubles) {
    try {
      return Optional.of(decisions.decide(instance, memory, scene.settings().matching().policy()));
    } catch (UnstableMatchingException e) {
      note(
          Trouble.Kind.BUG,
          "The matching was not stable, so nobody new is introduced",
          Wrong.unstable(),
          e,
          troubles);
    } catch (TooManyPeopleException e) {
      note(
          Trouble.Kind.SETTINGS,
          "Nobody new is introduced until the policy is \"stable\" or \"coverage\"",
          Wrong.tooMany(),
          e,
          troubles);
    }
    return Optional.empty();
  }

  private static void note(
      Trouble.Kind kind, String what, Message told, RuntimeException why, List<Trouble> troubles) {
    Trouble trouble = new Trouble(kind, what + ": " + why.getMessage()).told(told);
    if (!troubles.contains(trouble)) { // one pass may decide twice
      troubles.add(trouble);
    }
  }

  private static Matching matching(Optional<Decision> decision) {
    return decision
        .map(Decision::matching)
        .orElseGet(() -> new Matching(List.of(), List.of(), List.of(), Map.of()));
  }
}
