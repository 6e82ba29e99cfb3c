package org.entraide.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.entraide.config.CampaignSettings;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Premises;

/** One campaign as the truth knows it: its sheet, who answered, what people typed. */
final class Site extends SiteFacts {

  /** What the configuration says now. */
  CampaignSettings settings;

  /** Responses whose row was copied whole since the daemon read all of them. */
  private final Set<String> copiedUnread = new HashSet<>();

  /** Responses whose row was ever copied whole: without its journal the daemon reads them anew. */
  private final Set<String> copiedWhole = new HashSet<>();

  /** By response, the last status that a check told as the daemon's own. */
  private final Map<String, String> checked = new HashMap<>();

  /** Responses of which a typed word was hit, and how many passes ago: the next puts it back. */
  private final Map<String, Integer> endangered = new HashMap<>();

  /** Introductions whose row got another reference, and how many passes ago: put back likewise. */
  private final Map<String, Integer> renamed = new HashMap<>();

  /** By introduction, what an organiser noted. */
  final Map<String, String> outcomes = new HashMap<>();

  /** The form is linked anew now and then. */
  final Relinking relinking = new Relinking(this);

  final Outcomes noted = new Outcomes(this);

  /** By response, a status that means something, was typed, and was cleared. */
  final Map<String, String> emptied = new HashMap<>();

  final Bars bars = new Bars(this);
  final Ticks ticks = new Ticks(this);
  final SiteGroups groups = new SiteGroups(this);
  final TodoDeeds todo = new TodoDeeds(this);
  final HandMadeDeeds byHand = new HandMadeDeeds(this);
  final Wishes wishes = new Wishes(this);
  final Views views = new Views(this);
  final Erasures erasures = new Erasures(this);
  final WeekWatch week = new WeekWatch(this);

  private final IntSupplier requests;
  private int disturbedAt = -1;

  /** Who was surely not to be introduced to anybody when the daemon read last. */
  Set<String> stoppedAtRead = Set.of();

  /** Who had given their consent and a contact when the daemon read last. */
  Set<String> completeAtRead = Set.of();

  boolean suspendedAtRead;

  /** Whether the sheet looked as if it had no answers when the daemon read last. */
  boolean emptyAtRead;

  /** By introduction, what had been noted when the daemon read last. */
  Map<String, String> outcomesAtRead = Map.of();

  /** Beside which responses a note stood over a bar when the daemon read last. */
  Set<String> typedOverAtRead = Set.of();

  /** Whether the journal was lost, or is an older one, and no pass has seen the answers since. */
  boolean isUnlearnt;

  /** Whether it is an older one. */
  private boolean isOutdated;

  /**
   * @param requests how many the daemon has made
   */
  Site(int number, CampaignSettings settings, Premises premises, IntSupplier requests) {
    super(number, premises);
    this.requests = requests;
    this.settings = settings;
  }

  /**
   * Whether whom the daemon calls so, or called so before the journal was lost, was ever barred.
   */
  boolean isBarred(String ref) {
    Desk.Tab answers = answers();
    return bars.isFormer(ref)
        || bars.isUnshown(ref)
        || souls.values().stream().anyMatch(soul -> soul.wasBarred && soul.isCalled(ref))
        // or got that name in a write that people overtook
        || rows(answers).stream()
            .filter(row -> answers.text(row, "ref").equals(ref))
            .anyMatch(row -> owner(answers, row).filter(soul -> soul.wasBarred).isPresent());
  }

  /**
   * The journal was lost, or is an older one.
   *
   * @param older whether it may know what was so before, and not what was so since
   */
  void isForgotten(boolean older) {
    bars.lostLinesAreForgotten();
    Desk.Copy now = desk.copy();
    Desk.Tab answers = now.tab(premises.answers());
    Desk.Tab named = relinking.named(now); // a new tab that is not served names nobody yet
    Map<String, List<Integer>> rows = rowsByToken(named);
    for (Soul soul : souls.values()) {
      soul.isLost();
      if (isMisnamed(now, named, rows.getOrDefault(soul.token(), List.of()), soul)) {
        soul.isForgottenNow();
      }
      if (soul.isEdited() && !unseenCopiesOf(soul).isEmpty()) { // either may be it, edited
        soul.isForgottenNow();
        unseenCopiesOf(soul).forEach(Soul::isForgottenNow);
        rows.getOrDefault(soul.token(), List.of())
            .forEach(row -> named.response(row).ifPresent(this::mayBeCopied));
      }
    }
    for (int row : rows(answers)) { // nothing tells any more for whom that was typed
      String status = answers.text(row, "status");
      if (copied.isAstray(answers.response(row).orElse(""), status)) {
        typed.values().removeIf(status::equals);
      }
    }
    typed.keySet().removeAll(disguised.keySet());
    relinking.choiceIsForgotten();
    if (!older) {
      relinking.isForgotten(now);
    }
    bars.areForgotten();
    groups.areForgotten();
    wishes.areForgotten();
    copiedWhole.stream()
        .filter(it -> isEditedUnderItsCheck(answers, it))
        .forEach(this::mayBeCopied);
    copiedUnread.addAll(copiedWhole);
    isUnlearnt = true;
    isOutdated = older;
  }

