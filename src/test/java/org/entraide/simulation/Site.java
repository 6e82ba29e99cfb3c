package org.entraide.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.config.CampaignSettings;
import org.entraide.organisers.Premises;
import org.entraide.sandbox.office.Desk;

/** One campaign as the truth knows it: its sheet, who answered, what people typed. */
final class Site {

  /** The words that people are never matched under, by what an organiser types. */
  static final Map<String, String> STOPS =
      Map.of(
          "Pause", "En pause",
          "Retirer", "Retiré",
          "Exclu", "Exclu",
          "Orienté ailleurs", "Orienté ailleurs");

  private static final String AWAY =
      "se trouve maintenant sur une autre ligne, et compte toujours pour elle";

  private static final List<String> ASKED = List.of("n’a pas été tapé pour cette personne", AWAY);

  private static final String BY_HAND = "by-hand-";
  private static final String SUSPEND = "Suspendre";
  private static final int NEVER = Integer.MAX_VALUE;

  /** As the configuration says now. */
  CampaignSettings settings;

  final Premises premises;
  final Desk desk;

  /** By token, in the order of their first answers. */
  final Map<String, Soul> souls = new TreeMap<>();

  /** Whose a response is. */
  final Map<String, String> tokenByResponse = new HashMap<>();

  /** Responses whose row was copied whole since the daemon read all of them. */
  private final Set<String> copiedUnread = new HashSet<>();

  /** By response, what a person typed as the status of its row. */
  final Map<String, String> typed = new HashMap<>();

  /** By response, how many requests the daemon had made when that was typed, or came back. */
  private final Map<String, Integer> typedAt = new HashMap<>();

  /** By response, the status that the check beside it tells as the daemon's own; else empty. */
  private final Map<String, String> checked = new HashMap<>();

  /** Responses of which a typed word was hit, and how many passes ago: the next puts it back. */
  private final Map<String, Integer> endangered = new HashMap<>();

  /** Responses with a typed word beside which another's check came, and how many passes ago. */
  private final Map<String, Integer> disguised = new HashMap<>();

  /** Instructions that were ever cleared beside somebody. */
  final Set<String> cleared = new HashSet<>();

  /** By introduction, what an organiser noted. */
  final Map<String, String> outcomes = new HashMap<>();

  /** The form is linked anew now and then. */
  final Relinking relinking = new Relinking(this);

  final Outcomes noted = new Outcomes(this);

  /** By response, a status that means something, was typed, and was cleared. */
  final Map<String, String> emptied = new HashMap<>();

  final Copied copied = new Copied();
  final Bars bars = new Bars(this);
  final Ticks ticks = new Ticks(this);

  private final IntSupplier requests;
  private int disturbedAt = -1;

  /** The first request of the write that the daemon is at; none right after a look. */
  private int writing = NEVER;

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

  private final int number;
  private int answered;

  /**
   * @param requests how many the daemon has made
   */
  Site(int number, CampaignSettings settings, Premises premises, IntSupplier requests) {
    this.number = number;
    this.requests = requests;
    this.settings = settings;
    this.premises = premises;
    this.desk = new Desk(premises.sheets(), premises.id());
  }

  /** Whether one of these people has left. */
  boolean hasAnyLeft(Set<String> tokens, Instant now) {
    return tokens.stream().map(souls::get).anyMatch(soul -> soul != null && soul.hasLeft(now));
  }

  /** Whether the row of one of these people is gone, since whenever. */
  boolean hasAnyGone(Set<String> tokens) {
    return tokens.stream().map(souls::get).anyMatch(soul -> soul != null && soul.isGone());
  }

  /** Who is somebody's copy, and no row shows yet that they are another. */
  List<Soul> unseenCopiesOf(Soul soul) {
    return souls.values().stream().filter(other -> other.isStillCopyOf(soul)).toList();
  }

  /** Nothing tells that their rows were copied: what stands there counts as for the original. */
  void isTakenForOriginal(Desk.Tab answers, Soul copy) {
    rowsByToken(answers)
        .getOrDefault(copy.token(), List.of())
        .forEach(row -> copied.isTakenForOriginal(answers.response(row).orElseThrow()));
  }

  /** Whether one of these people was ever barred. */
  boolean hasAnyBarred(Set<String> tokens) {
    return tokens.stream().map(souls::get).anyMatch(soul -> soul != null && soul.wasBarred);
  }

  /**
   * Whether whom the daemon calls so, or called so before the journal was lost, was ever barred.
   */
  boolean isBarred(String ref) {
    Desk.Tab answers = answers();
    return bars.isFormer(ref)
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
    isUnlearnt = true;
    isOutdated = older;
  }

