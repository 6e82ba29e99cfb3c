package org.entraide.campaign.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entraide.plan.letter.Letter;
import org.entraide.testkit.PointedRef;

/** What a campaign shows: its rows, its ledger, its dashboard and its letters. */
public abstract class ShownWorld {

  public static final int ANSWERS = 7;
  public static final int LEDGER = 741_852_001;
  public static final int DASHBOARD = 741_852_003;
  public static final int TODO = 741_852_004;
  public static final String NAME = "Nom et prénom";
  public final MemoryTable table;
  final Map<String, MemoryMailbox> mailboxes = new TreeMap<>();
  public final String name;

  ShownWorld(String name, MemoryTable table) {
    this.name = name;
    this.table = table;
  }

  // ---- what people see

  /**
   * Every cell of our own by name and title, references told as the names they stand for. What is
   * listed is sorted: introductions of one moment are told in the order of their references.
   */
  public Map<String, Map<String, String>> shown() {
    Map<String, String> names = names();
    Map<String, Map<String, String>> shown = new TreeMap<>();
    for (int row = 1; row < table.rowCount(ANSWERS); row++) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (String title :
          List.of("Réf", "Statut", "Lieu compris", "Mise en relation", "Explication")) {
        cells.put(title, sorted(withNames(table.text(ANSWERS, row, title), names)));
      }
      shown.put(row + " " + table.text(ANSWERS, row, NAME), cells);
    }
    return shown;
  }

  /** The status of each person, of the row that counts last in the sheet. */
  public Map<String, String> statuses() {
    Map<String, String> statuses = new TreeMap<>();
    for (int row = 1; row < table.rowCount(ANSWERS); row++) {
      String status = table.text(ANSWERS, row, "Statut");
      statuses.merge(table.text(ANSWERS, row, NAME), status, (a, b) -> a.equals("Doublon") ? b : a);
    }
    return statuses;
  }

  public String shown(String who, String title) {
    for (int row = table.rowCount(ANSWERS) - 1; row > 0; row--) {
      if (table.text(ANSWERS, row, NAME).equals(who)) {
        return table.text(ANSWERS, row, title);
      }
    }
    throw new IllegalArgumentException("Nobody is called so.");
  }

  public int rowOf(String who) {
    for (int row = table.rowCount(ANSWERS) - 1; row > 0; row--) {
      if (table.text(ANSWERS, row, NAME).equals(who)) {
        return row;
      }
    }
    throw new IllegalArgumentException("Nobody is called so.");
  }

  private static String sorted(String list) {
    String items = list.replaceFirst("^(\\d+ mises en relation)\u202f: ([^.]*)\\.", "$1. $2.");
    return String.join(" ", Stream.of(items.split("(?<=\\.) |\u202f; |(?=\\.)")).sorted().toList());
  }

  private Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (int row = 1; row < table.rowCount(ANSWERS); row++) {
      names.put(table.text(ANSWERS, row, "Réf"), table.text(ANSWERS, row, NAME));
    }
    return names;
  }

  /** The dashboard, row by row, references told as the names they stand for. */
  public List<String> dashboard() {
    return rows(DASHBOARD);
  }

  /** What people must do, row by row, as À faire says it. */
  public List<String> todo() {
    return rows(TODO);
  }

  private List<String> rows(int tab) {
    Map<String, String> names = names();
    List<String> rows = new ArrayList<>();
    for (int row = 0; table.has(tab) && row < table.rowCount(tab); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < 4; column++) {
        cells.add(withNames(table.text(tab, row, column), names));
      }
      rows.add(String.join(" | ", cells));
    }
    return rows;
  }

  /** The ledger's entries: {@code person, helper: state}, in an order of their own. */
  public List<String> ledger() {
    Map<String, String> names = names();
    List<String> entries = new ArrayList<>();
    for (int row = 1; row < table.rowCount(LEDGER); row++) {
      entries.add(
          names.get(PointedRef.of(table.text(LEDGER, row, "Personne")))
              + ", "
              + names.get(PointedRef.of(table.text(LEDGER, row, "Bénévole")))
              + ": "
              + table.text(LEDGER, row, "État"));
    }
    return entries.stream().sorted().toList();
  }

  /** The reference of an introduction. */
  public String introduction(String person, String helper) {
    Map<String, String> names = names();
    for (int row = 1; row < table.rowCount(LEDGER); row++) {
      if (person.equals(names.get(PointedRef.of(table.text(LEDGER, row, "Personne"))))
          && helper.equals(names.get(PointedRef.of(table.text(LEDGER, row, "Bénévole"))))) {
        return table.text(LEDGER, row, "Réf");
      }
    }
    throw new IllegalArgumentException("The two were never introduced.");
  }

  public int ledgerRow(String introduction) {
    for (int row = 1; row < table.rowCount(LEDGER); row++) {
      if (table.text(LEDGER, row, "Réf").equals(introduction)) {
        return row;
      }
    }
    throw new IllegalArgumentException("No such introduction.");
  }

  public List<String> ledgerReferences() {
    List<String> references = new ArrayList<>();
    for (int row = 1; row < table.rowCount(LEDGER); row++) {
      references.add(table.text(LEDGER, row, "Réf"));
    }
    return references;
  }

  /** Whom each letter that was ever left is addressed to, in an order of their own. */
  public List<List<String>> letters() {
    return mailboxes.values().stream()
        .flatMap(m -> m.letters().stream())
        .map(l -> l.to().stream().map(Letter.Recipient::name).toList())
        .sorted(Comparator.comparing(List::toString))
        .toList();
  }

  private String withNames(String text, Map<String, String> names) {
    String plain = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      if (!name.getKey().isEmpty()) {
        plain = plain.replace(PointedRef.label(name.getValue(), name.getKey()), name.getValue());
        plain =
            plain.replaceAll("(?<![A-Z0-9-])" + name.getKey() + "(?![A-Z0-9])", name.getValue());
      }
    }
    return plain.replaceAll("M-[0-9A-Z]{5,6}", "M");
  }
}