  /** Whether the check beside a response's row is for the answer of another row. */
  private boolean isEditedUnderItsCheck(Desk.Tab answers, String response) {
    return rows(answers).stream()
        .filter(row -> answers.response(row).filter(response::equals).isPresent())
        .anyMatch(
            row ->
                rows(answers).stream()
                    .filter(it -> !checkedFor(answers, it).isEmpty())
                    .filter(it -> checkedFor(answers, it).equals(checkedFor(answers, row)))
                    .anyMatch(it -> !answer(answers, it).equals(answer(answers, row))));
  }

  private static String checkedFor(Desk.Tab answers, int row) {
    return answers.text(row, "check").split("/", -1)[0];
  }

  private static String answer(Desk.Tab answers, int row) {
    return answers.answerColumns().stream().map(it -> answers.text(row, it)).toList().toString();
  }

  /** A row that the form knows nothing of. */
  String byHand(Soul soul) {
    String response = BY_HAND + tokenByResponse.size();
    tokenByResponse.put(response, soul.token());
    souls.putIfAbsent(soul.token(), soul);
    bars.isAnswered(soul);
    return response;
  }

  /** Somebody else is typed into a row. */
  void isTypedOver(String response, Soul soul) {
    tokenByResponse.put(response, soul.token());
    souls.putIfAbsent(soul.token(), soul);
    bars.isAnswered(soul);
  }

  /** A person types, or what they typed comes back with its row. */
  void types(String response, String text) {
    emptied.remove(response);
    bars.isTyped(response, typed.getOrDefault(response, ""), text);
    typed.put(response, text);
    typedAt.put(response, requests.getAsInt());
  }

  /** An answer is edited. */
  void isEdited(String response) {
    soulOf(response).edits();
    if (copiedUnread.contains(response)) {
      mayBeCopied(response);
    }
  }

  /** A row is copied and nothing typed over. */
  void isCopied(String response) {
    copiedUnread.add(response);
    copiedWhole.add(response);
    if (soulOf(response).isEdited()) {
      mayBeCopied(response);
    }
  }

  /**
   * Before anybody looked an answer was edited and its row copied: either may be the copy, and the
   * word that was typed there stops the person from the other.
   */
  private void mayBeCopied(String response) {
    String text = typed.getOrDefault(response, "");
    if (STOPS.containsValue(text)) {
      typed.remove(response);
      copied.comesAstray(response, text);
    }
  }

  /** The daemon has read all answers. */
  void areRead() {
    souls.values().forEach(Soul::isRead);
    copiedUnread.clear();
  }

  /** A person clears what was typed as a status. */
  void clearsStatus(Desk.Tab answers, int row) {
    String response = answers.response(row).orElseThrow();
    String text = typed.remove(response);
    bars.isNoteCleared(response, owner(answers, row));
    if (text != null && STOPS.containsValue(text)) {
      cleared.add(text);
      emptied.put(response, text);
      if (text.equals(Bars.WORD)) {
        owner(answers, row).ifPresent(bars::mayBeLifted);
      }
    }
  }

  /**
   * What was typed beside a response was hit by a write that people overtook. Typed in that very
   * instant, after the last look that can precede the write, nobody but the sheet's version history
   * ever saw it: Sheets has no condition under which a cell is written.
   */
  void isHit(String response) {
    if (typedAt.getOrDefault(response, -1) >= writing) {
      typed.remove(response);
    } else {
      endangered.put(response, 0);
    }
  }

  /** A write that people overtook gave an introduction's row, and what was noted there, away. */
  void isRenamed(String introduction) {
    renamed.put(introduction, 0);
  }

