package org.entraide.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.NobodyIsNamed;
import org.entraide.alert.Alert;
import org.entraide.alert.AlertBook;
import org.entraide.alert.CurrentTroubles;
import org.entraide.campaign.model.CycleReport;
import org.entraide.text.Texts;

/**
 * An administrator who takes every alert of a story: each trouble begins once a day at most, is
 * over once for each time that it began, and none names anybody.
 */
final class AlertWatch {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Texts WORDS = Texts.of("fr");

  private final Watch watch;
  private final InstantSource clock;
  private final Map<String, AlertBook> books = new HashMap<>(); // by campaign
  private final Map<String, String> journal = new TreeMap<>(); // by campaign and subject
  private final Map<String, Instant> began = new HashMap<>(); // by campaign and trouble
  private final Set<String> open = new HashSet<>();

  AlertWatch(Watch watch, InstantSource clock) {
    this.watch = watch;
    this.clock = clock;
  }

  /** A cycle ended; the process that saw the one before may be another. */
  void ended(String campaign, CycleReport report, DeliberateFault.Bent fault) {
    Instant now = clock.instant();
    AlertBook before = AlertBook.of(campaign, journal);
    if (!before.changes(campaign, books.getOrDefault(campaign, AlertBook.EMPTY)).isEmpty()) {
      watch.wrong("the journal remembers other alerts than were sent");
    }
    AlertBook book = before.seen(CurrentTroubles.of(report, WORDS, Map.of()), now);
    for (Alert alert : fault.due(book.due(campaign, now))) {
      takes(alert, now);
      book = fault.sent(book, book.sent(alert, now));
    }
    books.put(campaign, book);
    journal.putAll(book.changes(campaign, before));
    journal.values().removeIf(String::isEmpty);
  }

  private void takes(Alert alert, Instant now) {
    String subject = alert.campaign() + " " + alert.trouble();
    NobodyIsNamed.look("an alert", alert.toString());
    watch.checkNobodyIsNamed(alert.toString());
    if (alert.text().matches(".*[^ ]@(?!.*gserviceaccount).*")) {
      watch.wrong("an alert has an address: " + alert);
    }
    if (alert.state() == Alert.State.BEGAN) {
      Instant last = began.put(subject, now);
      if (last != null && now.isBefore(last.plus(DAY))) {
        watch.wrong(subject + " was sent twice within a day");
      }
      open.add(subject);
    } else if (!open.remove(subject)) {
      watch.wrong(subject + " is over and never began");
    }
  }

  /** Everything is well for long: nothing may be left. */
  void settled(String campaign) {
    open.stream()
        .filter(said -> said.startsWith(campaign + " "))
        .forEach(said -> watch.wrong("nobody heard that it is over: " + said));
  }
}
