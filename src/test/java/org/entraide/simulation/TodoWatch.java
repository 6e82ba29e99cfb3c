package org.entraide.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Human;

/**
 * Holds the tab À faire against what there is to do: what the rows and the ledger show, which
 * others watch, and what the mailbox holds.
 */
final class TodoWatch {

  /** What the ledger says of letters and questions that somebody must put right. */
  private static final List<String> STUCK =
      List.of("Gmail refuse ce brouillon", "Jetez le brouillon, qui est encore là");

  /** The task that goes with a word of a row's explanation, by word. */
  private static final Map<String, String> BY_WORD =
      Map.of(
          "orientez", "Orienter",
          "demandez son adresse", "Demander",
          "e-mail exacte", "Demander",
          "corrigez l’adresse e-mail", "Demander",
          "corrigez le numéro", "Demander",
          "1 personne attend", "Vérifier",
          "personnes attendent", "Vérifier");

  /** How many tasks the dashboard lists, from {@link #FIRST_ROW} on. */
  private static final int MOST_LISTED = 3;

  private static final int FIRST_ROW = 2;

  /** The statuses of people of whom nothing is asked for the time being. */
  private static final Set<String> RESTING = Set.of("En pause", "Terminé");

  /** The age of a draft that becomes a task, by the contract's calendar, with an hour of leeway. */
  private static final Duration OLD_DRAFT = Duration.ofDays(2).plusHours(1);

  private static final Duration OLD_LETTER = Duration.ofDays(14).plusHours(1);

  private final Site site;
  private final Post post;
  private final InstantSource clock;
  private final Instant begun;
  private final List<String> wrong = new ArrayList<>();

  private final List<TodoTabWatch.TodoLine> lines = new ArrayList<>();

  /**
   * @param begun since when nothing has happened any more
   */
  TodoWatch(Site site, Post post, InstantSource clock, Instant begun) {
    this.site = site;
    this.post = post;
    this.clock = clock;
    this.begun = begun;
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Desk.Copy now, Desk.Tab answers, Map<String, List<Integer>> rows) {
    Desk.Tab tab = now.with("todo_what").orElse(null);
    if (tab == null) {
      return List.of(site.settings.name() + " has no tab of what is to be done");
    }
    TodoTabWatch shown = new TodoTabWatch(site, clock);
    lines.addAll(shown.read(tab, answers, now.with("ledger_ref")));
    shown.wrong().forEach(this::wrong);
    checkIncompleteAnswers(answers);
    now.with("ledger_ref").ifPresent(this::letters);
    now.with("ledger_ref").ifPresent(ledger -> oddNumbers(ledger, answers, rows));
    now.with("ledger_ref").ifPresent(this::secondDrafts);
    checkExplanations(answers);
    now.with("ledger_ref").ifPresent(this::calls);
    numbers(answers, rows);
    left(answers, rows);
    now.titled("Tableau de bord").ifPresent(this::begins);
    return wrong;
  }

  private void wrong(String what) {
    wrong.add(site.settings.name() + " " + what);
  }

  /** The dashboard begins with tasks of the tab, in which people sort them. */
  private void begins(Desk.Tab dashboard) {
    for (int row = FIRST_ROW; row < FIRST_ROW + Math.min(MOST_LISTED, lines.size()); row++) {
      TodoTabWatch.TodoLine shown =
          new TodoTabWatch.TodoLine(
              dashboard.text(row, 0), dashboard.text(row, 1), dashboard.text(row, 2));
      if (!lines.contains(shown)) {
        wrong("has a task on the dashboard alone: " + shown.what());
      }
    }
  }

  private boolean isFull() {
    return lines.size() > TodoTabWatch.MOST;
  }

  private boolean asks(String what, String ref) {
    return isFull()
        || lines.stream().anyMatch(line -> line.what().equals(what) && names(line, ref));
  }

  private static boolean names(TodoTabWatch.TodoLine line, String ref) {
    return names(line.who(), ref);
  }

  private static boolean names(String who, String ref) {
    return who.contains("(" + ref + ")") || who.equals(ref);
  }

