package org.entraide.plan.layout;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.word.WordComparison;
import org.entraide.plan.layout.AnswerTabs.LayoutProblem;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** Decides which tab is served; see {@link AnswerTabs}. Pure. */
final class ServedTabRule {

  private final List<Texts> languages;
  private final Optional<String> title;
  private final AnswerTabs.Memory memory;
  private final List<TabSign> signs;
  private final ZoneId zone;
  private final boolean isForm;
  private final Optional<AnswerTabs.Newest> newest;

  ServedTabRule(
      List<Texts> languages,
      Optional<String> title,
      AnswerTabs.Memory memory,
      List<TabSign> signs,
      ZoneId zone,
      boolean isForm,
      Optional<AnswerTabs.Newest> newest) {
    this.languages = languages;
    this.title = title;
    this.memory = memory;
    this.signs = signs;
    this.zone = zone;
    this.isForm = isForm;
    this.newest = newest;
  }

  /**
   * Decides.
   *
   * @throws LayoutProblem if there is none, or nothing shows which it is
   */
  TabSign served() throws LayoutProblem {
    Optional<TabSign> named = title.flatMap(this::titled);
    Optional<TabSign> lastServed = memory.servedTabs().stream().findFirst().flatMap(this::sign);
    if (!isForm && named.isPresent()) {
      return named.get();
    }
    if (lastServed.isPresent()) {
      return undoubted(after(lastServed.get()));
    }
    if (title.isPresent() && named.isEmpty() && !isForm) {
      throw missing();
    }
    return memory.servedTabs().isEmpty() ? unknown() : afterAnAbsentOne();
  }

  // ---- the tab that was served is there

  private TabSign after(TabSign lastServed) throws LayoutProblem {
    List<TabSign> successors = others(lastServed).filter(s -> succeeds(s, lastServed)).toList();
    if (!successors.isEmpty()) {
      return one(successors);
    }
    List<TabSign> later = others(lastServed).filter(s -> isLaterThan(s, lastServed)).toList();
    if (!later.isEmpty()) {
      return one(TabSign.narrowed(later, s -> !s.isCopyOf(lastServed)));
    }
    List<TabSign> empty = emptyAfter(List.of(lastServed));
    if (!empty.isEmpty()) {
      return one(empty);
    }
    List<TabSign> back = others(lastServed).filter(s -> isForm && isBack(s, lastServed)).toList();
    return back.isEmpty() ? lastServed : one(back);
  }

  /**
   * Whether the form was linked anew and this is its new tab, not a copy that was made while our
   * columns were still empty.
   */
  private boolean succeeds(TabSign sign, TabSign lastServed) {
    if (sign.used() || sign.copied()) {
      return false;
    }
    boolean passed = memory.passed().containsKey(sign.id());
    if (formTells()) {
      return (holds(sign) || isChosen(sign))
          && asksAsTheForm(sign)
          && (!passed || (!holds(lastServed) && memory.isLater(at(), sign.id())));
    }
    boolean shows =
        lastServed.hasAnswers() ? sign.shows(lastServed) : !lastServed.used() && sign.hasAnswers();
    return !passed
        && shows
        && (sign.newest() >= lastServed.newest() || isChosen(sign))
        && (sign.usable() || sign.asks(lastServed.titles()));
  }

  /**
   * Whether it was chosen before, while everything was suspended, and no answer came to another tab
   * since. Then it stays so where people delete its newest answers.
   */
  private boolean isChosen(TabSign sign) {
    return memory
        .chosen()
        .filter(chosen -> chosen.id() == sign.id())
        .filter(chosen -> others(sign).noneMatch(s -> s.newestAt(zone).isAfter(chosen.since())))
        .isPresent();
  }

  /**
   * Whether the daemon went on to this tab, as a journal that was set back does not know. Its mark
   * shows that where the newest answers were deleted there.
   */
  private boolean isLaterThan(TabSign sign, TabSign lastServed) {
    return lastServed.left()
        && sign.used()
        && !sign.left()
        && sign.shows(lastServed)
        && (sign.newest() >= lastServed.newest() || sign.marked())
        && !memory.servedTabs().contains(sign.id());
  }

  /**
   * The tab to which the daemon went on after all of these, where it shows no answers: all of them
   * were deleted, or Google answers with too little for a moment. A tab that was left is never
   * served instead.
   */
  private List<TabSign> emptyAfter(List<TabSign> former) {
    return former.stream().allMatch(TabSign::left)
        ? signs.stream()
            .filter(s -> s.marked() && !s.left() && !s.hasAnswers())
            .filter(s -> !memory.servedTabs().contains(s.id()))
            .toList()
        : List.of();
  }

  /**
   * Whether the form writes again into a tab that it had left. A tab that looks empty, maybe since
   * Google answered with too little, does not show that it lacks the newest answer; and one that
   * was given before the tab was left was in the tab after it, too, until somebody deleted it
   * there.
   */
  private boolean isBack(TabSign sign, TabSign lastServed) {
    return sign.used()
        && lastServed.hasAnswers()
        && memory.servedTabs().contains(sign.id())
        && !holds(lastServed)
        && memory.isLater(at(), sign.id())
        && newest.map(n -> n.rows().get(sign.id())).isPresent()
        && !TabSign.isUsed(sign.tab(), row(sign), languages);
  }

  private int row(TabSign sign) {
    return newest.map(n -> n.rows().getOrDefault(sign.id(), -1)).orElse(-1);
  }

