package org.entraide.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.PointedRef;

/** Holds the questions that people are asked against what their answers lack. */
final class QuestionWatch {

  private final Site site;
  private final Desk.Tab ledger;
  private final Desk.Tab answers;
  private final Post post;

  QuestionWatch(Site site, Desk.Tab ledger, Desk.Tab answers, Post post) {
    this.site = site;
    this.ledger = ledger;
    this.answers = answers;
    this.post = post;
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Map<String, List<Integer>> rows) {
    List<String> wrong = new ArrayList<>();
    if (!site.knowsItsForm()) {
      return wrong;
    }
    boolean asks = site.wishes.asks().orElse(false) && !site.wishes.mayHaveNoQuestion(ledger, post);
    rows.forEach(
        (token, theirs) -> {
          Soul soul = site.souls.get(token);
          if (soul == null || !isSure(soul, theirs)) {
            return;
          }
          String where = site.settings.name() + ": " + token;
          if (asks && isLacking(soul, theirs.get(0)) && !isAsked(soul, theirs.get(0))) {
            wrong.add(where + " is asked nothing although the answer lacks something");
          }
          if (!soul.isIncomplete && !soul.hasOddNumber() && isStillAsked(token)) {
            wrong.add(where + " is still to be asked although the answer lacks nothing");
          }
        });
    return wrong;
  }

  /** Whether nothing that happened leaves a doubt what somebody answered, or who they are. */
  private boolean isSure(Soul soul, List<Integer> rows) {
    return !soul.isForgotten()
        && !soul.isStrange
        && !soul.isOld
        && !soul.wasBarred
        && !soul.wasEverGone()
        && soul.original == null
        && rows.stream().allMatch(this::isLeftAlone);
  }

  /** Whether the form wrote a row, and no organiser anything that counts beside it. */
  private boolean isLeftAlone(int row) {
    String response = answers.response(row).orElse("");
    return site.isOfForm(response)
        && !site.typed.containsKey(response)
        && answers.text(row, "instruction").isEmpty()
        && !Site.asks(answers, row);
  }

  /** Whether somebody agreed and can be reached, and the one row that they have lacks a word. */
  private boolean isLacking(Soul soul, int row) {
    return soul.isIncomplete
        && soul.human().consents()
        && !soul.odd.isEmpty()
        && !soul.hadNoContact
        && answers.text(row, "status").equals("Incomplet");
  }

  /**
   * Whether somebody is asked, by their present reference, the one in their row, or a former one.
   */
  private boolean isAsked(Soul soul, int row) {
    String ref = answers.text(row, "ref");
    return IntStream.range(1, ledger.rows())
        .filter(line -> ledger.text(line, "ledger_ref").startsWith("Q-"))
        .mapToObj(line -> PointedRef.of(ledger.text(line, "ledger_person")))
        .anyMatch(asked -> asked.equals(ref) || soul.wasCalled(asked));
  }

  /** Whether the draft of a question waits as the daemon left it, and it knows of that. */
  private boolean isStillAsked(String token) {
    return post.questions().values().stream()
        .filter(letter -> letter.tokens.contains(token))
        .filter(letter -> letter.state == LetterState.DRAFT && !letter.changed)
        .anyMatch(
            letter -> letter.known && !letter.nameless && !letter.astray && !letter.wasOutlived);
  }
}
