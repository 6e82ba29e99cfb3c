package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.Desk;

/**
 * Who is barred in one campaign. A bar is certain once a pass that read it came to its end: from
 * then on it outlives the row, the journal and a later answer, and covers everybody who shares the
 * contact, until somebody lifts it.
 */
final class Bars {

  private static final String DISTINCT = "Distinct";
  static final String WORD = "Exclu";

  private final Site site;
  private final Set<String> certain = new TreeSet<>(); // tokens
  private final Map<String, String> named = new HashMap<>(); // references then, by token
  private final Set<String> distinct = new HashSet<>(); // tokens
  private final Set<String> lifted = new TreeSet<>(); // tokens

  /** Whose line was deleted since a pass was last whole, which puts it back: tokens. */
  private final Set<String> lineless = new TreeSet<>();

  /** Who was barred, or may have been, and is not lifted for sure: tokens. */
  private final Set<String> barredTokens = new TreeSet<>();

  /** Beside whom the word stands that was typed for somebody else, and came with a copied row. */
  private final Set<String> copied = new HashSet<>(); // tokens

  /**
   * By the reference in a line that says « non », who was asked to be barred then: a suspended
   * campaign has the line before any row shows whose reference that is.
   */
  private final Map<String, Set<String>> refused = new HashMap<>();

  /** Responses beside which a note was typed over the word. */
  private final Set<String> typedOver = new HashSet<>();

  /** Of those, where a pass saw the note. */
  private final Set<String> seenTypedOver = new HashSet<>();

  /** By introduction that must have ended, the outcome that was noted at that time. */
  private final Map<String, String> ended = new HashMap<>();

  /** Old references in a bar's line, of people who got new ones as the journal was lost. */
  private final Set<String> former = new HashSet<>();

  Bars(Site site) {
    this.site = site;
  }

  /** An organiser bars somebody: in vain where « non » in the settings holds for another row. */
  void isBarred(Soul soul) {
    Desk.Tab answers = site.answers();
    if (!isShown(answers, site.rowsByToken(answers).getOrDefault(soul.token(), List.of()))) {
      lifted.remove(soul.token());
      refused.values().forEach(tokens -> tokens.remove(soul.token()));
    }
    barredTokens.add(soul.token());
    for (Soul other : site.souls.values()) {
      if (other.sharesContact(soul)) {
        other.leaves();
        other.wasBarred = true;
      }
    }
  }

  private boolean isShown(Desk.Tab answers, List<Integer> rows) {
    return rows.stream()
        .anyMatch(
            row ->
                answers.text(row, "instruction").contains(WORD)
                    || isKeptInCopy(answers, row)
                    || WORD.equals(site.typed.get(answers.response(row).orElse(""))));
  }

  /** What was typed as somebody's status came with their row beside somebody else, who may be. */
  void mayBeBarred(Soul soul, String text) {
    if (text.equals(WORD)) {
      barredTokens.add(soul.token());
      copied.add(soul.token());
    }
  }

  /** Somebody answers, for the first time or again. */
  void isAnswered(Soul soul) {
    if (site.souls.values().stream().anyMatch(it -> it.wasBarred && it.sharesContact(soul))) {
      soul.leaves();
      soul.wasBarred = true;
    }
  }

  /** The instruction is cleared, which lifts the bar where the journal saw it. */
  void mayBeLifted(Soul soul) {
    certain.remove(soul.token());
  }

  /** Somebody types a status, be it over another. */
  void isTyped(String response, String formerStatus, String text) {
    if (text.equals(WORD)) {
      typedOver.remove(response);
    } else if (formerStatus.equals(WORD)) {
      typedOver.add(response);
      seenTypedOver.remove(response);
    }
  }

  Set<String> typedOver() {
    return Set.copyOf(typedOver);
  }

  /**
   * A pass that read the answers goes by them.
   *
   * @param notes what {@link #typedOver} was when it read
   */
  void areSeen(Set<String> notes) {
    seenTypedOver.addAll(notes);
  }

  /** A note is cleared: if no pass read it, the daemon sees the word cleared, and lifts the bar. */
  void isNoteCleared(String response, Optional<Soul> owner) {
    if (typedOver.remove(response) && (site.isOutdated() || !seenTypedOver.contains(response))) {
      owner.ifPresent(this::mayBeLifted);
    }
  }

  /** The word came with a copied row, counts as typed there, and the row says so. */
  private boolean isKeptInCopy(Desk.Tab answers, int row) {
    return site.copied.isCopy(answers.response(row).orElse(""))
        && answers.text(row, "status").equals(WORD)
        && SheetWatch.saysKept(answers.text(row, "explanation"));
  }