  /** Each answer that lacks something is asked about, and no other. */
  private void checkIncompleteAnswers(Desk.Tab answers) {
    Set<String> shown = new HashSet<>();
    for (int row : site.rows(answers)) {
      String ref = answers.text(row, "ref");
      String status = answers.text(row, "status");
      boolean daemonsStatus = !site.typed.containsKey(answers.response(row).orElse(""));
      boolean kept = answers.text(row, "explanation").contains("Statut");
      if (daemonsStatus && !kept && Set.of("Incomplet", "Lieu à préciser").contains(status)) {
        shown.add(ref);
        if (!asks("Demander", ref)) {
          wrong("asks nobody about " + ref + ", who is " + status);
        }
      } else if (!daemonsStatus || kept) {
        shown.add(ref);
      }
    }
    post.letters().keySet().forEach(shown::add);
    for (TodoTabWatch.TodoLine line : lines) {
      boolean incomplete = line.detail().startsWith("Demandez ce qui manque");
      if (incomplete && shown.stream().noneMatch(ref -> names(line, ref))) {
        wrong("asks somebody who lacks nothing: " + line.who());
      }
    }
  }

  /** What a row asks for by a word that only one kind of task has, the tab asks for, too. */
  private void checkExplanations(Desk.Tab answers) {
    for (int row : site.rows(answers)) {
      String response = answers.response(row).orElse("");
      String explanation = answers.text(row, "explanation");
      boolean daemonsExplanation =
          !site.typed.containsKey(response) && explanation.startsWith("À faire");
      String ref = answers.text(row, "ref");
      boolean rests = RESTING.contains(answers.text(row, "status"));
      BY_WORD.forEach(
          (word, kind) -> {
            boolean waits = rests && kind.equals("Demander");
            if (daemonsExplanation && explanation.contains(word) && !waits && !asks(kind, ref)) {
              wrong("has no task « " + kind + " » for " + ref + ", whose row says " + word);
            }
          });
    }
  }

  /** Whom the ledger asks to ring before a letter goes, or as there is none. */
  private void calls(Desk.Tab ledger) {
    for (int row = 1; row < ledger.rows(); row++) {
      String ref = ledger.text(row, "ledger_ref");
      boolean rings = ledger.text(row, "ledger_explanation").contains("Délégué\u202f: a");
      if (rings && !speaksOf(ref, "Téléphoner", "Réparer")) {
        wrong("has nobody rung for " + ref);
      }
    }
  }

  /** Drafts and letters that wait, by the ledger's references; none that does not. */
  private void letters(Desk.Tab ledger) {
    Set<String> drafts = new HashSet<>();
    Set<String> sent = new HashSet<>();
    for (int row = 1; row < ledger.rows(); row++) {
      String ref = ledger.text(row, "ledger_ref");
      String state = ledger.text(row, "ledger_state");
      boolean stuck = STUCK.stream().anyMatch(ledger.text(row, "ledger_explanation")::contains);
      if (stuck && !speaksOf(ref, "Réparer")) {
        wrong("has nobody put right the draft " + ref);
      }
      if (ref.startsWith("Q-")) { // read with the task that asks, and needs no outcome
        if (state.equals("Brouillon prêt")) {
          drafts.add(ref);
        }
        continue;
      }
      if (state.equals("Brouillon prêt")) {
        drafts.add(ref);
        if (isOld(OLD_DRAFT) && isInADraft(ref) && !speaksOf(ref, "Relire et envoyer", "Réparer")) {
          wrong("lets the draft " + ref + " wait");
        }
      }
      if (state.equals("Envoyée")) {
        sent.add(ref);
        if (isOld(OLD_LETTER) && !speaksOf(ref, "Noter la suite", "Téléphoner")) {
          wrong("asks for no outcome of " + ref);
        }
      }
    }
    for (TodoTabWatch.TodoLine line : lines) {
      if (line.what().equals("Relire et envoyer")
          && drafts.stream().noneMatch(ref -> line.detail().contains(ref))) {
        wrong("has a draft read that is none: " + line.detail());
      }
      if (line.what().equals("Noter la suite")
          && sent.stream().noneMatch(ref -> line.detail().contains(ref))) {
        wrong("asks for an outcome of what was not sent: " + line.detail());
      }
    }
  }

  /**
   * Where one need has two drafts, a task asks to discard one, for one helper or for two. There is
   * none where an organiser asked for another helper.
   */
  private void secondDrafts(Desk.Tab ledger) {
    Map<String, String> first = new HashMap<>();
    for (int row = 1; row < ledger.rows(); row++) {
      String ref = ledger.text(row, "ledger_ref");
      boolean waits =
          ledger.text(row, "ledger_state").equals("Brouillon prêt")
              && !ref.startsWith("Q-")
              && isInADraft(ref)
              && !ledger.text(row, "ledger_explanation").contains("Demandée en plus de");
      if (!waits) {
        continue;
      }
      String need = ledger.text(row, "ledger_person") + ": " + ledger.text(row, "ledger_needs");
      String other = first.putIfAbsent(need, ref);
      if (other != null && !speaksOf(ref, "Réparer") && !speaksOf(other, "Réparer")) {
        wrong("lets " + other + " and " + ref + " be sent for one need");
      }
    }
  }

