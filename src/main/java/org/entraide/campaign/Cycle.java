package org.entraide.campaign;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.entraide.plan.Interpretation;
import org.entraide.plan.Introduction;
import org.entraide.plan.Layout;
import org.entraide.plan.Letters;
import org.entraide.plan.MatchingInput;
import org.entraide.plan.Proposal;
import org.entraide.plan.Reporter;
import org.entraide.plan.SheetPlan;
import org.entraide.plan.Someone;
import org.entraide.plan.Vocabulary;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * One pass over a campaign: observe, interpret, locate, match, plan, apply. It needs no memory of
 * why it was started, computes everything from what it observes, and over an unchanged world writes
 * nothing. A crash at any line is repaired by the next pass.
 *
 * <p>At most two reads and two writes of the sheet, whatever arrived (one more write the first
 * time, for the columns): read everything; append new introductions to the ledger; make their
 * drafts; read identities again; write what changed and check where it landed.
 */
public final class Cycle {

  /**
   * The world outside.
   *
   * @param mailboxes by a delegate's address
   * @param postcodes what was imported for the geocoder; empty where that would not help
   */
  public record Ports(
      Table table,
      Function<String, Mailbox> mailboxes,
      Geocoder geocoder,
      Optional<PostcodeFiles> postcodes,
      Journal journal,
      InstantSource clock,
      RandomGenerator random) {}

  private final CampaignSettings settings;
  private final Ports ports;
  private final Texts texts;
  private final Vocabulary vocabulary;
  private final Letters letters;
  private final Places places;
  private final Decisions decisions;
  private String sheetLocale = "";
  private Texts sheetTexts;
  private final Observer observer;
  private final Remembering remembering;

  /**
   * @param languages every language that is spoken, whose titles and words are understood
   */
  public Cycle(CampaignSettings settings, Ports ports, List<Texts> languages) {
    this(settings, ports, languages, Decisions.matcher());
  }

