package org.entraide.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entraide.people.Field;
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

  /**
   * What is remembered.
   *
   * @param before numbers of the tabs that were served, the last one first
   * @param passed tabs that showed the same answers when another was chosen, and since when they do
   *     not count: they are copies
   */
  public record Memory(List<Integer> before, Map<Integer, Instant> passed) {
    public static final Memory NOTHING = new Memory(List.of(), Map.of());

    public Memory {
      before = List.copyOf(before);
      passed = Map.copyOf(passed);
    }
  }

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

  /** Tells the form's newest answer; asked only where there is a choice. */
  @FunctionalInterface
  public interface Form {
    Form NONE = tabs -> Optional.empty();

    /**
     * Tells it.
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
   * @param passed what is to be remembered of other tabs
   * @param newer another tab with newer answers of the same form, where the configuration names the
   *     served one
   */
  public record Choice(
      Tab served, Optional<Tab> former, Map<Integer, Instant> passed, Optional<Tab> newer) {}

  private final List<Texts> languages;
  private final Optional<String> title;
  private final Memory memory;
  private final List<TabSign> signs;
  private final boolean isForm;
  private final Optional<Newest> newest;

  private AnswerTabs(
      List<Texts> languages,
      Optional<String> title,
      Memory memory,
      List<TabSign> signs,
      boolean isForm,
      Optional<Newest> newest) {
    this.languages = languages;
    this.title = title;
    this.memory = memory;
    this.signs = signs;
    this.isForm = isForm;
    this.newest = newest;
  }

  /**
   * Chooses.
   *
   * @param title the tab that the configuration names
   * @param overrides by field, the title that the configuration names
   * @param now since when the tabs that are not chosen do not count
   * @throws Layout.Unusable if there is none, or nothing tells which it is
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
      throws Layout.Unusable {
    List<TabSign> signs =
        workbook.tabs().stream()
            .filter(tab -> !own.include(tab))
            .map(tab -> TabSign.of(tab, overrides, languages))
            .toList();
    AnswerTabs tabs =
        new AnswerTabs(
            languages,
            title,
            memory,
            signs,
            form.isPresent(),
            form.filter(f -> isChoice(signs, memory)).flatMap(f -> f.newest(own(signs, languages))));
    TabSign served = tabs.served();
    return new Choice(
        served.tab(), tabs.former(served), tabs.passed(served, now), tabs.newer(served));
  }

  /** One tab that was served, or the first of all, needs no form to be found. */
  private static boolean isChoice(List<TabSign> signs, Memory memory) {
    return signs.size() > 1
        || (!memory.before().isEmpty()
            && signs.stream().noneMatch(s -> s.id() == memory.before().get(0)));
  }

  private static Map<Tab, Set<Integer>> own(List<TabSign> signs, List<Texts> languages) {
    Map<Tab, Set<Integer>> own = new HashMap<>();
    signs.forEach(
        sign ->
            own.put(
                sign.tab(),
                new HashSet<>(TabSign.columns(sign.tab(), languages).at().values())));
    return own;
  }

  private TabSign served() throws Layout.Unusable {
    Optional<TabSign> named = title.flatMap(this::titled);
    Optional<TabSign> known = memory.before().stream().findFirst().flatMap(this::sign);
    if (!isForm && named.isPresent()) {
      return named.get();
    }
    if (known.isPresent()) {
      return after(known.get());
    }
    if (title.isPresent() && named.isEmpty() && !isForm) {
      throw missing();
    }
    return memory.before().isEmpty() ? unknown() : afterAnAbsentOne();
  }

  // ---- the tab that was served is there

  private TabSign after(TabSign known) throws Layout.Unusable {
    List<TabSign> successors = others(known).filter(s -> succeeds(s, known)).toList();
    if (!successors.isEmpty()) {
      return one(successors);
    }
    List<TabSign> later = others(known).filter(s -> isLaterThan(s, known)).toList();
    if (!later.isEmpty()) {
      return one(narrowed(later, s -> !isCopy(s.tab(), known.tab())));
    }
    List<TabSign> doubtful = new ArrayList<>();
    if (isForm) {
      List<TabSign> back = others(known).filter(s -> isBack(s, known)).toList();
      if (!back.isEmpty()) {
        return one(back);
      }
    } else {
      others(known).filter(s -> isDoubtful(s, known)).forEach(doubtful::add);
    }
    if (!doubtful.isEmpty()) {
      doubtful.add(0, known);
      throw doubt(doubtful);
    }
    return known;
  }

  /** Whether the form was linked anew and this is its new tab. */
  private boolean succeeds(TabSign sign, TabSign known) {
    if (sign.used()) {
      return false;
    }
    boolean passed = memory.passed().containsKey(sign.id());
    if (isForm) {
      return holds(sign)
          && asksAsTheForm(sign)
          && (!passed || (!holds(known) && TabSign.isLater(at(), memory, sign.id())));
    }
    boolean shows = known.hasAnswers() ? sign.shows(known) : !known.used() && sign.hasAnswers();
    return !passed
        && shows
        && sign.newest() >= known.newest()
        && (sign.usable() || sign.asks(known.titles()));
  }

  /** Whether the daemon went on to this tab, as a journal that was set back does not know. */
  private boolean isLaterThan(TabSign sign, TabSign known) {
    return known.left()
        && sign.used()
        && !sign.left()
        && sign.shows(known)
        && !memory.before().contains(sign.id());
  }

  /** Whether the form writes again into a tab that it had left. */
  private boolean isBack(TabSign sign, TabSign known) {
    return sign.used()
        && memory.before().contains(sign.id())
        && !holds(known)
        && newest.map(n -> n.rows().get(sign.id())).isPresent()
        && !TabSign.isUsed(sign.tab(), row(sign), languages);
  }

  private int row(TabSign sign) {
    return newest.map(n -> n.rows().getOrDefault(sign.id(), -1)).orElse(-1);
  }

  /**
   * Without a form: newer answers in a tab of which nothing tells whether the same form writes
   * there.
   */
  private boolean isDoubtful(TabSign sign, TabSign known) {
    boolean newer = known.hasAnswers() && sign.newest() > known.newest();
    boolean other =
        !sign.used()
            && !memory.passed().containsKey(sign.id())
            && !sign.shows(known)
            && sign.asks(known.titles());
    boolean before = sign.used() && memory.before().contains(sign.id()) && sign.unread();
    return newer && (other || before);
  }

  // ---- it is not there, or was never known

  private TabSign afterAnAbsentOne() throws Layout.Unusable {
    List<TabSign> fresh =
        signs.stream()
            .filter(s -> !s.used())
            .filter(
                isForm
                    ? s -> holds(s) && asksAsTheForm(s)
                    : s -> s.usable() && !memory.passed().containsKey(s.id()))
            .toList();
    if (!fresh.isEmpty()) {
      return one(fresh);
    }
    Optional<TabSign> named = title.flatMap(this::titled);
    if (named.isPresent()) {
      return named.get();
    }
    throw new Layout.Unusable(
        Message.of("plan.tab.gone").with("tabs", titles(signs)));
  }

  private TabSign unknown() throws Layout.Unusable {
    List<TabSign> used = signs.stream().filter(TabSign::used).toList();
    return used.isEmpty() ? first() : again(used);
  }

  /** The journal is new, and the sheet is not. */
  private TabSign again(List<TabSign> used) throws Layout.Unusable {
    List<TabSign> fresh =
        signs.stream()
            .filter(s -> !s.used())
            .filter(
                isForm
                    ? s -> holds(s) && asksAsTheForm(s)
                    : s ->
                        used.stream()
                            .anyMatch(
                                u -> s.shows(u) && (s.usable() || s.asks(u.titles()))))
            .filter(s -> isForm || used.stream().allMatch(u -> s.newest() >= u.newest()))
            .toList();
    if (!fresh.isEmpty()) {
      return one(fresh);
    }
    List<TabSign> pool = narrowed(used, s -> !s.left());
    long top = pool.stream().mapToLong(TabSign::newest).max().orElse(0);
    pool = narrowed(pool, isForm && newest.isPresent() ? this::holds : s -> s.newest() == top);
    pool = narrowed(pool, TabSign::marked);
    return one(narrowed(pool, s -> used.stream().noneMatch(u -> isCopy(s.tab(), u.tab()))));
  }

  /** A spreadsheet program names a copy after what was copied, in whatever language. */
  private static boolean isCopy(Tab tab, Tab of) {
    return tab.title().length() > of.title().length() && tab.title().contains(of.title());
  }

  private static List<TabSign> narrowed(List<TabSign> signs, Predicate<TabSign> which) {
    List<TabSign> narrowed = signs.stream().filter(which).toList();
    return narrowed.isEmpty() ? signs : narrowed;
  }

  /** The daemon has not yet written anywhere. */
  private TabSign first() throws Layout.Unusable {
    List<TabSign> holders = signs.stream().filter(s -> holds(s) && asksAsTheForm(s)).toList();
    if (!holders.isEmpty()) {
      return one(holders);
    }
    Optional<TabSign> named = title.flatMap(this::titled);
    if (title.isPresent()) {
      return named.orElseThrow(this::missing);
    }
    List<TabSign> usable = signs.stream().filter(TabSign::usable).toList();
    if (usable.isEmpty()) {
      return signs.stream() // its titles are told in what is wrong
          .findFirst()
          .orElseThrow(() -> new Layout.Unusable(Message.of("plan.tab.none")));
    }
    TabSign first = narrowed(usable, TabSign::marked).get(0);
    TabSign base = first;
    if (!first.hasAnswers()) { // the form was linked anew before anybody answered
      base =
          usable.stream()
              .filter(s -> s.hasAnswers() && s.asks(first.titles()))
              .findFirst()
              .orElse(first);
    }
    return one(newestLike(base, usable));
  }

  /** Of those that show the same answers the ones with the newest. */
  private static List<TabSign> newestLike(TabSign base, List<TabSign> some) {
    List<TabSign> same = some.stream().filter(s -> s.equals(base) || s.shows(base)).toList();
    long top = same.stream().mapToLong(TabSign::newest).max().orElse(base.newest());
    return same.stream().filter(s -> s.newest() == top).toList();
  }

  // ---- what is asked of tabs

  private Stream<TabSign> others(TabSign known) {
    return signs.stream().filter(s -> s.id() != known.id());
  }

  private Optional<TabSign> sign(int id) {
    return signs.stream().filter(s -> s.id() == id).findFirst();
  }

  private Optional<TabSign> titled(String wanted) {
    String folded = Folding.fold(wanted);
    return signs.stream().filter(s -> Folding.fold(s.tab().title()).equals(folded)).findFirst();
  }

  private boolean holds(TabSign sign) {
    return newest.filter(n -> n.rows().containsKey(sign.id())).isPresent();
  }

  private Instant at() {
    return newest.map(Newest::at).orElse(Instant.MIN);
  }

  private boolean asksAsTheForm(TabSign sign) {
    Set<String> wanted = new HashSet<>();
    newest.ifPresent(
        n ->
            n.titles().stream()
                .map(Folding::fold)
                .filter(t -> !t.isEmpty())
                .forEach(wanted::add));
    return sign.usable() || sign.asks(wanted);
  }

  /** The only one with the newest answer, else the one that the configuration names. */
  private TabSign one(List<TabSign> all) throws Layout.Unusable {
    long top = all.stream().mapToLong(TabSign::newest).max().orElse(0);
    List<TabSign> some = narrowed(all, s -> isForm || s.newest() == top);
    if (some.size() == 1) {
      return some.get(0);
    }
    return title.flatMap(this::titled).filter(some::contains).orElseThrow(() -> doubt(some));
  }

  private static List<String> titles(List<TabSign> some) {
    return some.stream().map(s -> s.tab().title()).toList();
  }

  private static Layout.Unusable doubt(List<TabSign> some) {
    return new Layout.Unusable(Message.of("plan.tab.doubt").with("tabs", titles(some)));
  }

  private Layout.Unusable missing() {
    return new Layout.Unusable(
        Message.of("plan.tab.missing")
            .with("tab", title.orElse(""))
            .with("tabs", titles(signs)));
  }

  // ---- what else is told of the one that is served

  /** The tab before it that is there, until everything is carried over. */
  private Optional<Tab> former(TabSign served) {
    List<TabSign> used =
        signs.stream().filter(s -> s.id() != served.id() && s.used()).toList();
    Optional<TabSign> former =
        memory.before().stream()
            .filter(id -> id != served.id())
            .flatMap(id -> sign(id).stream())
            .filter(used::contains)
            .findFirst(); // none further back: what was asked for there was carried over once
    if (memory.before().isEmpty() && !served.used()) {
      List<TabSign> shown = used.stream().filter(s -> served.shows(s) || isForm).toList();
      List<TabSign> pool = narrowed(narrowed(shown, s -> !s.left()), TabSign::marked);
      long top = pool.stream().mapToLong(TabSign::newest).max().orElse(0);
      former =
          narrowed(narrowed(pool, s -> s.newest() == top), s -> used.stream().noneMatch(u -> isCopy(s.tab(), u.tab())))
              .stream()
              .findFirst();
    }
    return former.filter(s -> !s.left()).map(TabSign::tab);
  }

  /** Those that show the same answers as the one that is chosen now, and are not the form's. */
  private Map<Integer, Instant> passed(TabSign served, Instant now) {
    Map<Integer, Instant> passed = new HashMap<>(memory.passed());
    passed.remove(served.id());
    if (memory.before().stream().findFirst().filter(id -> id == served.id()).isEmpty()) {
      signs.stream()
          .filter(s -> s.id() != served.id() && !s.used() && s.hasAnswers())
          .forEach(s -> passed.put(s.id(), now));
    }
    passed.keySet().removeIf(id -> sign(id).isEmpty());
    return passed;
  }

  private Optional<Tab> newer(TabSign served) {
    return isForm
        ? Optional.empty()
        : others(served)
            .filter(s -> !s.used() && s.shows(served) && s.newest() > served.newest())
            .map(TabSign::tab)
            .findFirst();
  }
}
