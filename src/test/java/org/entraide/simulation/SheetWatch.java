package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Human;

/** What a daemon wrote into sheets, and whether it might. */
abstract class SheetWatch {

  /** How many characters of a cell show whose words they are. */
  private static final int HELD = 30;

  final Post post;
  final List<String> wrong = new ArrayList<>();

  /** What the daemon ever wrote, by campaign and column. */
  private final Map<String, Set<String>> written = new HashMap<>();

  final Map<String, String> refs = new TreeMap<>(); // by token

  /** Whom another installation has named since the daemon wrote last: tokens. */
  private final Set<String> newcomers = new HashSet<>();

  /** Beside whom a write that people overtook put the reference of somebody else. */
  private final Set<String> misnamed = new HashSet<>();

  /** Who was introduced, and as what, although an instruction stood beside them. */
  final Map<String, String> doubted = new TreeMap<>();

  SheetWatch(Post post) {
    this.post = post;
  }

  /** In words; empty for nothing. */
  List<String> wrong() {
    return wrong;
  }

  void wrong(String what) {
    wrong.add(what);
  }

  private static String column(Site site, String mark) {
    return site.settings.name() + "/" + mark;
  }

  /** Whether the daemon ever wrote that into a column. */
  boolean isDaemons(Site site, String mark, String text) {
    return written.getOrDefault(column(site, mark), Set.of()).contains(text);
  }

  /** The version before had written that. */
  void wasWritten(Site site, String mark, String text) {
    written.computeIfAbsent(column(site, mark), c -> new HashSet<>()).add(text);
  }

  /** Only what the daemon itself wrote may be written over. */
  void overwritten(Site site, Desk.Changed cell, Desk.Tab was, String where) {
    Set<String> writtenTexts =
        written.computeIfAbsent(column(site, cell.mark()), c -> new HashSet<>());
    String response = was.response(cell.row()).orElse("");
    boolean status = cell.mark().equals("status");
    boolean typed = status && cell.was().equals(site.typed.get(response));
    if (status && site.isInDoubt(response, cell.was())) {
      site.typed.remove(response);
    } else if (!cell.was().isEmpty()
        && (typed || !writtenTexts.contains(cell.was()))
        && (typed || !site.copied.isAstray(response, cell.was()))) { // it goes where it belongs
      if (site.wasOvertaken()) { // it is to be put right
        site.isHit(response);
      } else {
        String held = cell.was().substring(0, Math.min(HELD, cell.was().length()));
        wrong.add(where + " held what a person typed and was overwritten: " + held);
      }
    }
    if (STOPPED.contains(cell.is()) || !site.typed.containsValue(cell.is())) {
      writtenTexts.add(cell.is());
    } else if (status
        && (site.wasOvertaken() || site.isTypedForThem(response, cell.is())) // or carried over
        && !site.isTypedFor(response, cell.is())) {
      site.copied.comesAstray(response, cell.is());
    }
  }

  /**
   * Whether two of one household answered, or changed an answer, in the very same moment, as two
   * forms never do: one contact and one time are one answer's.
   */
  private static boolean answersAtOnceWithAnother(Desk.Tab answers, int row) {
    int address = answers.titled(Human.ADDRESS);
    return IntStream.range(1, answers.rows())
        .filter(other -> other != row)
        .filter(other -> !answers.text(row, 0).isEmpty())
        .filter(other -> answers.text(other, 0).equals(answers.text(row, 0)))
        .anyMatch(other -> answers.text(other, address).equals(answers.text(row, address)));
  }

  /**
   * Whether a row has the reference of another row with the same time, or like it without one: one
   * was copied and typed over, and where the other was changed since the daemon read it, too,
   * neither their contents nor a time show which is the copy.
   */
  private static boolean isCalledAsACopyIs(Desk.Tab was, Desk.Tab now, int row) {
    boolean typed = was.text(row, 0).isEmpty();
    return IntStream.range(1, was.rows())
        .filter(other -> other != row)
        .filter(other -> was.text(other, 0).equals(was.text(row, 0)))
        .filter(other -> typed || (isOther(was, now, row) && isOther(was, now, other)))
        .anyMatch(other -> was.text(other, "ref").equals(was.text(row, "ref")));
  }

  /** Whether the check of a row is now of another answer than before. */
  private static boolean isOther(Desk.Tab was, Desk.Tab now, int row) {
    return !answer(was, row).isEmpty() && !answer(was, row).equals(answer(now, row));
  }

