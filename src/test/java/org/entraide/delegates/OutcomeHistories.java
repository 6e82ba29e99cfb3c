package org.entraide.delegates;

import java.time.Duration;
import java.util.List;

/** What an outcome, or a tick that is taken back, does to what nobody has sent yet. */
final class OutcomeHistories {

  private static final Duration WEEK = Duration.ofDays(8);
  private static final String FOLLOWS_UP = "follow_up = \"7d\"";
  private static final String CHECKED = "matching.checked_only = [\"shopping\"]";

  private static final String[] OPEN = {"A En attente, B En attente", "made 1, left 0"};

  static final List<History> ALL =
      List.of(
          History.of(
              "an outcome is noted beside a changed draft",
              post -> {
                post.letter("A").rewritten("Bonjour");
                post.settles();
                post.outcome("A", "Refusée");
              },
              "A-B Refusée: declined, left.changed",
              "A En attente, B En attente",
              "made 1, left 1"),
          History.of(
              "an outcome is noted in the minute in which the draft is changed",
              post -> {
                Letter letter = post.letter("A");
                post.outcome("A", "Sans réponse");
                letter.rewritten("Bonjour");
              },
              "A-B Sans réponse: no_answer, left.changed",
              "A En attente, B En attente",
              "made 1, left 1"),
          History.of(
              "an outcome is noted beside a changed draft, and the delegate throws it away",
              post -> {
                Letter letter = post.letter("A").rewritten("Bonjour");
                post.outcome("A", "Refusée");
                post.settles();
                letter.discarded();
              },
              "A-B Refusée: declined",
              OPEN[0],
              OPEN[1]),
          History.of(
              "an outcome is noted beside a changed draft, and the delegate sends it all the same",
              post -> {
                Letter letter = post.letter("A").rewritten("Bonjour");
                post.outcome("A", "Refusée");
                post.settles();
                letter.sent();
              },
              "A-B Refusée le: declined",
              OPEN[0],
              OPEN[1]),
          History.of(
              "an outcome is noted beside a letter that waits for its hour",
              post -> {
                post.letter("A").scheduled(false);
                post.settles();
                post.outcome("A", "Terminée");
              },
              "A-B Terminée: done, left.scheduled",
              "A Terminé, B En attente",
              "made 1, left 0"),
          History.of(
                  "an outcome is noted beside a draft and corrected to one that is accepted",
                  post -> {
                    post.letter("A");
                    post.outcome("A", "Refusée");
                    post.settles();
                    post.outcome("A", "Acceptée");
                  },
                  "A-B Acceptée: accepted",
                  "A Mis en relation, B Complet",
                  "made 1, left 0")
              .orIfTheDraftMayBeHers(
                  "A-B Acceptée: accepted", "A Mis en relation, B Complet", "made 1, left 1"),
          History.of(
                  "an outcome is corrected after another draft was made",
                  post -> {
                    post.letter("A").sent();
                    post.settles();
                    post.outcome("A", "Refusée");
                    post.letter("A");
                    post.outcome("A", "B", "Acceptée");
                  },
                  "A-B Acceptée le: accepted",
                  "A-D Retirée: withdrawn, withdrawn.for.need_closed",
                  "A Mis en relation, B Complet, D En attente",
                  "made 2, left 0")
              .among(People.TWO_HELPERS)
              .orIfALaterDraftMayBeHers(
                  "A-B Acceptée le: accepted",
                  "A-D Retirée: withdrawn.draft, withdrawn.for.need_closed",
                  "A Mis en relation, B Complet, D En attente",
                  "made 2, left 1"),
          History.of(
                  "an outcome is corrected after another draft was made, and changed",
                  post -> {
                    post.letter("A").sent();
                    post.settles();
                    post.outcome("A", "Refusée");
                    post.letter("A").rewritten("Bonjour");
                    post.settles();
                    post.outcome("A", "B", "Acceptée");
                  },
                  "A-B Acceptée le: accepted",
                  "A-D Retirée: withdrawn.draft, withdrawn.for.need_closed",
                  "A Mis en relation, B Complet, D En attente",
                  "made 2, left 1")
              .among(People.TWO_HELPERS),
          History.of(
                  "an outcome is corrected after the helper's place went to somebody else",
                  post -> {
                    post.letter("A").sent();
                    post.settles();
                    post.outcome("A", "Refusée");
                    post.letter("C");
                    post.outcome("A", "Acceptée");
                  },
                  "A-B Acceptée le: accepted",
                  "C-B Retirée: withdrawn, withdrawn.for.no_place",
                  "A Mis en relation, B Complet, C En attente",
                  "made 2, left 0")
              .among(People.TWO_IN_NEED)
              .orIfALaterDraftMayBeHers(
                  "A-B Acceptée le: accepted",
                  "C-B Brouillon prêt: drafted",
                  "A Mis en relation, B Brouillon prêt, C Brouillon prêt",
                  "made 2, left 1"),
          History.of(
              "an outcome is noted that nobody understands",
              post -> {
                post.letter("A").sent();
                post.settles();
                post.outcome("A", "bof");
              },
              "A-B Envoyé le: outcome.unknown, sent",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
              "an outcome is corrected to something that nobody understands",
              post -> {
                post.letter("A").sent();
                post.settles();
                post.outcome("A", "Refusée");
                post.settles();
                post.outcome("A", "Refusée ?");
              },
              "A-B Refusée le: outcome.unknown, declined",
              OPEN[0],
              OPEN[1]),
          History.of(
              "an outcome is noted in other words",
              post -> {
                post.letter("A").sent();
                post.settles();
                post.outcome("A", "acceptée, ils sont ravis");
              },
              "A-B Acceptée le: accepted",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
                  "an outcome is noted after a follow-up was left",
                  post -> {
                    post.letter("A").sent();
                    post.settles();
                    post.waits(WEEK);
                    post.settles();
                    post.settles();
                    post.outcome("A", "Acceptée");
                  },
                  "A-B Acceptée le: accepted",
                  "A Mis en relation, B Complet",
                  "made 2, left 0")
              .where(FOLLOWS_UP)
              .orIfALaterDraftMayBeHers(
                  "A-B Acceptée le: accepted, followed_up.needless",
                  "A Mis en relation, B Complet",
                  "made 2, left 1"),
          History.of(
                  "an outcome is noted after a follow-up was left and changed",
                  post -> {
                    post.letter("A").sent();
                    post.settles();
                    post.waits(WEEK);
                    post.settles();
                    post.settles();
                    post.rewritesDrafts();
                    post.outcome("A", "Refusée");
                  },
                  "A-B Refusée le: declined, followed_up.needless",
                  "A En attente, B En attente",
                  "made 2, left 1")
              .where(FOLLOWS_UP),
          History.of(
                  "an outcome is noted after a follow-up was left and changed, and it is thrown"
                      + " away",
                  post -> {
                    post.letter("A").sent();
                    post.settles();
                    post.waits(WEEK);
                    post.settles();
                    post.settles();
                    post.rewritesDrafts();
                    post.outcome("A", "Refusée");
                    post.settles();
                    post.drafts().forEach(d -> post.mailbox().discard(d.id(), false));
                  },
                  "A-B Refusée le: declined",
                  "A En attente, B En attente",
                  "made 2, left 0")
              .where(FOLLOWS_UP),
          History.of(
                  "a tick is taken back after the draft was made that asks for it",
                  post -> {
                    post.settles();
                    post.ticks("B", true);
                    post.letter("A");
                    post.ticks("B", false);
                  },
                  "A-B Retirée: withdrawn, withdrawn.for.unchecked",
                  OPEN[0],
                  OPEN[1])
              .where(CHECKED)
              .orIfTheDraftMayBeHers(
                  "A-B Retirée: withdrawn.draft, withdrawn.for.unchecked",
                  "A En attente, B En attente",
                  "made 1, left 1"),
          History.of(
                  "a tick is taken back after the draft was changed that asks for it",
                  post -> {
                    post.settles();
                    post.ticks("B", true);
                    post.letter("A").rewritten("Bonjour");
                    post.settles();
                    post.ticks("B", false);
                  },
                  "A-B Retirée: withdrawn.draft, withdrawn.for.unchecked",
                  "A En attente, B En attente",
                  "made 1, left 1")
              .where(CHECKED));

  private OutcomeHistories() {}
}