  /** This one, unless newer answers are where nothing shows which form they are from. */
  private TabSign undoubted(TabSign one) throws LayoutProblem {
    List<TabSign> doubtful = new ArrayList<>(List.of(one));
    others(one).filter(s -> !isForm && isDoubtful(s, one)).forEach(doubtful::add);
    if (doubtful.size() > 1) {
      throw new LayoutProblem(Message.of("plan.tab.strange").with("tabs", titles(doubtful)));
    }
    return one;
  }

  /**
   * Without a form: newer answers in a tab of which nothing shows whether the same form writes
   * there. One that was passed over as a copy may be the form's since: answers came there later.
   */
  private boolean isDoubtful(TabSign sign, TabSign lastServed) {
    boolean newer = lastServed.hasAnswers() && sign.newest() > lastServed.newest();
    boolean passed = memory.passed().containsKey(sign.id());
    boolean later = memory.isLater(sign.newestAt(zone), sign.id());
    boolean other =
        !sign.used()
            && (passed ? later : !sign.shows(lastServed))
            && sign.asks(lastServed.titles());
    boolean servedBefore = // a journal that was set back does not know when that tab was left
        sign.used()
            && memory.servedTabs().containsAll(List.of(sign.id(), lastServed.id()))
            && sign.unread()
            && later;
    return newer && (other || servedBefore);
  }

  // ---- it is not there, or was never known

  private TabSign afterAnAbsentOne() throws LayoutProblem {
    List<TabSign> fresh =
        signs.stream()
            .filter(s -> !s.used())
            .filter(
                formTells()
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
    throw new LayoutProblem(Message.of("plan.tab.gone").with("tabs", titles(signs)));
  }

  private TabSign unknown() throws LayoutProblem {
    List<TabSign> used = signs.stream().filter(TabSign::used).toList();
    return used.isEmpty() ? first() : undoubted(again(used));
  }

  /** The journal is new, and the sheet is not. */
  private TabSign again(List<TabSign> used) throws LayoutProblem {
    List<TabSign> fresh =
        signs.stream()
            .filter(s -> !s.used() && !s.copied())
            .filter(
                formTells()
                    ? s -> (holds(s) || isChosen(s)) && asksAsTheForm(s)
                    : s ->
                        used.stream()
                            .anyMatch(u -> s.shows(u) && (s.usable() || s.asks(u.titles()))))
            .filter(
                s ->
                    formTells()
                        || isChosen(s)
                        || used.stream().allMatch(u -> s.newest() >= u.newest()))
            .toList();
    if (!fresh.isEmpty()) {
      return one(fresh);
    }
    List<TabSign> empty = emptyAfter(used);
    if (!empty.isEmpty()) {
      return one(empty);
    }
    List<TabSign> pool = TabSign.narrowed(used, s -> !s.left());
    long top = pool.stream().mapToLong(TabSign::newest).max().orElse(0);
    pool = TabSign.narrowed(pool, formTells() ? this::holds : s -> s.newest() == top);
    pool = TabSign.narrowed(pool, TabSign::marked);
    return one(TabSign.narrowed(pool, s -> used.stream().noneMatch(s::isCopyOf)));
  }

  /** The daemon has not yet written anywhere. */
  private TabSign first() throws LayoutProblem {
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
      return signs.stream() // its titles are named in what is wrong
          .findFirst()
          .orElseThrow(() -> new LayoutProblem(Message.of("plan.tab.none")));
    }
    TabSign first = TabSign.narrowed(usable, TabSign::marked).get(0);
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

  private Stream<TabSign> others(TabSign lastServed) {
    return signs.stream().filter(s -> s.id() != lastServed.id());
  }

  private Optional<TabSign> sign(int id) {
    return signs.stream().filter(s -> s.id() == id).findFirst();
  }

  private Optional<TabSign> titled(String wanted) {
    String folded = WordComparison.fold(wanted);
    return signs.stream()
        .filter(s -> WordComparison.fold(s.tab().title()).equals(folded))
        .findFirst();
  }

  /** A form that was never read, or whose newest answer has no row yet, says nothing. */
  private boolean formTells() {
    return newest.filter(n -> !n.rows().isEmpty()).isPresent();
  }

  private boolean holds(TabSign sign) {
    return newest.filter(n -> n.rows().containsKey(sign.id())).isPresent();
  }

  private Instant at() {
    return newest.map(AnswerTabs.Newest::at).orElse(Instant.MIN);
  }

  private boolean asksAsTheForm(TabSign sign) {
    Set<String> wanted = new HashSet<>();
    newest.ifPresent(
        n ->
            n.titles().stream()
                .map(WordComparison::fold)
                .filter(t -> !t.isEmpty())
                .forEach(wanted::add));
    return sign.usable() || sign.asks(wanted);
  }

  /** The only one with the newest answer, else the one that the configuration names. */
  private TabSign one(List<TabSign> all) throws LayoutProblem {
    long top = all.stream().mapToLong(TabSign::newest).max().orElse(0);
    List<TabSign> some = TabSign.narrowed(all, s -> formTells() || s.newest() == top);
    if (some.size() == 1) {
      return some.get(0);
    }
    return title.flatMap(this::titled).filter(some::contains).orElseThrow(() -> doubt(some));
  }

  private static List<String> titles(List<TabSign> some) {
    return some.stream().map(s -> s.tab().title()).toList();
  }

  private static LayoutProblem doubt(List<TabSign> some) {
    return new LayoutProblem(Message.of("plan.tab.doubt").with("tabs", titles(some)));
  }

  private LayoutProblem missing() {
    return new LayoutProblem(
        Message.of("plan.tab.missing").with("tab", title.orElse("")).with("tabs", titles(signs)));
  }
}