  private static String answer(Desk.Tab tab, int row) {
    return tab.text(row, "check").split("/", 2)[0];
  }

  /** Nobody's row gets the words of somebody else, unless people moved rows under the write. */
  void beside(Site site, Desk.Changed cell, Desk.Tab was, Desk.Copy after, String where) {
    if (site.wasOvertaken()) {
      namedTwice(site, cell, was);
      if (cell.mark().equals("ref")) {
        site.owner(was, cell.row()).ifPresent(soul -> misnamed.add(soul.token()));
      }
      return;
    }
    site.owner(was, cell.row())
        .ifPresent(
            soul -> {
              if (cell.mark().equals("ref") && !cell.is().isEmpty()) {
                soul.isNamed(cell.is());
                if (soul.isForgotten()
                    || isCalledSo(site, was, soul, cell.is())
                    || isCalledAsACopyIs(was, after.tab(was.id()), cell.row())) {
                  refs.put(soul.token(), cell.is());
                }
                if (misnamed.remove(soul.token()) && post.isForgotten()) {
                  refs.put(soul.token(), cell.is()); // nothing says any more how they were called
                }
                String firstRef = refs.computeIfAbsent(soul.token(), t -> cell.is());
                if (!firstRef.equals(cell.is())
                    && !site.bars.isApart(soul.token())
                    && !answersAtOnceWithAnother(was, cell.row())) {
                  wrong.add(where + " is given the reference of somebody else");
                }
              }
              if (cell.mark().equals("status")
                  && cell.is().equals("Brouillon prêt")
                  && !post.everWroteTo(soul.token())
                  && !countsAsOriginal(soul, after.tab(was.id()).text(cell.row(), "ref"))) {
                wrong.add(where + " tells of a draft that there never was");
              }
            });
  }

  /** Another installation wrote. */
  void wroteElsewhere(Site site, Desk.Copy before, Desk.Copy after) {
    Set<String> knownTokens = Set.copyOf(refs.keySet());
    Set<String> named = Set.copyOf(newcomers);
    wrote(site, before, after);
    newcomers.addAll(named);
    refs.keySet().stream().filter(token -> !knownTokens.contains(token)).forEach(newcomers::add);
  }

  /** Another installation did something to the mailbox. */
  void mailedElsewhere() {
    Set<String> knownLetters = Set.copyOf(post.letters().keySet());
    mailed();
    post.letters().values().stream()
        .filter(letter -> !knownLetters.contains(letter.reference))
        .forEach(post::isMadeElsewhere);
  }

  /** The daemon looks anew before it writes again. */
  void noNewcomers() {
    newcomers.clear();
  }

  abstract void mailed();

  abstract void wrote(Site site, Desk.Copy before, Desk.Copy after);

  /**
   * Two installations name a newcomer in one moment, and the write of one hits the other's: a name
   * that no letter has, or only one of that moment, may give way to another one that is nobody's.
   */
  private void namedTwice(Site site, Desk.Changed cell, Desk.Tab was) {
    if (cell.mark().equals("ref") && !cell.is().isEmpty() && !refs.containsValue(cell.is())) {
      site.owner(was, cell.row())
          .filter(soul -> newcomers.contains(soul.token()) && !hadLetter(site, soul))
          .ifPresent(soul -> refs.put(soul.token(), cell.is()));
    }
  }

  /** Whether another row of theirs shows it, as one that another installation named. */
  private static boolean isCalledSo(Site site, Desk.Tab was, Soul soul, String ref) {
    return site.rowsByToken(was).getOrDefault(soul.token(), List.of()).stream()
        .anyMatch(row -> was.text(row, "ref").equals(ref));
  }

  /** Whether there was a letter to them when the daemon could last look before it wrote. */
  private boolean hadLetter(Site site, Soul soul) {
    return post.letters().values().stream()
        .filter(letter -> letter.elsewhereAt < site.writing)
        .anyMatch(letter -> letter.tokens.contains(soul.token()));
  }

  private boolean hasLetter(Soul soul) {
    return post.letters().values().stream()
        .anyMatch(letter -> letter.tokens.contains(soul.token()));
  }

  /**
   * Whether a copy may count as the original, edited, and is called so: the original went before
   * anybody looked. Then the original's letters are theirs.
   */
  private boolean countsAsOriginal(Soul soul, String ref) {
    Soul original = soul.original;
    return original != null
        && soul.isForgotten()
        && original.isForgotten()
        && (original.wasCalled(ref) ? hasLetter(original) : countsAsOriginal(original, ref));
  }

