package org.entraide.delegates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What histories end with where only the ledger remembers: whom a letter was written to and which
 * address was refused are in the journal alone.
 */
final class Forgotten {

  private static final String[] DRAFTED = {
    "A-B Brouillon prêt: drafted", "A Brouillon prêt, B Brouillon prêt", "made 1, left 1"
  };
  private static final Map<String, List<String>> ENDS = ends();

  private Forgotten() {}

  static List<String> end(History history) {
    return ENDS.getOrDefault(history.name(), history.end());
  }

  private static Map<String, List<String>> ends() {
    Map<String, List<String>> ends = new HashMap<>();
    ends.put(
        "she takes the reference out of the subject",
        List.of("A-B Écartée: discarded", "A En attente, B En attente", "made 1, left 1"));
    ends.put(
        "another mailbox answers under the address",
        List.of("A-B Écartée: discarded", "A En attente, B En attente", "made 1, left 0"));
    for (String name :
        List.of(
            "she takes one of the recipients out",
            "she writes to somebody else instead",
            "she adds somebody",
            "she takes both recipients out",
            "the history expires while it is changed")) {
      ends.put(name, List.of(DRAFTED));
    }
    ends.put(
        "somebody's row is gone for good",
        List.of("?-B Retirée: withdrawn", "B En attente", "made 1, left 0"));
    ends.put("she takes one of the recipients out and sends", sent("Envoyé le: sent"));
    ends.put(
        "she wrote to one of the two alone, and nobody is heard of for a week",
        sent("Envoyé le: sent"));
    for (String name :
        List.of(
            "one address is refused",
            "both addresses are refused",
            "an address is refused, and nobody says which",
            "the address of somebody whom she added is refused, and that of one of the two",
            "the address that one of the two has mail passed on to is refused",
            "the history expires while an address is refused")) {
      ends.put(name, sent("Adresse refusée le: bounced"));
    }
    // why it was taken back is in the journal alone
    ends.put(
        "an outcome is corrected after another draft was made, and changed",
        List.of(
            "A-B Acceptée le: accepted",
            "A-D Retirée: withdrawn.draft",
            "A Mis en relation, B Complet, D En attente",
            "made 2, left 1"));
    ends.put(
        "an outcome is corrected after another draft was made",
        List.of(
            "A-B Acceptée le: accepted",
            "A-D Retirée: withdrawn",
            "A Mis en relation, B Complet, D En attente",
            "made 2, left 0"));
    ends.put(
        "an outcome is corrected after the helper's place went to somebody else",
        List.of(
            "A-B Acceptée le: accepted",
            "C-B Retirée: withdrawn",
            "A Mis en relation, B Complet, C En attente",
            "made 2, left 0"));
    ends.put(
        "a tick is taken back after the draft was made that asks for it",
        List.of("A-B Retirée: withdrawn", "A En attente, B En attente", "made 1, left 0"));
    ends.put(
        "a tick is taken back after the draft was changed that asks for it",
        List.of("A-B Retirée: withdrawn.draft", "A En attente, B En attente", "made 1, left 1"));
    // nobody knows whom she added: it may be one of the two that is refused
    ends.put(
        "the address of somebody whom she added is refused", sent("Adresse refusée le: bounced"));
    ends.put(
        "somebody answers, and the other's address is refused",
        sent("Adresse refusée le: bounced, answered"));
    return ends;
  }

  private static List<String> sent(String words) {
    return List.of("A-B " + words, "A Mis en relation, B Complet", "made 1, left 0");
  }
}
