package org.entraide.delegates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.Human;
import org.entraide.testkit.PointedRef;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Root;
import org.entraide.testkit.Snapshot.Tab;

/** A campaign, its delegate's mailbox, and a daemon that may die. */
final class Post extends RunningPost implements AutoCloseable {

  /** Below which number a mailbox's history begins, by chance. */
  private static final int HISTORIES_BEGIN = 1_000_000;

  Post(Function<Office, Root> road, List<Human> humans, Strike strike) {
    super(road, humans, strike);
  }

  /** Mail comes that is nobody's business. */
  void receives(String from, String subject) {
    byte[] raw =
        "From: <%s>\r\nTo: <%s>\r\nSubject: %s\r\n\r\nBonjour.\r\n"
            .formatted(from, Premises.DELEGATE, subject)
            .getBytes(StandardCharsets.UTF_8);
    premises.office().exclusively(() -> mailbox().receive(raw, null));
  }

  /** Another mailbox answers under the delegate's address, whose history is shorter. */
  void exchangesMailbox() {
    exchangesMailbox(0);
  }

  /** Another mailbox answers under the delegate's address, whose history is longer. */
  void exchangesMailboxForAnOlder() {
    exchangesMailbox(HISTORIES_BEGIN - 1);
    forgetsHistory();
  }

  private void exchangesMailbox(int historyBegins) {
    Random random = new Random(7);
    RandomGenerator chance =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return random.nextLong();
          }

