package org.entraide.delegates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.Mailbox;

/** What happens to mailboxes, and to letters that nobody hears of. */
final class TroubleHistories {

  private static final Duration WEEK = Duration.ofDays(7);

  static final List<History> ALL = all();

  private TroubleHistories() {}

  private static List<History> all() {
    String[] sent = {"A-B Envoyé le: sent", "A Mis en relation, B Complet", "made 1, left 0"};
    String[] drafted = {
      "A-B Brouillon prêt: drafted", "A Brouillon prêt, B Brouillon prêt", "made 1, left 1"
    };
    List<History> all = new ArrayList<>();
    all.add(
        History.of(
                "the mailbox is emptied at once",
                post -> {
                  post.letter("M");
                  empty(post);
                },
                "7 Brouillon prêt: many_missing",
                "14 Brouillon prêt",
                "made 7, left 0")
            .among(People.SEVEN_PAIRS)
            .orIfNobodyLooked( // what is in doubt there is not made again
                "6 Brouillon prêt: many_missing",
                "1 En préparation: lost",
                "12 Brouillon prêt, 2 Proposé",
                "made 6, left 0"));
    all.add(
        History.of(
                "the mailbox is emptied at once, and an organiser confirms that",
                post -> {
                  post.letter("M");
                  empty(post);
                  post.graceEnds();
                  post.confirms();
                },
                "7 Brouillon prêt: drafted",
                "7 Écartée: discarded",
                "14 Brouillon prêt",
                "made 14, left 7")
            .among(People.SEVEN_PAIRS));
    all.add(
        History.of(
            "another mailbox answers under the address",
            post -> {
              post.letter("A");
              post.exchangesMailbox();
            },
            "A-B Brouillon prêt: many_missing",
            "A Brouillon prêt, B Brouillon prêt",
            "made 1, left 0"));
    all.add(
        History.of(
            "another mailbox answers under the address, and then the right one again",
            post -> {
              post.letter("A");
              Mailbox mailbox = post.mailbox();
              post.exchangesMailbox();
              post.graceEnds();
              post.premises().gmail().add(mailbox);
            },
            drafted));
    all.add(
        History.of(
            "the history expires while it is sent",
            post -> {
              post.letter("A").sent();
              post.forgetsHistory();
            },
            sent));
    all.add(
        History.of(
            "the history expires while its subject is changed and it is sent",
            post -> {
              Letter letter = post.letter("A");
              letter.retitled("Vos courses [" + post.introduction("A") + "]").sent();
              post.forgetsHistory();
            },
            sent));
    all.add(
        History.of(
            "the history expires while it is changed",
            post -> {
              post.letter("A").addressed(post.address("B"));
              post.forgetsHistory();
            },
            "A-B Brouillon prêt: drafted, unaddressed@A",
            "A Brouillon prêt, B Brouillon prêt",
            "made 1, left 1"));
    all.add(
        History.of(
            "the history expires while it is thrown away",
            post -> {
              post.letter("A").discarded();
              post.forgetsHistory();
            },
            "A-B Écartée: discarded",
            "A En attente, B En attente",
            "made 1, left 0"));
    all.add(
        History.of(
            "the history expires while it is thrown into the trash",
            post -> {
              post.letter("A").trashed();
              post.forgetsHistory();
            },
            "A-B Écartée: discarded",
            "A En attente, B En attente",
            "made 1, left 0"));
    all.add(
        History.of(
            "the history expires while it comes back from the trash",
            post -> {
              Letter letter = post.letter("A").trashed();
              post.graceEnds();
              letter.restored();
              post.forgetsHistory();
            },
            drafted));
    all.add(
        History.of(
            "the history expires while its sending is undone",
            post -> {
              Letter letter = post.letter("A").sent();
              post.settles();
              letter.undone();
              post.forgetsHistory();
            },
            drafted));
    all.add(
        History.of(
            "the history expires while an address is refused",
            post -> {
              Letter letter = post.letter("A").sent();
              post.settles();
              letter.bounces(post.address("A"));
              post.forgetsHistory();
            },
            "A-B Adresse refusée le: refused@A",
            "A Mis en relation, B Complet",
            "made 1, left 0"));
    all.add(
        History.of(
            "the history expires, and nothing happened",
            post -> {
              post.letter("A");
              post.forgetsHistory();
            },
            drafted));
    all.add(
        History.of(
            "listings lag a minute behind, and she changes it and sends it",
            post -> {
              post.mailbox().lag(Duration.ofMinutes(1));
              Letter letter = post.letter("A");
              letter.rewritten("Bonjour");
              post.cycle();
              letter.sent();
            },
            sent));
    all.add(
        History.of(
            "listings lag a minute behind, and she changes it",
            post -> {
              post.mailbox().lag(Duration.ofMinutes(1));
              post.letter("A").rewritten("Bonjour");
              post.cycle();
              post.forgetsHistory();
            },
            drafted));
    all.add(
        History.of(
            "much other mail comes and goes",
            post -> {
              post.letter("A");
              for (int i = 0; i < 60; i++) {
                post.receives("voisin" + i + "@example.org", "Bonjour");
              }
              post.cycle();
              for (int i = 0; i < 60; i++) {
                post.receives("voisin" + i + "@example.org", "Re: Bonjour");
              }
            },
            drafted));
    all.add(
        History.of(
            "nobody may look into the mailbox for a while, in which it is sent",
            post -> {
              Letter letter = post.letter("A");
              post.delegates(false);
              letter.sent();
              post.graceEnds();
              post.delegates(true);
            },
            sent));
    all.add(
        History.of(
            "nobody may look into the mailbox when the draft is to be made",
            post -> {
              post.delegates(false);
              post.graceEnds();
              post.delegates(true);
            },
            drafted));
    all.addAll(followUps());
    return List.copyOf(all);
  }

