package org.entraide.delegates;

import java.time.Duration;
import java.util.List;

/** Something is lost or late, or looks like something else. */
final class DoubtHistories {

  private static final String[] SENT = {
    "A-B Envoyé le: sent", "A Mis en relation, B Complet", "made 1, left 0"
  };
  private static final String[] DRAFTED = {
    "A-B Brouillon prêt: drafted", "A Brouillon prêt, B Brouillon prêt", "made 1, left 1"
  };
  private static final String[] DISCARDED = {
    "A-B Écartée: discarded", "A En attente, B En attente", "made 1, left 0"
  };
  private static final Duration WEEK = Duration.ofDays(7);

  static final List<History> ALL =
      List.of(
          History.of(
              "it waits for its hour, the journal is lost, and the hour comes",
              post -> {
                Letter letter = post.letter("A").scheduled(false);
                post.graceEnds();
                post.forgets();
                post.graceEnds();
                letter.due();
              },
              SENT),
          History.of(
              "it is in the trash, the journal is lost, and she takes it out and sends it",
              post -> {
                Letter letter = post.letter("A").trashed();
                post.graceEnds();
                post.forgets();
                post.settles();
                letter.restored();
                post.settles();
                letter.sent();
              },
              SENT),
          History.of(
              "the outcome of a draft is noted, it is sent all the same, and the outcome taken"
                  + " back",
              post -> {
                Letter letter = post.letter("A");
                post.outcome("A", "Acceptée");
                post.settles();
                letter.sent();
                post.settles();
                post.outcome("A", "");
              },
              SENT),
          History.of(
              "the outcome is noted in the minute in which it is sent",
              post -> {
                post.letter("A").sent();
                post.outcome("A", "Acceptée");
              },
              "A-B Acceptée le: accepted",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
              "the outcome of a letter is noted, the journal is lost, and it is taken back",
              post -> {
                post.letter("A").sent();
                post.settles();
                post.outcome("A", "Acceptée");
                post.settles();
                post.forgets();
                post.settles();
                post.outcome("A", "");
              },
              SENT),
          History.of(
              "an organiser types over the state of a discarded one, and the journal is lost",
              post -> {
                post.letter("A").discarded();
                post.graceEnds();
                post.typesState("A", "Écartée, vu avec eux");
                post.settles();
                post.forgets();
              },
              "A-B Écartée, vu avec eux: discarded",
              "A En attente, B En attente",
              "made 1, left 0"),
          History.of(
              "an older journal is restored, which knows of no draft, and the draft is there",
              post -> {
                post.letter("A");
                post.restoresJournalOfBeforeTheDrafts();
              },
              DRAFTED),
          History.of(
              "an older journal is restored, which knows of no draft, and she deleted the draft for"
                  + " good",
              post -> {
                post.letter("A").discarded();
                post.restoresJournalOfBeforeTheDrafts();
              },
              DISCARDED),
          History.of(
              "it was discarded, and an older journal is restored, which knows of no draft",
              post -> {
                post.letter("A").discarded();
                post.graceEnds();
                post.restoresJournalOfBeforeTheDrafts();
              },
              DISCARDED),
          History.of(
                  "she throws the draft to one away, and writes to that one about another matter",
                  post -> {
                    post.letter("A").discarded();
                    post.writes(post.address("B"), "Une question sur votre disponibilité");
                  },
                  DISCARDED)
              .among(People.ONE_WITHOUT_MAIL),
          History.of(
              "she throws the draft away, and answers a mail that both wrote",
              post -> {
                post.letter("A").discarded();
                post.writes(
                    post.address("A") + ", " + post.address("B"), "Re: Nous nous connaissons");
              },
              DISCARDED),
          History.of(
                  "there is a follow-up, and the letter is deleted for good",
                  post -> {
                    Letter letter = post.letter("A").sent();
                    post.settles();
                    post.waits(WEEK);
                    post.settles();
                    post.settles();
                    letter.purged();
                  },
                  "A-B Envoyé le: sent, followed_up",
                  "A Mis en relation, B Complet",
                  "made 2, left 1")
              .where("follow_up = \"7d\""),
          History.of(
                  "there is a follow-up, the letter is deleted for good, then the follow-up",
                  post -> {
                    Letter letter = post.letter("A").sent();
                    post.settles();
                    post.waits(WEEK);
                    post.settles();
                    post.settles();
                    letter.purged();
                    post.settles();
                    post.drafts().forEach(d -> post.mailbox().discard(d.id(), false));
                  },
                  "A-B Envoyé le: sent, followed_up",
                  "A Mis en relation, B Complet",
                  "made 2, left 0")
              .where("follow_up = \"7d\""),
          History.of(
              "the history expires while the draft of somebody withdrawn is thrown away",
              post -> {
                Letter letter = post.letter("A").rewritten("Bonjour");
                post.settles();
                post.instructs("A", "Retirer");
                post.settles();
                letter.discarded();
                post.forgetsHistory();
              },
              "A-B Retirée: withdrawn, left.withdrawn@A",
              "A Retiré, B En attente",
              "made 1, left 0"),
          History.of(
              "the history expires while the draft of a copy is thrown away",
              post -> {
                Letter letter = post.letter("A").copied();
                post.settles();
                letter.discarded();
                post.forgetsHistory();
              },
              SENT),
          History.of(
              "the history expires while the reference is taken out of the subject and it is"
                  + " sent",
              post -> {
                post.letter("A").retitled("Vos courses").sent();
                post.forgetsHistory();
              },
              SENT),
          History.of(
              "she writes to an organiser about it, and names it in the subject",
              post -> {
                post.letter("A");
                post.writes(
                    "organisatrice@example.org",
                    "Votre avis sur [" + post.introduction("A") + "] ?");
              },
              DRAFTED),
          History.of(
              "the journal is lost while listings lag, and an address is refused later",
              post -> {
                post.mailbox().lag(Duration.ofMinutes(2));
                Letter letter = post.letter("A").sent();
                post.cycle();
                post.forgets();
                post.cycle();
                post.graceEnds();
                letter.bounces(post.address("B"));
              },
              "A-B Adresse refusée le: bounced",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
              "its outcome is noted and taken back while the daemon knows of no draft of it",
              post -> {
                Letter letter = post.letter("A").trashed();
                post.settles();
                post.outcome("A", "Acceptée");
                post.settles();
                letter.restored();
                post.settles();
                post.outcome("A", "");
              },
              DRAFTED),
          History.of(
                  "there is a follow-up, and an older journal is restored",
                  post -> {
                    post.letter("A").sent();
                    post.settles();
                    post.waits(WEEK);
                    post.settles();
                    post.settles();
                    post.restoresJournalOfBeforeTheFollowUps();
                  },
                  "A-B Envoyé le: sent, followed_up",
                  "A Mis en relation, B Complet",
                  "made 2, left 1")
              .where("follow_up = \"7d\""),
          History.of(
              "the wrapper of a draft is listed a while longer, and its outcome is taken back",
              post -> {
                Letter letter = post.letter("A");
                post.outcome("A", "Acceptée");
                post.settles();
                letter.scheduled(true);
                post.settles();
                post.outcome("A", "");
              },
              "A-B Brouillon prêt: scheduled",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 0"),
          History.of(
              "the outcome of a draft is noted, it is thrown away, restored and sent",
              post -> {
                Letter letter = post.letter("A").trashed();
                post.graceEnds();
                post.outcome("A", "Refusée");
                post.settles();
                post.outcome("A", "");
                post.settles();
                letter.restored().sent();
              },
              SENT),
          History.of(
              "the outcome of one that was withdrawn is noted and taken back",
              post -> {
                post.letter("A");
                post.instructs("A", "Retirer");
                post.settles();
                post.outcome("A", "Refusée");
                post.settles();
                post.outcome("A", "");
              },
              "A-B Retirée: withdrawn, left.withdrawn@A",
              "A Retiré, B En attente",
              "made 1, left 0"),
          History.of(
              "the outcome of a draft is noted, the journal is lost, and it is taken back",
              post -> {
                post.letter("A");
                post.outcome("A", "Acceptée");
                post.settles();
                post.forgets();
                post.settles();
                post.outcome("A", "");
              },
              DRAFTED),
          History.of(
                  "two outcomes are noted, and both are taken back in the same minute",
                  post -> {
                    post.letter("A").sent();
                    post.letter("C").sent();
                    post.settles();
                    post.outcome("A", "Acceptée");
                    post.outcome("C", "Acceptée");
                    post.settles();
                    post.outcome("A", "");
                    post.outcome("C", "");
                  },
                  "A-B Envoyé le: sent",
                  "C-D Envoyé le: sent",
                  "E-F Brouillon prêt: drafted",
                  "A Mis en relation, B Complet, C Mis en relation, D Complet, E Brouillon prêt, F"
                      + " Brouillon prêt",
                  "made 3, left 1")
              .among(People.THREE_PAIRS),
          History.of(
              "she takes both recipients out",
              post -> post.letter("A").addressed(""),
              "A-B Brouillon prêt: drafted, unaddressed@A, unaddressed@B",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she sends a copy, changes the draft that is left, and throws it away",
              post -> {
                Letter letter = post.letter("A").copied();
                post.settles();
                letter.rewritten("Bonjour");
                post.settles();
                letter.discarded();
              },
              SENT),
          History.of(
                  "neither has an e-mail address, and an outcome is noted and taken back",
                  post -> {
                    post.graceEnds();
                    post.outcome("A", "Acceptée");
                    post.settles();
                    post.outcome("A", "");
                  },
                  "A-B En préparation: ring",
                  "A Proposé, B Proposé",
                  "made 0, left 0")
              .among(People.NONE_WITH_MAIL),
          History.of(
                  "six of seven drafts are in the trash, where she put them",
                  post -> {
                    post.letter("M");
                    post.drafts().stream()
                        .limit(6)
                        .forEach(d -> post.mailbox().discard(d.id(), true));
                  },
                  "7 Brouillon prêt: drafted",
                  "6 Écartée: discarded",
                  "14 Brouillon prêt",
                  "made 13, left 7")
              .among(People.SEVEN_PAIRS));

  private DoubtHistories() {}
}
