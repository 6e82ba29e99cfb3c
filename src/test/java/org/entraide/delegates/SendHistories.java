package org.entraide.delegates;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.entraide.sandbox.office.SendMode;

/** What becomes of a letter that a delegate sends. */
final class SendHistories {

  private static final String[] SENT = {
    "A-B Envoyé le: sent", "A Mis en relation, B Complet", "made 1, left 0"
  };
  private static final String[] DRAFTED = {
    "A-B Brouillon prêt: drafted", "A Brouillon prêt, B Brouillon prêt", "made 1, left 1"
  };

  static final List<History> ALL =
      List.of(
          History.of(
              "she sends it, and Gmail makes another message of it",
              post -> post.letter("A").sent(SendMode.SEND_404_NEWID),
              SENT),
          History.of(
              "she sends it, and the draft's wrapper outlives that",
              post -> post.letter("A").sent(SendMode.SEND_WRAPPER_KEPT),
              SENT),
          History.of(
              "she sends it, and only the labels change",
              post -> post.letter("A").sent(SendMode.SEND_SAMEID_LABELSWAP),
              SENT),
          History.of(
              "she changes it and sends it between two cycles",
              post -> post.letter("A").rewritten("Bonjour").sent(),
              SENT),
          History.of(
              "she changes the subject and sends it between two cycles",
              post -> {
                Letter letter = post.letter("A");
                letter.retitled("Vos courses [" + post.introduction("A") + "]").sent();
              },
              SENT),
          History.of(
              "she takes the reference out of the subject and sends it a cycle later",
              post -> {
                Letter letter = post.letter("A").retitled("Vos courses");
                post.settles();
                letter.sent();
              },
              SENT),
          History.of(
              "she takes the reference out of the subject and sends it between two cycles",
              post -> post.letter("A").retitled("Vos courses").sent(),
              SENT),
          History.of(
              "she lets it wait for its hour",
              post -> post.letter("A").scheduled(false),
              "A-B Brouillon prêt: scheduled",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 0"),
          History.of(
              "she lets it wait for its hour, and the hour comes",
              post -> {
                Letter letter = post.letter("A").scheduled(false);
                post.graceEnds();
                letter.due();
              },
              SENT),
          History.of(
              "she lets it wait for its hour, which the API does not show, and the hour comes",
              post -> {
                Letter letter = post.letter("A").scheduled(true);
                post.graceEnds();
                letter.due();
              },
              SENT),
          History.of(
              "she lets it wait for its hour, and thinks better of it",
              post -> {
                Letter letter = post.letter("A").scheduled(false);
                post.graceEnds();
                letter.undone();
              },
              DRAFTED),
          History.of(
              "she lets it wait for its hour, which the API does not show, and thinks better of it",
              post -> {
                Letter letter = post.letter("A").scheduled(true);
                post.graceEnds();
                letter.undone();
              },
              DRAFTED),
          History.of(
              "she sends it from another program", post -> post.letter("A").sentElsewhere(), SENT),
          History.of(
              "she sends a copy, and the draft stays",
              post -> post.letter("A").copied(),
              "A-B Envoyé le: sent, copied",
              "A Mis en relation, B Complet",
              "made 1, left 1"),
          History.of(
              "she sends a copy, and throws the draft away later",
              post -> {
                Letter letter = post.letter("A").copied();
                post.settles();
                letter.discarded();
              },
              SENT),
          History.of(
              "she sends a copy, and puts the draft into the trash later",
              post -> {
                Letter letter = post.letter("A").copied();
                post.settles();
                letter.trashed();
              },
              SENT),
          History.of(
              "she sends it and undoes that at once",
              post -> post.letter("A").sent().undone(),
              DRAFTED),
          History.of(
              "she sends it and undoes that after a cycle",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.undone();
              },
              DRAFTED),
          History.of(
              "she sends it, undoes that, changes it and sends it again",
              post -> {
                Letter letter = post.letter("A").sent();
                post.cycle();
                letter.undone();
                post.cycle();
                letter.rewritten("Bonjour");
                post.cycle();
                letter.sent();
              },
              SENT),
          History.of(
                  "she sends it, undoes that and throws it away",
                  post -> {
                    Letter letter = post.letter("A").sent();
                    post.cycle();
                    letter.undone();
                    post.cycle();
                    letter.discarded();
                  },
                  "A-B Écartée: discarded",
                  "A En attente, B En attente",
                  "made 1, left 0")
              .orIfNobodyLooked( // as if she had emptied the trash after sending
                  "A-B Envoyé le: sent", "A Mis en relation, B Complet", "made 1, left 0"),
          History.of(
              "she sends it, undoes that and puts it into the trash before anybody looks",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.undone().trashed();
              },
              "A-B Écartée: discarded",
              "A En attente, B En attente",
              "made 1, left 0"),
          History.of(
              "the history expires while she undoes that she sent it and puts it into the trash",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.undone().trashed();
                post.forgetsHistory();
              },
              "A-B Écartée: discarded",
              "A En attente, B En attente",
              "made 1, left 0"),
          History.of(
              "she stars the letter that she sent, and archives it",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.labelled(Set.of("STARRED"), Set.of("INBOX"));
              },
              SENT),
          History.of(
              "she puts the letter that she sent into the trash",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.labelled(Set.of("TRASH"), Set.of());
              },
              SENT),
          History.of(
              "she deletes the letter that she sent for good",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.purged();
              },
              SENT),
          bounced("one address is refused", "refused@B", (post, l) -> l.bounces(post.address("B"))),
          bounced(
              "both addresses are refused",
              "refused@A, refused@B",
              (post, l) -> l.bounces(post.address("A")).bounces(post.address("B"))),
          bounced(
              "an address is refused, and nobody says which",
              "bounced",
              (post, l) -> l.bouncesWithoutAddress()),
          bounced(
              "somebody answers, and the other's address is refused",
              "refused@B, answered",
              (post, l) -> l.answered(post.address("A")).bounces(post.address("B"))),
          History.of(
              "the address of somebody whom she added is refused",
              post -> {
                Letter letter =
                    post.letter("A")
                        .addressed(
                            post.address("A") + ", " + post.address("B") + ", voisin@example.org")
                        .sent();
                post.settles();
                letter.bounces("voisin@example.org");
              },
              "A-B Envoyé le: sent, others, other_refused",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
              "the address of somebody whom she added is refused, and that of one of the two",
              post -> {
                Letter letter =
                    post.letter("A")
                        .addressed(
                            post.address("A") + ", " + post.address("B") + ", voisin@example.org")
                        .sent();
                post.settles();
                letter.bounces("voisin@example.org").bounces(post.address("B"));
              },
              "A-B Adresse refusée le: refused@B, others",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
              "the address that one of the two has mail passed on to is refused",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.bounces("ailleurs@example.org");
              },
              "A-B Adresse refusée le: bounced",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
              "the delivery is late",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.isLate();
              },
              SENT),
          History.of(
              "the delivery is late, and the letter was deleted from the mailbox",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.isLate().purged();
              },
              SENT),
          History.of(
              "somebody forges a notice that the address is refused",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                post.receives(
                    "mailer-daemon@example.com",
                    "Delivery failed: Re: [" + post.introduction("A") + "]");
                letter.labelled(Set.of("STARRED"), Set.of());
              },
              SENT),
          History.of(
              "somebody answers",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.answered(post.address("A"));
              },
              "A-B Envoyé le: sent, answered",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
              "somebody answers before the daemon saw that it was sent",
              post -> post.letter("A").sent().answered(post.address("A")),
              "A-B Envoyé le: sent, answered",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
              "a machine answers that somebody is away",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.answeredByAMachine(post.address("A"));
              },
              SENT),
          History.of(
              "an answer comes that Gmail takes for spam",
              post -> {
                Letter letter = post.letter("A").sent();
                post.settles();
                letter.answeredAsSpam("spammer@example.com");
              },
              SENT));

  private SendHistories() {}

  private static History bounced(String name, String keys, BiConsumer<Post, Letter> notice) {
    return History.of(
        name,
        post -> {
          Letter letter = post.letter("A").sent();
          post.settles();
          notice.accept(post, letter);
        },
        "A-B Adresse refusée le: " + keys,
        "A Mis en relation, B Complet",
        "made 1, left 0");
  }
}
