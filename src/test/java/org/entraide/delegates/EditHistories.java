package org.entraide.delegates;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What delegates do with a draft before it is sent. */
final class EditHistories {

  static final List<History> ALL =
      List.of(
          History.of(
              "she leaves the draft as it is",
              post -> post.letter("A"),
              "A-B Brouillon prêt: drafted",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she changes a word",
              post -> post.letter("A").rewritten("Bonjour à vous deux"),
              "A-B Brouillon prêt: drafted",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she changes the draft five times",
              post -> {
                Letter letter = post.letter("A");
                for (int i = 0; i < 5; i++) {
                  letter.rewritten("Bonjour, " + i);
                  post.cycle();
                }
              },
              "A-B Brouillon prêt: drafted",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she changes the subject",
              post -> {
                post.letter("A");
                post.letter("A").retitled("Pour vos courses [" + post.introduction("A") + "]");
              },
              "A-B Brouillon prêt: drafted",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she takes the reference out of the subject",
              post -> {
                Letter letter = post.letter("A").retitled("Pour vos courses");
                post.settles();
                letter.rewritten("Bonjour");
              },
              "A-B Brouillon prêt: drafted",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she throws the draft away",
              post -> post.letter("A").discarded(),
              "A-B Écartée: discarded",
              "A En attente, B En attente",
              "made 1, left 0"),
          History.of(
              "she puts the draft into the trash",
              post -> post.letter("A").trashed(),
              "A-B Écartée: discarded",
              "A En attente, B En attente",
              "made 1, left 0"),
          History.of(
              "she puts the draft into the trash and takes it out again at once",
              post -> {
                Letter letter = post.letter("A").trashed();
                post.cycle();
                letter.restored();
              },
              "A-B Brouillon prêt: drafted",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she takes a draft out of the trash that counted as discarded",
              post -> {
                Letter letter = post.letter("A").trashed();
                post.graceEnds();
                letter.restored();
              },
              "A-B Brouillon prêt: drafted",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she empties the trash with the draft in it",
              post -> {
                Letter letter = post.letter("A").trashed();
                post.settles();
                letter.purged();
              },
              "A-B Écartée: discarded",
              "A En attente, B En attente",
              "made 1, left 0"),
          History.of(
              "she takes the draft out of the trash and sends it",
              post -> {
                Letter letter = post.letter("A").trashed();
                post.graceEnds();
                letter.restored().sent();
              },
              "A-B Envoyé le: sent",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
              "she archives the draft and stars it",
              post -> post.letter("A").labelled(Set.of("STARRED"), Set.of("INBOX")),
              "A-B Brouillon prêt: drafted",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she takes one of the recipients out",
              post -> post.letter("A").addressed(post.address("B")),
              "A-B Brouillon prêt: drafted, unaddressed@A",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she takes one of the recipients out and sends",
              post -> post.letter("A").addressed(post.address("A")).sent(),
              "A-B Envoyé le: sent, unaddressed@B",
              "A Mis en relation, B Complet",
              "made 1, left 0"),
          History.of(
              "she writes to somebody else instead",
              post -> post.letter("A").addressed("voisin@example.org"),
              "A-B Brouillon prêt: drafted, unaddressed@A, unaddressed@B, others",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she adds somebody",
              post ->
                  post.letter("A")
                      .addressed(
                          post.address("A") + ", " + post.address("B") + ", voisin@example.org"),
              "A-B Brouillon prêt: drafted, others",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
              "she takes one of the recipients out and puts it back",
              post -> {
                Letter letter = post.letter("A").addressed(post.address("B"));
                post.settles();
                letter.addressed(post.address("A") + ", " + post.address("B"));
              },
              "A-B Brouillon prêt: drafted",
              "A Brouillon prêt, B Brouillon prêt",
              "made 1, left 1"),
          History.of(
                  "she throws the draft away, and there is somebody else",
                  post -> post.letter("A").discarded(),
                  "A-B Écartée: discarded",
                  "A-D Brouillon prêt: drafted",
                  "A Brouillon prêt, B En attente, D Brouillon prêt",
                  "made 2, left 1")
              .among(People.TWO_HELPERS),
          History.of(
              "she throws the draft away ten minutes after she changed it",
              post -> {
                Letter letter = post.letter("A").rewritten("Bonjour");
                post.waits(Duration.ofMinutes(10));
                post.settles();
                letter.discarded();
              },
              "A-B Écartée: discarded",
              "A En attente, B En attente",
              "made 1, left 0"));

  private EditHistories() {}
}