  /** « non » beside the bar in the settings lifts it for sure. */
  void areLifted(String label) {
    about(label).forEach(this::isLifted);
    refused.put(reference(label), new HashSet<>(barredTokens));
  }

  private void isLifted(Soul soul) {
    certain.remove(soul.token());
    barredTokens.remove(soul.token());
    lifted.add(soul.token());
  }

  /** A line is deleted: if it said « non », what a row says counts again. */
  void areUnlifted(String label) {
    about(label)
        .forEach(
            soul -> {
              lifted.remove(soul.token());
              lineless.add(soul.token());
              if (site.isUnlearnt) { // nothing but the word in a row says so by now
                certain.remove(soul.token());
              }
            });
    refused.remove(reference(label));
  }

  /**
   * The journal is lost: where a line was deleted and has not come back, only the word in a row
   * still says who is barred, and the next pass that is whole sees that.
   */
  void lostLinesAreForgotten() {
    certain.removeAll(lineless);
    lineless.clear();
  }

  /**
   * The people whom a line is about, by their name, by the reference of their rows, or by that of
   * then, as a lost journal gives a new one.
   */
  private List<Soul> about(String label) {
    Desk.Tab answers = site.answers();
    Set<String> shown =
        site.rows(answers).stream()
            .filter(row -> answers.text(row, "ref").equals(reference(label)))
            .flatMap(row -> site.owner(answers, row).map(Soul::token).stream())
            .collect(Collectors.toSet());
    return site.souls.values().stream()
        .filter(
            soul ->
                soul.isNamedIn(label)
                    || shown.contains(soul.token())
                    || label.contains(named.getOrDefault(soul.token(), "nobody")))
        .toList();
  }

  /** How a line calls somebody: « Exclu : Camille Q. (7KQ47) », or the reference alone. */
  private static String reference(String label) {
    String[] words = label.replaceAll("[\u00a0\u202f]", " ").replaceAll("[()]", "").split(" ", -1);
    return words[words.length - 1];
  }

  /** An organiser says that somebody is another person than the one who is barred. */
  void isDistinct(Soul soul) {
    distinct.add(soul.token());
  }

  /** A word beside somebody is cleared; where it was copied to another row of theirs, it counts. */
  void isCleared(Soul soul, String word) {
    if (word.equals(WORD)) {
      mayBeLifted(soul);
    } else if (word.equals(DISTINCT)) {
      isDistinct(soul);
    }
  }

  /** Whether a row of somebody's counts as a person apart, so that they have two references. */
  boolean isApart(String token) {
    return distinct.contains(token);
  }

  boolean isCertain(Soul soul) {
    return certain.contains(soul.token());
  }

  /** A pass is over, with which nothing was wrong. */
  void passed(Post post) {
    lineless.clear();
    Desk.Tab answers = site.answers();
    for (int row : site.rows(answers)) {
      String response = answers.response(row).orElse("");
      boolean seen =
          (answers.text(row, "instruction").equals(WORD)
                  && !site.copied.isCopied(response, "instruction"))
              || WORD.equals(site.typed.get(response));
      Optional<Soul> owner = site.owner(answers, row);
      Set<String> free = refused.getOrDefault(answers.text(row, "ref"), new HashSet<>());
      owner.filter(soul -> free.remove(soul.token())).ifPresent(this::isLifted);
      if (seen
          && answers.text(row, "status").equals(WORD)
          && !Site.asks(answers, row)
          && owner.filter(soul -> !lifted.contains(soul.token())).isPresent() // the others are free
          && owner.filter(soul -> site.stoppedAtRead.contains(soul.token())).isPresent()
          && certain.add(owner.get().token())) {
        named.put(owner.get().token(), answers.text(row, "ref"));
        ends(post, owner.get().token());
      }
    }
  }

  private void ends(Post post, String token) {
    for (Letter letter : post.letters().values()) {
      String outcome = site.outcomes.getOrDefault(letter.reference, "");
      if (letter.tokens.contains(token)
          && letter.state == LetterState.SENT
          && Set.of("", "Acceptée").contains(outcome)
          && outcome.equals(site.outcomesAtRead.getOrDefault(letter.reference, ""))) {
        ended.put(letter.reference, outcome);
      }
    }
  }

  /** The barred person by whom somebody is barred, too; empty for who is not, or is apart. */
  Optional<String> covering(Soul soul) {
    return isApart(soul.token())
        ? Optional.empty()
        : certain.stream()
            .filter(token -> token.equals(soul.token()) || isShared(token, soul))
            .findFirst();
  }

  /**
   * People who share somebody's contact, and beside whom the word came with a copied row. If it was
   * typed before any pass read it, the daemon bars both people, and everybody who shares a contact
   * with one of them.
   */
  List<String> mayCover(Soul soul) {
    return isApart(soul.token())
        ? List.of()
        : copied.stream()
            .filter(token -> !lifted.contains(token) && isShared(token, soul))
            .toList();
  }

