package org.entraide.plan.settings;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.Fold;
import org.entraide.people.word.WordComparison;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.TabColumns;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * The lines of the settings tab that say who is barred, at the moment of one read. Pure. Rows may
 * be sorted, copied, renamed and deleted: a line is known by the reference in its label, which
 * people see, else by its hidden cell.
 */
public final class BarredLines {

  private static final String LABEL = "settings.barred.label";
  private static final String ERASED = "settings.barred.erased";
  private static final String CHECK = "barred:";
  private static final String COLON = ":";

  private final TabColumns<SettingsColumn> at;
  private final List<Texts> languages;
  private final SettingWords words;
  private final Map<String, Bar> bars = new LinkedHashMap<>(); // by salt
  private final List<Bar> unsalted = new ArrayList<>();
  private final Map<String, Bar> written = new HashMap<>(); // by salt, as a hidden cell says
  private final Map<String, Row> rows = new HashMap<>(); // by salt
  private final Map<String, Row> rowsByRef = new LinkedHashMap<>(); // by reference
  private final List<Row> doubles = new ArrayList<>();

  /** What an organiser typed into a line since the daemon wrote there. */
  public enum TypedWord {
    NOTHING,
    BAR,
    LIFT,
    /** « non », as was written there with it. */
    NO_AS_BEFORE,
    /** « non », as was written there with it while the person's row said <i>Exclu</i>. */
    LIFTED_AS_BEFORE;

    /** Whether it is the « non » that was written there. */
    public boolean isNoAsBefore() {
      return this == NO_AS_BEFORE || this == LIFTED_AS_BEFORE;
    }
  }

  /**
   * A bar, and what its line says.
   *
   * @param hasLine whether there is a line
   */
  public record BarLine(Bar bar, TypedWord typed, boolean hasLine) {

    private boolean isOn() {
      return switch (typed) {
        case BAR -> true;
        case LIFT -> false;
        case NOTHING, NO_AS_BEFORE, LIFTED_AS_BEFORE -> bar.state() == Bar.State.ON;
      };
    }
  }

  private BarredLines(TabColumns<SettingsColumn> at, List<Texts> languages) {
    this.at = at;
    this.languages = languages;
    this.words = SettingWords.of(languages);
  }

  /**
   * Reads the lines.
   *
   * @param body rows of the settings tab that are no settings
   * @param kept what is remembered beside the tab; its word counts before that of hidden cells
   */
  public static BarredLines read(
      List<Row> body, TabColumns<SettingsColumn> at, List<Bar> kept, List<Texts> languages) {
    BarredLines lines = new BarredLines(at, languages);
    lines.find(body, kept);
    return lines;
  }

  private void find(List<Row> body, List<Bar> kept) {
    for (Bar bar : kept) {
      if (bar.salt().isEmpty()) {
        unsalted.add(bar);
      } else {
        bars.put(bar.salt(), bar);
      }
    }
    body.forEach(row -> checked(row).ifPresent(bar -> written.putIfAbsent(bar.salt(), bar)));
    written.forEach((salt, bar) -> bars.merge(salt, bar, Bar::and));
    Set<Row> left = new HashSet<>(body);
    for (Row row : body) {
      labelled(row).flatMap(ref -> free(row, ref)).ifPresent(bar -> claim(row, bar, left));
    }
    for (Row row : body) {
      if (left.contains(row)) {
        checked(row)
            .filter(bar -> !rows.containsKey(bar.salt()))
            .ifPresent(bar -> claim(row, bar, left));
      }
    }
    body.stream().filter(left::contains).forEach(this::rest);
  }

  private void claim(Row row, Bar bar, Set<Row> left) {
    rows.put(bar.salt(), row);
    left.remove(row);
  }

  /** A bar of that person without a line so far, the one that the hidden cell names first. */
  private Optional<Bar> free(Row row, String ref) {
    List<Bar> free =
        bars.values().stream()
            .filter(bar -> bar.ref().equals(ref) && !rows.containsKey(bar.salt()))
            .toList();
    Optional<String> ownSalt = checked(row).map(Bar::salt);
    return free.stream()
        .filter(bar -> ownSalt.filter(bar.salt()::equals).isPresent())
        .findFirst()
        .or(() -> free.stream().findFirst());
  }

  /** A line of somebody who was erased, whose hidden cell was damaged; or one that is typed. */
  private void rest(Row row) {
    Optional<String> ref = labelled(row);
    Optional<Bar> nameless =
        who(row).filter(this::saysErased).isPresent() ? free(row, "") : Optional.empty();
    if (nameless.isPresent()) {
      rows.put(nameless.get().salt(), row);
    } else if (ref.isPresent()
        && yes(row).orElse(false)
        && bars.values().stream().noneMatch(bar -> bar.ref().equals(ref.get()))) {
      rowsByRef.putIfAbsent(ref.get(), row);
    } else if (checked(row).isPresent() || ref.isPresent()) {
      doubles.add(row);
    }
  }

