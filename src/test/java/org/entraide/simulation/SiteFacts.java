package org.entraide.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.PointedRef;
import org.entraide.testkit.Premises;

/** Who is in a campaign, and what stands where in its sheet. */
abstract class SiteFacts {

  /** The words that people are never matched under, by what an organiser types. */
  static final Map<String, String> STOPS =
      Map.of(
          "Pause", "En pause",
          "Retirer", "Retiré",
          "Exclu", "Exclu",
          "Orienté ailleurs", "Orienté ailleurs");

  /** A pause that holds until the story is at rest, and is over when weeks have passed. */
  static final List<String> UNTIL = List.of("Pause 27/03/2020", "pause jusqu'au 27 mars");

  /** The start of that day where the sheet is. */
  private static final Instant END_OF_PAUSE = Instant.parse("2020-03-27T00:00:00Z");

  private static final String AWAY = "un tri l’a mis ailleurs, mais cela compte ici";

  private static final List<String> ASKED = List.of("pas été tapé pour cette personne", AWAY);

  static final String BY_HAND = "by-hand-";
  private static final String SUSPEND = "Suspendre";
  static final int NEVER = Integer.MAX_VALUE;

  final Premises premises;
  final Desk desk;

  /** By token, in the order of their first answers. */
  final Map<String, Soul> souls = new TreeMap<>();

  /** Whose a response is. */
  final Map<String, String> tokenByResponse = new HashMap<>();

  /** By response, what a person typed as the status of its row. */
  final Map<String, String> typed = new HashMap<>();

  /** By response, how many requests the daemon had made when that was typed, or came back. */
  final Map<String, Integer> typedAt = new HashMap<>();

  /** Responses with a typed word beside which another's check came, and how many passes ago. */
  final Map<String, Integer> disguised = new HashMap<>();

  /** Instructions that were ever cleared beside somebody. */
  final Set<String> cleared = new HashSet<>();

  /** Statuses that somebody typed over or cleared since a pass was last whole. */
  private final Set<String> overtyped = new HashSet<>();

  final Copied copied = new Copied();

  /** The first request of the write that the daemon is at; none right after a look. */
  int writing = NEVER;

  /** Whether somebody was to pause until a day. */
  boolean isPausing;

  /** The time of the story. */
  InstantSource time = InstantSource.system();

  final int number;

  SiteFacts(int number, Premises premises) {
    this.number = number;
    this.premises = premises;
    this.desk = new Desk(premises.sheets(), premises.id());
  }

  private int answered;

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

  /** Nothing tells that their rows were copied: what is there counts as for the original. */
  void isTakenForOriginal(Desk.Tab answers, Soul copy) {
    rowsByToken(answers)
        .getOrDefault(copy.token(), List.of())
        .forEach(row -> copied.isTakenForOriginal(answers.response(row).orElseThrow()));
  }

  /**
   * Whether one of these people counts as somebody new: whom an earlier draft of theirs names has
   * left, and it holds nobody's place.
   */
  boolean hasAnyForgotten(Set<String> tokens) {
    return tokens.stream().map(souls::get).anyMatch(soul -> soul != null && soul.isForgotten());
  }

  /** Whether one of these people was ever barred. */
  boolean hasAnyBarred(Set<String> tokens) {
    return tokens.stream().map(souls::get).anyMatch(soul -> soul != null && soul.wasBarred);
  }

