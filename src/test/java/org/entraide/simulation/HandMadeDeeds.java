package org.entraide.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.PointedRef;

/**
 * Rows that organisers type into the ledger for two people whom they introduced themselves: whole,
 * half and completed later, several at once, about nobody, twice, deleted, and put back.
 */
final class HandMadeDeeds {

  /** Before the name of a row, by which it is known wherever it is sorted to. */
  private static final String ORIGIN = "introduced-";

  private static final List<String> OUTCOMES =
      List.of("", "", "", Outcomes.ACCEPTED, "acceptée, ils sont ravis", "Refusée", "Terminée");

  private static final List<String> DAYS = List.of("", "", "02/03/2020", "en mars");

  /** How many rows are pasted at once: a few, or a list of past pairs. */
  private static final int FEW_PASTED = 5;

  private static final int LIST_PASTED = 20;

  /**
   * What was typed in a row.
   *
   * @param person the token of whom is meant; empty for nobody, or not yet
   * @param helper the same
   */
  record Typed(String person, String helper) {
    static final Typed NOTHING = new Typed("", "");

    boolean isWhole() {
      return !person.isEmpty() && !helper.isEmpty() && !person.equals(helper);
    }
  }

  private final Site site;

  /** By the name of the row. */
  final Map<String, Typed> typed = new HashMap<>();

  /** By the name of the row, when it was typed or completed. */
  private final Map<String, Instant> typedAt = new HashMap<>();

  private final Map<String, Desk.GridLine> deleted = new HashMap<>();

  private int passes;

  HandMadeDeeds(Site site) {
    this.site = site;
  }

  /** A pass of the daemon's did all that it decided. */
  void passed() {
    passes++;
  }

  /** How many did so far. */
  int passes() {
    return passes;
  }

  /** Whether a row of the ledger has become an introduction, as its check says. */
  static boolean isIntroduction(Desk.Tab ledger, int row) {
    return !ledger.text(row, "ledger_ref").isEmpty()
        && ledger.text(row, "ledger_check").contains("BYHAND");
  }

  static boolean isOne(String origin) {
    return origin.startsWith(ORIGIN);
  }

