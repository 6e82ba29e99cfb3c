package org.entraide.campaign;

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
import org.entraide.people.ProfileReader;
import org.entraide.place.Geocoder;
import org.entraide.place.PostcodeFiles;
import org.entraide.plan.Analysis;
import org.entraide.plan.Interpretation;
import org.entraide.plan.Introduction;
import org.entraide.plan.Layout;
import org.entraide.plan.LedgerRow;
import org.entraide.plan.Letters;
import org.entraide.plan.LifeCycle;
import org.entraide.plan.MatchingInput;
import org.entraide.plan.Proposal;
import org.entraide.plan.Reporter;
import org.entraide.plan.SheetPlan;
import org.entraide.plan.Someone;
import org.entraide.plan.Vocabulary;
import org.entraide.table.Workbook;
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
  private final List<Texts> languages;
  private final Vocabulary vocabulary;
  private final Letters letters;
  private final Places places;
  private final Decisions decisions;

  /**
   * @param languages every language that is spoken, whose titles and words are understood
   */
  public Cycle(CampaignSettings settings, Ports ports, List<Texts> languages) {
    this(settings, ports, languages, Decisions.matcher());
  }

  Cycle(CampaignSettings settings, Ports ports, List<Texts> languages, Decisions.Solver solver) {
    this.settings = settings;
    this.ports = ports;
    this.languages = List.copyOf(languages);
    this.texts = Texts.of(settings.language().getLanguage());
    this.vocabulary = new Vocabulary(languages);
    this.letters = Letters.of(texts);
    this.places = new Places(ports.geocoder(), ports.postcodes(), settings);
    this.decisions = new Decisions(solver, settings.matching().policy());
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
    Scene scene = observe();
    Map<String, Introduction> introductions = scene.seen().introductions();
    Map<String, Someone> people = people(scene.rows());
    MatchingInput.Terms terms = SettingsInUse.terms(settings, scene.workbook().zone());
    Instance instance =
        MatchingInput.of(
            people.values(), introductions.values(), scene.firstAnswers(), terms, scene.now());
    Matching matching = matching(decide(instance, scene.memory().matched(), new ArrayList<>()));
    Drafting drafting =
        new Drafting(
            settings,
            ports,
            letters,
            places.delegates(),
            people,
            scene.firstAnswers(),
            scene.now(),
            true);
    return new Analysis(
        scene.rows(),
        people,
        instance,
        matching,
        introductions,
        drafting.choose(matching.assignments(), introductions.values(), scene.seen().down()),
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

  /** The world as one pass sees it, and who is in it. */
  private record Scene(
      Instant now,
      Journal.Memory memory,
      Workbook workbook,
      Layout found,
      Layout layout,
      ProfileReader reader,
      Interpretation rows,
      Map<String, Instant> firstAnswers,
      Mailroom.Seen seen) {}

  private Scene observe() throws RemoteFailure, Layout.Unusable {
    Instant now = ports.clock().instant();
    Journal.Memory memory = ports.journal().memory(settings.name());
    Workbook workbook = ports.table().read();
    Layout found =
        Layout.of(workbook, settings.tab(), SettingsInUse.overrides(settings), languages);
    Layout layout = found.prepared();
    ProfileReader reader = SettingsInUse.reader(layout, settings, workbook.zone());
    Interpretation rows =
        Interpretation.of(
            layout,
            reader,
            vocabulary,
            new Interpretation.Known(memory.references(), memory.referenceByFingerprint()),
            workbook.id(),
            ports.random());
    Map<String, Instant> firstAnswers = firstAnswers(memory, rows);
    Mailroom.Seen seen = observeLetters(memory, rows, now);
    return new Scene(now, memory, workbook, found, layout, reader, rows, firstAnswers, seen);
  }

  private CycleReport run(boolean dry) throws RemoteFailure, Layout.Unusable {
    // observe and interpret
    Scene scene = observe();
    Instant now = scene.now();
    Journal.Memory memory = scene.memory();
    Workbook workbook = scene.workbook();
    Layout layout = scene.layout();
    ProfileReader reader = scene.reader();
    Interpretation rows = scene.rows();
    Map<String, Instant> firstAnswers = scene.firstAnswers();
    Mailroom.Seen seen = scene.seen();
    if (!dry) {
      remember(memory, rows, firstAnswers, seen.introductions().values());
    }
    // locate and match
    Map<String, Someone> people = people(rows);
    MatchingInput.Terms terms = SettingsInUse.terms(settings, workbook.zone());
    List<Trouble> troubles = new ArrayList<>(seen.troubles());
    Optional<Decision> first =
        decide(
            MatchingInput.of(
                people.values(), seen.introductions().values(), firstAnswers, terms, now),
            memory.matched(),
            troubles);
    Optional<Decision> decision = first;
    // plan and apply
    SheetWriter writer = new SheetWriter(settings.name(), ports, vocabulary, texts, dry);
    SheetPlan plan = new SheetPlan(layout, memory.cells(), texts, workbook.zone());
    Wishes wishes = new Wishes(rows, people, seen.emptied());
    Drafting drafting =
        new Drafting(settings, ports, letters, places.delegates(), people, firstAnswers, now, dry);
    writer.prepare(scene.found());
    List<Proposal> proposals =
        drafting.choose(matching(first).assignments(), seen.introductions().values(), seen.down());
    Map<String, Introduction> introductions =
        drafting.begin(seen.introductions(), proposals, memory.references(), rows);
    boolean grew =
        writer.append(layout, plan, introductions.values(), rows.ledger(), wishes::entry);
    introductions = drafting.makeDrafts(introductions, seen.down(), writer.effects(), troubles);
    if (!introductions.equals(seen.introductions())) {
      // what rows say is what the next pass will see: a pass after this one finds nothing to write
      decision =
          decide(
              MatchingInput.of(people.values(), introductions.values(), firstAnswers, terms, now),
              first.map(Decision::remembered).orElse(memory.matched()),
              troubles);
      proposals =
          drafting.choose(matching(decision).assignments(), introductions.values(), seen.down());
    }
    if (!dry) {
      remember(memory.matched(), decision);
    }
    Reporter reporter =
        new Reporter(
            terms,
            settings.maxWaitingDrafts(),
            matching(decision),
            introductions.values(),
            waiting(proposals),
            firstAnswers,
            now);
    SheetWriter.Wanted wanted = wishes.wanted(reporter, introductions.values());
    writer.write(layout, plan, rows, grew, wanted, reader, workbook.id());
    return new CycleReport(
        true,
        writer.effects(),
        writer.misplaced() > 0 || proposals.stream().anyMatch(Proposal::isDue),
        troubles,
        counts(wanted, introductions.values(), people.values()),
        first);
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

  private Mailroom.Seen observeLetters(Journal.Memory memory, Interpretation rows, Instant now) {
    Map<String, Introduction> known = new LinkedHashMap<>();
    LifeCycle.adopt(memory.introductions(), rows.ledger(), now).forEach(known::put);
    for (LedgerRow entry : rows.ledger()) {
      known.computeIfPresent(entry.ref(), (ref, i) -> LifeCycle.obey(i, entry.outcome()));
    }
    return new Mailroom(ports.mailboxes()).look(places.delegates().all(), known, now);
  }

  private static Map<String, Instant> firstAnswers(Journal.Memory memory, Interpretation rows) {
    Map<String, Instant> first = new HashMap<>(memory.firstAnswers());
    rows.firstAnswers().forEach((ref, at) -> first.merge(ref, at, (a, b) -> a.isBefore(b) ? a : b));
    return first;
  }

  /** What a crash must not lose, before anything is written outside. */
  private void remember(
      Journal.Memory memory,
      Interpretation rows,
      Map<String, Instant> firstAnswers,
      Collection<Introduction> introductions) {
    String campaign = settings.name();
    Journal journal = ports.journal();
    Set<String> references = new HashSet<>();
    rows.people().forEach(person -> references.add(person.ref()));
    references.removeAll(memory.references());
    if (!references.isEmpty()) {
      journal.reserve(campaign, references);
    }
    Map<String, String> identities =
        unknown(rows.refByFingerprint(), memory.referenceByFingerprint());
    if (!identities.isEmpty()) {
      journal.identify(campaign, identities);
    }
    Map<String, Instant> earlier = unknown(firstAnswers, memory.firstAnswers());
    if (!earlier.isEmpty()) {
      journal.answered(campaign, earlier);
    }
    List<Introduction> changed =
        introductions.stream().filter(i -> !i.equals(memory.introductions().get(i.ref()))).toList();
    if (!changed.isEmpty()) {
      journal.reserve(campaign, changed.stream().map(Introduction::ref).toList());
      journal.record(campaign, changed);
    }
  }

  /** Key by key: the entries of an immutable map are searched one after another. */
  private static <V> Map<String, V> unknown(Map<String, V> now, Map<String, V> known) {
    Map<String, V> unknown = new HashMap<>(now);
    unknown.entrySet().removeIf(e -> e.getValue().equals(known.get(e.getKey())));
    return unknown;
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

  /** Before the rows are written: the next pass must find what they say. */
  private void remember(Matched known, Optional<Decision> decision) {
    Matched now = decision.map(Decision::remembered).orElse(known);
    if (!now.equals(known)) {
      ports.journal().matched(settings.name(), now);
    }
  }
}
