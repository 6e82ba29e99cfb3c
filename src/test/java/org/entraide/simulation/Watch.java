package org.entraide.simulation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entraide.organisers.Human;
import org.entraide.sandbox.office.Desk;
import org.entraide.simulation.Post.Letter;

/**
 * Holds what the daemon does against what must always hold, whatever happens. It knows people by
 * the tokens in their addresses and the daemon's words by heart, and shares no code with it.
 */
final class Watch {

  private static final Set<String> REPORTED =
      Set.of("status", "place", "introduced", "explanation");
  private static final Set<String> LEDGER_REPORTED =
      Set.of("ledger_state", "ledger_sent_on", "ledger_explanation");
  private static final Set<String> ORGANISERS =
      Set.of("instruction", "checked", "with", "never_with", "corrected_place", "ledger_outcome");

  /** So much of a cell is enough to see whose words they are. */
  private static final int HELD = 30;

  private final List<Site> sites;
  private final Post post;
  private final InstantSource clock;
  private final List<String> wrong = new ArrayList<>();

  /** By campaign and column, what the daemon ever wrote. */
  private final Map<String, Set<String>> written = new HashMap<>();

  private final Map<String, String> refs = new TreeMap<>(); // by token

  /** Who was introduced, and as what, although an instruction stood beside them. */
  private final Map<String, String> doubted = new TreeMap<>();

  private final Map<String, Integer> timesIntroduced = new TreeMap<>(); // by pair

  private final Burden burden;

