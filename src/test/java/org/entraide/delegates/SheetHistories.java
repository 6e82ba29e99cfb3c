package org.entraide.delegates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What organisers and respondents do about an introduction. */
final class SheetHistories {

  static final List<History> ALL = all();

  private SheetHistories() {}

  private static List<History> all() {
    List<History> all = new ArrayList<>();
    for (String[] end :
        List.of(
            new String[] {"Acceptée", "accepted", "A Mis en relation, B Complet"},
            new String[] {"Refusée", "declined", "A En attente, B En attente"},
            new String[] {"Sans réponse", "no_answer", "A En attente, B En attente"},
            new String[] {"Terminée", "done", "A Terminé, B En attente"})) {
      boolean accepted = end[1].equals("accepted");
      all.add(
          outcome("a draft", end, post -> post.letter("A"), "", accepted ? 1 : 0)
              .orIfTheDraftMayBeHers(
                  "A-B " + end[0] + ": " + end[1] + (accepted ? "" : ", left.changed"),
                  end[2],
                  "made 1, left 1"));
      all.add(outcome("a letter", end, post -> post.letter("A").sent(), " le", 0));
      all.add(outcome("a discarded draft", end, post -> post.letter("A").discarded(), "", 0));
    }
    all.addAll(
        List.of(
            History.of(
                "the outcome of a letter is noted and taken back",
                post -> {
                  post.letter("A").sent();
                  post.settles();
                  post.outcome("A", "Acceptée");
                  post.settles();
                  post.outcome("A", "");
                },
                "A-B Envoyé le: sent",
                "A Mis en relation, B Complet",
                "made 1, left 0"),
            History.of(
                    "the outcome of a draft is noted and taken back",
                    post -> {
                      post.letter("A");
                      post.outcome("A", "Refusée");
                      post.settles();
                      post.outcome("A", "");
                    },
                    "A-B Retirée: withdrawn",
                    "A En attente, B En attente",
                    "made 1, left 0")
                .orIfTheDraftMayBeHers(
                    "A-B Brouillon prêt: drafted",
                    "A Brouillon prêt, B Brouillon prêt",
                    "made 1, left 1"),
            History.of(
                    "one declines, and there is somebody else",
                    post -> {
                      post.letter("A").sent();
                      post.settles();
                      post.outcome("A", "Refusée");
                    },
                    "A-B Refusée le: declined",
                    "A-D Brouillon prêt: drafted",
                    "A Brouillon prêt, B En attente, D Brouillon prêt",
                    "made 2, left 1")
                .among(People.TWO_HELPERS),
            History.of(
                    "two decline, and there is nobody else",
                    post -> {
                      post.letter("A").sent();
                      post.settles();
                      post.outcome("A", "Refusée");
                      post.letter("A").sent();
                      post.settles();
                      post.outcome("A", "Sans réponse");
                    },
                    "A-B Refusée le: declined",
                    "A-D Sans réponse le: no_answer",
                    "A En attente, B En attente, D En attente",
                    "made 2, left 0")
                .among(People.TWO_HELPERS),
            History.of(
                    "somebody with an untouched draft is withdrawn",
                    post -> {
                      post.letter("A");
                      post.instructs("A", "Retirer");
                    },
                    "A-B Retirée: withdrawn, left.withdrawn@A",
                    "A Retiré, B En attente",
                    "made 1, left 0")
                .orIfTheDraftMayBeHers(
                    "A-B Retirée: withdrawn.draft, left.withdrawn@A",
                    "A Retiré, B En attente",
                    "made 1, left 1"),
            History.of(
                    "somebody with an untouched draft is withdrawn, and there is somebody else",
                    post -> {
                      post.letter("A");
                      post.instructs("B", "Retirer");
                    },
                    "A-B Retirée: withdrawn, left.withdrawn@B",
                    "A-D Brouillon prêt: drafted",
                    "A Brouillon prêt, B Retiré, D Brouillon prêt",
                    "made 2, left 1")
                .among(People.TWO_HELPERS)
                .orIfTheDraftMayBeHers(
                    "A-B Retirée: withdrawn.draft, left.withdrawn@B",
                    "A-D Brouillon prêt: drafted",
                    "A Brouillon prêt, B Retiré, D Brouillon prêt",
                    "made 2, left 2"),
            History.of(
                "somebody with a changed draft is withdrawn",
                post -> {
                  post.letter("A").rewritten("Bonjour");
                  post.settles();
                  post.instructs("A", "Retirer");
                },
                "A-B Retirée: withdrawn.draft, left.withdrawn@A",
                "A Retiré, B En attente",
                "made 1, left 1"),
            History.of(
                "somebody is withdrawn in the minute in which the draft is changed",
                post -> {
                  Letter letter = post.letter("A");
                  post.instructs("A", "Retirer");
                  letter.rewritten("Bonjour");
                },
                "A-B Retirée: withdrawn.draft, left.withdrawn@A",
                "A Retiré, B En attente",
                "made 1, left 1"),
            History.of(
                "somebody with a changed draft is withdrawn, and the delegate throws it away",
                post -> {
                  Letter letter = post.letter("A").rewritten("Bonjour");
                  post.instructs("A", "Retirer");
                  post.settles();
                  letter.discarded();
                },
                "A-B Retirée: withdrawn, left.withdrawn@A",
                "A Retiré, B En attente",
                "made 1, left 0"),
            History.of(
                "somebody with a changed draft is withdrawn, and the delegate sends it",
                post -> {
                  Letter letter = post.letter("A").rewritten("Bonjour");
                  post.instructs("A", "Retirer");
                  post.settles();
                  letter.sent();
                },
                "A-B Envoyé le: sent, left.letter@A",
                "A Retiré, B Complet",
                "made 1, left 0"),
            History.of(
                "somebody is withdrawn whose letter waits for its hour",
                post -> {
                  post.letter("A").scheduled(false);
                  post.settles();
                  post.instructs("A", "Retirer");
                },
                "A-B Retirée: withdrawn.scheduled, left.withdrawn@A",
                "A Retiré, B En attente",
                "made 1, left 0"),
            History.of(
                "somebody is withdrawn whose letter waits for its hour, and it is thrown away",
                post -> {
                  Letter letter = post.letter("A").scheduled(false);
                  post.settles();
                  post.instructs("A", "Retirer");
                  post.settles();
                  letter.purged();
                },
                "A-B Retirée: withdrawn, left.withdrawn@A",
                "A Retiré, B En attente",
                "made 1, left 0"),
            History.of(
                "somebody is withdrawn whose letter waits for its hour, and the hour comes",
                post -> {
                  Letter letter = post.letter("A").scheduled(false);
                  post.settles();
                  post.instructs("A", "Retirer");
                  post.settles();
                  letter.due();
                },
                "A-B Envoyé le: sent, left.letter@A",
                "A Retiré, B Complet",
                "made 1, left 0"),
            History.of(
                "somebody with a sent letter is withdrawn",
                post -> {
                  post.letter("A").sent();
                  post.settles();
                  post.instructs("A", "Retirer");
                },
                "A-B Envoyé le: sent, left.letter@A",
                "A Retiré, B Complet",
                "made 1, left 0"),
            History.of(
                    "somebody with an untouched draft is barred",
                    post -> {
                      post.letter("A");
                      post.instructs("B", "Exclu");
                    },
                    "A-B Retirée: withdrawn, left.withdrawn@B",
                    "A En attente, B Exclu",
                    "made 1, left 0")
                .orIfTheDraftMayBeHers(
                    "A-B Retirée: withdrawn.draft, left.withdrawn@B",
                    "A En attente, B Exclu",
                    "made 1, left 1"),
            History.of(
                "somebody with a draft takes a break",
                post -> {
                  post.letter("A");
                  post.instructs("B", "Pause");
                },
                "A-B Brouillon prêt: drafted",
                "A Brouillon prêt, B En pause",
                "made 1, left 1"),
            History.of(
                    "somebody is withdrawn, and comes back",
                    post -> {
                      post.letter("A");
                      post.instructs("A", "Retirer");
                      post.settles();
                      post.instructs("A", "");
                    },
                    "A-B Retirée: withdrawn",
                    "A En attente, B En attente",
                    "made 1, left 0")
                .orIfTheDraftMayBeHers(
                    "A-B Retirée: withdrawn.draft", "A En attente, B En attente", "made 1, left 1"),
            History.of(
                    "somebody takes back their consent",
                    post -> {
                      post.letter("A");
                      post.consents("A", "Non");
                    },
                    "A-B Retirée: withdrawn, left.withdrawn@A",
                    "A Incomplet, B En attente",
                    "made 1, left 0")
                .orIfTheDraftMayBeHers(
                    "A-B Retirée: withdrawn.draft, left.withdrawn@A",
                    "A Incomplet, B En attente",
                    "made 1, left 1"),
            History.of(
                "somebody's consent is no longer answered",
                post -> {
                  post.letter("A");
                  post.consents("A", "");
                },
                "A-B Brouillon prêt: drafted, left.draft@A",
                "A Incomplet, B Brouillon prêt",
                "made 1, left 1"),
            History.of(
                "somebody's row is gone for five minutes",
                post -> {
                  post.letter("A");
                  post.deletesRow("A");
                  post.settles();
                  post.waits(Duration.ofMinutes(5));
                  post.settles();
                  post.undoes();
                },
                "A-B Brouillon prêt: drafted",
                "A Brouillon prêt, B Brouillon prêt",
                "made 1, left 1"),
            History.of(
                    "somebody's row is gone for good",
                    post -> {
                      post.letter("A");
                      post.deletesRow("A");
                      post.graceEnds();
                    },
                    "?-B Retirée: withdrawn, gone.withdrawn@?",
                    "B En attente",
                    "made 1, left 0")
                .orIfTheDraftMayBeHers(
                    "?-B Retirée: withdrawn.draft, gone.withdrawn@?",
                    "B En attente",
                    "made 1, left 1"),
            History.of(
                    "neither has an e-mail address",
                    Post::graceEnds,
                    "A-B En préparation: ring",
                    "A Proposé, B Proposé",
                    "made 0, left 0")
                .among(People.NONE_WITH_MAIL),
            History.of(
                    "neither has an e-mail address, and the outcome is noted",
                    post -> {
                      post.graceEnds();
                      post.outcome("A", "Acceptée");
                    },
                    "A-B Acceptée: accepted",
                    "A Mis en relation, B Complet",
                    "made 0, left 0")
                .among(People.NONE_WITH_MAIL),
            History.of(
                    "neither has an e-mail address, and one of them is withdrawn",
                    post -> {
                      post.graceEnds();
                      post.instructs("A", "Retirer");
                    },
                    "A-B Retirée: withdrawn, left.withdrawn@A",
                    "A Retiré, B En attente",
                    "made 0, left 0")
                .among(People.NONE_WITH_MAIL),
            History.of(
                    "only one draft may wait",
                    post -> post.letter("A"),
                    "A-B Brouillon prêt: drafted",
                    "A Brouillon prêt, B Brouillon prêt, C Proposé, D Proposé, E Proposé, F"
                        + " Proposé",
                    "made 1, left 1")
                .among(People.THREE_PAIRS)
                .where("max_waiting_drafts = 1"),
            History.of(
                    "only one draft may wait, and the first was sent",
                    post -> {
                      post.letter("A").sent();
                      post.letter("C");
                    },
                    "A-B Envoyé le: sent",
                    "C-D Brouillon prêt: drafted",
                    "A Mis en relation, B Complet, C Brouillon prêt, D Brouillon prêt, E Proposé,"
                        + " F Proposé",
                    "made 2, left 1")
                .among(People.THREE_PAIRS)
                .where("max_waiting_drafts = 1"),
            History.of(
                    "only one draft may wait, and one is urgent",
                    post -> {
                      Letter first = post.letter("A");
                      post.instructs("E", "Prioritaire");
                      post.settles();
                      first.sent();
                      post.letter("E");
                    },
                    "A-B Envoyé le: sent",
                    "E-F Brouillon prêt: drafted",
                    "A Mis en relation, B Complet, C Proposé, D Proposé, E Brouillon prêt,"
                        + " F Brouillon prêt",
                    "made 2, left 1")
                .among(People.THREE_PAIRS)
                .where("max_waiting_drafts = 1")));
    return List.copyOf(all);
  }

  private static History outcome(
      String what, String[] end, Consumer<Post> before, String on, int left) {
    return History.of(
        "the outcome of " + what + " is noted: " + end[0],
        post -> {
          before.accept(post);
          post.graceEnds();
          post.outcome("A", end[0]);
        },
        "A-B " + end[0] + on + ": " + end[1],
        end[2],
        "made 1, left " + left);
  }
}
