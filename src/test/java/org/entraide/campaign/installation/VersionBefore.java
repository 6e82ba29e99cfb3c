package org.entraide.campaign.installation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.MemoryGrid;
import org.entraide.campaign.world.Titles;
import org.entraide.campaign.world.World;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.table.Area;
import org.entraide.table.Decorations;
import org.entraide.text.Texts;

/**
 * Makes a sheet, and its journal, what the version before the words « Disponible » and « Plus de
 * place » would have left: its words, with ordinary spaces before French signs, its hashes of them,
 * its colours and notes, and no column of delegates.
 */
public final class VersionBefore {

  private static final String STATUS_NOTE =
      "Où en est la personne. Vous pouvez y taper En pause, Retiré, Orienté ailleurs, Terminé,"
          + " Doublon ou Exclu : c’est suivi. Videz la case pour la rendre à Entraide.";

  private static final String OUTCOME_NOTE =
      "À vous : ce que la mise en relation est devenue. Une suite est suivie à tout moment.";

  private static final String DISTANCE_NOTE = "La distance prudente entre les deux.";

  /** Its words, by those of today. */
  static final Map<String, String> WORDS =
      Map.of("Plus de place", "Complet", "Disponible", "En attente", "Envoyée", "Envoyé");

  private static final String AVAILABLE = "Disponible\u202f: aucune demande ne correspond encore.";

  /** The tab « À faire » is younger. */
  private static final Set<Integer> FORMER_TABS =
      Set.of(World.ANSWERS, World.LEDGER, Titles.SETTINGS);

  private static final char NARROW = '\u202f';
  private static final String WAITING = "Personne ne lui est encore proposé.";

  private static final Pattern NAMED =
      Pattern.compile("[\\p{L}\\p{M}'’ .-]+ \\(([0-9A-Z]{5,6})\\)");
  private static final Pattern DISTANCE = Pattern.compile(", ([0-9]+,[0-9] km|à distance)");

  /** The cells of the ledger of which it remembered nothing. */
  private static final List<String> UNKNOWN =
      List.of("ledger_delegate", "ledger_person", "ledger_helper");

  /** What people type into their own columns is the same in all versions. */
  private static final List<String> ORGANISERS =
      PersonColumn.ORGANISERS.stream().map(PersonColumn::mark).toList();

  private final World world;
  private final Map<String, String> hashes = new HashMap<>();

  private VersionBefore(World world) {
    this.world = world;
  }

  /** Makes all of it older: what the daemon wrote, and what is remembered of that. */
  static void of(World world) {
    VersionBefore before = new VersionBefore(world);
    before.words(World.ANSWERS, "Statut");
    before.words(World.ANSWERS, "Explication");
    before.words(World.LEDGER, "État");
    before.words(World.LEDGER, "Explication");
    before.references(World.ANSWERS, "Mise en relation");
    before.references(World.LEDGER, "Personne");
    before.references(World.LEDGER, "Bénévole");
    before.checks(World.ANSWERS);
    before.checks(World.LEDGER);
    journal(world.journal(), world.name, before.hashes);
    before.withoutDelegates();
    before.looks();
  }

  /** What it would have written in a cell of its own. */
  public static String word(String now) {
    return spaced(WORDS.getOrDefault(now, now.replace(AVAILABLE, WAITING)));
  }

  /** How it would have pointed to people: by references alone. */
  public static String references(String now) {
    String list = now.replace(NARROW, '\u00a0'); // as it was between two of them
    return DISTANCE.matcher(NAMED.matcher(list).replaceAll("$1")).replaceAll(" ($1)");
  }

  private static String spaced(String now) {
    return now.replace(NARROW, ' ');
  }

  /**
   * The hidden check that it would have written.
   *
   * @param hashes of its words, by those of today's
   */
  public static String check(String now, Map<String, String> hashes) {
    String[] parts = now.split("/", -1);
    if (parts.length < 2) {
      return now;
    }
    String[] held = parts[1].split("\\.", -1);
    for (int i = 0; i < Math.min(held.length, PersonColumn.REPORTED.size()); i++) {
      held[i] = replaced(held[i], hashes);
    }
    parts[1] = String.join(".", held);
    return String.join("/", parts);
  }

  /** The same of a row of the ledger: without the hashes of the delegate and of the two people. */
  public static String ledgerCheck(String now, Map<String, String> hashes) {
    return replaced(now, hashes).replaceFirst("^([^/]*/[^/.]*\\.[^/.]*\\.[^/.]*)\\.[^/]*", "$1");
  }

  /** What it would have left in a journal. */
  public static void journal(Journal journal, String campaign, Map<String, String> hashes) {
    Map<CellKey, String> older = new HashMap<>();
    journal
        .memory(campaign)
        .writtenHashes()
        .forEach(
            (cell, hash) -> {
              if (UNKNOWN.stream().anyMatch(cell.column()::contains)) {
                older.put(cell, "");
              } else if (ORGANISERS.stream().noneMatch(cell.column()::endsWith)) {
                older.put(cell, replaced(hash, hashes));
              }
            });
    journal.storeWrittenHashes(campaign, older);
  }

  private static String replaced(String text, Map<String, String> hashes) {
    String replaced = text;
    for (Map.Entry<String, String> each : hashes.entrySet()) {
      replaced = replaced.replace(each.getKey(), each.getValue());
    }
    return replaced;
  }