  /**
   * Whether a write that people overtook put the words of others beside each row of somebody's, and
   * only the journal knew better: no introduction names them.
   */
  static boolean isMisnamed(Desk.Copy now, Desk.Tab answers, List<Integer> rows, Soul soul) {
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
                                soul.isCalled(PointedRef.of(ledger.text(row, "ledger_person")))
                                    || soul.isCalled(
                                        PointedRef.of(ledger.text(row, "ledger_helper")))))
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

  /** Somebody asked to be erased: what they answered is nobody's. */
  void isErased(Soul soul, Set<String> responses) {
    souls.remove(soul.token());
    for (Map<String, ?> of : List.of(tokenByResponse, typed, typedAt, disguised)) {
      of.keySet().removeAll(responses);
    }
  }

  /** Whose a response is that somebody gave or typed. */
  Soul soulOf(String response) {
    return Objects.requireNonNull(souls.get(tokenByResponse.getOrDefault(response, "")));
  }

  /** Whether the daemon is told which form it is: without, nobody can be sent there to answer. */
  boolean knowsItsForm() {
    return number == 0;
  }

  /** Whether the form wrote that, and not a person. */
  boolean isOfForm(String response) {
    return !response.startsWith(BY_HAND);
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

  /** Whether a row says that what is there is another's. */
  static boolean asks(Desk.Tab answers, int row) {
    String explanation = answers.text(row, "explanation");
    return ASKED.stream().anyMatch(explanation::contains);
  }

  /** Whether an explanation says that what was typed for the person stands in another row. */
  static boolean isAway(String explanation) {
    return explanation.contains(AWAY);
  }

  /** Whether an instruction stops its person now. */
  boolean stops(String word) {
    return !stop(word).isEmpty();
  }

  /** The status that an instruction asks for now; empty for none. */
  String stop(String word) {
    boolean pausing = UNTIL.contains(word) && time.instant().isBefore(END_OF_PAUSE);
    return pausing ? "En pause" : STOPS.getOrDefault(word, "");
  }

  /** The status that instructions ask for, by token; absent for who is not stopped. */
  Map<String, String> stopped(Desk.Tab answers) {
    Map<String, String> stopped = new TreeMap<>();
    for (int row : rows(answers)) {
      String status = stop(answers.text(row, "instruction"));
      String response = answers.response(row).orElse("");
      if (!status.isEmpty()
          && !copied.isCopied(response, "instruction")
          && !isAsked(answers, row)) {
        owner(answers, row).ifPresent(soul -> stopped.put(soul.token(), status));
      }
    }
    return stopped;
  }

  /** Introductions of which the ledger says more than that they are begun, and what. */
  Map<String, String> tellsOf() {
    Map<String, String> states = new HashMap<>();
    desk.copy()
        .with("ledger_ref")
        .ifPresent(
            ledger -> {
              for (int row = 1; row < ledger.rows(); row++) {
                String state = ledger.text(row, "ledger_state");
                if (!Set.of("", "En préparation").contains(state)) {
                  states.put(ledger.text(row, "ledger_ref"), state);
                }
              }
            });
    return states;
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

  boolean isTypedForToken(String token, String status) {
    return typed.entrySet().stream()
        .filter(entry -> entry.getValue().equals(status))
        .anyMatch(entry -> token.equals(tokenByResponse.get(entry.getKey())));
  }

  /** Whether that was typed as the status of an answer of the same person. */
  boolean isTypedForThem(String response, String status) {
    return isTypedForToken(tokenByResponse.getOrDefault(response, ""), status);
  }

  /**
   * Whether that was typed as the status of this answer, or of another of the same person whose row
   * is gone.
   */
  boolean isTypedFor(String response, String status) {
    Desk.Tab answers = answers();
    String token = tokenByResponse.getOrDefault(response, "");
    return typed.entrySet().stream()
        .filter(entry -> entry.getValue().equals(status))
        .filter(entry -> token.equals(tokenByResponse.get(entry.getKey())))
        .map(Map.Entry::getKey)
        .anyMatch(
            it ->
                it.equals(response)
                    || rows(answers).stream()
                        .noneMatch(row -> answers.response(row).filter(it::equals).isPresent()));
  }

  private boolean isTypedForWhomIsCalled(String ref, String status) {
    return souls.values().stream()
        .filter(soul -> soul.isCalled(ref))
        .anyMatch(soul -> isTypedForToken(soul.token(), status));
  }

  /** Somebody types over what a cell shows, or clears it. */
  void isTypedOver(String mark, String shown) {
    if (mark.equals("status")) {
      overtyped.add(shown);
    }
  }

  /** A pass of the daemon's did all that it decided. */
  void passed(HandMadeDeeds byHand) {
    overtyped.clear();
    byHand.passed();
  }

  /**
   * Whether nobody can say for whom a status was typed: the same word was cleared or typed over
   * elsewhere, as if it had been moved, or came here with a copied row.
   */
  boolean isInDoubt(String response, String status) {
    boolean gone = cleared.contains(status) || overtyped.contains(status);
    boolean moved = STOPS.containsValue(status) && gone;
    return moved || (copied.isCopy(response) && !status.equals(typed.get(response)));
  }

  /** Whether a person typed a status that stops somebody, and it is there. */
  boolean isStoppedByStatus(Desk.Tab answers, int row) {
    String text = typed.get(answers.response(row).orElse(""));
    return text != null && STOPS.containsValue(text) && text.equals(answers.text(row, "status"));
  }

  /**
   * A write that people overtook put a check beside a typed word. Where that is another's and tells
   * of the same word, only the journal knows until the next pass who typed it.
   */
  void isDisguised(Desk.Tab after, int row, String check) {
    String response = after.response(row).orElse("");
    if (isOfAnother(after, row, check) && isStoppedByStatus(after, row)) {
      if (typedAt.getOrDefault(response, -1) >= writing
          && isTypedForWhomIsCalled(called(check), typed.getOrDefault(response, ""))) {
        typed.remove(response); // looks as if it was left there by whoever the check names
      } else {
        disguised.put(response, 0);
      }
    }
  }

  /** Whether a check names somebody else than whose row it is beside. */
  boolean isOfAnother(Desk.Tab answers, int row, String check) {
    String nameInCheck = called(check);
    return !nameInCheck.isEmpty()
        && owner(answers, row).filter(soul -> !soul.isCalled(nameInCheck)).isPresent();
  }

  private static String called(String check) {
    String[] parts = check.split("/", -1);
    return parts.length > 2 ? parts[2] : "";
  }
}