  /**
   * Whether a write that people overtook put the words of others beside each row of somebody's, and
   * only the journal knew better: no introduction names them.
   */
  private static boolean isMisnamed(
      Desk.Copy now, Desk.Tab answers, List<Integer> rows, Soul soul) {
    boolean misnamed =
        !rows.isEmpty()
            && rows.stream()
                .map(row -> answers.text(row, "ref"))
                .allMatch(shown -> !shown.isEmpty() && !soul.isCalled(shown));
    return misnamed
        && now.with("ledger_ref")
            .filter(
                ledger ->
                    IntStream.range(1, ledger.rows())
                        .anyMatch(
                            row ->
                                soul.isCalled(ledger.text(row, "ledger_person"))
                                    || soul.isCalled(ledger.text(row, "ledger_helper"))))
            .isEmpty();
  }

  /** Whether one of these people is one of its own. */
  boolean knowsAnyOf(Set<String> tokens) {
    return tokens.stream().anyMatch(souls::containsKey);
  }

  /** Whether one of these people may be somebody new by now, and whoever they were gone. */
  boolean hasForgotten(Set<String> tokens) {
    return tokens.stream().map(souls::get).anyMatch(soul -> soul != null && soul.isForgotten());
  }

  /** The number of the next newcomer: nobody else's in any campaign. */
  int newcomer() {
    int next = Stage.MOST_PEOPLE * number + answered;
    answered++;
    return next;
  }

  boolean isFull() {
    return answered == Stage.MOST_PEOPLE;
  }

  Desk.Tab answers() {
    return desk.copy().tab(premises.answers());
  }

  /** Whose row it is, by the response that wrote it; empty for nobody's. */
  Optional<Soul> owner(Desk.Tab answers, int row) {
    return answers.response(row).map(tokenByResponse::get).map(souls::get);
  }

  /** Whose a response is that somebody gave or typed. */
  Soul soulOf(String response) {
    return Objects.requireNonNull(souls.get(tokenByResponse.getOrDefault(response, "")));
  }