          @Override
          public int nextInt(int bound) {
            return bound == HISTORIES_BEGIN ? historyBegins : random.nextInt(bound);
          }
        };
    premises
        .office()
        .exclusively(
            () -> premises.gmail().add(new OfficeMailbox(Premises.DELEGATE, time, chance)));
  }

  /** The mailbox's history does not reach back to what was seen of it. */
  void forgetsHistory() {
    premises.office().exclusively(() -> mailbox().forgetHistory());
  }

  /** Whether the delegate lets the daemon into the mailbox. */
  void delegates(boolean allowed) {
    if (allowed) {
      premises.delegate();
    } else {
      premises.office().accounts().expire(Premises.DELEGATE);
      premises.office().accounts().withdrawDelegation(Premises.ACCOUNT, Premises.DELEGATE);
    }
  }

  String address(String name) {
    return human(name).address();
  }

  /** Somebody changes what they answered about their consent; empty for a box without its tick. */
  void consents(String name, String answer) {
    Human h = human(name);
    Map<String, String> answers = new LinkedHashMap<>(h.answers());
    answers.put(Human.CONSENT, answer);
    String id = String.valueOf(responses.get(h.number()));
    premises.office().exclusively(() -> premises.form().edit(id, premises.values(answers)));
  }

  /** Somebody answers once more, and says what they need; empty for nothing. */
  void answersAgain(String name, String needs) {
    Human h = human(name);
    time.advance(Duration.ofMinutes(1));
    Map<String, String> answers = new LinkedHashMap<>(h.answers());
    answers.put(Human.NEEDS, needs);
    premises
        .office()
        .exclusively(() -> premises.form().submit(h.address(), premises.values(answers)));
  }

  // ---- organisers

  /** Somebody types over the state of an introduction. */
  void typesState(String name, String word) {
    Tab ledger = look().ledger().orElseThrow();
    type(ledger, entry(ledger, name), "ledger_state", word);
  }

  /** What the ledger says of somebody's last introduction in one of its columns. */
  String ledger(String name, String column) {
    Tab ledger = look().ledger().orElseThrow();
    return ledger.text(entry(ledger, name), column);
  }

  /** The row of somebody's last introduction. */
  private int entry(Tab ledger, String name) {
    String ref = ref(name);
    for (int i = ledger.rowCount() - 1; i > 0; i--) {
      if (PointedRef.of(ledger.text(i, "ledger_person")).equals(ref)) {
        return i;
      }
    }
    throw new AssertionError("no introduction of " + name);
  }

  /** A backup of the journal is restored that was made when drafts were begun, and not yet made. */
  void restoresJournalOfBeforeTheDrafts() {
    String name = root.settings().name();
    journal.storeIntroductions(
        name,
        journal.memory(name).introductions().values().stream()
            .map(
                i ->
                    i.withState(Introduction.State.PREPARING)
                        .with(Correspondence.NONE)
                        .notAttempted())
            .toList());
    restart();
  }

  /** A backup of the journal is restored that was made before there was a follow-up. */
  void restoresJournalOfBeforeTheFollowUps() {
    String name = root.settings().name();
    journal.storeIntroductions(
        name,
        journal.memory(name).introductions().values().stream()
            .map(
                i ->
                    i.with(
                        new Correspondence(
                            Set.of(), i.correspondence().person(), i.correspondence().helper())))
            .toList());
    restart();
  }

  /** The delegate writes and sends a letter of her own. */
  void writes(String to, String subject) {
    byte[] raw =
        "From: <%s>\r\nTo: %s\r\nSubject: %s\r\n\r\nBonjour.\r\n"
            .formatted(Premises.DELEGATE, to, subject)
            .getBytes(StandardCharsets.UTF_8);
    premises.office().exclusively(() -> mailbox().send(mailbox().write(raw).id()));
  }

  /** Somebody's « Consigne ». */
  void instructs(String name, String word) {
    Tab tab = answers();
    type(tab, tab.rowsOf(human(name).token()).get(0), "instruction", word);
  }

  /** The « Suite » of somebody's last introduction. */
  void outcome(String name, String word) {
    Tab ledger = look().ledger().orElseThrow();
    type(ledger, entry(ledger, name), "ledger_outcome", word);
  }

  /** The « Suite » of the introduction of two people. */
  void outcome(String person, String helper, String word) {
    Tab ledger = look().ledger().orElseThrow();
    for (int i = 1; i < ledger.rowCount(); i++) {
      if (PointedRef.of(ledger.text(i, "ledger_person")).equals(ref(person))
          && PointedRef.of(ledger.text(i, "ledger_helper")).equals(ref(helper))) {
        type(ledger, i, "ledger_outcome", word);
        return;
      }
    }
    throw new AssertionError(person + " and " + helper + " were never introduced");
  }

  /** Somebody's « Vérifié ». */
  void ticks(String name, boolean ticked) {
    Tab tab = answers();
    type(tab, tab.rowsOf(human(name).token()).get(0), "checked", ticked ? "oui" : "");
  }

  /** The delegate changes every draft that is there. */
  void rewritesDrafts() {
    for (OfficeMailbox.Draft draft : drafts()) {
      premises
          .office()
          .exclusively(
              () ->
                  mailbox()
                      .edit(
                          draft.id(), Optional.empty(), Optional.empty(), Optional.of("Bonjour")));
    }
  }

  /** « Confirmer les suppressions ». */
  void confirms() {
    for (Tab tab : look().tabs()) {
      Integer value = tab.marks().get("settings_value");
      for (int i = 0; value != null && i < tab.rowCount(); i++) {
        if (tab.whole(i).contains("Confirmer les suppressions")) {
          type(tab, i, "settings_value", "oui");
          return;
        }
      }
    }
    throw new AssertionError("no setting to confirm deletions with");
  }

  /** How the daemon calls somebody's last introduction. */
  String introduction(String name) {
    Tab ledger = look().ledger().orElseThrow();
    String ref = ref(name);
    for (int i = ledger.rowCount() - 1; i > 0; i--) {
      if (PointedRef.of(ledger.text(i, "ledger_person")).equals(ref)) {
        return ledger.text(i, "ledger_ref");
      }
    }
    throw new AssertionError("no introduction of " + name);
  }

  void deletesRow(String name) {
    Tab tab = answers();
    sheet(
        "deleteRows",
        OfficeJson.object()
            .put("tab", tab.title())
            .put("from", tab.rowsOf(human(name).token()).get(0) + 1));
  }

  void undoes() {
    sheet("undo", OfficeJson.object());
  }

  private void type(Tab tab, int row, String mark, String text) {
    Integer column = tab.marks().get(mark);
    if (column == null) {
      throw new AssertionError("no column " + mark);
    }
    String range =
        "'%s'!%s%d".formatted(tab.title().replace("'", "''"), columnName(column), row + 1);
    if (text.isEmpty()) {
      sheet("clear", OfficeJson.object().put("range", range));
    } else {
      sheet("type", OfficeJson.object().put("range", range).put("value", text));
    }
  }

  private static String columnName(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : columnName(column / 26 - 1) + last;
  }

  private void sheet(String operation, ObjectNode body) {
    people("POST", "sheets/" + Premises.SPREADSHEET + "/" + operation, body);
  }

  /** How the daemon calls somebody. */
  String ref(String name) {
    return answers().text(row(name), "ref");
  }

  private int row(String name) {
    List<Integer> rows = answers().rowsOf(human(name).token());
    return rows.isEmpty() ? Integer.MAX_VALUE : rows.get(0);
  }

  @Override
  public void close() {
    root.close();
  }
}