  /** These lines, with how the bars changed since they were read. */
  public BarredLines after(Bars now) {
    BarredLines after = new BarredLines(at, languages);
    after.bars.putAll(bars);
    after.written.putAll(written);
    after.rows.putAll(rows);
    after.rowsByRef.putAll(rowsByRef);
    after.doubles.addAll(doubles);
    now.all().forEach(bar -> after.bars.put(bar.salt(), bar));
    return after;
  }

  // ---- what a row shows

  private String text(Row row, SettingsColumn column) {
    return row.cell(at.of(column)).text();
  }

  private Optional<Bar> checked(Row row) {
    String text = text(row, SettingsColumn.CHECK);
    return text.startsWith(CHECK) ? Bar.ofCheck(text.substring(CHECK.length())) : Optional.empty();
  }

  private Optional<Boolean> yes(Row row) {
    return words.yesNo(row.cell(at.of(SettingsColumn.VALUE)));
  }

  /** Whom a label of ours names, in whichever language. */
  private Optional<String> who(Row row) {
    String[] parts = text(row, SettingsColumn.LABEL).split(COLON, 2);
    String word = WordComparison.fold(parts[0]);
    boolean isOurLabel =
        languages.stream().anyMatch(t -> word.equals(WordComparison.fold(label("", t))));
    return isOurLabel && parts.length == 2 ? Optional.of(Fold.line(parts[1])) : Optional.empty();
  }

  private static String label(String who, Texts texts) {
    return texts.format(Message.of(LABEL).with("who", who));
  }

  private boolean saysErased(String who) {
    String folded = WordComparison.fold(who);
    return languages.stream()
        .anyMatch(texts -> folded.equals(WordComparison.fold(texts.get(ERASED))));
  }

  /** The reference in a label of ours: the last one in parentheses, else all that it says. */
  private Optional<String> labelled(Row row) {
    return who(row).flatMap(Reference::parse);
  }

  // ---- what the lines mean

  /** Whether a bar has a line. */
  boolean have(Bar bar) {
    return rows.containsKey(bar.salt());
  }

  /** Whether a row says of somebody that they are barred, in whatever way. */
  boolean claim(Row row) {
    return rows.containsValue(row) || rowsByRef.containsValue(row) || doubles.contains(row);
  }

  /** Whether nobody was ever barred as far as is known. */
  public boolean isEmpty() {
    return bars.isEmpty() && unsalted.isEmpty() && rowsByRef.isEmpty();
  }

  /** All bars that are remembered anywhere. */
  public List<BarLine> lines() {
    List<BarLine> lines = new ArrayList<>();
    unsalted.forEach(bar -> lines.add(new BarLine(bar, TypedWord.NOTHING, false)));
    bars.values()
        .forEach(bar -> lines.add(new BarLine(bar, typed(bar), rows.containsKey(bar.salt()))));
    return lines;
  }

  /** People who are barred, as far as the lines and the journal say. */
  public Set<String> barred() {
    return people(BarLine::isOn);
  }

  /** People of whom all bars were lifted. */
  public Set<String> lifted() {
    return Sets.difference(people(line -> true), barred());
  }

  private Set<String> people(Predicate<BarLine> which) {
    return lines().stream().filter(which).map(line -> line.bar().ref()).collect(Collectors.toSet());
  }

  /** People whom an organiser barred by a line that they typed, by the reference in its label. */
  public Set<String> asked() {
    return Set.copyOf(rowsByRef.keySet());
  }

  /** Everybody whom a bar names. */
  public Set<String> references() {
    Set<String> references = new HashSet<>();
    bars.values().forEach(bar -> references.add(bar.ref()));
    references.remove("");
    return references;
  }

  /** A value that says what was written with it is no news: the journal may know better. */
  private TypedWord typed(Bar bar) {
    Row row = rows.get(bar.salt());
    Optional<Boolean> yes = row == null ? Optional.empty() : yes(row);
    if (yes.isEmpty()) {
      return TypedWord.NOTHING;
    }
    Bar writtenBar = written.get(bar.salt());
    if (yes.get()) {
      return writtenBar != null && writtenBar.state() != Bar.State.ON
          ? TypedWord.BAR
          : TypedWord.NOTHING;
    }
    if (writtenBar == null || writtenBar.state() == Bar.State.ON) {
      return TypedWord.LIFT;
    }
    return writtenBar.state() == Bar.State.LIFTED
        ? TypedWord.LIFTED_AS_BEFORE
        : TypedWord.NO_AS_BEFORE;
  }

