package org.entraide.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one receiver of alerts knows of a campaign's troubles: decides what is sent, each trouble
 * once a day while it lasts and once when it is over. A trouble that comes and goes within a day is
 * sent once.
 */
public final class AlertBook {

  /** What a receiver knows that never heard of anything. */
  public static final AlertBook EMPTY = new AlertBook(new TreeMap<>(), Set.of());

  private final SortedMap<String, KnownTrouble> troubles;

  /** Of those that last, which were looked at last time: nobody is reminded of others. */
  private final Set<String> current;

  private AlertBook(SortedMap<String, KnownTrouble> troubles, Set<String> current) {
    this.troubles = Collections.unmodifiableSortedMap(troubles);
    this.current = Set.copyOf(current);
  }

  /** What the receiver knows once these troubles were seen. */
  public AlertBook seen(CurrentTroubles current, Instant now) {
    SortedMap<String, KnownTrouble> next = new TreeMap<>(troubles);
    next.replaceAll((trouble, it) -> current.isOver(trouble) ? it.gone() : it);
    current
        .texts()
        .forEach(
            (trouble, text) ->
                next.merge(
                    trouble, KnownTrouble.begun(now, text), (old, it) -> old.seenAgain(now, text)));
    next.values().removeIf(it -> it.isForgotten(now));
    return new AlertBook(next, current.texts().keySet());
  }

  /** What is to be sent, ends first. */
  public List<Alert> due(String campaign, Instant now) {
    List<Alert> ends = new ArrayList<>();
    List<Alert> begins = new ArrayList<>();
    troubles.forEach(
        (trouble, it) ->
            it.due(now)
                .filter(state -> state == Alert.State.OVER || current.contains(trouble))
                .ifPresent(
                    state ->
                        (state == Alert.State.OVER ? ends : begins)
                            .add(new Alert(campaign, trouble, state, it.text(), it.since()))));
    ends.addAll(begins);
    return ends;
  }

  /** What the receiver knows once an alert was sent. */
  public AlertBook sent(Alert alert, Instant now) {
    SortedMap<String, KnownTrouble> next = new TreeMap<>(troubles);
    next.computeIfPresent(alert.trouble(), (trouble, it) -> it.sent(alert.state(), now));
    return new AlertBook(next, current);
  }

  /**
   * What the journal must remember so that this is known instead of what was.
   *
   * @param receiver a word without blanks
   * @return by {@code receiver trouble}; an empty text forgets
   */
  public Map<String, String> changes(String receiver, AlertBook previous) {
    Map<String, String> changes = new HashMap<>();
    previous.troubles.forEach((trouble, it) -> changes.put(receiver + " " + trouble, ""));
    troubles.forEach((trouble, it) -> changes.put(receiver + " " + trouble, it.words()));
    previous.troubles.forEach(
        (trouble, it) -> changes.remove(receiver + " " + trouble, it.words()));
    return changes;
  }

  /** What the journal remembers of a receiver. */
  public static AlertBook of(String receiver, Map<String, String> notes) {
    SortedMap<String, KnownTrouble> troubles = new TreeMap<>();
    notes.forEach(
        (subject, words) -> {
          if (subject.startsWith(receiver + " ")) {
            KnownTrouble.parse(words)
                .ifPresent(it -> troubles.put(subject.substring(receiver.length() + 1), it));
          }
        });
    return new AlertBook(troubles, Set.of());
  }
}