  void happens(Organisers organisers, SplittableRandom random) {
    Optional<Desk.Tab> ledger = site.desk.copy().with("ledger_person");
    if (ledger.isEmpty() || ledger.get().column("ledger_outcome") < 0) {
      return;
    }
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> types(ledger.get(), random);
      case 3 -> {
        int few = 2 + random.nextInt(FEW_PASTED - 1);
        for (int i = few == FEW_PASTED ? LIST_PASTED : few; i > 0; i--) {
          types(site.desk.copy().with("ledger_person").orElseThrow(), random);
        }
      }
      case 4 -> typesHalf(ledger.get(), random);
      case 5 -> completes(ledger.get(), random);
      case 6 -> typesNonsense(ledger.get(), random);
      case 7 -> repeats(ledger.get(), random);
      case 8 -> deletes(ledger.get(), random);
      default -> putsBack(ledger.get(), random);
    }
    organisers.act();
  }

  // ---- what is typed

  private void types(Desk.Tab ledger, SplittableRandom random) {
    Optional<Soul> person =
        Optional.of(random.nextInt(3))
            .filter(it -> it > 0)
            .flatMap(it -> any(random, this::waits))
            .or(() -> any(random, soul -> !soul.isHelper()));
    boolean fits = random.nextInt(4) > 0;
    String needs = person.map(it -> it.human().needs()).orElse("");
    Optional<Soul> helper =
        any(random, soul -> soul.isHelper() && fits && soul.human().offers().contains(needs))
            .or(() -> any(random, Soul::isHelper));
    if (person.isPresent() && helper.isPresent()) {
      String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
      Map<String, String> texts = new HashMap<>();
      texts.put("ledger_person", named(person.get(), random));
      texts.put("ledger_helper", named(helper.get(), random));
      texts.put("ledger_outcome", outcome);
      texts.put("ledger_sent_on", DAYS.get(random.nextInt(DAYS.size())));
      row(ledger, random, texts, new Typed(person.get().token(), helper.get().token()));
    }
  }

  private void typesHalf(Desk.Tab ledger, SplittableRandom random) {
    any(random, soul -> !soul.isHelper())
        .ifPresent(
            soul ->
                row(
                    ledger,
                    random,
                    Map.of("ledger_person", named(soul, random)),
                    new Typed(soul.token(), "")));
  }

  private void completes(Desk.Tab ledger, SplittableRandom random) {
    Optional<Soul> helper = any(random, Soul::isHelper);
    rows(ledger, origin -> is(origin, it -> it.helper().isEmpty() && !it.person().isEmpty()))
        .stream()
        .findFirst()
        .filter(row -> helper.isPresent())
        .ifPresent(
            row -> {
              String origin = ledger.response(row).orElseThrow();
              Soul soul = helper.orElseThrow();
              site.desk.type(ledger.id(), row, ledger.column("ledger_helper"), named(soul, random));
              Typed before = typed.getOrDefault(origin, Typed.NOTHING);
              isTyped(origin, new Typed(before.person(), soul.token()));
            });
  }

  /** Somebody with oneself, with nobody, or a note. */
  private void typesNonsense(Desk.Tab ledger, SplittableRandom random) {
    Optional<Soul> soul = any(random, it -> true);
    int which = random.nextInt(3);
    if (which == 0 || soul.isEmpty()) {
      Map<String, String> note = Map.of("ledger_person", "Relancer tout le monde lundi");
      row(ledger, random, note, Typed.NOTHING);
      return;
    }
    String other = which == 1 ? named(soul.get(), random) : "personne@nowhere.example";
    row(
        ledger,
        random,
        Map.of("ledger_person", named(soul.get(), random), "ledger_helper", other),
        new Typed(soul.get().token(), which == 1 ? soul.get().token() : ""));
  }

  private void repeats(Desk.Tab ledger, SplittableRandom random) {
    List<Integer> whole = rows(ledger, origin -> is(origin, Typed::isWhole));
    if (!whole.isEmpty()) {
      int row = whole.get(random.nextInt(whole.size()));
      Typed again = typed.getOrDefault(ledger.response(row).orElse(""), Typed.NOTHING);
      Soul person = site.souls.get(again.person());
      Soul helper = site.souls.get(again.helper());
      if (person != null && helper != null) {
        row(
            ledger,
            random,
            Map.of("ledger_person", named(person, random), "ledger_helper", named(helper, random)),
            new Typed(again.person(), again.helper()));
      }
    }
  }

  private void row(
      Desk.Tab ledger, SplittableRandom random, Map<String, String> texts, Typed what) {
    int at = random.nextInt(3) == 0 ? 1 + random.nextInt(ledger.rows()) : ledger.rows();
    String origin = ORIGIN + typed.size();
    Map<Integer, String> cells = new HashMap<>();
    cells.put(ledger.column("ledger_outcome"), ""); // which the daemon never writes
    cells.put(ledger.column("ledger_delegate"), "");
    texts.forEach((mark, text) -> cells.put(ledger.column(mark), text));
    site.desk.insert(ledger.id(), at, 1);
    site.desk.fill(ledger.id(), at, cells, origin, false);
    isTyped(origin, what);
  }

  private void isTyped(String origin, Typed what) {
    typed.put(origin, what);
    typedAt.put(origin, site.time.instant());
  }

  /** As people name somebody: as it is copied from a cell, by the reference, or by a contact. */
  private String named(Soul soul, SplittableRandom random) {
    Desk.Tab answers = site.answers();
    Optional<Integer> row =
        site.rowsByToken(answers).getOrDefault(soul.token(), List.of()).stream().findFirst();
    String ref = row.map(it -> answers.text(it, "ref")).orElse("");
    int how = random.nextInt(5);
    if (!soul.isCalled(ref) || how > 2) { // a write may have hit the cell amiss
      return how == 3 ? soul.contact().national() : soul.contact().email();
    }
    return switch (how) {
      case 0 -> PointedRef.label(soul.name(), ref);
      case 1 -> ref.toLowerCase(Locale.ROOT);
      default -> ref;
    };
  }

  private Optional<Soul> any(SplittableRandom random, Predicate<Soul> which) {
    List<Soul> all =
        site.souls.values().stream()
            .filter(soul -> which.test(soul) && !soul.isIncomplete && !soul.isGone())
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  /**
   * Whether nobody was found for somebody so far: those are introduced by hand first. Who needs
   * somebody for their children waits for a tick, too.
   */
  private boolean waits(Soul soul) {
    Desk.Tab answers = site.answers();
    return !soul.isHelper()
        && !soul.needsTick()
        && site.rowsByToken(answers).getOrDefault(soul.token(), List.of()).stream()
            .anyMatch(row -> answers.text(row, "status").equals("En attente"));
  }

  // ---- what becomes of it

  private void deletes(Desk.Tab ledger, SplittableRandom random) {
    List<Integer> rows = rows(ledger, typed::containsKey);
    if (!rows.isEmpty()) {
      int row = rows.get(random.nextInt(rows.size()));
      deleted.put(ledger.response(row).orElseThrow(), site.desk.line(ledger.id(), row));
      site.desk.delete(ledger.id(), row);
    }
  }

  private void putsBack(Desk.Tab ledger, SplittableRandom random) {
    List<String> gone = deleted.keySet().stream().sorted().toList();
    if (!gone.isEmpty()) {
      Desk.GridLine line = deleted.remove(gone.get(random.nextInt(gone.size())));
      if (line != null) {
        int at = 1 + random.nextInt(ledger.rows());
        site.desk.putLine(ledger.id(), at, line, "", Map.of());
      }
    }
  }

  private boolean is(String origin, Predicate<Typed> which) {
    Typed what = typed.get(origin);
    return what != null && which.test(what);
  }

  /** Those of the ledger's rows that people typed. */
  static List<Integer> rows(Desk.Tab ledger, Predicate<String> which) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 1; row < ledger.rows(); row++) {
      if (ledger.response(row).filter(HandMadeDeeds::isOne).filter(which).isPresent()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /**
   * Whether a row was typed, or completed, so long ago. Of two rows of the same two nobody can tell
   * which was there first.
   */
  boolean isThereFor(String origin, Duration time) {
    Instant at = typedAt.getOrDefault(origin, Instant.EPOCH);
    Typed what = typed.getOrDefault(origin, Typed.NOTHING);
    boolean again = typed.values().stream().filter(what::equals).count() > 1;
    return again || !site.time.instant().isBefore(at.plus(time));
  }

  // ---- what counts when something is begun

  /** References of introductions made by hand that stand where the daemon reads, by their two. */
  Map<String, Set<String>> standingPairs() {
    Map<String, Set<String>> standingPairs = new HashMap<>();
    site.desk
        .copy()
        .with("ledger_ref")
        .ifPresent(
            ledger ->
                rows(ledger, origin -> is(origin, Typed::isWhole))
                    .forEach(
                        row -> {
                          String ref = ledger.text(row, "ledger_ref");
                          Typed two =
                              typed.getOrDefault(ledger.response(row).orElse(""), Typed.NOTHING);
                          if (!ref.isEmpty()) {
                            standingPairs.put(ref, Set.of(two.person(), two.helper()));
                          }
                        }));
    return standingPairs;
  }
}
