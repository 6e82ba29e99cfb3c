package org.entraide.alert.send;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.entraide.alert.Alert;
import org.entraide.alert.AlertBook;
import org.entraide.alert.CurrentTroubles;
import org.entraide.alert.FailingReceiver;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Journal;
import org.entraide.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alerts of one campaign that this process works on. The journal says before each alert that it
 * is sent, so that a process which is killed and started again does not send it a second time; what
 * was surely not taken is taken back there.
 */
final class CampaignAlerts {

  private static final Logger log = LoggerFactory.getLogger(CampaignAlerts.class);

  private final String campaign;
  private final Journal journal;
  private final Texts words;
  private final Map<String, String> mailboxes;
  private final boolean isShared;
  private final AtomicReference<Optional<CycleReport>> last =
      new AtomicReference<>(Optional.empty());
  private final Map<String, AlertBook> books = new HashMap<>(); // by receiver, of one thread
  private final Map<String, AlertBook> journalled = new HashMap<>(); // the same in the journal
  private final Map<String, Optional<FailingReceiver>> noted = new HashMap<>(); // by receiver
  private boolean complained;

  /**
   * @param journal in which this process may write of the campaign
   * @param words in the campaign's language
   * @param mailboxes where the configuration names them
   * @param isShared whether several daemons share the journal: then nothing is sent that it did not
   *     take, since another one may send it
   */
  CampaignAlerts(
      String campaign,
      Journal journal,
      Texts words,
      Map<String, String> mailboxes,
      boolean isShared) {
    this.campaign = campaign;
    this.journal = journal;
    this.words = words;
    this.mailboxes = Map.copyOf(mailboxes);
    this.isShared = isShared;
  }

  Journal journal() {
    return journal;
  }

  /** Takes note of a cycle, whose troubles are all that is kept of it. Waits for nothing. */
  void ended(CycleReport report) {
    last.set(
        Optional.of(
            new CycleReport(
                    report.completed(),
                    List.of(),
                    report.again(),
                    report.troubles(),
                    Map.of(),
                    Optional.empty())
                .of(report.extent())));
  }

  /**
   * Sends what is due.
   *
   * @param hangs whether the cycle under way does not end
   */
  void tell(RestingReceiver receiver, boolean hangs, Instant now) throws InterruptedException {
    Optional<CurrentTroubles> current = current(hangs);
    if (current.isPresent()) {
      tell(receiver, current.get(), now);
    }
    noteFailing(receiver);
  }

  private void tell(RestingReceiver receiver, CurrentTroubles current, Instant now)
      throws InterruptedException {
    AlertBook book = book(receiver).seen(current, now);
    for (Alert alert : book.due(campaign, now)) {
      AlertBook sent = book.sent(alert, now);
      if (receiver.rests(now) || !remember(receiver, sent)) {
        break;
      }
      AlertDelivery delivery = receiver.deliver(alert, now);
      book = delivery.outcome() == AlertDelivery.Outcome.REFUSED ? book : sent;
    }
    books.put(receiver.name(), book);
    remember(receiver, book);
  }

  /** Each campaign's journal says it: status may be asked about one alone. */
  private void noteFailing(RestingReceiver receiver) {
    Optional<FailingReceiver> failing = receiver.failing();
    if (!receiver.wasTried() || failing.equals(noted.get(receiver.name()))) {
      return;
    }
    try {
      FailureNote.keep(journal, campaign, receiver.name(), failing);
      noted.put(receiver.name(), failing);
    } catch (UncheckedIOException e) {
      log.debug("alerts: the journal does not remember who takes none");
    }
  }

  private Optional<CurrentTroubles> current(boolean hangs) {
    Optional<CurrentTroubles> reported =
        last.get().map(it -> CurrentTroubles.of(it, words, mailboxes));
    return hangs
        ? Optional.of(reported.orElse(CurrentTroubles.of(NOTHING, words, mailboxes)).hanging(words))
        : reported;
  }

  /** Of a campaign whose first cycle has not ended. */
  private static final CycleReport NOTHING =
      new CycleReport(false, List.of(), false, List.of(), Map.of(), Optional.empty());

  private AlertBook book(RestingReceiver receiver) {
    return books.computeIfAbsent(
        receiver.name(),
        name -> {
          AlertBook book = AlertBook.of(name, journal.sentAlerts(campaign));
          journalled.put(name, book);
          return book;
        });
  }

  /**
   * Has the journal say what was sent.
   *
   * @return whether the alert may be sent
   */
  private boolean remember(RestingReceiver receiver, AlertBook book) {
    AlertBook journalledBook = journalled.getOrDefault(receiver.name(), AlertBook.EMPTY);
    Map<String, String> changes = book.changes(receiver.name(), journalledBook);
    if (changes.isEmpty()) {
      return true;
    }
    try {
      journal.storeSentAlerts(campaign, changes);
      journalled.put(receiver.name(), book);
      complained = false;
      return true;
    } catch (UncheckedIOException e) {
      if (!complained) {
        log.warn("alerts: the journal does not remember what is sent: {}", e.getMessage());
      }
      complained = true;
      return !isShared; // a disk that is full is worth an alert
    }
  }
}
