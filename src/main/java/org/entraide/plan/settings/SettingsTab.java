package org.entraide.plan.settings;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.config.HoldBack;
import org.entraide.match.model.Policy;
import org.entraide.people.word.GroupName;
import org.entraide.people.word.WordComparison;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.TabColumns;
import org.entraide.plan.settings.OrganiserSettings.Confirmation;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The settings tab at the moment of one read: what organisers want, and what its cells should say.
 * Pure. Rows may be sorted, moved, renamed and deleted; a value that is not understood leaves the
 * last good one in force, which the hidden column remembers.
 */
public final class SettingsTab {

  /** What a hidden cell says: which setting its row is, and its last good value. */
  private static final Pattern CHECK = Pattern.compile("^([a-z_]++):(.*)");

  private final int sheetId;
  private final TabColumns<SettingsColumn> at;
  private final Configured configured;
  private final List<Texts> languages;
  private final KeptSettings kept;
  private final Map<Setting, Row> rows = new EnumMap<>(Setting.class);
  private final List<Row> doubles = new ArrayList<>();
  private final List<Row> others = new ArrayList<>(); // no settings
  private final Map<Setting, String> remembered = new EnumMap<>(Setting.class);

  /** What holds where organisers set nothing. */
  public record Configured(
      double maxKm,
      int capacity,
      HoldBack holdBack,
      Policy policy,
      int maxWaitingDrafts,
      boolean questionDrafts) {

    private String of(Setting setting) {
      return switch (setting) {
        case SUSPEND, CONFIRM_DELETIONS -> SettingValue.NO;
        case MAX_KM -> String.valueOf(maxKm);
        case CAPACITY -> String.valueOf(capacity);
        case HOLD_BACK -> holdBack.text();
        case POLICY -> policy.key();
        case MAX_WAITING_DRAFTS -> String.valueOf(maxWaitingDrafts);
        case QUESTION_DRAFTS -> questionDrafts ? SettingValue.YES : SettingValue.NO;
      };
    }
  }

  private SettingsTab(
      SheetLayout layout, Configured configured, List<Texts> languages, KeptSettings kept) {
    this.sheetId = layout.settingsSheet();
    this.at = layout.settingsColumns();
    this.configured = configured;
    this.languages = List.copyOf(languages);
    this.kept = kept;
  }

  /**
   * Reads the tab from rows that were read again since the layout was.
   *
   * @param layout complete: {@link SheetLayout#prepared}
   * @param rows of the tab as they are, the header among them; none where there is no tab
   * @param languages all that are spoken
   * @param kept what is remembered for rows that are gone
   */
  public static SettingsTab readRows(
      SheetLayout layout,
      List<Row> rows,
      Configured configured,
      List<Texts> languages,
      KeptSettings kept) {
    SettingsTab tab = new SettingsTab(layout, configured, languages, kept);
    tab.find(rows);
    return tab;
  }

  /**
   * Reads the tab as it was when everything was read; nothing is remembered for rows that are gone.
   */
  public static SettingsTab readWithoutMemory(
      SheetLayout layout, Configured configured, List<Texts> languages) {
    return readAsFound(layout, configured, languages, KeptSettings.NOTHING);
  }

  /**
   * Reads the tab as it was when everything was read.
   *
   * @param kept what is remembered for rows that are gone
   */
  public static SettingsTab readAsFound(
      SheetLayout layout, Configured configured, List<Texts> languages, KeptSettings kept) {
    List<Row> rows = layout.settings().map(Tab::rows).orElse(List.of());
    return readRows(layout, rows, configured, languages, kept);
  }

  /** Where each setting is, for what is offered beside it. */
  public static Map<Setting, Integer> positions(SheetLayout layout, List<Texts> languages) {
    Configured any = new Configured(1, 1, HoldBack.AUTO, Policy.STABLE, 1, false);
    Map<Setting, Integer> positions = new EnumMap<>(Setting.class);
    readWithoutMemory(layout, any, languages)
        .rows
        .forEach((s, row) -> positions.put(s, row.index()));
    return positions;
  }