  private boolean isShared(String token, Soul soul) {
    Soul barred = site.souls.get(token);
    return barred != null && barred.sharesContact(soul);
  }

  /** Whether an introduction stood when one of its people was barred, and nothing changed since. */
  boolean hasEnded(Letter letter) {
    return letter.state == LetterState.SENT
        && !site.hasForgotten(letter.tokens) // else it names somebody whom nothing links to them
        && letter.tokens.stream().anyMatch(certain::contains)
        && site.outcomes.getOrDefault(letter.reference, "").equals(ended.get(letter.reference));
  }

  private static boolean isListed(Desk.Copy now, String ref) {
    return now.with("settings_label")
        .filter(tab -> IntStream.range(0, tab.rows()).anyMatch(row -> isLine(tab, row, ref)))
        .isPresent();
  }

  /**
   * The journal knows nothing, maybe since before a line was deleted: of whom neither a line nor a
   * row tells nobody can say any more that they are barred.
   */
  void areForgotten() {
    Desk.Copy now = site.desk.copy();
    Desk.Tab answers = now.tab(site.premises.answers());
    Map<String, List<Integer>> rows = site.rowsByToken(answers);
    certain.removeIf(
        token ->
            !isListed(now, named.getOrDefault(token, "-"))
                && rows.getOrDefault(token, List.of()).stream()
                    .noneMatch(
                        row ->
                            answers.text(row, "instruction").equals(WORD)
                                || answers.text(row, "status").equals(WORD)));
    now.with("settings_label").ifPresent(this::keepFormer);
  }

  private void keepFormer(Desk.Tab settings) {
    IntStream.range(0, settings.rows())
        .filter(row -> isLine(settings, row, ""))
        .mapToObj(row -> reference(settings.text(row, "settings_label")))
        .filter(
            ref ->
                site.souls.values().stream()
                    .anyMatch(soul -> soul.wasBarred && soul.isForgotten() && soul.isCalled(ref)))
        .forEach(former::add);
  }

  /** Whether a line named somebody so whom a lost journal made somebody new. */
  boolean isFormer(String ref) {
    return former.contains(ref);
  }

  /** Whether a line alone names so somebody whose row was deleted before it showed that. */
  boolean isUnshown(String ref) {
    return !ref.isEmpty()
        && isListed(site.desk.copy(), ref)
        && site.souls.values().stream().noneMatch(soul -> soul.wasCalled(ref))
        && site.souls.values().stream().anyMatch(it -> it.wasBarred && it.wentUnnamed());
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Desk.Copy now, Watch watch) {
    List<String> wrong = new ArrayList<>();
    Desk.Tab answers = now.tab(site.premises.answers());
    Map<String, List<Integer>> rows = site.rowsByToken(answers);
    for (String token : certain) {
      // or as who comes back without a row and a journal was called, or who was two people for a
      // while and is one under the other's reference
      boolean listed =
          isListed(now, watch.ref(token))
              || isListed(now, named.getOrDefault(token, "-"))
              || rows.getOrDefault(token, List.of()).stream()
                  .map(row -> answers.text(row, "ref"))
                  .anyMatch(ref -> !ref.isEmpty() && isListed(now, ref));
      if (!listed && !watch.ref(token).isEmpty()) {
        wrong.add(site.settings.name() + ": no setting says that " + token + " is barred");
      }
    }
    for (String token : lifted) {
      Soul soul = site.souls.get(token);
      boolean refShown = isShown(answers, rows.getOrDefault(token, List.of()));
      boolean asks = // to clear it, or as where the word came beside somebody else at the same time
          rows.getOrDefault(token, List.of()).stream()
              .anyMatch(
                  row ->
                      Site.asks(answers, row)
                          || answers.text(row, "explanation").contains("videz " + WORD));
      boolean says =
          rows.getOrDefault(token, List.of()).stream()
              .filter(row -> !site.typed.containsKey(answers.response(row).orElse("")))
              .anyMatch(row -> answers.text(row, "status").equals(WORD));
      if (soul != null
          // what a row said before it went and came back the journal knows
          && !soul.isForgotten()
          && (isApart(token) || barredTokens.stream().noneMatch(other -> isShared(other, soul)))
          && !refShown
          && !asks
          && says) {
        wrong.add(site.settings.name() + ": " + token + " is barred although that was lifted");
      }
    }
    return wrong;
  }

  /** Whether a row of the settings is the line about somebody who is barred. */
  static boolean isLine(Desk.Tab settings, int row, String ref) {
    String label = settings.text(row, "settings_label");
    return label.startsWith(WORD + "\u202f:") && label.contains(ref);
  }
}