  private void words(int sheet, String title) {
    changed(sheet, title, VersionBefore::word);
  }

  private void references(int sheet, String title) {
    changed(sheet, title, VersionBefore::references);
  }

  private void changed(int sheet, String title, UnaryOperator<String> before) {
    for (int row = 1; row < world.table.rowCount(sheet); row++) {
      String now = world.table.text(sheet, row, title);
      String then = before.apply(now);
      if (!then.equals(now)) {
        hashes.put(ShortHashes.of(now), ShortHashes.of(then));
        world.table.type(sheet, row, title, then);
      }
    }
  }

  private void checks(int sheet) {
    for (int row = 1; row < world.table.rowCount(sheet); row++) {
      String check = world.table.text(sheet, row, "Contrôle");
      String then = sheet == World.LEDGER ? ledgerCheck(check, hashes) : check(check, hashes);
      world.table.type(sheet, row, "Contrôle", then);
    }
  }

  private void withoutDelegates() {
    MemoryGrid ledger = world.table.here(World.LEDGER);
    int delegate = world.table.column(World.LEDGER, "Délégué");
    world.table.type(World.LEDGER, 0, "Bénévole", "Aidant");
    ledger.rows.stream().filter(row -> row.size() > delegate).forEach(row -> row.remove(delegate));
    Map<Integer, String> marks = new HashMap<>();
    ledger.marks.forEach(
        (column, mark) -> marks.put(column > delegate ? column - 1 : column, mark));
    marks.values().remove("ledger_delegate");
    ledger.marks.clear();
    ledger.marks.putAll(marks);
    ledger.width--;
    world.table.looks = moved(world.table.looks, delegate);
  }

  private void looks() {
    Decorations looks = world.table.looks;
    Map<Area, String> notes = new HashMap<>(looks.notes());
    Map<String, String> former = formerNotes();
    notes.replaceAll(
        (area, note) ->
            FORMER_TABS.contains(area.sheetId()) ? former.getOrDefault(note, spaced(note)) : note);
    notes.put(note(World.LEDGER, "Distance (km)"), DISTANCE_NOTE);
    notes.put(note(World.ANSWERS, "Statut"), STATUS_NOTE);
    notes.put(note(World.LEDGER, "Suite"), OUTCOME_NOTE);
    Map<Integer, List<Decorations.Rule>> rules = new HashMap<>();
    looks
        .rules()
        .forEach(
            (sheet, all) ->
                rules.put(
                    sheet,
                    all.stream()
                        .filter(rule -> !rule.value().equals("Disponible"))
                        .map(
                            rule ->
                                new Decorations.Rule(
                                    rule.areas(),
                                    WORDS.getOrDefault(rule.value(), rule.value()),
                                    rule.tint()))
                        .toList()));
    world.table.looks = with(looks, notes, rules);
  }

  /** By what they say today, the notes that have other words since. */
  private static Map<String, String> formerNotes() {
    Texts texts = Texts.of("fr");
    Map<String, String> former = new HashMap<>();
    texts.keys().stream()
        .filter(key -> key.startsWith("note.") && !texts.former(key).isEmpty())
        .forEach(key -> former.put(texts.get(key), texts.former(key).get(0)));
    return former;
  }

  private Area note(int sheet, String title) {
    return Area.cell(sheet, 0, world.table.column(sheet, title));
  }

  static Decorations with(
      Decorations looks, Map<Area, String> notes, Map<Integer, List<Decorations.Rule>> rules) {
    return new Decorations(
        looks.recalculatesOnChange(),
        notes,
        looks.helped(),
        looks.formatted(),
        looks.wrapped(),
        rules,
        looks.guarded(),
        looks.overlay());
  }

  /** As where a column of the ledger was not there. */
  private static Decorations moved(Decorations looks, int column) {
    Map<Integer, List<Decorations.Rule>> rules = new HashMap<>(looks.rules());
    rules.computeIfPresent(
        World.LEDGER,
        (sheet, all) ->
            all.stream()
                .map(
                    rule ->
                        new Decorations.Rule(
                            rule.areas().stream()
                                .flatMap(area -> moved(area, column).stream())
                                .toList(),
                            rule.value(),
                            rule.tint()))
                .toList());
    return new Decorations(
        looks.recalculatesOnChange(),
        moved(looks.notes(), column),
        moved(looks.helped(), column),
        moved(looks.formatted(), column),
        moved(looks.wrapped(), column),
        rules,
        new ArrayList<>(moved(new HashSet<>(looks.guarded()), column)),
        looks.overlay());
  }

  private static <T> Map<Area, T> moved(Map<Area, T> areas, int column) {
    Map<Area, T> moved = new HashMap<>();
    areas.forEach((area, what) -> moved(area, column).ifPresent(at -> moved.put(at, what)));
    return moved;
  }

  private static Set<Area> moved(Set<Area> areas, int column) {
    return areas.stream()
        .flatMap(area -> moved(area, column).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Area> moved(Area area, int column) {
    if (area.sheetId() != World.LEDGER || area.endColumn() == Area.OPEN) {
      return Optional.of(area);
    }
    int from = area.column() > column ? area.column() - 1 : area.column();
    int to = area.endColumn() > column ? area.endColumn() - 1 : area.endColumn();
    return from < to
        ? Optional.of(new Area(area.sheetId(), area.row(), area.endRow(), from, to))
        : Optional.empty();
  }
}