  /** By label first, which people see; a renamed row by the value that we wrote in it. */
  private void find(List<Row> all) {
    Map<String, Setting> labels = new HashMap<>();
    for (Setting setting : Setting.values()) {
      languages.forEach(
          texts -> labels.put(WordComparison.fold(texts.get(setting.labelKey())), setting));
    }
    List<Row> body = all.stream().filter(row -> row.index() > 0).toList();
    claim(body, row -> labels.get(WordComparison.fold(text(row, SettingsColumn.LABEL))));
    claim(body, row -> checked(row).map(Checked::setting).orElse(null));
    for (Row row : body) {
      checked(row).ifPresent(check -> remembered.putIfAbsent(check.setting(), check.value()));
    }
    rows.forEach(
        (setting, row) ->
            checked(row)
                .filter(check -> check.setting() == setting)
                .ifPresent(check -> remembered.put(setting, check.value())));
    others.addAll(body);
    others.removeAll(rows.values());
    others.removeAll(doubles);
  }

  private void claim(List<Row> body, Function<Row, @Nullable Setting> setting) {
    Set<Row> claimed = new HashSet<>(rows.values());
    claimed.addAll(doubles);
    for (Row row : body) {
      Setting one = claimed.contains(row) ? null : setting.apply(row);
      if (one != null && rows.putIfAbsent(one, row) != null) {
        doubles.add(row);
      }
    }
  }

  /** What the hidden cell of a row says. */
  private record Checked(Setting setting, String value) {}

  private Optional<Checked> checked(Row row) {
    Matcher match = CHECK.matcher(text(row, SettingsColumn.CHECK));
    return match.matches()
        ? Setting.ofKey(match.group(1)).map(s -> new Checked(s, match.group(2)))
        : Optional.empty();
  }

  private String text(Row row, SettingsColumn column) {
    return row.cell(at.of(column)).text();
  }

  /** What was typed for a setting; empty where nothing is. */
  private Cell typed(Setting setting) {
    Row row = rows.get(setting);
    return row == null ? Cell.EMPTY : row.cell(at.of(SettingsColumn.VALUE));
  }

  private Optional<String> good(Setting setting) {
    return SettingValue.typed(setting, typed(setting), languages);
  }

  /** The last good value; empty where nothing good was ever typed, or it was cleared. */
  private String value(Setting setting) {
    if (!rows.containsKey(setting)) {
      return kept(setting); // deleted, which nobody means as an answer
    }
    if (typed(setting).isBlank()) {
      return "";
    }
    if (setting == Setting.SUSPEND) { // who types « oui, svp » wants it to stop
      return good(setting).orElse(SettingValue.YES);
    }
    String last = remembered.getOrDefault(setting, kept(setting));
    return good(setting).orElse(SettingValue.isSound(setting, last) ? last : "");
  }

  private String kept(Setting setting) {
    String value = kept.values().getOrDefault(setting, "");
    return SettingValue.isSound(setting, value) ? value : "";
  }

