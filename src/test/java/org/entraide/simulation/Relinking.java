package org.entraide.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.form.QuestionMark;
import org.entraide.people.profile.Field;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Human;

/**
 * The form of a campaign is linked anew, and what must follow: the new tab has what people asked
 * for in the old one, each beside its person, and the old one stays as it is.
 */
final class Relinking {

  private static final List<String> ORGANISERS =
      List.of("instruction", "checked", "with", "never_with", "corrected_place", "group");

  /** Titles that mean the same to anybody who reads them. */
  private static final List<String> SAME = List.of("Adresse", "Où habitez-vous ?", "Votre adresse");

  /**
   * The mark of a column that was compared with the form: before, a question is known by its title
   * alone.
   */
  private static final String COMPARED =
      new QuestionMark(QuestionMark.TIME, Optional.of(Field.TIMESTAMP)).mark();

  private final Site site;
  final FormerWords former;

  /** What was beside a response and must still be, by response and column. */
  private final Map<String, Map<String, String>> expected = new TreeMap<>();

  /**
   * The same, and what people typed over or emptied there before the daemon wrote into the new tab:
   * a cell that is empty when it looks is empty to it.
   */
  private final Map<String, Map<String, String>> possible = new TreeMap<>();

  /** Responses whose row said that something of theirs stood in another one. */
  private final Set<String> bereft = new HashSet<>();

  /** By column, what stood beside others than those for whom it was typed. */
  private final Map<String, Set<String>> astray = new HashMap<>();

  /**
   * Instructions that stood beside somebody, and had been cleared beside somebody: between two
   * looks that seems to be one that was moved, and it goes home.
   */
  private final Set<String> moved = new HashSet<>();

  private final Set<CarriedHit> hits = new HashSet<>();
  private final Map<Integer, Leaving> left = new HashMap<>();

  private int times;

  /** Whether a new journal took the new tab for a copy, since its newest row had been deleted. */
  private boolean passedOver;

  Relinking(Site site) {
    this.site = site;
    this.former = new FormerWords(site);
  }

  /**
   * Links it, under other titles now and then.
   *
   * @param asOrganisersAsk whether the daemon reads the form, too
   * @return whether it did: not before the daemon has seen the last time, of which it would ask
   */
  boolean happens(SplittableRandom random, boolean asOrganisersAsk) {
    Desk.Tab old = site.answers();
    if (site.rows(old).stream().allMatch(row -> old.text(row, "ref").isEmpty())) {
      return false;
    }
    times++;
    if (random.nextBoolean()) {
      site.premises.rename(
          Human.PLACE,
          asOrganisersAsk && old.column(COMPARED) >= 0
              ? "Question n° " + times
              : SAME.get(random.nextInt(SAME.size())));
    }
    remember(old);
    site.premises.linkAnew();
    left.put(old.id(), Leaving.UNSEEN);
    passedOver = false;
    return true;
  }

  private void remember(Desk.Tab old) {
    Stream.of(expected, possible, astray).forEach(Map::clear);
    Stream.of(bereft, moved, hits).forEach(Set::clear);
    former.remember(old);
    for (int row : site.rows(old)) {
      String response = old.response(row).orElseThrow();
      Map<String, String> texts = texts(old, row);
      String word = texts.getOrDefault("instruction", "");
      if (site.cleared.contains(word)) {
        moved.add(word);
      }
      if (!Site.asks(old, row)) {
        Map<String, String> others = site.copied.anothers(response, texts);
        others.forEach(this::isAstray);
        possible.put(response, Map.copyOf(texts));
        texts.keySet().removeAll(others.keySet());
        expected.put(response, texts);
      } else { // what stands astray is another's
        isAstray(response, texts);
      }
    }
    IntStream.range(1, old.rows())
        .filter(row -> old.response(row).isEmpty()) // beside nobody
        .forEach(row -> texts(old, row).forEach(this::isAstray));
  }

  /** The tab whose rows show how people are called: the one before, until the new one is served. */
  Desk.Tab named(Desk.Copy now) {
    return now.tab(notYetLeft().orElse(site.premises.answers()));
  }

  private Optional<Integer> notYetLeft() {
    return left.entrySet().stream()
        .filter(tab -> tab.getValue() != Leaving.DONE)
        .map(Map.Entry::getKey)
        .findAny();
  }

  /** The journal alone knew which tab is read as long as nobody is named in it. */
  void choiceIsForgotten() {
    left.replaceAll((tab, leaving) -> leaving == Leaving.SEEN ? Leaving.UNSEEN : leaving);
  }