  void rows(
      Site site, Desk.Tab answers, String token, List<Integer> rows, Map<String, String> stopped) {
    int counting = 0;
    boolean anyKept = false;
    Soul soul = site.souls.get(token);
    if (soul != null && soul.isForgotten()) { // somebody new, maybe named as rows were moving
      refs.put(token, answers.text(rows.get(0), "ref"));
    }
    for (int row : rows) {
      String where = site.settings.name() + " row " + (row + 1) + " of " + token;
      if (soul != null && isCalledAsOriginal(soul, answers.text(row, "ref"))) {
        wrong.add(where + " is called as whose row was copied");
      }
      for (String mark : List.of("ref", "status", "explanation")) {
        if (answers.text(row, mark).isEmpty()) {
          wrong.add(where + " has no " + mark);
        }
      }
      String ref = answers.text(row, "ref");
      if (!ref.equals(refs.computeIfAbsent(token, t -> ref)) && !site.bars.isApart(token)) {
        wrong.add(where + " shows another reference than before");
      }
      String status = answers.text(row, "status");
      counting += status.equals("Doublon") ? 0 : 1;
      String order = stopped.get(token);
      // an older word of ours that an undone step brought back, or a copied one, is kept as typed,
      // and the row says so
      boolean odd = post.isForgotten() || site.copied.isCopy(answers.response(row).orElse(""));
      boolean kept = odd && saysKept(answers.text(row, "explanation"));
      if (status.equals("Complet") && !kept) {
        wrong.add(where + " says what the version before said");
      }
      anyKept |= kept;
      boolean daemonsStatus =
          isDaemons(site, "status", status)
              && !status.equals("Doublon")
              && !site.typed.containsKey(answers.response(row).orElse(""))
              && !kept;
      boolean isOrdered = order != null && !site.isAsked(answers, row) && !site.bars.isApart(token);
      if (isOrdered && daemonsStatus && !STOPPED.contains(status)) {
        wrong.add(where + " says " + status + " although " + order + " was asked for");
      }
    }
    boolean typed =
        rows.stream()
            .anyMatch(
                r ->
                    site.typed.containsKey(answers.response(r).orElse(""))
                        || !isDaemons(site, "status", answers.text(r, "status")));
    boolean rowsAreOwn = soul == null || !soul.isForgotten(); // else their rows may be another's
    if (counting != 1 && rowsAreOwn && !typed && !anyKept && !site.bars.isApart(token)) {
      wrong.add(site.settings.name() + ": " + token + " has " + counting + " rows that count");
    }
  }

  /** Whether the name that was typed into a copied row is taken for whose row it was. */
  private static boolean isCalledAsOriginal(Soul soul, String ref) {
    return soul.original != null
        && soul.original.isCalled(ref)
        && !soul.isForgotten()
        && !soul.original.isForgotten();
  }

  /**
   * What was typed may look as if it had been moved, as where the same was cleared elsewhere: then
   * the row says so, and asks for it to be typed again.
   */
  void doubted(Site site, Desk.Tab answers, Map<String, List<Integer>> rows) {
    doubted.forEach(
        (token, reference) -> {
          boolean stopped =
              rows.getOrDefault(token, List.of()).stream()
                  .anyMatch(
                      row ->
                          site.stops(answers.text(row, "instruction"))
                              && !site.copied.isCopied(
                                  answers.response(row).orElse(""), "instruction"));
          if (stopped
              && rows.getOrDefault(token, List.of()).stream()
                  .noneMatch(
                      row ->
                          Site.asks(answers, row) // or was typed again, and counts
                              || STOPPED.contains(answers.text(row, "status"))
                              || saysStopped(answers, row))) {
            wrong.add(reference + " introduces somebody who was taken out, and nobody is asked");
          }
        });
  }

  /** Whether an explanation says that an instruction stops its person, whatever the status is. */
  private static boolean saysStopped(Desk.Tab answers, int row) {
    String explanation = answers.text(row, "explanation");
    return STOPPED_BY.stream().anyMatch(explanation::contains);
  }

  /** Alone or with other columns. */
  static boolean saysKept(String explanation) {
    return KEPT.matcher(explanation).find();
  }

  private static final Pattern KEPT = Pattern.compile("Statut[^.:]*: votre texte reste");
  private static final Set<String> STOPPED = Set.copyOf(Site.STOPS.values());

  /** What the explanation of such a row says. */
  private static final List<String> STOPPED_BY =
      List.of(" d’un organisateur.", " par un organisateur.", "En pause jusqu’au ");
}