  /** Whether the form wrote that, and not a person. */
  boolean isOfForm(String response) {
    return !response.startsWith(BY_HAND);
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

  /** The rows that are somebody's. */
  List<Integer> rows(Desk.Tab answers) {
    List<Integer> rows = new ArrayList<>();
    int end = answers.rows();
    for (int row = 1; row < end; row++) {
      if (owner(answers, row).isPresent()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** The rows of everybody who has one, by token. */
  Map<String, List<Integer>> rowsByToken(Desk.Tab answers) {
    Map<String, List<Integer>> rows = new TreeMap<>();
    for (int row : rows(answers)) {
      owner(answers, row)
          .ifPresent(soul -> rows.computeIfAbsent(soul.token(), t -> new ArrayList<>()).add(row));
    }
    return rows;
  }

  /**
   * Whether organisers are asked for whom an instruction is. A word that was cleared beside one and
   * typed beside another between two looks, or since an older journal was written, looks as if it
   * was moved; so does one that is typed into a copy before the copy was seen.
   */
  boolean isAsked(Desk.Tab answers, int row) {
    boolean copy = copied.isCopy(answers.response(row).orElse(""));
    return (copy || !cleared.isEmpty()) && asks(answers, row);
  }

  /** Whether a row says that what stands there is another's. */
  static boolean asks(Desk.Tab answers, int row) {
    String explanation = answers.text(row, "explanation");
    return ASKED.stream().anyMatch(explanation::contains);
  }

  /** Whether an explanation says that what was typed for the person stands in another row. */
  static boolean isAway(String explanation) {
    return explanation.contains(AWAY);
  }

  /** The status that instructions ask for, by token; absent for who is not stopped. */
  Map<String, String> stopped(Desk.Tab answers) {
    Map<String, String> stopped = new TreeMap<>();
    for (int row : rows(answers)) {
      String status = STOPS.get(answers.text(row, "instruction"));
      String response = answers.response(row).orElse("");
      if (status != null && !copied.isCopied(response, "instruction") && !isAsked(answers, row)) {
        owner(answers, row).ifPresent(soul -> stopped.put(soul.token(), status));
      }
    }
    return stopped;
  }

  /** Introductions of which the ledger says more than that they are begun, and what. */
  Map<String, String> tellsOf() {
    Map<String, String> told = new HashMap<>();
    desk.copy()
        .with("ledger_ref")
        .ifPresent(
            ledger -> {
              for (int row = 1; row < ledger.rows(); row++) {
                String state = ledger.text(row, "ledger_state");
                if (!Set.of("", "En préparation").contains(state)) {
                  told.put(ledger.text(row, "ledger_ref"), state);
                }
              }
            });
    return told;
  }

  /** The row of the switch by which organisers stop everything; -1 before there is one. */
  int switchRow(Desk.Tab settingsTab) {
    for (int row = 0; row < settingsTab.rows(); row++) {
      if (settingsTab.text(row, "settings_label").equals(SUSPEND)) {
        return row;
      }
    }
    return -1;
  }

  boolean isSuspended() {
    return desk.copy()
        .with("settings_value")
        .filter(tab -> tab.text(switchRow(tab), "settings_value").equals("oui"))
        .isPresent();
  }

  /** A person types, or what they typed comes back with its row. */
  void types(String response, String text) {
    emptied.remove(response);
    bars.isTyped(response, typed.getOrDefault(response, ""), text);
    typed.put(response, text);
    typedAt.put(response, requests.getAsInt());
  }

  /** Whether that was typed as the status of an answer of the same person. */
  boolean isTypedFor(String response, String status) {
    return isTypedForToken(tokenByResponse.getOrDefault(response, ""), status);
  }

  private boolean isTypedForToken(String token, String status) {
    return typed.entrySet().stream()
        .filter(entry -> entry.getValue().equals(status))
        .anyMatch(entry -> token.equals(tokenByResponse.get(entry.getKey())));
  }

  private boolean isTypedForWhomIsCalled(String ref, String status) {
    return souls.values().stream()
        .filter(soul -> soul.isCalled(ref))
        .anyMatch(soul -> isTypedForToken(soul.token(), status));
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
    if (soulOf(response).isEdited()) {
      mayBeCopied(response);
    }
  }

  /**
   * Before anybody looked an answer was edited and its row copied: either may be the copy, and the
   * word that was typed there stops the person from the other.
   */
  private void mayBeCopied(String response) {
    typed.computeIfPresent(response, (edited, text) -> STOPS.containsValue(text) ? null : text);
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
   * Whether nobody can say for whom a status was typed: the same word was cleared elsewhere, as if
   * it had been moved, or came here with a copied row.
   */
  boolean isInDoubt(String response, String status) {
    boolean moved = STOPS.containsValue(status) && cleared.contains(status);
    return moved || (copied.isCopy(response) && !status.equals(typed.get(response)));
  }

  /** Whether a person typed a status that stops somebody, and it stands there. */
  boolean isStoppedByStatus(Desk.Tab answers, int row) {
    String text = typed.get(answers.response(row).orElse(""));
    return text != null && STOPS.containsValue(text) && text.equals(answers.text(row, "status"));
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

  /**
   * A write that people overtook put a check beside a typed word. Where that is another's and tells
   * of the same word, only the journal knows until the next pass who typed it.
   */
  void isDisguised(Desk.Tab after, int row, String check) {
    String response = after.response(row).orElse("");
    String[] parts = check.split("/", -1);
    boolean others =
        owner(after, row).filter(soul -> parts.length > 2 && !soul.isCalled(parts[2])).isPresent();
    if (others && isStoppedByStatus(after, row)) {
      if (typedAt.getOrDefault(response, -1) >= writing
          && isTypedForWhomIsCalled(parts[2], typed.getOrDefault(response, ""))) {
        typed.remove(response); // looks as if it was left there by whoever the check names
      } else {
        disguised.put(response, 0);
      }
    }
  }

  /** The daemon wrote a check where no people moved rows. */
  void isChecked(Desk.Tab after, int row, String check) {
    String[] parts = check.split("[/.]", -1);
    boolean shows = parts.length > 1 && !parts[1].isEmpty();
    checked.put(after.response(row).orElse(""), shows ? after.text(row, "status") : "");
  }

  /** Whether a word, typed where people have changed it, looks as if they had undone that. */
  boolean isAsChecked(String response, String status) {
    return status.equals(checked.get(response));
  }

  /** A pass was completed. */
  void mends() {
    for (Map<String, Integer> hit : List.of(endangered, disguised)) {
      hit.values().removeIf(passes -> passes > 0);
      hit.replaceAll((response, passes) -> passes + 1);
    }
  }

  /** The process ends, which alone knew what its writes had hit. */
  void forgetsHits() {
    endangered.keySet().forEach(typed::remove);
    endangered.clear();
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
  }

  /**
   * Whether people did something since the daemon could last look: a write that they overtake hits
   * what it must put right, and one that was not preceded by a look is no excuse.
   */
  boolean wasOvertaken() {
    return disturbedAt >= writing;
  }

  /** What a daemon knew when it read last. */
  record AtRead(
      Set<String> stopped,
      Set<String> complete,
      boolean suspended,
      boolean empty,
      Map<String, String> outcomes,
      Set<String> typedOver) {}

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
  void readAs(AtRead before) {
    stoppedAtRead = before.stopped();
    completeAtRead = before.complete();
    suspendedAtRead = before.suspended();
    emptyAtRead = before.empty();
    outcomesAtRead = before.outcomes();
    typedOverAtRead = before.typedOver();
  }

  /** The daemon reads: what it may do from now on goes by what stands there now. */
  void read() {
    Desk.Tab answers = answers();
    Set<String> stopped = new HashSet<>();
    for (int row : rows(answers)) {
      String word = answers.text(row, "instruction");
      boolean instructed =
          STOPS.containsKey(word)
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
}
