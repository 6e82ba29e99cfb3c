package org.entraide.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entraide.campaign.port.Trouble;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Human;

/**
 * Holds what the daemon does against what must always hold, whatever happens. It knows people by
 * the tokens in their addresses and the daemon's words by heart, and shares no code with it.
 */
final class Watch extends SheetWatch {

  private static final Set<String> REPORTED =
      Set.of("status", "place", "introduced", "explanation");
  private static final Set<String> LEDGER_REPORTED =
      Set.of(
          "ledger_state", "ledger_sent_on", "ledger_explanation", "ledger_person", "ledger_helper");
  private static final Set<String> ORGANISERS =
      Set.of(
          "instruction",
          "checked",
          "with",
          "never_with",
          "corrected_place",
          "group",
          "ledger_outcome");

  private final List<Site> sites;
  private final InstantSource clock;

  private final Map<String, Integer> timesIntroduced = new TreeMap<>(); // by pair

  final AlertWatch alerts;
  private final Burden burden;
  private final AskedWatch askedWatch;
  private final Map<Site, HandMadeWatch> byHand = new HashMap<>();
  private Instant restsSince = Instant.MAX;

  Watch(List<Site> sites, Post post, InstantSource clock) {
    super(post);
    this.clock = clock;
    this.sites = sites;
    this.burden = new Burden(post, clock);
    this.askedWatch = new AskedWatch(sites, post);
    this.alerts = new AlertWatch(this, clock);
  }

  // ---- the sheet

