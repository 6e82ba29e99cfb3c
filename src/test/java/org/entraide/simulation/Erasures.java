package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.port.Journal;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.PointedRef;

/**
 * People of one campaign who asked to be erased: from that moment on they are nobody's in all that
 * the others hold true, and this alone knows them. Nothing that the daemon wrote may tell of them.
 */
final class Erasures {

  /**
   * Somebody.
   *
   * @param ref as they were called
   * @param responses all that they ever answered
   * @param typed statuses that people typed beside them, which stay
   */
  private record Erased(Soul soul, String ref, Set<String> responses, Set<String> typed) {
    boolean names(Desk.Tab ledger, int row) {
      return Stream.of("ledger_person", "ledger_helper")
          .anyMatch(mark -> soul.wasCalled(PointedRef.of(ledger.text(row, mark))));
    }
  }

  /** What the check of an erased row begins with. */
  private static final Pattern ERASED = Pattern.compile("[0-9a-f]{32}/");

  private final Site site;
  private final Map<String, Integer> hit = new HashMap<>(); // passes, by response
  private final Set<String> doubtful = new HashSet<>(); // of these, as a journal was lost
  private final List<Erased> all = new ArrayList<>();
  private final Set<String> waiting = new HashSet<>(); // references that a row may still show
  private final Set<String> introductions = new HashSet<>(); // theirs, which had a letter

  Erasures(Site site) {
    this.site = site;
  }

  /** Whether anybody was ever erased. */
  boolean happened() {
    return !all.isEmpty();
  }

  /** The administrator erases somebody, or organisers delete the row of an erased person. */
  void happens(Organisers people, SplittableRandom random, Journal journal, Post post) {
    Desk.Tab answers = site.answers();
    List<Integer> left = rows(answers);
    if (!left.isEmpty() && random.nextInt(3) == 0) {
      int row = left.get(random.nextInt(left.size()));
      site.relinking.gone(answers.response(row).orElse(""));
      site.desk.delete(answers.id(), row);
      people.act();
      return;
    }
    people
        .any(random, soul -> isKnown(answers, soul))
        .ifPresent(soul -> asks(soul, answers, journal, people, post));
  }

  /** Whether nobody can be taken for them, and each of their rows shows how they are called. */
  private boolean isKnown(Desk.Tab answers, Soul soul) {
    List<Integer> rows = site.rowsByToken(answers).getOrDefault(soul.token(), List.of());
    boolean alone =
        site.souls.values().stream()
            .noneMatch(
                other -> other != soul && (other.sharesContact(soul) || isCopy(other, soul)));
    return alone
        && !rows.isEmpty()
        && rows.stream().allMatch(row -> soul.isCalled(answers.text(row, "ref")))
        && soul.original == null
        && !soul.isForgotten()
        && !soul.isEdited()
        && !soul.wasBarred
        && !site.isUnlearnt;
  }

  private static boolean isCopy(Soul one, Soul of) {
    return of.equals(one.original);
  }

  private void asks(Soul soul, Desk.Tab answers, Journal journal, Organisers people, Post post) {
    int row = site.rowsByToken(answers).getOrDefault(soul.token(), List.of()).get(0);
    String ref = answers.text(row, "ref");
    waiting.add(ref);
    ask(ref, journal);
    erases(soul, ref, post);
    people.act();
  }