  /**
   * What is to be remembered of the tab as it is; who is barred, and in which group somebody is, is
   * not the tab's to tell.
   */
  public KeptSettings keep() {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String value = setting == Setting.CONFIRM_DELETIONS ? "" : value(setting);
      if (!value.isEmpty()) {
        values.put(setting, value);
      }
    }
    String shown = remembered.getOrDefault(Setting.CONFIRM_DELETIONS, "");
    boolean untold =
        confirmation().state() == Confirmation.USED
            && DeletionConfirmation.Used.parse(shown).isEmpty();
    return new KeptSettings(
        values, untold ? kept.used() : Optional.empty(), kept.bars(), kept.groups());
  }

  /** The lines that say who is barred. */
  public BarredLines barred() {
    return BarredLines.read(others, at, kept.bars().all(), languages);
  }

  /**
   * The lines that say how many people groups help.
   *
   * @param names of the groups that rows name
   */
  public GroupLimitLines groups(List<GroupName> names) {
    BarredLines barred = barred();
    List<Row> left = others.stream().filter(row -> !barred.claim(row)).toList();
    return GroupLimitLines.read(left, at, kept.groups().limits(), names, languages);
  }

  private <T> Optional<T> set(Setting setting, Function<String, T> read) {
    String value = value(setting);
    return value.isEmpty() ? Optional.empty() : Optional.of(read.apply(value));
  }

  /** What organisers want. */
  public OrganiserSettings settings() {
    return new OrganiserSettings(
        value(Setting.SUSPEND).equals(SettingValue.YES),
        confirmation().state(),
        set(Setting.MAX_KM, SettingValue::kilometres),
        set(Setting.CAPACITY, SettingValue::count),
        set(Setting.HOLD_BACK, SettingValue::holdBack),
        set(Setting.POLICY, SettingValue::policy),
        set(Setting.MAX_WAITING_DRAFTS, SettingValue::count),
        set(Setting.QUESTION_DRAFTS, SettingValue.YES::equals));
  }

  private DeletionConfirmation confirmation() {
    Cell typed = typed(Setting.CONFIRM_DELETIONS);
    return DeletionConfirmation.of(
        typed.isBlank(),
        good(Setting.CONFIRM_DELETIONS),
        Optional.ofNullable(remembered.get(Setting.CONFIRM_DELETIONS)),
        kept.used());
  }

  /**
   * The cells to write so that the tab says what it should; a missing row is made again at the end,
   * with the value that was in it.
   *
   * @param zone in which times are shown
   */
  public List<Change> changes(Texts texts, ZoneId zone) {
    List<Change> changes = new ArrayList<>();
    List<List<String>> missing = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      Row row = rows.get(setting);
      Map<SettingsColumn, String> words = words(setting, texts, zone);
      if (row == null) {
        words.put(SettingsColumn.VALUE, SettingValue.retyped(setting, kept(setting), texts));
        missing.add(whole(words));
      } else {
        if (!text(row, SettingsColumn.LABEL).isBlank()) {
          words.remove(SettingsColumn.LABEL); // renamed, and people's
        }
        changes.addAll(differing(row, words));
      }
    }
    for (Row row : doubles) {
      changes.addAll(
          differing(row, Map.of(SettingsColumn.UNDERSTOOD, texts.get("settings.double"))));
    }
    BarredLines lines = barred();
    lines
        .changed(kept.bars(), texts)
        .forEach((row, words) -> changes.addAll(differing(row, words)));
    lines.missing(kept.bars(), texts).forEach(words -> missing.add(whole(words)));
    kept.groups()
        .names()
        .map(this::groups)
        .ifPresent(
            groups -> {
              groups.changed(texts).forEach((row, it) -> changes.addAll(differing(row, it)));
              groups.missing(texts).forEach(words -> missing.add(whole(words)));
            });
    if (!missing.isEmpty()) {
      changes.add(new Change.AppendRows(sheetId, missing));
    }
    return changes;
  }

  private Map<SettingsColumn, String> words(Setting setting, Texts texts, ZoneId zone) {
    Map<SettingsColumn, String> words = new EnumMap<>(SettingsColumn.class);
    words.put(SettingsColumn.LABEL, texts.get(setting.labelKey()));
    words.put(SettingsColumn.MEANING, texts.get(setting.meaningKey()));
    Message understood;
    String check;
    if (setting == Setting.CONFIRM_DELETIONS) {
      DeletionConfirmation now = confirmation();
      boolean odd = !typed(setting).isBlank() && good(setting).isEmpty();
      understood =
          odd ? Message.of(setting.askedKey()).with("value", no()) : now.words(texts, zone);
      check = now.remembered();
    } else {
      understood = understood(setting);
      check = value(setting);
    }
    words.put(SettingsColumn.UNDERSTOOD, texts.format(understood));
    words.put(SettingsColumn.CHECK, setting.key() + ":" + check);
    return words;
  }

  private static Message no() {
    return Message.of("settings.no");
  }

  private Message understood(Setting setting) {
    String value = value(setting);
    boolean usual = value.isEmpty();
    Message inForce = SettingValue.worded(setting, usual ? configured.of(setting) : value);
    if (!typed(setting).isBlank() && good(setting).isEmpty()) {
      return Message.of(setting.askedKey()).with("value", inForce);
    }
    if (setting == Setting.SUSPEND) {
      return value.equals(SettingValue.YES) ? Message.of("settings.suspended") : no();
    }
    return usual ? Message.of("settings.usual").with("value", inForce) : inForce;
  }

  private List<Change> differing(Row row, Map<SettingsColumn, String> words) {
    List<Change> changes = new ArrayList<>();
    words.forEach(
        (column, word) -> {
          if (!text(row, column).equals(word)) {
            changes.add(new Change.SetCell(sheetId, row.index(), at.of(column), word));
          }
        });
    return changes;
  }

  private List<String> whole(Map<SettingsColumn, String> words) {
    int width = at.at().values().stream().mapToInt(i -> i + 1).max().orElse(0);
    List<String> row = new ArrayList<>(Collections.nCopies(width, ""));
    words.forEach((column, word) -> row.set(at.of(column), word));
    return row;
  }
}
