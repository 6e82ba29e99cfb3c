package org.entraide.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.entraide.faults.RequestKind.Family;

/** What was seen, as tables in Markdown. */
final class FaultTable {

  private static final String HEAD =
      """
      | request | fault | this cycle | the next | rows | log |
      |---|---|---|---|---|---|
      """;

  private final List<Outcome> outcomes;

  FaultTable(Collection<Outcome> outcomes) {
    this.outcomes = List.copyOf(outcomes);
  }

  /** Each kind of request with each fault. */
  String whole() {
    StringBuilder table = new StringBuilder(HEAD);
    for (Outcome outcome : outcomes) {
      Outcome.Case of = outcome.of();
      List<String> row = new ArrayList<>(List.of(of.kind().words()));
      row.add(of.fault().words() + (of.lasting() ? ", lasting" : ""));
      row.addAll(cells(outcome));
      table.append(row(row));
    }
    return table.toString();
  }

  /** Requests that are answered alike together. */
  String byFamily() {
    StringBuilder table = new StringBuilder();
    for (Family family : Family.values()) {
      table
          .append("\n### ")
          .append(family.name().charAt(0))
          .append(family.name().substring(1).toLowerCase(Locale.ROOT))
          .append("\n\n")
          .append(HEAD.replace("request | fault", "fault | requests"));
      for (Fault fault : Fault.values()) {
        for (boolean lasting : new boolean[] {false, true}) {
          Map<List<String>, List<Outcome>> alike = new LinkedHashMap<>();
          outcomes.stream()
              .filter(o -> is(o, family, fault, lasting))
              .forEach(o -> alike.computeIfAbsent(cells(o), k -> new ArrayList<>()).add(o));
          String name = fault.words() + (lasting ? ", lasting" : "");
          alike.forEach(
              (cells, these) -> {
                List<String> row = new ArrayList<>(List.of(name));
                row.add(alike.size() == 1 ? "all" : kinds(these));
                row.addAll(cells);
                table.append(row(row));
              });
        }
      }
    }
    return table.toString();
  }

  private static boolean is(Outcome outcome, Family family, Fault fault, boolean lasting) {
    Outcome.Case of = outcome.of();
    return of.kind().family() == family && of.fault() == fault && of.lasting() == lasting;
  }

  private static List<String> cells(Outcome outcome) {
    return List.of(outcome.thisPass(), outcome.nextPass(), outcome.rows(), outcome.log());
  }

  private static String kinds(List<Outcome> outcomes) {
    return String.join(", ", outcomes.stream().map(o -> o.of().kind().words()).toList());
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.isEmpty() ? "–" : cell)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