  /**
   * The journal is lost before the new tab is served. In the tab before, a write that people
   * overtook may have put the words of others beside somebody, and a suspended daemon neither put
   * that right nor asked in the row. What organisers typed there then looks like another's.
   */
  void isForgotten(Desk.Copy now) {
    notYetLeft().map(now::tab).ifPresent(this::isForgotten);
  }

  private void isForgotten(Desk.Tab oldTab) {
    for (int row : site.rows(oldTab)) {
      String shown = oldTab.text(row, "ref");
      String response = oldTab.response(row).orElseThrow();
      boolean amiss =
          !shown.isEmpty() && site.owner(oldTab, row).filter(it -> it.isCalled(shown)).isEmpty();
      if (amiss && expected.containsKey(response)) {
        isAstray(response, expected.get(response));
        expected.remove(response);
      }
    }
  }

  private void isAstray(String response, Map<String, String> texts) {
    bereft.add(response);
    texts.forEach(this::isAstray);
  }

  private void isAstray(String mark, String text) {
    astray.computeIfAbsent(mark, m -> new HashSet<>()).add(text);
  }

  static Map<String, String> texts(Desk.Tab tab, int row) {
    Map<String, String> texts = new HashMap<>();
    for (String mark : ORGANISERS) {
      String text = tab.text(row, mark);
      if (!text.isEmpty()) {
        texts.put(mark, text);
      }
    }
    return texts;
  }

  /** The daemon reads everything. */
  void read() {
    passedOver |= site.isUnlearnt && isBehind();
    left.replaceAll(
        (tab, leaving) -> leaving == Leaving.UNSEEN && !isAhead(tab) ? Leaving.SEEN : leaving);
  }

  /**
   * Whether the newest answer stands in the tab that was left alone, since people deleted its row
   * in the new one at once: until somebody answers, that is like a copy which was made before.
   */
  private boolean isAhead(int tab) {
    return newest(site.desk.copy().tab(tab)) > newest(site.answers());
  }

  /** Whether the new tab is not served before somebody answers. */
  boolean isBehind() {
    return left.entrySet().stream()
        .anyMatch(tab -> tab.getValue() == Leaving.UNSEEN && isAhead(tab.getKey()));
  }

  /** When somebody answered last, in days. */
  private double newest(Desk.Tab tab) {
    return moments(tab).stream()
        .filter(text -> !text.isEmpty())
        .mapToDouble(Double::parseDouble)
        .max()
        .orElse(0);
  }

  /**
   * It reads that the new tab has no answers, as any tab may: nothing tells of what it is, nor what
   * was asked for there.
   */
  void readEmpty() {
    if (left.containsValue(Leaving.SEEN) || left.containsValue(Leaving.UNSEEN)) {
      site.stoppedAtRead = stopped(site.answers());
    }
    left.replaceAll((tab, leaving) -> leaving == Leaving.SEEN ? Leaving.UNSEEN : leaving);
  }

  /** The daemon names people in the new tab: from now on an empty cell was emptied by a person. */
  void isServed() {
    left.replaceAll((tab, leaving) -> Leaving.DONE);
    possible.clear();
    bereft.clear();
  }

  /** An organiser types there, or clears it. */
  void typed(String response, String mark) {
    expected.getOrDefault(response, new HashMap<>()).remove(mark);
    hits.removeIf(hit -> hit.response().equals(response) && hit.mark().equals(mark));
  }

  /** Notes that somebody's row is gone, or came back. */
  void gone(String response) {
    expected.remove(response);
    hits.removeIf(hit -> hit.response().equals(response));
  }

  /** Whether a write that people overtook hit what an organiser had typed; it is to be put back. */
  boolean hits(String response, String mark, String was, String is) {
    CarriedHit hit = new CarriedHit(response, mark, was, is);
    boolean isHit =
        ORGANISERS.contains(mark)
            && !response.isEmpty()
            && !was.isEmpty()
            && !is.isEmpty()
            && site.wasOvertaken()
            && carries("", mark, is);
    if (isHit && site.copied.wasJustTyped(response, mark)) {
      hit.isForgotten(site);
      return true;
    }
    return isHit && hits.add(hit);
  }

  /** Whether that puts back what was hit. */
  boolean putsBack(String response, String mark, String was, String is) {
    return hits.remove(new CarriedHit(response, mark, is, was));
  }

  /** The process ends, which alone knew of it. */
  void forgetsHits() {
    hits.forEach(hit -> hit.isForgotten(site));
    hits.clear();
  }

  /** A write that people overtook put it beside somebody else than whom it was typed for. */
  void isAmiss(String mark, String text) {
    expected.values().forEach(texts -> texts.remove(mark, text));
  }