  /** The daemon wrote a check where no people moved rows. */
  void isChecked(Desk.Tab after, int row, String check) {
    String[] parts = check.split("[/.]", -1);
    boolean shows = parts.length > 1 && !parts[1].isEmpty();
    if (shows) {
      checked.put(after.response(row).orElse(""), after.text(row, "status"));
    }
  }

  /** A row was copied, and the check with it. */
  void isCheckedAs(String response, String original) {
    checked.put(response, checked.getOrDefault(original, ""));
  }

  /** Whether a word, typed where people have changed it, looks as if they had undone all that. */
  boolean isAsChecked(String response, String status) {
    return status.equals(checked.get(response));
  }

  /** A pass was completed. */
  void mends() {
    erasures.mends();
    for (Map<String, Integer> hit : List.of(endangered, disguised, renamed)) {
      hit.values().removeIf(passes -> passes > 0);
      hit.replaceAll((response, passes) -> passes + 1);
    }
  }

  /** The process ends, which alone knew what its writes had hit. */
  void forgetsHits() {
    endangered.keySet().forEach(typed::remove);
    endangered.clear();
    renamed.keySet().forEach(outcomes::remove);
    renamed.clear();
    relinking.forgetsHits();
  }

  /** People do something. */
  void isDisturbed() {
    disturbedAt = requests.getAsInt();
  }

  /** The daemon asks for a write; one that Google refused as too much is repeated as it was. */
  void isWriting() {
    writing = Math.min(writing, requests.getAsInt());
  }

  /** The daemon looks, or its write is done. */
  void hasWritten() {
    writing = NEVER;
    copied.isSeen();
  }

  /**
   * Whether people did something since the daemon could last look: a write that they overtake hits
   * what it must put right, and one that was not preceded by a look is no excuse.
   */
  boolean wasOvertaken() {
    return disturbedAt >= writing;
  }

  AtRead atRead() {
    return new AtRead(
        stoppedAtRead,
        completeAtRead,
        suspendedAtRead,
        emptyAtRead,
        outcomesAtRead,
        typedOverAtRead);
  }

  /** Another daemon goes on from what it read before. */
  void readAs(AtRead earlierRead) {
    stoppedAtRead = earlierRead.stopped();
    completeAtRead = earlierRead.complete();
    suspendedAtRead = earlierRead.suspended();
    emptyAtRead = earlierRead.empty();
    outcomesAtRead = earlierRead.outcomes();
    typedOverAtRead = earlierRead.typedOver();
  }

  /** The daemon reads: what it may do from now on goes by what is there now. */
  void read() {
    Desk.Tab answers = answers();
    Set<String> stopped = new HashSet<>();
    for (int row : rows(answers)) {
      String word = answers.text(row, "instruction");
      boolean instructed =
          stops(word)
              && !cleared.contains(word)
              && !copied.isCopied(answers.response(row).orElse(""), "instruction");
      boolean typedSo =
          isStoppedByStatus(answers, row) && !cleared.contains(answers.text(row, "status"));
      if (instructed || typedSo) {
        owner(answers, row).ifPresent(soul -> stopped.add(soul.token()));
      }
    }
    stopped.addAll(relinking.stopped(answers));
    stoppedAtRead = stopped;
    completeAtRead =
        souls.values().stream()
            .filter(soul -> !soul.isIncomplete)
            .map(Soul::token)
            .collect(Collectors.toSet());
    ticks.read(answers);
    groups.read(answers);
    suspendedAtRead = isSuspended();
    emptyAtRead = false;
    outcomesAtRead = Map.copyOf(outcomes);
    typedOverAtRead = bars.typedOver();
  }

  /** Whether an older journal knows of cells what they held before the last pass saw them. */
  boolean isOutdated() {
    return isUnlearnt && isOutdated;
  }

  /** What it read showed no answers. */
  void readEmpty() {
    emptyAtRead = true;
    relinking.readEmpty();
  }

  /**
   * The daemon read the sheet in this pass, and decided by that.
   *
   * @param whole whether it did all that it decided
   */
  void learns(Post post, boolean whole) {
    isUnlearnt = false;
    bars.areSeen(typedOverAtRead);
    areRead();
    groups.areKnown(whole);
    if (whole) {
      bars.passed(post);
      erasures.learns(post);
      passed(byHand);
    }
  }
}