  // ---- what they should say

  /**
   * The words to write so that each bar has its line, by row; a value is written only where it
   * contradicts what was decided otherwise, as when <i>Consigne</i> was cleared.
   *
   * @param wanted what was decided; these lines were read with its bars
   */
  Map<Row, Map<SettingsColumn, String>> changed(Bars wanted, Texts texts) {
    Map<Row, Map<SettingsColumn, String>> changed = new LinkedHashMap<>();
    for (Bar bar : wanted.all()) {
      Row row = rows.get(bar.salt());
      if (row != null && !isNews(row, bar)) {
        changed.put(row, words(row, bar, wanted, texts));
      }
    }
    for (Row row : doubles) {
      changed.put(row, Map.of(SettingsColumn.UNDERSTOOD, texts.get("settings.double")));
    }
    rowsByRef.forEach(
        (ref, row) ->
            changed.putIfAbsent(
                row, Map.of(SettingsColumn.UNDERSTOOD, texts.get("settings.barred.unknown"))));
    return changed;
  }

  /** Whether an organiser typed a value after everything was read: the next pass obeys it. */
  private boolean isNews(Row row, Bar bar) {
    Optional<Boolean> yes = yes(row);
    boolean on = bar.state() == Bar.State.ON;
    return yes.isPresent()
        && yes.get() != on
        && typed(bar) == (on ? TypedWord.LIFT : TypedWord.BAR);
  }

  private Map<SettingsColumn, String> words(Row row, Bar bar, Bars wanted, Texts texts) {
    Map<SettingsColumn, String> words = hidden(bar, texts);
    boolean on = bar.state() == Bar.State.ON;
    Optional<Boolean> yes = yes(row);
    if (yes.isPresent() && yes.get() != on) {
      words.put(SettingsColumn.VALUE, value(on, texts));
    }
    boolean odd = yes.isEmpty() && !text(row, SettingsColumn.VALUE).isBlank();
    if (odd) {
      words.put(
          SettingsColumn.UNDERSTOOD,
          texts.format(
              Message.of("settings.barred.asked").with("value", Message.of(understood(bar)))));
    }
    Optional<String> shown = who(row);
    if (text(row, SettingsColumn.LABEL).isBlank() || shown.isPresent() || bar.ref().isEmpty()) {
      words.put(SettingsColumn.LABEL, label(name(bar, shown, wanted, texts), texts));
    } // else it was renamed, and is people's
    return words;
  }

  /** The lines that are missing, whole. */
  List<Map<SettingsColumn, String>> missing(Bars wanted, Texts texts) {
    List<Map<SettingsColumn, String>> missing = new ArrayList<>();
    for (Bar bar : wanted.all()) {
      if (!rows.containsKey(bar.salt()) && bar.state() == Bar.State.ON) {
        Map<SettingsColumn, String> words = hidden(bar, texts);
        words.put(SettingsColumn.LABEL, label(name(bar, Optional.empty(), wanted, texts), texts));
        words.put(SettingsColumn.VALUE, value(true, texts));
        missing.add(words);
      }
    }
    return missing;
  }

  /** All that does not depend on what people wrote in the line. */
  private static Map<SettingsColumn, String> hidden(Bar bar, Texts texts) {
    Map<SettingsColumn, String> words = new EnumMap<>(SettingsColumn.class);
    words.put(SettingsColumn.UNDERSTOOD, texts.get(understood(bar)));
    words.put(SettingsColumn.MEANING, texts.get("settings.barred.meaning"));
    words.put(SettingsColumn.CHECK, CHECK + bar.check());
    return words;
  }

  private static String understood(Bar bar) {
    return switch (bar.state()) {
      case ON -> "settings.barred.on";
      case LIFTED -> "settings.barred.lifted";
      case OVER -> "settings.barred.over";
    };
  }

  private static String value(boolean on, Texts texts) {
    return texts.get(on ? "settings.yes" : "settings.no");
  }

  /** Of somebody whose row is gone the name that is there is kept. */
  private static String name(Bar bar, Optional<String> shown, Bars wanted, Texts texts) {
    if (bar.ref().isEmpty()) {
      return texts.get(ERASED);
    }
    String name = wanted.names().get(bar.ref());
    return name != null
        ? name
        : shown
            .filter(who -> Reference.parse(who).filter(bar.ref()::equals).isPresent())
            .orElse(bar.ref());
  }
}
