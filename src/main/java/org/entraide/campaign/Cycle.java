package org.entraide.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.entraide.config.CampaignSettings;
import org.entraide.match.Alternative;
import org.entraide.match.Instance;
import org.entraide.match.Matching;
import org.entraide.match.Policy;
import org.entraide.match.UnstableMatchingException;
import org.entraide.place.Geocoder;
import org.entraide.place.PostcodeFiles;
import org.entraide.plan.Analysis;
import org.entraide.plan.AnotherMatch;
import org.entraide.plan.DashboardFacts;
import org.entraide.plan.Introduction;
import org.entraide.plan.Layout;
import org.entraide.plan.Letters;
import org.entraide.plan.LoneDashboard;
import org.entraide.plan.Vocabulary;
import org.entraide.table.Workbook;
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
 * more of each, and {@link GoAhead} looks again while many drafts are made. A single run that has
 * something to do makes two passes: one more read and one more write, of its sign of life.
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

  /** The name is put on the sheet, the work is done, and both may be disturbed once. */
  private static final int MOST_PASSES = 4;

  private final CampaignSettings settings;
  private final Ports ports;
  private final Signature signature;
  private final Texts texts;
  private final List<Texts> languages;
  private final Decisions decisions;
  private final Deciding deciding;
  private final Observer observer;
  private final Remembering remembering;
  private String sheetLocale = "";
  private Texts sheetTexts;
  private final Mending mending = new Mending();
  private final SheetClaim claim;
  private final Boards boards;
  private final Resting resting;
  private final Erasing erasing;
  private final Introducing introducing;
  private final Stillness stillness;
  private final Stages stages = new Stages();
  private final Working working;

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
    Vocabulary vocabulary = new Vocabulary(languages);
    Places places = new Places(ports.geocoder(), ports.postcodes(), settings);
    this.decisions = new Decisions(solver);
    this.deciding = new Deciding(places, decisions);
    Mailroom mailroom = new Mailroom(ports.mailboxes());
    this.observer =
        new Observer(
            settings, ports, vocabulary, this.languages, this::words, places, mailroom, stages);
    this.introducing = new Introducing(settings, ports, letters, places);
    this.remembering = new Remembering(settings.name(), ports.journal());
    this.claim = new SheetClaim(signature);
    this.boards = new Boards(settings, claim, this.languages);
    this.erasing = new Erasing(settings.name(), ports);
    this.stillness =
        new Stillness(settings.name(), ports, signature, settings.followUp(), places, mailroom);
    this.resting = new Resting(claim, texts, remembering, mending, boards);
    this.working =
        new Working(
            texts,
            vocabulary,
            places,
            deciding,
            introducing,
            remembering,
            boards,
            mending,
            stillness,
            stages);
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
    Deciding.Sight sight = deciding.look(scene);
    AnotherMatch another = scene.another();
    Instance instance = sight.instance(scene.seen().introductions(), another);
    Matching matching =
        Deciding.matching(
            deciding.decide(scene, instance, scene.memory().matched(), new ArrayList<>()));
    Map<String, Introduction> introductions = new LinkedHashMap<>();
    scene.current(scene.seen().introductions()).forEach(i -> introductions.put(i.ref(), i));
    return new Analysis(
        scene.rows(),
        sight.people(),
        instance,
        matching,
        introductions,
        introducing
            .drafting(sight, true)
            .choose(matching.assignments(), introductions.values(), scene.seen().down()),
        another,
        sight.terms(),
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

  /**
   * Of a single run, which nobody starts again at once, with the passes that follow where one put
   * its name on the sheet, or had to end before its next effect.
   */
  private CycleReport run(boolean dry) throws RemoteFailure, Layout.Unusable {
    List<String> effects = new ArrayList<>();
    Passed passed = pass(dry);
    for (int i = 1; i < MOST_PASSES && passed.isHalted() && !signature.signs(); i++) {
      effects.addAll(passed.report().effects());
      passed = pass(dry);
    }
    return passed.report().after(effects);
  }

  /**
   * A pass.
   *
   * @param isHalted whether it ended before its next effect, and may be made anew at once
   */
  private record Passed(CycleReport report, boolean isHalted) {}

  private Passed pass(boolean dry) throws RemoteFailure, Layout.Unusable {
    if (!dry) {
      ports.stop().check();
    }
    stages.reach(Stage.OBSERVE);
    Snapshot snapshot = ports.table().snapshot(stillness.known());
    Optional<CycleReport> still =
        dry ? Optional.empty() : stillness.report(snapshot, locale -> writer(locale, false));
    if (still.isPresent()) {
      return new Passed(still.get(), false);
    }
    Workbook workbook = snapshot.workbook();
    SheetWriter writer = writer(workbook.locale(), dry);
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
      if (!dry && resting.mayMend(scene) && mending.mend(goAhead(scene, writer), writer)) {
        stillness.forgetSnapshot();
        scene = observer.observe();
      }
      return new Passed(report(goAhead(scene, writer), writer, dry), false);
    } catch (GoAhead.Halt halt) {
      return new Passed(resting.halted(halt, writer), halt.why().mayGoOn());
    }
  }

  private SheetWriter writer(String locale, boolean dry) {
    return new SheetWriter(settings.name(), ports, words(locale), dry);
  }

  private CycleReport report(GoAhead goAhead, SheetWriter writer, boolean dry)
      throws RemoteFailure, GoAhead.Halt {
    Optional<CycleReport> rest = resting.report(goAhead, writer, dry, sheetTexts);
    if (rest.isPresent()) {
      return rest.get();
    }
    Optional<CycleReport> erased = erasing.run(goAhead, dry, writer.effects());
    return erased.isPresent()
        ? erased.get()
        : working.run(new Working.Pass(goAhead, writer, dry, sheetTexts, new ArrayList<>()));
  }

  private GoAhead goAhead(Scene scene, SheetWriter writer) {
    return new GoAhead(settings, ports, claim, boards, languages, sheetTexts, writer, scene);
  }

  /** Why nothing is done, where organisers look. */
  private void tell(Layout.Unusable why, LoneDashboard place) throws RemoteFailure {
    Texts words = words(place.workbook().locale());
    boolean suspended = Notes.settings(ports.journal().memory(settings.name()).notes()).suspended();
    SheetWriter writer = new SheetWriter(settings.name(), ports, words, false);
    UnusableSheet sheet = new UnusableSheet(claim, ports.table(), languages);
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

  /** Tells on the dashboard that the process ends on purpose; nothing where it never began. */
  void signOff() throws RemoteFailure {
    boards.signOff(ports.table(), ports.clock().instant());
  }

  /** Tells on the dashboard that the group has ended, whichever of its daemons was at work. */
  void signOffForGroup() throws RemoteFailure {
    new GroupSignOff(claim, ports.table(), languages).run(this::words, ports.clock().instant());
  }

  /** Whether there was another installation to take over from, and no longer is. */
  boolean hasTakenOver() {
    return signature.takesOver() && !claim.takesOver();
  }
}