  private static List<History> followUps() {
    String week = "follow_up = \"7d\"";
    return List.of(
        History.of(
                "nobody is heard of for a week",
                post -> {
                  post.letter("A").sent();
                  post.settles();
                  post.waits(WEEK);
                },
                "A-B Envoyé le: sent, followed_up",
                "A Mis en relation, B Complet",
                "made 2, left 1")
            .where(week),
        History.of(
                "nobody is heard of for a week, and the follow-up is sent, and nobody is heard of",
                post -> {
                  post.letter("A").sent();
                  post.settles();
                  post.waits(WEEK);
                  post.letter("A").sent();
                  post.settles();
                  post.waits(WEEK);
                  post.settles();
                  post.waits(WEEK);
                },
                "A-B Envoyé le: sent, followed_up",
                "A Mis en relation, B Complet",
                "made 2, left 0")
            .where(week),
        History.of(
                "nobody is heard of for a week, and the follow-up is thrown away",
                post -> {
                  post.letter("A").sent();
                  post.settles();
                  post.waits(WEEK);
                  post.letter("A").discarded();
                  post.settles();
                  post.waits(WEEK);
                },
                "A-B Envoyé le: sent, followed_up",
                "A Mis en relation, B Complet",
                "made 2, left 0")
            .where(week),
        History.of(
                "a machine answers that somebody is away, and nobody is heard of for a week",
                post -> {
                  Letter letter = post.letter("A").sent();
                  post.settles();
                  letter.answeredByAMachine(post.address("A"));
                  post.settles();
                  post.waits(WEEK);
                },
                "A-B Envoyé le: sent, followed_up",
                "A Mis en relation, B Complet",
                "made 2, left 1")
            .where(week),
        History.of(
                "somebody answers within the week",
                post -> {
                  Letter letter = post.letter("A").sent();
                  post.settles();
                  letter.answered(post.address("B"));
                  post.settles();
                  post.waits(WEEK);
                },
                "A-B Envoyé le: sent, answered",
                "A Mis en relation, B Complet",
                "made 1, left 0")
            .where(week),
        History.of(
                "the outcome is known within the week",
                post -> {
                  post.letter("A").sent();
                  post.settles();
                  post.outcome("A", "Acceptée");
                  post.settles();
                  post.waits(WEEK);
                },
                "A-B Acceptée le: accepted",
                "A Mis en relation, B Complet",
                "made 1, left 0")
            .where(week),
        History.of(
                "somebody left after the letter was sent, and nobody is heard of for a week",
                post -> {
                  post.letter("A").sent();
                  post.settles();
                  post.instructs("A", "Retirer");
                  post.settles();
                  post.waits(WEEK);
                },
                "A-B Envoyé le: sent, left.letter@A",
                "A Retiré, B Complet",
                "made 1, left 0")
            .where(week),
        History.of(
                "she wrote to one of the two alone, and nobody is heard of for a week",
                post -> {
                  post.letter("A").addressed(post.address("A")).sent();
                  post.settles();
                  post.waits(WEEK);
                },
                "A-B Envoyé le: sent, unaddressed@B",
                "A Mis en relation, B Complet",
                "made 1, left 0")
            .where(week),
        History.of(
                "she wrote to one alone, the journal is lost, and nobody is heard of for a week",
                post -> {
                  post.letter("A").addressed(post.address("A")).sent();
                  post.settles();
                  post.forgets();
                  post.graceEnds();
                  post.waits(WEEK.plusDays(1));
                },
                "A-B Envoyé le: sent",
                "A Mis en relation, B Complet",
                "made 1, left 0")
            .where(week),
        History.of(
                "only one draft may wait, and nobody is heard of for a week",
                post -> {
                  post.letter("A").sent();
                  post.letter("C").sent();
                  post.letter("E").sent();
                  post.settles();
                  post.waits(WEEK);
                },
                "A-B Envoyé le: sent, followed_up",
                "C-D Envoyé le: sent",
                "E-F Envoyé le: sent",
                "A Mis en relation, B Complet, C Mis en relation, D Complet, E Mis en relation, F"
                    + " Complet",
                "made 4, left 1")
            .among(People.THREE_PAIRS)
            .where("max_waiting_drafts = 1", week),
        History.of(
                "only one draft may wait, and a follow-up is sent",
                post -> {
                  post.letter("A").sent();
                  post.letter("C").sent();
                  post.letter("E").sent();
                  post.settles();
                  post.waits(WEEK);
                  post.letter("A").sent();
                  post.settles();
                },
                "A-B Envoyé le: sent, followed_up",
                "C-D Envoyé le: sent, followed_up",
                "E-F Envoyé le: sent",
                "A Mis en relation, B Complet, C Mis en relation, D Complet, E Mis en relation, F"
                    + " Complet",
                "made 5, left 1")
            .among(People.THREE_PAIRS)
            .where("max_waiting_drafts = 1", week),
        History.of(
                "nobody is heard of for a week, and the letter is in the trash",
                post -> {
                  Letter letter = post.letter("A").sent();
                  post.settles();
                  letter.trashedAfterSending();
                  post.settles();
                  post.waits(WEEK);
                },
                "A-B Envoyé le: sent",
                "A Mis en relation, B Complet",
                "made 1, left 0")
            .where(week));
  }

  private static void empty(Post post) {
    post.drafts().forEach(draft -> post.mailbox().discard(draft.id(), false));
  }
}
