package org.entraide.plan.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.TabColumns;
import org.entraide.plan.settings.SettingsTab;
import org.entraide.table.Change;
import org.entraide.table.Change.Decoration;
import org.entraide.table.Decorations;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/**
 * Gives a sheet that an earlier version made the words of today: the titles, notes, drop-downs and
 * colours that are still just as that version made them. What people changed stays. Pure.
 */
public final class FormerWords {

  private final SheetLayout layout;
  private final Texts texts;
  private final List<Texts> languages;

  private FormerWords(SheetLayout layout, Texts texts, List<Texts> languages) {
    this.layout = layout;
    this.texts = texts;
    this.languages = languages;
  }

  /**
   * Whether an earlier version made a sheet: it has no column of delegates. A sheet in which that
   * column was deleted looks like one, which costs a look; so does one whose form was linked anew
   * before the upgrade, although its tab of answers has no column of ours yet.
   */
  public static boolean isIn(SheetLayout layoutAsRead) {
    return layoutAsRead.ledger().isPresent() // else it is made anew, in the words of today
        && layoutAsRead.ledgerColumns().missing().contains(LedgerColumn.DELEGATE);
  }

  /** The titles of an earlier version, in the words of today. */
  static List<Change> titles(SheetLayout layoutAsRead, Texts texts) {
    FormerWords words = new FormerWords(layoutAsRead, texts, List.of());
    List<Change> changes = new ArrayList<>();
    changes.addAll(
        words.titles(
            layoutAsRead.responses(), layoutAsRead.answerColumns(), PersonColumn::titleKey));
    layoutAsRead
        .ledger()
        .ifPresent(
            tab ->
                changes.addAll(
                    words.titles(tab, layoutAsRead.ledgerColumns(), LedgerColumn::titleKey)));
    layoutAsRead
        .settings()
        .ifPresent(
            tab ->
                changes.addAll(
                    words.titles(tab, layoutAsRead.settingsColumns(), SettingsColumn::titleKey)));
    return changes;
  }

  private <C extends Enum<C>> List<Change> titles(
      Tab tab, TabColumns<C> columns, Function<C, String> titleKey) {
    Row header = tab.header();
    List<Change> changes = new ArrayList<>();
    columns
        .at()
        .forEach(
            (column, at) -> {
              String key = titleKey.apply(column);
              if (texts.former(key).contains(header.cell(at).text())) {
                changes.add(new Change.SetCell(tab.sheetId(), 0, at, texts.get(key)));
              }
            });
    return changes;
  }

  /**
   * How a sheet is to look that still looks as an earlier version made it.
   *
   * @param layoutAsRead as it was read
   * @param decorations how it looks
   * @param languages all that are spoken
   */
  public static List<Change> looks(
      SheetLayout layoutAsRead, Decorations decorations, Texts texts, List<Texts> languages) {
    return looks(layoutAsRead, decorations, texts, texts.earlier(), languages);
  }

  /**
   * How a sheet is to look that still looks as one of some earlier versions made it.
   *
   * @param versions the words of earlier versions
   */
  static List<Change> looks(
      SheetLayout layoutAsRead,
      Decorations decorations,
      Texts texts,
      List<Texts> versions,
      List<Texts> languages) {
    FormerWords words = new FormerWords(layoutAsRead, texts, languages);
    List<Decoration> now = words.looks(texts);
    List<Change> changes = new ArrayList<>();
    for (Texts earlier : versions) {
      List<Decoration> then = words.looks(earlier);
      for (int i = 0; i < now.size(); i++) { // whatever the words, the same things in one order
        // a note may also differ in its spaces alone
        if (now.get(i) instanceof Change.Note || !now.get(i).equals(then.get(i))) {
          renewed(now.get(i), then.get(i), decorations.with(changes)).ifPresent(changes::add);
        }
      }
    }
    return changes;
  }

  private static Optional<Change> renewed(
      Decoration now, Decoration then, Decorations decorations) {
    if (now instanceof Change.Note today && then instanceof Change.Note note) {
      return decorations.says(note) && !decorations.shows(today)
          ? Optional.of(now)
          : Optional.empty();
    }
    if (now instanceof Change.Choices && then instanceof Change.Choices choices) {
      return decorations.offers(withoutEmpty(choices)) ? Optional.of(now) : Optional.empty();
    }
    return now instanceof Change.TintWord tint && then instanceof Change.TintWord former
        ? renewed(tint, former, decorations)
        : Optional.empty();
  }

  private static Change.Choices withoutEmpty(Change.Choices choices) {
    return new Change.Choices(
        choices.area(), choices.words().stream().filter(word -> !word.isEmpty()).toList());
  }

  /** A word that is new gets its colour where another word of its column has one of ours. */
  private static Optional<Change> renewed(
      Change.TintWord now, Change.TintWord then, Decorations decorations) {
    if (decorations.has(now)) {
      return Optional.empty();
    }
    if (then.word().isEmpty()) {
      List<Decorations.Rule> rules = decorations.rules(now.area().sheetId());
      return rules.stream().anyMatch(rule -> rule.isLike(now))
          ? Optional.of(at(rules.size(), now))
          : Optional.empty();
    }
    OptionalInt index = decorations.indexOf(then);
    return index.isPresent()
        ? Optional.of(new Change.RenameTint(at(index.getAsInt(), now)))
        : Optional.empty();
  }

  private static Change.TintWord at(int index, Change.TintWord tint) {
    return new Change.TintWord(tint.area(), tint.word(), tint.tint(), index);
  }

  private List<Decoration> looks(Texts words) {
    List<Decoration> looks =
        new ArrayList<>(
            SheetFormatting.people(
                layout.responses().sheetId(), layout.answerColumns().at(), words));
    looks.addAll(SheetFormatting.ledger(layout.ledgerSheet(), layout.ledgerColumns().at(), words));
    looks.addAll(
        SheetFormatting.settings(
            layout.settingsSheet(),
            layout.settingsColumns().at(),
            SettingsTab.positions(layout, languages),
            words));
    return looks;
  }
}