  private boolean isInADraft(String ref) {
    Letter letter = post.letters().get(ref);
    return letter != null && letter.state == LetterState.DRAFT && !letter.astray;
  }

  /** Whether everything has been so for that long. */
  private boolean isOld(Duration age) {
    return clock.instant().isAfter(begun.plus(age));
  }

  private boolean speaksOf(String ref, String... kinds) {
    return isFull()
        || lines.stream()
            .anyMatch(line -> Set.of(kinds).contains(line.what()) && line.detail().contains(ref));
  }

  /** Somebody rings about a number that is nobody's, until it is known to be right or was sent. */
  private void oddNumbers(Desk.Tab ledger, Desk.Tab answers, Map<String, List<Integer>> rows) {
    rows.forEach(
        (token, theirs) -> {
          Soul soul = site.souls.get(token);
          if (soul == null
              || !soul.hasOddNumber()
              || theirs.size() != 1
              || soul.isForgotten()
              || soul.isEdited()
              || !isLeftAlone(answers, theirs.get(0))) {
            return;
          }
          String ref = answers.text(theirs.get(0), "ref");
          boolean sent =
              post.letters().values().stream()
                  .anyMatch(letter -> letter.everSent && letter.tokens.contains(token));
          if (!sent && !asks("Demander", ref)) {
            wrong("asks nobody about the number of " + ref);
          }
          for (int row = 1; row < ledger.rows(); row++) {
            boolean waits =
                ledger.text(row, "ledger_state").equals("Brouillon prêt")
                    && isInADraft(ledger.text(row, "ledger_ref"))
                    && (names(ledger.text(row, "ledger_person"), ref)
                        || names(ledger.text(row, "ledger_helper"), ref));
            if (waits && !ledger.text(row, "ledger_explanation").contains("Vérifiez le numéro")) {
              wrong("does not say that a number is odd in " + ledger.text(row, "ledger_ref"));
            }
          }
        });
  }

  /** Whether somebody takes part, and no organiser said anything beside them. */
  private boolean isLeftAlone(Desk.Tab answers, int row) {
    String response = answers.response(row).orElse("");
    return Set.of("En attente", "Disponible", "Brouillon prêt")
            .contains(answers.text(row, "status"))
        && site.isOfForm(response)
        && !site.typed.containsKey(response)
        && !Ticks.isShown(answers, row)
        && !Site.asks(answers, row);
  }

  /** Whoever did not agree is not rung. */
  private void numbers(Desk.Tab answers, Map<String, List<Integer>> rows) {
    int consent = answers.titled(Human.CONSENT);
    for (Map.Entry<String, List<Integer>> person : rows.entrySet()) {
      Soul soul = site.souls.get(person.getKey());
      boolean agreed =
          person.getValue().stream()
              .anyMatch(
                  row -> answers.text(row, consent).toLowerCase(Locale.ROOT).startsWith("oui"));
      if (soul == null || consent < 0 || agreed) {
        continue;
      }
      String number = soul.contact().national().replace(" ", "");
      boolean alone =
          site.souls.values().stream().noneMatch(it -> it != soul && it.sharesContact(soul));
      if (alone
          && !number.isEmpty()
          && lines.stream().anyMatch(line -> line.who().replace(" ", "").contains(number))) {
        wrong("shows the number of somebody who did not agree");
      }
    }
  }

  /** Nobody is asked about who took their leave. */
  private void left(Desk.Tab answers, Map<String, List<Integer>> rows) {
    for (List<Integer> rowsOfPerson : rows.values()) {
      for (int row : rowsOfPerson) {
        String ref = answers.text(row, "ref");
        boolean gone =
            answers.text(row, "instruction").equals("Retirer")
                && answers.text(row, "status").equals("Retiré")
                && !site.typed.containsKey(answers.response(row).orElse(""));
        if (gone && rowsOfPerson.size() == 1 && lines.stream().anyMatch(line -> names(line, ref))) {
          wrong("has something to do for " + ref + ", who left");
        }
      }
    }
  }
}
