package org.entraide.plan.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.people.word.GroupName;
import org.entraide.people.word.WordComparison;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.TabColumns;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * The lines of the settings tab that say how many people the helpers of a group help together, at
 * the moment of one read. Pure. Rows may be sorted, copied, renamed and deleted: a line is known by
 * the name in its label, which people see, where somebody is in that group; else by its hidden
 * cell.
 */
public final class GroupLimitLines {

  /** More names than this are something else that was typed or pasted into the column. */
  static final int MOST_LINES = 200;

  private static final String LABEL = "settings.group.label";
  private static final String COLON = ":";

  /** The hidden cell: the hash of the name, and the last good value. */
  private static final Pattern CHECK = Pattern.compile("group:([a-z2-7]{10}):(\\d{0,7})");

  private final TabColumns<SettingsColumn> at;
  private final List<Texts> languages;
  private final Map<String, String> kept; // values by hash
  private final Map<String, GroupName> names = new LinkedHashMap<>(); // by hash
  private final Map<String, Row> rows = new LinkedHashMap<>(); // by hash
  private final List<Row> doubles = new ArrayList<>();

  private GroupLimitLines(
      TabColumns<SettingsColumn> at,
      List<Texts> languages,
      Map<String, String> kept,
      List<GroupName> names) {
    this.at = at;
    this.languages = languages;
    this.kept = kept;
    names.forEach(name -> this.names.putIfAbsent(name.hash(), name));
  }

  /**
   * Reads the lines.
   *
   * @param body rows of the settings tab that are no settings and say of nobody that they are
   *     barred
   * @param kept by hash, the values that are remembered beside the tab
   * @param names of the groups that rows name, in the order in which their lines are made
   */
  static GroupLimitLines read(
      List<Row> body,
      TabColumns<SettingsColumn> at,
      Map<String, String> kept,
      List<GroupName> names,
      List<Texts> languages) {
    GroupLimitLines lines = new GroupLimitLines(at, languages, kept, names);
    lines.find(body);
    return lines;
  }

  private void find(List<Row> body) {
    Set<Row> left = new HashSet<>(body);
    for (Row row : body) {
      labelled(row)
          .map(GroupName::hash)
          .filter(names::containsKey)
          .ifPresent(hash -> claim(hash, row, left));
    }
    for (Row row : body) {
      if (left.contains(row)) {
        checked(row).ifPresent(check -> claim(check.hash(), row, left));
      }
    }
    for (Row row : body) { // typed by hand, before anybody is in the group
      if (left.contains(row)) {
        labelled(row).ifPresent(name -> claim(name.hash(), row, left));
      }
    }
  }

  private void claim(String hash, Row row, Set<Row> left) {
    left.remove(row);
    if (rows.putIfAbsent(hash, row) != null) {
      doubles.add(row);
    }
  }

  // ---- what a row shows

  private String text(Row row, SettingsColumn column) {
    return row.cell(at.of(column)).text();
  }

  /** What the hidden cell of a row says. */
  private record Checked(String hash, String value) {}

  private Optional<Checked> checked(Row row) {
    Matcher match = CHECK.matcher(text(row, SettingsColumn.CHECK));
    return match.matches()
        ? Optional.of(new Checked(match.group(1), match.group(2)))
        : Optional.empty();
  }

  /** The group that a label of ours names, in whichever language. */
  private Optional<GroupName> labelled(Row row) {
    String[] parts = text(row, SettingsColumn.LABEL).split(COLON, 2);
    String word = WordComparison.fold(parts[0]);
    boolean isOurLabel =
        languages.stream().anyMatch(t -> word.equals(WordComparison.fold(label("", t))));
    return isOurLabel && parts.length == 2 ? GroupName.of(parts[1]) : Optional.empty();
  }

  private static String label(String name, Texts texts) {
    return texts.format(Message.of(LABEL).with("name", name));
  }

  private Cell typed(Row row) {
    return row.cell(at.of(SettingsColumn.VALUE));
  }

  private Optional<String> good(Row row) {
    return SettingValue.count(typed(row), languages);
  }

  private boolean isOdd(Row row) {
    return !typed(row).isBlank() && good(row).isEmpty();
  }

  /** The names that lines show, also of empty groups. */
  public List<String> shown() {
    return rows.values().stream()
        .flatMap(row -> labelled(row).stream())
        .map(GroupName::text)
        .toList();
  }

  // ---- what the lines mean