  /** Whether a tab was left before the daemon last read: nothing may change in it any more. */
  boolean isLeft(int tab) {
    return left.getOrDefault(tab, Leaving.UNSEEN) != Leaving.UNSEEN;
  }

  /**
   * Whether that is what stood beside somebody in the tab before. An answer that was edited as the
   * form was linked anew is no longer known as what it was: then it is beside another of theirs,
   * with what was asked for there.
   *
   * @param response empty where people moved rows in that instant: then beside anybody's
   */
  boolean carries(String response, String mark, String text) {
    return Stream.of(text.split(", ", -1)).allMatch(one -> carriesOne(response, mark, one))
        || carriesOne(response, mark, text);
  }

  private boolean carriesOne(String response, String mark, String text) {
    boolean back = isBereft(response) && astray.getOrDefault(mark, Set.of()).contains(text);
    boolean home = mark.equals("instruction") && moved.contains(text);
    return back || home || stoodBeside(response, mark, text);
  }

  /** Whether something of theirs stood in another row, or of an answer of theirs edited since. */
  private boolean isBereft(String response) {
    return bereft.stream().anyMatch(other -> isSame(response, other));
  }

  /** Whether that stood beside them in the tab before; without a response, beside anybody. */
  boolean stoodBeside(String response, String mark, String text) {
    return Stream.of(expected, possible)
        .flatMap(all -> all.entrySet().stream())
        .filter(entry -> response.isEmpty() || isSame(response, entry.getKey()))
        .anyMatch(entry -> text.equals(entry.getValue().get(mark)));
  }

  private boolean isSame(String response, String other) {
    return site.tokenByResponse.getOrDefault(response, "").equals(site.tokenByResponse.get(other));
  }

  /** Who is stopped by a word that is not carried over yet. */
  Set<String> stopped(Desk.Tab answers) {
    Set<String> stopped = new HashSet<>();
    for (int row : site.rows(answers)) {
      String response = answers.response(row).orElseThrow();
      String word = expected.getOrDefault(response, Map.of()).getOrDefault("instruction", "");
      if (site.stops(word) && !site.cleared.contains(word)) {
        site.owner(answers, row).ifPresent(soul -> stopped.add(soul.token()));
      }
    }
    return stopped;
  }

  private Stream<Integer> rowsOf(Desk.Tab answers, String response) {
    return site.rows(answers).stream()
        .filter(row -> answers.response(row).filter(it -> isSame(response, it)).isPresent());
  }

  /** Whether a status that was typed beside an answer is by now beside another of its person. */
  boolean isCarried(Desk.Tab answers, String response, String status) {
    return times > 0
        && rowsOf(answers, response).anyMatch(row -> answers.text(row, "status").equals(status));
  }

  /**
   * Whether too few answers in the new tab were given when those in the tab before were: where the
   * daemon asks no form it cannot tell that the same one wrote both, and asks people. So it does
   * where it took the new tab for a copy.
   */
  boolean isStrange() {
    Set<String> now = moments(site.answers());
    return passedOver
        || left.entrySet().stream()
            .filter(tab -> tab.getValue() != Leaving.DONE)
            .map(tab -> moments(site.desk.copy().tab(tab.getKey())))
            .anyMatch(
                old ->
                    old.stream().filter(now::contains).count() * 2
                        < Math.min(old.size(), now.size()));
  }

  private Set<String> moments(Desk.Tab tab) {
    return site.rows(tab).stream()
        .map(row -> tab.text(row, tab.titled("Horodateur")))
        .collect(Collectors.toSet());
  }

  /** What is not beside its person, in words, once all has settled. */
  List<String> missing(Desk.Tab answers) {
    Map<String, String> missing = new TreeMap<>();
    for (int row : site.rows(answers)) {
      String response = answers.response(row).orElseThrow();
      if (site.owner(answers, row).filter(Soul::isForgotten).isPresent()) {
        continue; // nothing that is left tells whose that was
      }
      int at = row;
      String where = site.settings.name() + " row " + (row + 1);
      expected
          .getOrDefault(response, Map.of())
          .forEach(
              (mark, text) -> {
                if (rowsOf(answers, response).noneMatch(it -> answers.text(it, mark).contains(text))
                    && !Site.asks(answers, at)
                    && !site.cleared.contains(text)) {
                  missing.put(
                      response + mark,
                      where + " has not what was asked for in the tab before, under " + mark);
                }
              });
    }
    for (CarriedHit hit : hits) {
      missing.put(
          hit.response() + hit.mark(),
          site.settings.name() + " has lost what was typed in the new tab under " + hit.mark());
    }
    return List.copyOf(missing.values());
  }
}
