package org.entraide.plan.layout;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.profile.Field;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Which tab is served: the one into which the form writes, which no service names. A form that is
 * linked anew writes all its answers again into a new tab; copies that people made of a tab show
 * the same answers, too. Pure.
 */
public final class AnswerTabs {

  /** What keeps a layout from being found; {@link SheetLayout.Unusable} adds where to show it. */
  static final class LayoutProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Message reason;

    LayoutProblem(Message reason) {
      super(reason.key());
      this.reason = reason;
    }

    Message reason() {
      return reason;
    }
  }

  /**
   * What is remembered.
   *
   * @param servedTabs numbers of the tabs that were served, the last one first
   * @param passed tabs that showed answers when another was chosen, and since when what is there
   *     does not count: they are copies, or were served before
   * @param chosen the tab that was chosen while nothing might be written into it
   */
  public record Memory(
      List<Integer> servedTabs, Map<Integer, Instant> passed, Optional<Chosen> chosen) {
    public static final Memory NOTHING = new Memory(List.of(), Map.of(), Optional.empty());

    public Memory {
      servedTabs = List.copyOf(servedTabs);
      passed = Map.copyOf(passed);
    }

    /** Whether an answer was given after another tab had been chosen instead of this one. */
    boolean isLater(Instant answer, int id) {
      Instant since = passed.get(id);
      return since == null || answer.isAfter(since);
    }
  }

  /**
   * A tab that was chosen by passes that may do nothing, since organisers suspended everything. It
   * is not served yet: what was asked for in the one before is still there alone.
   *
   * @param id its number
   * @param since when it was chosen first
   */
  public record Chosen(int id, Instant since) {}

  /**
   * The newest answer of the form.
   *
   * @param titles of the form's questions
   * @param at when it was given
   * @param rows by the numbers of the tabs that show it, in which row
   */
  public record Newest(List<String> titles, Instant at, Map<Integer, Integer> rows) {
    public Newest {
      titles = List.copyOf(titles);
      rows = Map.copyOf(rows);
    }
  }

  /** Gives the form's newest answer; asked only where there is a choice. */
  @FunctionalInterface
  public interface Form {
    Form NONE = tabs -> Optional.empty();

    /**
     * Gives it.
     *
     * @param tabs of which one is to be chosen, and Entraide's columns in them
     * @return empty where no form is configured, or none could be read
     */
    Optional<Newest> newest(Map<Tab, Set<Integer>> tabs);
  }

  /**
   * What was chosen.
   *
   * @param served the tab with the answers
   * @param former the tab before it, while what organisers asked for there is not carried over
   * @param left the tabs that were served before and whose words were carried over, the last one
   *     first
   * @param passed what is to be remembered of other tabs
   * @param newer another tab with newer answers of the same form, where the configuration names the
   *     served one
   */
  public record Choice(
      Tab served,
      Optional<Tab> former,
      List<Tab> left,
      Map<Integer, Instant> passed,
      Optional<Tab> newer) {}

  private final Memory memory;
  private final List<TabSign> signs;
  private final boolean isForm;
  private final TabSign served;

  private AnswerTabs(Memory memory, List<TabSign> signs, boolean isForm, TabSign served) {
    this.memory = memory;
    this.signs = signs;
    this.isForm = isForm;
    this.served = served;
  }

  /**
   * Chooses.
   *
   * @param title the tab that the configuration names
   * @param overrides by field, the title that the configuration names
   * @param now since when the tabs that are not chosen do not count
   * @throws LayoutProblem if there is none, or nothing shows which it is
   */
  static Choice choose(
      Workbook workbook,
      OwnTabs own,
      Optional<String> title,
      Map<Field, String> overrides,
      List<Texts> languages,
      Memory memory,
      Optional<Form> form,
      Instant now)
      throws LayoutProblem {
    List<TabSign> signs =
        workbook.tabs().stream()
            .filter(tab -> !own.include(tab))
            .map(tab -> TabSign.of(tab, overrides, languages))
            .toList();
    ServedTabRule rule =
        new ServedTabRule(
            languages,
            title,
            memory,
            signs,
            workbook.zone(),
            form.isPresent(),
            form.filter(f -> isChoice(signs, memory))
                .flatMap(f -> f.newest(own(signs, languages))));
    AnswerTabs tabs = new AnswerTabs(memory, signs, form.isPresent(), rule.served());
    return new Choice(
        tabs.served.tab(), tabs.former(), tabs.left(), tabs.passed(now), tabs.newer());
  }

  /** One tab that was served, or the first of all, needs no form to be found. */
  private static boolean isChoice(List<TabSign> signs, Memory memory) {
    return signs.size() > 1
        || (!memory.servedTabs().isEmpty()
            && signs.stream().noneMatch(s -> s.id() == memory.servedTabs().get(0)));
  }

  private static Map<Tab, Set<Integer>> own(List<TabSign> signs, List<Texts> languages) {
    Map<Tab, Set<Integer>> own = new HashMap<>();
    signs.forEach(
        sign ->
            own.put(
                sign.tab(), new HashSet<>(TabSign.columns(sign.tab(), languages).at().values())));
    return own;
  }

  // ---- what else is known of the one that is served

  /** The tab before it that is there, until everything is carried over. */
  private Optional<Tab> former() {
    List<TabSign> used = others().filter(TabSign::used).toList();
    Optional<TabSign> lastServed =
        servedBefore()
            .filter(TabSign::used)
            .findFirst() // none further back: what was asked for there was carried over once
            .filter(s -> !s.left());
    boolean unheardOf = !memory.servedTabs().contains(served.id()) && !served.used();
    return lastServed
        .or(this::cleared)
        .or(() -> unheardOf ? likeliest(used) : Optional.empty())
        .map(TabSign::tab);
  }

  /** The tabs that were served before this one, the last one first. */
  private Stream<TabSign> servedBefore() {
    return memory.servedTabs().stream().flatMap(id -> others().filter(s -> s.id() == id));
  }

  /**
   * The tab before it whose references and checks people cleared. What else is there counts, and
   * what is in a copy that was made earlier does not.
   */
  private Optional<TabSign> cleared() {
    return servedBefore()
        .takeWhile(s -> !served.used() && !s.used())
        .filter(s -> !s.left() && (s.marked() || s.copied()))
        .findFirst();
  }

  /** Where the journal is new, or was set back: the one with the newest answer that is no copy. */
  private Optional<TabSign> likeliest(List<TabSign> used) {
    List<TabSign> shown =
        used.stream().filter(s -> !s.left() && (isForm || served.shows(s))).toList();
    List<TabSign> marked = TabSign.narrowed(shown, TabSign::marked);
    long top = marked.stream().mapToLong(TabSign::newest).max().orElse(0);
    List<TabSign> newest = TabSign.narrowed(marked, s -> s.newest() == top);
    return TabSign.narrowed(newest, s -> used.stream().noneMatch(s::isCopyOf)).stream().findFirst();
  }

  /**
   * The tabs that were left, the last one first. None where that is not known: a new journal does
   * not know which of two with the same newest answer was served last.
   */
  private List<Tab> left() {
    List<TabSign> left =
        others()
            .filter(TabSign::left)
            .sorted(
                Comparator.comparingInt(this::servedAgo)
                    .thenComparing(TabSign::newest, Comparator.reverseOrder()))
            .toList();
    boolean unknown =
        memory.servedTabs().isEmpty()
            && left.size() > 1
            && left.get(0).newest() == left.get(1).newest();
    return unknown ? List.of() : left.stream().map(TabSign::tab).toList();
  }

  /** How many tabs were served after one; many where that is not known. */
  private int servedAgo(TabSign sign) {
    int ago = memory.servedTabs().indexOf(sign.id());
    return ago < 0 ? Integer.MAX_VALUE : ago;
  }

  /** Those that have answers and are not the one that is chosen now: the form writes elsewhere. */
  private Map<Integer, Instant> passed(Instant now) {
    Map<Integer, Instant> passed = new HashMap<>(memory.passed());
    passed.remove(served.id());
    if (memory.servedTabs().stream().findFirst().filter(id -> id == served.id()).isEmpty()) {
      others().filter(TabSign::hasAnswers).forEach(s -> passed.put(s.id(), now));
    }
    passed.keySet().removeIf(id -> signs.stream().noneMatch(s -> s.id() == id));
    return passed;
  }

  private Optional<Tab> newer() {
    return isForm
        ? Optional.empty()
        : others()
            .filter(s -> !s.used() && s.shows(served) && s.newest() > served.newest())
            .map(TabSign::tab)
            .findFirst();
  }

  private Stream<TabSign> others() {
    return signs.stream().filter(s -> s.id() != served.id());
  }
}
