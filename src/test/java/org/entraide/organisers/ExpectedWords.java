package org.entraide.organisers;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What rows and entries say of what is asked, and of introductions. */
final class ExpectedWords {

  /** What an instruction makes of a status, the gravest first; every spelling that is used here. */
  private static final Map<String, String> STATUS_OF_INSTRUCTION = new LinkedHashMap<>();

  static {
    STATUS_OF_INSTRUCTION.put("exclu", "Exclu");
    STATUS_OF_INSTRUCTION.put("barred", "Exclu");
    STATUS_OF_INSTRUCTION.put("retirer", "Retiré");
    STATUS_OF_INSTRUCTION.put("withdraw", "Retiré");
    STATUS_OF_INSTRUCTION.put("orienté ailleurs", "Orienté ailleurs");
    STATUS_OF_INSTRUCTION.put("signposted", "Orienté ailleurs");
    STATUS_OF_INSTRUCTION.put("pause", "En pause");
  }

  static final Set<String> ORDERED = new HashSet<>(STATUS_OF_INSTRUCTION.values());

  static final Set<String> STATUSES =
      Set.of(
          "Incomplet",
          "Lieu à préciser",
          "En attente",
          "Proposé",
          "Brouillon prêt",
          "Mis en relation",
          "Disponible",
          "Terminé",
          "Plus de place",
          "Doublon",
          "En pause",
          "Retiré",
          "Orienté ailleurs",
          "Exclu");

  static final Set<String> STATES =
      Set.of(
          "En préparation",
          "Brouillon prêt",
          "Envoyée",
          "Adresse refusée",
          "Acceptée",
          "Refusée",
          "Sans réponse",
          "Terminée",
          "Écartée",
          "Retirée");

  /** Whether that is a status that counts as an instruction where somebody types it. */
  static boolean isOrdered(String status) {
    return ORDERED.contains(status);
  }

  /** The status that the instructions of a cell ask for; empty for none. */
  static String ordered(String instructions) {
    Set<String> words = new HashSet<>();
    for (String word : instructions.split("[,;\n]", -1)) {
      words.add(word.strip().toLowerCase(Locale.ROOT));
    }
    return STATUS_OF_INSTRUCTION.entrySet().stream()
        .filter(e -> words.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private ExpectedWords() {}
}