  /** The daemon wrote. */
  @Override
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
              && (site.relinking.carries(
                      site.wasOvertaken() ? "" : was.response(cell.row()).orElse(""),
                      cell.mark(),
                      cell.is())
                  || site.relinking.former.comesLate(was, cell.row(), cell.mark(), cell.is()));
      boolean people =
          ((cell.tab() == answers || cell.tab() == ledger) && cell.mark().isEmpty() && below)
              || (ORGANISERS.contains(cell.mark())
                  && below
                  && !carried
                  && !(cell.tab() == answers && isHitOrPutBack(site, cell, was)));
      if (site.relinking.isLeft(cell.tab())) {
        wrong.add(where + " is in a tab that the form has left and was changed");
      }
      if (people && !site.erasures.empties(before.tab(cell.tab()), cell)) {
        wrong.add(where + " is not the daemon's and was changed: " + cell.was() + ", " + cell.is());
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
          after
              .tab(answers)
              .response(cell.row())
              .ifPresent(it -> site.erasures.isHit(it, cell.is()));
        } else {
          site.isChecked(after.tab(answers), cell.row(), cell.is());
        }
      }
      if (cell.tab() == ledger && below && LEDGER_REPORTED.contains(cell.mark())) {
        if (isNamedNow(before.tab(ledger), cell)) {
          wasWritten(site, cell.mark(), cell.is());
        } else {
          overwritten(site, cell, was, where);
        }
      }
      if (cell.tab() == ledger && below && cell.mark().equals("ledger_ref")) {
        if (site.wasOvertaken()) {
          site.isRenamed(cell.was());
        }
        burden.begun(site, cell.is());
        site.wishes.begun(cell.is());
        site.week.begun(cell.is(), clock.instant());
        byHand(site).begun(cell.is(), before.tab(ledger), cell.row()).ifPresent(wrong::add);
        site.groups.begun(cell.is());
      }
      if (cell.tab() == answers && below) {
        beside(site, cell, was, after, where);
      }
      site.groups.wrote(before, cell).ifPresent(wrong::add);
      site.wishes.wrote(before, cell).ifPresent(wrong::add);
      named |= cell.tab() == answers && below && cell.mark().equals("ref");
    }
    wrong.addAll(site.views.wrote(before, after));
    if (named) {
      site.relinking.isServed();
    }
    noNewcomers();
  }

  /** Whom an organiser typed in a row that has its reference by now, the daemon may name. */
  private static boolean isNamedNow(Desk.Tab was, Desk.Changed cell) {
    return (cell.mark().equals("ledger_person") || cell.mark().equals("ledger_helper"))
        && HandMadeDeeds.isIntroduction(was, cell.row());
  }

  private HandMadeWatch byHand(Site site) {
    return byHand.computeIfAbsent(site, it -> new HandMadeWatch(it, post));
  }

  /** What words that are carried over hit, since people moved rows, is put back later. */
  private static boolean isHitOrPutBack(Site site, Desk.Changed cell, Desk.Tab was) {
    String response = was.response(cell.row()).orElse("");
    return site.relinking.putsBack(response, cell.mark(), cell.was(), cell.is())
        || site.relinking.hits(response, cell.mark(), cell.was(), cell.is());
  }

  /** People moved rows under the write: what it hit is not for whoever is there now. */
  private static void carriedAmiss(Site site, Desk.Changed cell, String response) {
    if (!site.relinking.stoodBeside(response, cell.mark(), cell.is())) {
      site.copied.isNobodys(response, cell.mark());
      site.relinking.isAmiss(cell.mark(), cell.is());
      if (cell.mark().equals("instruction")) { // missing where it belongs
        site.cleared.add(cell.is());
      }
    }
  }

  // ---- the mailbox

  /** The daemon did something to the mailbox. */
  @Override
  void mailed() {
    Post.MailboxChanges done = post.look();
    done.made().stream().filter(letter -> !letter.isQuestion()).forEach(this::introduced);
    done.made().stream().filter(Letter::isQuestion).map(askedWatch::made).forEach(wrong::addAll);
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
                          || byHand(site).mayTakeBack(letter)
                          || site.noted.mayTakeBack(letter, post.letters().values()));
      if (!left && !letter.isQuestion()) {
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

  /** The daemon reads a sheet: what it may do from now on goes by what is there now. */
  void read(Site site) {
    site.read();
    burden.read(site);
    byHand(site).read();
    site.wishes.read(post);
  }

  /**
   * The daemon read the sheet in this pass, and decided by that.
   *
   * @param whole whether it did all that it decided
   */
  void learns(Site site, boolean whole) {
    site.learns(post, whole);
    wrong.addAll(site.wishes.learns(post, whole));
  }

  /** A sheet is asked for: what was seen of the mailboxes before is journalled. */
  void goesOn() {
    post.isJournalled();
  }

  private void introduced(Letter letter) {
    boolean isKnown =
        sites.stream()
            .noneMatch(
                site ->
                    site.hasForgotten(letter.tokens)
                        || letter.tokens.stream().anyMatch(site.bars::isApart)); // two, by a word
    int times = timesIntroduced.merge(pair(letter), 1, Integer::sum);
    if (times > 1 && isKnown) {
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
    wrong.addAll(byHand(site).introduced(letter, burden));
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
    site.groups.introduced(letter, burden).ifPresent(wrong::add);
  }

  /** What must hold at every moment. */
  void look() {
    if (!post.sentByNobody().isEmpty()) {
      wrong.add("something was sent that no person sent");
    }
  }

  /** People are asked whether so much is meant to be gone, or whose answers those are. */
  boolean isGuard(Trouble trouble, Site site) {
    return trouble.text().contains("disappeared from the answers tab")
        || trouble.text().startsWith("Many drafts disappeared")
        // a delegate was exchanged when no journal knew in whose mailbox they are
        || (trouble.text().startsWith("Many drafts of which the ledger tells")
            && post.isForgotten())
        || (trouble.text().startsWith("Another of these tabs has newer answers")
            && site.relinking.isStrange());
  }

  // ---- once everything has settled

  /** Everything is at rest: only time passes from now on. */
  void nothingHappensSince(Instant moment) {
    restsSince = moment;
  }

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
    alerts.settled(site.settings.name());
    wrong.addAll(site.relinking.missing(answers));
    doubted(site, answers, rows);
    now.with("ledger_ref")
        .ifPresent(
            ledger -> {
              new LedgerWatch(site, post, this, byHand(site), clock).settled(ledger, answers);
              wrong.addAll(byHand(site).settled(ledger, answers));
              wrong.addAll(new QuestionWatch(site, ledger, answers, post).settled(rows));
              wrong.addAll(site.noted.settled(ledger, post));
              wrong.addAll(site.wishes.settled(ledger, answers, post));
              wrong.addAll(site.week.settled(now, answers, ledger, clock, post));
              wrong.addAll(FormerDelegate.settled(site, now, ledger, post));
            });
    wrong.addAll(NameWatch.settled(site, this, now, answers));
    wrong.addAll(site.bars.settled(now, this));
    wrong.addAll(site.ticks.settled(answers, rows, post));
    wrong.addAll(site.groups.settled(answers));
    wrong.addAll(site.views.settled(now, answers));
    wrong.addAll(site.erasures.settled(answers, now.with("ledger_ref"), post));
    post.leftDrafts().forEach(it -> wrong.add(it.reference + " waits, of somebody erased"));
    Instant since = restsSince.isAfter(clock.instant()) ? clock.instant() : restsSince;
    wrong.addAll(new TodoWatch(site, post, clock, since).settled(now, answers, rows));
    wrong.addAll(StatusWatch.settled(site, answers, rows, post));
    new HelpWatch(site, post, this, burden, byHand(site), clock).settled(answers, rows, stopped);
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
  void checkNobodyIsNamed(String text) {
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