  /** The last good value of a group; empty for no limit. */
  private String value(String hash) {
    Row row = rows.get(hash);
    if (row == null) {
      return sound(kept.getOrDefault(hash, "")); // deleted, which nobody means as an answer
    }
    if (typed(row).isBlank()) {
      return "";
    }
    String last =
        checked(row)
            .filter(check -> check.hash().equals(hash))
            .map(Checked::value)
            .orElseGet(() -> kept.getOrDefault(hash, ""));
    return good(row).orElse(sound(last));
  }

  private static String sound(String remembered) {
    return SettingValue.isCount(remembered) ? remembered : "";
  }

  /** The limits in force of groups in which somebody is, by the keys of their names. */
  public Map<String, GroupLimit> limits() {
    Map<String, GroupLimit> limits = new HashMap<>();
    names.forEach(
        (hash, name) -> {
          String value = value(hash);
          if (!value.isEmpty()) {
            limits.put(name.key(), new GroupLimit(shown(hash, name), SettingValue.count(value)));
          }
        });
    return limits;
  }

  /** The first spelling that was seen: the line's own, once there is one. */
  private GroupName shown(String hash, GroupName name) {
    Row row = rows.get(hash);
    return row == null
        ? name
        : labelled(row).filter(label -> label.hash().equals(hash)).orElse(name);
  }

  /** What is to be remembered: of groups that are there, and of lines. */
  public KeptGroups keep() {
    Map<String, String> limits = new HashMap<>();
    Set<String> hashes = new HashSet<>(names.keySet());
    hashes.addAll(rows.keySet());
    for (String hash : hashes) {
      String value = value(hash);
      if (!value.isEmpty()) {
        limits.put(hash, value);
      }
    }
    return new KeptGroups(limits, Optional.of(List.copyOf(names.values())));
  }

  // ---- what they should say

  /** The words to write so that each line says what it should, by row; never a value. */
  Map<Row, Map<SettingsColumn, String>> changed(Texts texts) {
    Map<Row, Map<SettingsColumn, String>> changed = new LinkedHashMap<>();
    rows.forEach((hash, row) -> changed.put(row, words(hash, row, texts)));
    for (Row row : doubles) {
      changed.put(row, Map.of(SettingsColumn.UNDERSTOOD, texts.get("settings.double")));
    }
    return changed;
  }

  private Map<SettingsColumn, String> words(String hash, Row row, Texts texts) {
    Map<SettingsColumn, String> words = hidden(hash, texts);
    words.put(SettingsColumn.UNDERSTOOD, texts.format(understood(hash, row)));
    Optional<GroupName> label =
        text(row, SettingsColumn.LABEL).isBlank()
            ? Optional.ofNullable(names.get(hash))
            : labelled(row).filter(name -> name.hash().equals(hash));
    label.ifPresent(name -> words.put(SettingsColumn.LABEL, label(name.text(), texts)));
    return words; // another label was renamed, and is people's
  }

  private Message understood(String hash, Row row) {
    Message inForce = worded(value(hash));
    if (!names.containsKey(hash)) {
      return Message.of("settings.group.nobody");
    }
    return isOdd(row) ? Message.of("settings.group.asked").with("value", inForce) : inForce;
  }

  private static Message worded(String value) {
    return value.isEmpty()
        ? Message.of("settings.group.unlimited")
        : Message.of("settings.group.limit").with("count", SettingValue.count(value));
  }

  /** The lines that are missing, whole, with the values that were in them. */
  List<Map<SettingsColumn, String>> missing(Texts texts) {
    List<Map<SettingsColumn, String>> missing = new ArrayList<>();
    names.forEach(
        (hash, name) -> {
          if (!rows.containsKey(hash) && rows.size() + missing.size() < MOST_LINES) {
            String value = value(hash);
            Map<SettingsColumn, String> words = hidden(hash, texts);
            words.put(SettingsColumn.LABEL, label(name.text(), texts));
            words.put(SettingsColumn.VALUE, value);
            words.put(SettingsColumn.UNDERSTOOD, texts.format(worded(value)));
            missing.add(words);
          }
        });
    return missing;
  }

  private Map<SettingsColumn, String> hidden(String hash, Texts texts) {
    Map<SettingsColumn, String> words = new EnumMap<>(SettingsColumn.class);
    words.put(SettingsColumn.MEANING, texts.get("settings.group.meaning"));
    words.put(SettingsColumn.CHECK, "group:" + hash + ":" + value(hash));
    return words;
  }
}