  Watch(List<Site> sites, Post post, InstantSource clock) {
    this.clock = clock;
    this.sites = sites;
    this.post = post;
    this.burden = new Burden(post, clock);
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

  // ---- the sheet

  /** The daemon wrote. */
  void wrote(Site site, Desk.Copy before, Desk.Copy after) {
    int answers = site.premises.answers();
    int ledger = before.with("ledger_ref").map(Desk.Tab::id).orElse(-1);
    Desk.Tab was = before.tab(answers);
    boolean named = false;
    for (Desk.Changed cell : before.changes(after)) {
      String where = site.settings.name() + " " + cell.mark() + " of row " + (cell.row() + 1);
      boolean below = cell.row() > 0;
      boolean carried =
          cell.tab() == answers
              && cell.was().isEmpty()
              && site.relinking.carries(
                  site.wasOvertaken() ? "" : was.response(cell.row()).orElse(""),
                  cell.mark(),
                  cell.is());
      boolean people =
          ((cell.tab() == answers || cell.tab() == ledger) && cell.mark().isEmpty() && below)
              || (ORGANISERS.contains(cell.mark())
                  && below
                  && !carried
                  && !(cell.tab() == answers && isHitOrPutBack(site, cell, was)));
      if (site.relinking.isLeft(cell.tab())) {
        wrong.add(where + " is in a tab that the form has left and was changed");
      }
      if (people) {
        wrong.add(where + " is not the daemon's and was changed");
      }
      if (carried && site.wasOvertaken()) {
        carriedAmiss(site, cell, was.response(cell.row()).orElse(""));
      }
      if (cell.tab() == answers && below && REPORTED.contains(cell.mark())) {
        overwritten(site, cell, was, where);
      }
      if (cell.tab() == answers && cell.mark().equals("check")) {
        if (site.wasOvertaken()) {
          site.isDisguised(after.tab(answers), cell.row(), cell.is());
        } else {
          site.isChecked(after.tab(answers), cell.row(), cell.is());
        }
      }
      if (cell.tab() == ledger && below && LEDGER_REPORTED.contains(cell.mark())) {
        overwritten(site, cell, was, where);
      }
      if (cell.tab() == ledger && below && cell.mark().equals("ledger_ref")) {
        burden.begun(site, cell.is());
      }
      if (cell.tab() == answers && below && !site.wasOvertaken()) {
        beside(site, cell, was, after, where);
      }
      named |= cell.tab() == answers && below && cell.mark().equals("ref");
    }
    if (named) {
      site.relinking.isServed();
    }
  }

  /** What words that are carried over hit, since people moved rows, is put back later. */
  private static boolean isHitOrPutBack(Site site, Desk.Changed cell, Desk.Tab was) {
    String response = was.response(cell.row()).orElse("");
    return site.relinking.putsBack(response, cell.mark(), cell.was(), cell.is())
        || site.relinking.hits(response, cell.mark(), cell.was(), cell.is());
  }

  /** People moved rows under the write: what it hit is not for whoever stands there now. */
  private static void carriedAmiss(Site site, Desk.Changed cell, String response) {
    if (!site.relinking.stoodBeside(response, cell.mark(), cell.is())) {
      site.copied.isNobodys(response, cell.mark());
      site.relinking.isAmiss(cell.mark(), cell.is());
      if (cell.mark().equals("instruction")) { // missing where it belongs
        site.cleared.add(cell.is());
      }
    }
  }

  /** Only what the daemon itself wrote may be written over. */
  private void overwritten(Site site, Desk.Changed cell, Desk.Tab was, String where) {
    Set<String> ours = written.computeIfAbsent(column(site, cell.mark()), c -> new HashSet<>());
    String response = was.response(cell.row()).orElse("");
    boolean status = cell.mark().equals("status");
    boolean typed = status && cell.was().equals(site.typed.get(response));
    if (status && site.isInDoubt(response, cell.was())) {
      site.typed.remove(response);
    } else if (!cell.was().isEmpty()
        && (typed || !ours.contains(cell.was()))
        && (typed || !site.copied.isAstray(response, cell.was()))) { // it goes where it belongs
      if (site.wasOvertaken()) { // it is to be put right
        site.isHit(response);
      } else {
        String held = cell.was().substring(0, Math.min(HELD, cell.was().length()));
        wrong.add(where + " held what a person typed and was overwritten: " + held);
      }
    }
    if (STOPPED.contains(cell.is()) || !site.typed.containsValue(cell.is())) {
      ours.add(cell.is());
    } else if (status && site.wasOvertaken() && !site.isTypedFor(response, cell.is())) {
      site.copied.comesAstray(response, cell.is());
    }
  }

  /** Nobody's row gets the words of somebody else. */
  private void beside(Site site, Desk.Changed cell, Desk.Tab was, Desk.Copy after, String where) {
    site.owner(was, cell.row())
        .ifPresent(
            soul -> {
              if (cell.mark().equals("ref") && !cell.is().isEmpty()) {
                soul.isNamed(cell.is());
                if (soul.isForgotten()) {
                  refs.put(soul.token(), cell.is());
                }
                String known = refs.computeIfAbsent(soul.token(), t -> cell.is());
                if (!known.equals(cell.is()) && !site.bars.isApart(soul.token())) {
                  wrong.add(where + " is given the reference of somebody else");
                }
              }
              if (cell.mark().equals("status")
                  && cell.is().equals("Brouillon prêt")
                  && !hasLetter(soul)
                  && !countsAsOriginal(soul, after.tab(was.id()).text(cell.row(), "ref"))) {
                wrong.add(where + " tells of a draft that there never was");
              }
            });
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

  // ---- the mailbox

  /** The daemon did something to the mailbox. */
  void mailed() {
    Post.Done done = post.look();
    done.made().forEach(this::introduced);
    done.again().forEach(letter -> wrong.add("a second draft of " + letter.reference));
    for (Letter letter : done.deleted()) {
      boolean left =
          sites.stream()
              .anyMatch(
                  site ->
                      site.hasAnyLeft(letter.tokens, clock.instant())
                          // an older journal may know an older absence of theirs
                          || (post.isForgotten() && site.hasAnyGone(letter.tokens))
                          || site.ticks.mayTakeBack(letter)
                          || site.noted.mayTakeBack(letter, post.letters().values()));
      if (!left) {
        wrong.add(letter.reference + " was taken back although nobody left");
      }
      if (letter.changed && !post.wasOvertaken(letter)) {
        wrong.add(letter.reference + " was deleted although the delegate had changed it");
      }
    }
  }

  /** The daemon has an answer of Gmail's, or none, as it looks after a site. */
  void answered(Optional<Site> site, String path, boolean whole) {
    post.answered(path, whole, letter -> site.filter(s -> s.knowsAnyOf(letter.tokens)).isPresent());
  }

  /** The daemon reads a sheet: what it may do from now on goes by what stands there now. */
  void read(Site site) {
    site.read();
    burden.read(site);
  }

  /** A sheet is asked for: what was seen of the mailboxes before is journalled. */
  void goesOn() {
    post.isJournalled();
  }

  private void introduced(Letter letter) {
    boolean known =
        sites.stream()
            .noneMatch(
                site ->
                    site.hasForgotten(letter.tokens)
                        || letter.tokens.stream().anyMatch(site.bars::isApart)); // two, by a word
    int times = timesIntroduced.merge(pair(letter), 1, Integer::sum);
    if (times > 1 && known) {
      wrong.add("a pair is introduced a second time, as " + letter.reference);
    }
    List<Site> of =
        sites.stream().filter(site -> site.souls.keySet().containsAll(letter.tokens)).toList();
    if (letter.tokens.size() != 2 || of.size() != 1) {
      wrong.add(letter.reference + " is not addressed to two people of one campaign");
      return;
    }
    if (post.says(letter, Newcomers.LINK)) {
      wrong.add(letter.reference + " holds a link that somebody gave for a name");
    }
    Site site = of.get(0);
    if (site.suspendedAtRead) {
      wrong.add(letter.reference + " was made although the campaign was suspended");
    }
    between(site, letter);
    for (String token : letter.tokens) {
      if (site.stoppedAtRead.contains(token) && !site.bars.isApart(token)) {
        doubted.put(token, letter.reference); // its row must ask whom the instruction is for
      }
      Soul soul = site.souls.get(token);
      if (soul != null
          && soul.isHelper()
          && !soul.isForgotten()
          && !soul.isStrange
          && burden.of(site, token, letter) > soul.human().capacity()) {
        wrong.add(letter.reference + " is more than its helper can bear");
      }
    }
  }

  /** Two people who may not be introduced to each other. */
  private void between(Site site, Letter letter) {
    List<Soul> two = letter.tokens.stream().map(site.souls::get).toList();
    if (two.get(0).sharesContact(two.get(1))) {
      wrong.add(letter.reference + " introduces two who share a contact");
    }
    for (Soul soul : two) {
      // what is undone after that read, no pass knows before the next: its ledger must say so
      if (!site.completeAtRead.contains(soul.token())) {
        wrong.add(letter.reference + " introduces somebody without consent or contact");
      }
      site.bars
          .covering(soul)
          .ifPresent(
              token ->
                  wrong.add(
                      letter.reference
                          + (token.equals(soul.token())
                              ? " introduces somebody who is barred"
                              : " introduces somebody whose contact is barred")));
    }
    site.ticks.introduced(letter).ifPresent(wrong::add);
  }

  /** What must hold at every moment. */
  void look() {
    if (!post.sentByNobody().isEmpty()) {
      wrong.add("something was sent that no person sent");
    }
  }

  // ---- once everything has settled

  /** Nothing happens any more, and the daemon has found nothing more to do. */
  void settled(Site site) {
    Desk.Copy now = site.desk.copy();
    Desk.Tab answers = now.tab(site.premises.answers());
    Map<String, List<Integer>> rows = site.rowsByToken(answers);
    Map<String, String> stopped = site.stopped(answers);
    for (Map.Entry<String, List<Integer>> person : rows.entrySet()) {
      rows(site, answers, person.getKey(), person.getValue(), stopped);
    }
    typed(site, answers);
    wrong.addAll(site.relinking.missing(answers));
    doubted(site, answers, rows);
    now.with("ledger_ref")
        .ifPresent(
            ledger -> {
              new LedgerWatch(site, post, this, clock).settled(ledger, answers);
              wrong.addAll(site.noted.settled(ledger, post));
              wrong.addAll(FormerDelegate.settled(site, now, ledger, post));
            });
    wrong.addAll(site.bars.settled(now, this));
    wrong.addAll(site.ticks.settled(answers, rows, post));
    wrong.addAll(StatusWatch.settled(site, answers, rows, post));
    new HelpWatch(site, post, this, burden, clock).settled(answers, rows, stopped);
  }

  private static String pair(Letter letter) {
    return letter.tokens.stream().sorted().collect(Collectors.joining("+"));
  }

  /** Whether there ever was a letter to the two. */
  boolean wereIntroduced(String one, String other) {
    return timesIntroduced.containsKey(
        one.compareTo(other) < 0 ? one + "+" + other : other + "+" + one);
  }

  /** The reference by which somebody is known; empty for somebody who never got one. */
  String ref(String token) {
    return refs.getOrDefault(token, "");
  }

  private void rows(
      Site site, Desk.Tab answers, String token, List<Integer> rows, Map<String, String> stopped) {
    int counting = 0;
    boolean anyKept = false;
    Soul known = site.souls.get(token);
    if (known != null && known.isForgotten()) { // somebody new, maybe named as rows were moving
      refs.put(token, answers.text(rows.get(0), "ref"));
    }
    for (int row : rows) {
      String where = site.settings.name() + " row " + (row + 1) + " of " + token;
      if (known != null && isCalledAsOriginal(known, answers.text(row, "ref"))) {
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
      boolean kept = odd && answers.text(row, "explanation").contains(KEPT);
      anyKept |= kept;
      boolean ours =
          isDaemons(site, "status", status)
              && !status.equals("Doublon")
              && !site.typed.containsKey(answers.response(row).orElse(""))
              && !kept;
      boolean asked = order != null && !site.isAsked(answers, row) && !site.bars.isApart(token);
      if (asked && ours && !STOPPED.contains(status)) {
        wrong.add(where + " says " + status + " although " + order + " was asked for");
      }
    }
    boolean typed =
        rows.stream()
            .anyMatch(
                r ->
                    site.typed.containsKey(answers.response(r).orElse(""))
                        || !isDaemons(site, "status", answers.text(r, "status")));
    boolean theirs = known == null || !known.isForgotten(); // else their rows may be another's
    if (counting != 1 && theirs && !typed && !anyKept && !site.bars.isApart(token)) {
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
  private void doubted(Site site, Desk.Tab answers, Map<String, List<Integer>> rows) {
    doubted.forEach(
        (token, reference) -> {
          boolean stopped =
              rows.getOrDefault(token, List.of()).stream()
                  .anyMatch(
                      row ->
                          Site.STOPS.containsKey(answers.text(row, "instruction"))
                              && !site.copied.isCopied(
                                  answers.response(row).orElse(""), "instruction"));
          if (stopped
              && rows.getOrDefault(token, List.of()).stream()
                  .noneMatch(row -> Site.asks(answers, row))) {
            wrong.add(reference + " introduces somebody who was taken out, and nobody is asked");
          }
        });
  }

  static final String KEPT = "Statut : ce qui est tapé dans la cellule est gardé";
  private static final Set<String> STOPPED = Set.copyOf(Site.STOPS.values());

  private void typed(Site site, Desk.Tab answers) {
    Map<String, String> left = new HashMap<>(site.typed);
    for (int row : site.rows(answers)) {
      String response = answers.response(row).orElse("");
      String text = left.remove(response);
      if (text != null
          && !text.equals(answers.text(row, "status"))
          && !site.relinking.isCarried(answers, response, text)) {
        wrong.add(
            site.settings.name() + " row " + (row + 1) + " has lost what was typed as its status");
      }
    }
  }

  /** No datum of anybody's is in what the daemon says of itself. */
  void said(String text) {
    for (Site site : sites) {
      for (Soul soul : site.souls.values()) {
        Human human = soul.human();
        if (text.contains(human.token())
            || text.contains(soul.name())
            || text.replace(" ", "").contains(soul.contact().national().replace(" ", ""))) {
          wrong.add("what the daemon says of itself names somebody");
        }
      }
    }
  }
}
