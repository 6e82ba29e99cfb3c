package org.entraide.organisers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entraide.organisers.World.Impossible;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.PointedRef;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Snapshot.Tab;
import org.jspecify.annotations.Nullable;

/** Every introduction and every letter that there ever was, as the ledger and the mailbox show. */
final class Correspondence {

  /** Ten minutes from the cycle that missed it, which may come eleven minutes later. */
  private static final Duration GRACE = Duration.ofMinutes(30);

  private final World world;
  private final Map<String, Introduction> introductions = new LinkedHashMap<>();
  private final Map<String, Set<String>> drafts = new HashMap<>();
  private final Set<String> discarded = new TreeSet<>();
  private final Set<String> everLeft = new TreeSet<>();
  private final Set<String> noted = new TreeSet<>();
  private Set<String> stopped = Set.of();
  private Map<String, String> never = Map.of();
  private Map<String, String> with = Map.of();
  private @Nullable JsonNode mailbox;
  private Instant lastDiscard = Instant.MIN;
  private Set<String> there = Set.of();

  /**
   * What the ledger said when it was first seen.
   *
   * @param stopped people for whom nobody new was to be found when that cycle began
   * @param never by person, whom they were to be kept apart from
   * @param with by person, whom they were to be introduced to
   */
  record Introduction(
      String ref,
      String person,
      String helper,
      Set<String> stopped,
      Map<String, String> never,
      Map<String, String> with) {}

  Correspondence(World world) {
    this.world = world;
  }

  /** Also what is beside somebody of whom the truth cannot tell. */
  private String asked(String token) {
    String asked = world.truth.asked(token, "with");
    if (world.truth.sure(token)) {
      return asked;
    }
    return world
        .look()
        .tab(world.premises.answers())
        .map(
            tab ->
                tab.rowsOf(token).stream()
                    .map(row -> tab.text(row, "with"))
                    .collect(Collectors.joining(", ")))
        .map(shown -> asked + ", " + shown)
        .orElse(asked);
  }

  void beforeCycle() {
    stopped = new TreeSet<>();
    never = new HashMap<>();
    with = new HashMap<>();
    Truth truth = world.truth;
    for (String token : truth.humans().keySet()) {
      if (truth.isBarred(token)) {
        everLeft.add(token);
        if (truth.sure(token)) {
          stopped.add(token);
        }
      }
      if (truth.sure(token)) {
        String status = ExpectedWords.ordered(truth.asked(token, "instruction"));
        if (!status.isEmpty()) {
          stopped.add(token);
        }
        if (Set.of("Retiré", "Exclu").contains(status)) {
          everLeft.add(token);
        }
        never.put(token, truth.asked(token, "never_with"));
      }
      with.put(token, asked(token));
    }
  }

  void afterCycle(boolean written) {
    if (!written) {
      return;
    }
    mailbox = null;
    for (JsonNode draft : mailbox().path("drafts")) {
      drafts
          .computeIfAbsent(reference(draft), r -> new TreeSet<>())
          .add(draft.path("draftId").asText());
    }
    Set<String> now = new TreeSet<>();
    for (String box : List.of("drafts", "sent")) {
      mailbox().path(box).forEach(mail -> now.add(reference(mail)));
    }
    if (!now.containsAll(there)) { // the daemon took one back, of somebody who left
      lastDiscard = world.time.instant();
    }
    there = now;
    world.look().ledger().ifPresent(this::ledger);
  }

  private void ledger(Tab ledger) {
    for (int i = 1; i < ledger.rowCount(); i++) {
      String ref = ledger.text(i, "ledger_ref");
      String person = PointedRef.of(ledger.text(i, "ledger_person"));
      String helper = PointedRef.of(ledger.text(i, "ledger_helper"));
      if (ref.matches("M-[0-9A-Z]+") && !person.isEmpty() && !helper.isEmpty()) {
        introductions.putIfAbsent(ref, new Introduction(ref, person, helper, stopped, never, with));
      }
      if (!ledger.text(i, "ledger_outcome").isEmpty()) {
        noted.add(ref);
      }
    }
  }

  List<Introduction> introductions() {
    return List.copyOf(introductions.values());
  }

  /** The drafts that were ever seen of an introduction. */
  Set<String> drafts(String ref) {
    return drafts.getOrDefault(ref, Set.of());
  }

  Set<String> drafted() {
    return drafts.keySet();
  }

  /** Whether the delegate threw it away. */
  boolean isDiscarded(String ref) {
    return discarded.contains(ref);
  }

  /**
   * Whether an outcome was ever noted of another introduction of one of these two: then the need is
   * closed, or the helper has no room, and a draft is taken back.
   */
  boolean mayBeTakenBack(Introduction one) {
    Set<String> two = Set.of(one.person(), one.helper());
    return introductions.values().stream()
        .filter(other -> noted.contains(other.ref()) && !other.ref().equals(one.ref()))
        .anyMatch(other -> two.contains(other.person()) || two.contains(other.helper()));
  }

  /** Whether a draft has not been gone for long. */
  boolean mayBeMissed() {
    return lastDiscard.isAfter(world.time.instant().minus(GRACE));
  }

  /** Those who were ever to be left out. */
  Set<String> everLeft() {
    return everLeft;
  }

  /** Decoded drafts, sent letters and the rest. */
  JsonNode mailbox() {
    JsonNode known = mailbox;
    if (known == null) {
      known = world.people("GET", "mailboxes/" + Premises.DELEGATE, OfficeJson.object());
      mailbox = known;
    }
    return known;
  }

  /** The introduction of a letter. */
  static String reference(JsonNode mail) {
    String subject = mail.path("subject").asText();
    return subject.substring(subject.lastIndexOf('[') + 1, subject.lastIndexOf(']'));
  }

  /** The delegate sends one of the drafts. */
  void send(int nth) {
    JsonNode draft = draft(nth);
    world.people("POST", path(draft) + "/send", OfficeJson.object());
    mailbox = null;
  }

  /** The delegate throws one of the drafts away. */
  void discard(int nth) {
    JsonNode draft = draft(nth);
    discarded.add(reference(draft));
    lastDiscard = world.time.instant();
    world.people("POST", path(draft) + "/discard", OfficeJson.object());
    mailbox = null;
  }

  private JsonNode draft(int nth) {
    List<JsonNode> all = new ArrayList<>();
    mailbox().path("drafts").forEach(all::add);
    if (all.isEmpty()) {
      throw new Impossible("no draft");
    }
    return all.get(nth % all.size());
  }

  private static String path(JsonNode draft) {
    return "mailboxes/" + Premises.DELEGATE + "/drafts/" + draft.path("draftId").asText();
  }
}
