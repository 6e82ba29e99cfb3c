package org.entraide.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * All that people see in the end, with their names instead of references, which chance gives: rows,
 * ledger, drafts and sent mail. Without days and times of day.
 */
@NullMarked
final class Sight {

  private static final List<String> SHOWN =
      List.of("Statut", "Lieu compris", "Mise en relation", "Explication");

  private final Map<String, String> names = new LinkedHashMap<>();

  private Sight() {}

  static List<String> of(World world) {
    return new Sight().lines(world);
  }

  private List<String> lines(World world) {
    Grid answers = world.answers();
    Grid ledger = world.ledger();
    answers.lines().forEach(line -> names.put(line.ref(), name(line.get(World.EMAIL))));
    // longer ones first: an introduction's reference ends like a person's
    Map<String, String> all = new LinkedHashMap<>();
    for (Grid.Line line : ledger.lines()) {
      all.put(line.ref(), named(line.get("Personne")) + ">" + named(line.get("Bénévole")));
    }
    all.putAll(names);
    names.clear();
    names.putAll(all);
    List<String> lines = new ArrayList<>();
    for (Grid.Line line : answers.lines()) {
      List<String> cells = SHOWN.stream().map(title -> named(line.get(title))).toList();
      lines.add("row " + name(line.get(World.EMAIL)) + ": " + String.join(" | ", cells));
    }
    for (Grid.Line line : ledger.lines()) {
      Map<String, String> cells = new LinkedHashMap<>(line.cells());
      cells.remove("Contrôle"); // hashes of what chance gave
      lines.add("ledger " + named(String.join(" | ", cells.values())));
    }
    JsonNode mailbox = world.mailbox();
    for (String kind : List.of("drafts", "sent")) {
      for (JsonNode mail : mailbox.path(kind)) {
        lines.add(kind + " " + named(mail.path("subject").asText() + mail.path("to")));
      }
    }
    return lines.stream().sorted().toList();
  }

  private static String name(String email) {
    return email.substring(0, Math.max(0, email.indexOf('@')));
  }

  private String named(String text) {
    String named =
        text.replaceAll("\\d{1,4}[/-]\\d{1,2}[/-]\\d{2,4}( \\d{1,2}:\\d{2}(:\\d{2})?)?", "#");
    for (Map.Entry<String, String> name : names.entrySet()) {
      if (!name.getKey().isEmpty()) {
        named = named.replace(name.getKey(), name.getValue());
      }
    }
    return named;
  }
}