  private void erases(Soul soul, String ref, Post post) {
    Set<String> responses =
        site.tokenByResponse.entrySet().stream()
            .filter(entry -> entry.getValue().equals(soul.token()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Set<String> typed =
        responses.stream()
            .flatMap(it -> Optional.ofNullable(site.typed.get(it)).stream())
            .collect(Collectors.toSet());
    all.add(new Erased(soul, ref, responses, typed));
    introductions.addAll(post.erase(soul.token()));
    site.outcomes.keySet().removeAll(introductions);
    site.isErased(soul, responses);
  }

  private void ask(String ref, Journal journal) {
    ErasureCommands.ask(journal, site.settings.name(), ref, site.time.instant());
  }

  /**
   * The journal is lost, or an older one. Whose rows do not say yet that they were erased is erased
   * anew, as the administrator has to. Beside whom a write that people overtook put what it says of
   * an erased person may count as erased: nothing else tells any more.
   */
  void isForgotten(Journal journal) {
    waiting.forEach(ref -> ask(ref, journal));
    doubtful.addAll(hit.keySet());
    hit.clear();
  }

  /** A write that people overtook wrote a check beside a response. */
  void isHit(String response, String check) {
    if (ERASED.matcher(check).lookingAt()) {
      hit.put(response, 0);
    }
  }

  /** A pass was completed, and puts right what the one before had hit. */
  void mends() {
    hit.values().removeIf(passes -> passes > 0);
    hit.replaceAll((response, passes) -> passes + 1);
  }

  /** A pass did all that it decided: a row that was cleared tells by itself. */
  void learns(Post post) {
    Desk.Copy now = site.desk.copy();
    Desk.Tab answers = now.tab(site.premises.answers());
    for (int row : site.rows(answers)) {
      boolean doubted = answers.response(row).filter(doubtful::contains).isPresent();
      if (doubted && answers.text(row, "ref").isEmpty() && asksToDelete(answers, row)) {
        site.owner(answers, row).ifPresent(soul -> erases(soul, "", post));
      }
    }
    Set<String> shown =
        rows(answers).stream().map(row -> answers.text(row, "ref")).collect(Collectors.toSet());
    Optional<Desk.Tab> ledger = now.with("ledger_ref");
    waiting.removeIf(
        ref ->
            !shown.contains(ref)
                && ledger.filter(tab -> rowNaming(tab, ref).isPresent()).isEmpty());
  }

  private static OptionalInt rowNaming(Desk.Tab ledger, String ref) {
    return IntStream.range(1, ledger.rows()).filter(row -> names(ledger, row, ref)).findFirst();
  }

  private static boolean asksToDelete(Desk.Tab answers, int row) {
    return answers.text(row, "explanation").contains("supprimez la ligne");
  }

  /** The rows of those who were erased. */
  private List<Integer> rows(Desk.Tab answers) {
    Set<String> responses = new HashSet<>();
    all.forEach(one -> responses.addAll(one.responses()));
    List<Integer> rows = new ArrayList<>();
    for (int row = 1; row < answers.rows(); row++) {
      if (answers.response(row).filter(responses::contains).isPresent()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Whether it is of the ledger's row of somebody who was erased, of which nothing is kept. */
  boolean empties(Desk.Tab was, Desk.Changed cell) {
    return cell.is().isEmpty()
        && was.column("ledger_ref") >= 0
        && (introductions.contains(was.text(cell.row(), "ledger_ref"))
            || all.stream().anyMatch(one -> one.names(was, cell.row())));
  }

  private static boolean names(Desk.Tab ledger, int row, String ref) {
    String two = ledger.text(row, "ledger_person") + " " + ledger.text(row, "ledger_helper");
    return two.contains(ref);
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Desk.Tab answers, Optional<Desk.Tab> ledger, Post post) {
    List<String> wrong = new ArrayList<>();
    Set<String> responses =
        rows(answers).stream()
            .map(row -> answers.response(row).orElse(""))
            .collect(Collectors.toSet());
    for (int row : rows(answers)) {
      Map<String, String> textByMark = new TreeMap<>();
      List.of("status", "ref", "place", "introduced")
          .forEach(mark -> textByMark.put(mark, answers.text(row, mark)));
      if (all.stream().anyMatch(one -> one.typed().contains(textByMark.get("status")))) {
        textByMark.put("status", "Retiré");
      }
      boolean asks = asksToDelete(answers, row);
      if (!textByMark.equals(Map.of("status", "Retiré", "ref", "", "place", "", "introduced", ""))
          || !asks) {
        wrong.add(where(row) + " of somebody who was erased says " + textByMark + asks);
      }
    }
    for (Erased one : all) {
      // an older journal knows whose rows are gone, and nothing tells that they were erased
      boolean mustBeGone =
          !post.isForgotten() || one.responses().stream().anyMatch(responses::contains);
      if (mustBeGone && ledger.filter(tab -> rowNaming(tab, one.ref()).isPresent()).isPresent()) {
        wrong.add(site.settings.name() + " ledger still names somebody who was erased");
      }
    }
    return wrong;
  }

  private String where(int row) {
    return site.settings.name() + " row " + (row + 1);
  }
}
