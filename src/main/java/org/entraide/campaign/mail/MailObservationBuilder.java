package org.entraide.campaign.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entraide.campaign.port.DuplicateDraft;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.MailObservation;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.introduction.Introduction;
import org.entraide.resilience.RemoteFailure;

/** Collects what is seen, mailbox by mailbox. */
final class MailObservationBuilder {

  private final Set<String> watchedMailboxes;
  private final Map<String, Introduction> introductions;
  private final Map<String, MailCursor> cursors;
  private final Set<String> down = new TreeSet<>();
  private final Set<String> emptied = new TreeSet<>();
  private final Set<String> believed = new TreeSet<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final List<DuplicateDraft> duplicates = new ArrayList<>();
  private final Map<String, Trouble> signedOut = new TreeMap<>();
  private final List<Instant> searches = new ArrayList<>();

  MailObservationBuilder(
      Set<String> watchedMailboxes,
      Map<String, Introduction> introductions,
      Map<String, MailCursor> cursors) {
    this.watchedMailboxes = Set.copyOf(watchedMailboxes);
    this.introductions = new LinkedHashMap<>(introductions);
    this.cursors = new TreeMap<>(cursors);
  }

  Map<String, Introduction> introductions() {
    return introductions;
  }

  Map<String, MailCursor> cursors() {
    return cursors;
  }

  Set<String> down() {
    return down;
  }

  Set<String> emptied() {
    return emptied;
  }

  Set<String> believed() {
    return believed;
  }

  List<Trouble> troubles() {
    return troubles;
  }

  List<DuplicateDraft> duplicates() {
    return duplicates;
  }

  List<Instant> searches() {
    return searches;
  }

  /** A mailbox failed: it is left alone for the rest of the pass. */
  void failed(String address, RemoteFailure failure) {
    down.add(address);
    Trouble trouble = Trouble.of(failure).about(address);
    troubles.add(trouble);
    if (failure.kind() == RemoteFailure.Kind.SIGN_IN) {
      signedOut.put(address, trouble);
    }
  }

  MailObservation build() {
    return new MailObservation(
        watchedMailboxes,
        introductions,
        cursors,
        down,
        emptied,
        believed,
        troubles,
        duplicates,
        signedOut,
        searches);
  }
}