  Cycle(CampaignSettings settings, Ports ports, List<Texts> languages, Decisions.Solver solver) {
    this.settings = settings;
    this.ports = ports;
    this.texts = Texts.of(settings.language().getLanguage());
    this.sheetTexts = texts;
    this.vocabulary = new Vocabulary(languages);
    this.letters = Letters.of(texts);
    this.places = new Places(ports.geocoder(), ports.postcodes(), settings);
    this.decisions = new Decisions(solver, settings.matching().policy());
    this.observer = new Observer(settings, ports, vocabulary, List.copyOf(languages), places);
    this.remembering = new Remembering(settings.name(), ports.journal());
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
    MatchingInput.Terms terms = SettingsInUse.terms(settings, scene.workbook().zone());
    AnotherMatch another = scene.another();
    Instance instance = instance(scene, people, scene.seen().introductions(), another, terms);
    Matching matching = matching(decide(instance, scene.memory().matched(), new ArrayList<>()));
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
        settings.maxWaitingDrafts(),
        scene.now());
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
    // observe and interpret
    Scene scene = observer.observe();
    if (scene.absences().tooMany()) {
      return stopped(scene, dry);
    }
    Journal.Memory memory = scene.memory();
    Layout layout = scene.layout();
    Interpretation rows = scene.rows();
    Mailroom.Seen seen = scene.seen();
    AnotherMatch another = scene.another();
    if (!dry) {
      remembering.remember(scene, another);
    }
    // locate and match
    Map<String, Someone> people = people(rows);
    MatchingInput.Terms terms = SettingsInUse.terms(settings, scene.workbook().zone());
    List<Trouble> troubles = new ArrayList<>(seen.troubles());
    Optional<Decision> first =
        decide(
            instance(scene, people, seen.introductions(), another, terms),
            memory.matched(),
            troubles);
    Optional<Decision> decision = first;
    // plan and apply
    Texts words = words(scene.workbook().locale());
    SheetWriter writer = new SheetWriter(settings.name(), ports, vocabulary, words, dry);
    SheetPlan plan =
        new SheetPlan(layout, memory.cells(), vocabulary, words, scene.workbook().zone());
    Wishes wishes = new Wishes(rows, people, scene.absences(), seen.emptied());
    Drafting drafting = drafting(scene, people, dry);
    writer.prepare(scene.found());
    List<Proposal> proposals =
        drafting.choose(matching(first).assignments(), seen.introductions().values(), seen.down());
    Map<String, Introduction> introductions =
        drafting.begin(seen.introductions(), proposals, memory.references(), another);
    boolean grew =
        writer.append(layout, plan, introductions.values(), rows.ledger(), wishes::entry);
    introductions = drafting.makeDrafts(introductions, seen.down(), writer.effects(), troubles);
    if (!introductions.equals(seen.introductions())) {
      // what rows say is what the next pass will see: a pass after this one finds nothing to write
      another = scene.another(another.asked(), introductions);
      decision =
          decide(
              instance(scene, people, introductions, another, terms),
              first.map(Decision::remembered).orElse(memory.matched()),
              troubles);
      proposals =
          drafting.choose(matching(decision).assignments(), introductions.values(), seen.down());
    }
    if (!dry) {
      remembering.remember(memory.matched(), decision);
    }
    Reporter reporter =
        new Reporter(
            terms,
            settings.maxWaitingDrafts(),
            matching(decision),
            scene.current(introductions),
            waiting(proposals),
            another,
            scene.firstAnswers(),
            scene.now());
    SheetWriter.Wanted wanted = wishes.wanted(reporter, introductions.values());
    writer.write(layout, plan, rows, grew, wanted, scene.reader(), scene.workbook().id());
    return new CycleReport(
        true,
        writer.effects(),
        writer.misplaced() > 0 || proposals.stream().anyMatch(Proposal::isDue),
        troubles,
        counts(wanted, introductions.values(), people.values()),
        first);
  }

  /** The campaign's language, with numbers and days as its sheet writes them. */
  private Texts words(String locale) {
    if (!locale.equals(sheetLocale)) {
      sheetLocale = locale;
      sheetTexts = texts.inSheet(locale);
    }
    return sheetTexts;
  }

  /** So many rows are gone at once that the sheet is not believed: nothing is done. */
  private CycleReport stopped(Scene scene, boolean dry) {
    if (!dry) {
      remembering.rememberAbsences(scene);
    }
    int missing = scene.absences().missing().size();
    Trouble trouble =
        new Trouble(
            Trouble.Kind.SETTINGS,
            texts.format(
                Message.of("campaign.stopped.missing")
                    .with("count", missing)
                    .with("limit", scene.absences().limit())));
    return new CycleReport(
        true,
        List.of(),
        false,
        List.of(trouble),
        Map.of("missing", (long) missing),
        Optional.empty());
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

  private Drafting drafting(Scene scene, Map<String, Someone> people, boolean dry) {
    return new Drafting(
        settings,
        ports,
        letters,
        places.delegates(),
        new Drafting.Cast(scene.rows(), people, scene.firstAnswers(), scene.absences().withdrawn()),
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
  private Optional<Decision> decide(Instance instance, Matched memory, List<Trouble> troubles) {
    try {
      return Optional.of(decisions.decide(instance, memory));
    } catch (UnstableMatchingException e) {
      note(
          Trouble.Kind.BUG,
          "The matching was not stable, so nobody new is introduced",
          e,
          troubles);
    } catch (TooManyPeopleException e) {
      note(
          Trouble.Kind.SETTINGS,
          "Nobody new is introduced until the policy is \"stable\" or \"coverage\"",
          e,
          troubles);
    }
    return Optional.empty();
  }

  private static void note(
      Trouble.Kind kind, String what, RuntimeException why, List<Trouble> troubles) {
    Trouble trouble = new Trouble(kind, what + ": " + why.getMessage());
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
