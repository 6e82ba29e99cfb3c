package org.entraide.plan.authorship;

import com.google.common.base.Suppliers;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.table.Row;

/**
 * Who wrote what is in our columns, and for whom. Pure.
 *
 * <p>In the daemon's columns a text that it neither wrote in this row nor moved here with a part of
 * another row was typed by a person, and stays. In the organisers' columns a text belongs to the
 * person beside whom it was typed: after a sort of a part of the columns, or a copied block, it is
 * beside somebody else, for whom nobody typed it. Both are known from hashes of what each row held
 * before, which the journal and the row's hidden check remember; a text that left one row while it
 * came to another was moved, not typed.
 */
public final class CellAuthorship {

  /** What was found in one row. */
  static final class RowAuthorship {
    final Map<PersonColumn, String> organiserTexts = new EnumMap<>(PersonColumn.class);
    final Map<PersonColumn, String> typed = new EnumMap<>(PersonColumn.class);
    final Map<PersonColumn, ResponseRow> guests = new EnumMap<>(PersonColumn.class);
    final Map<PersonColumn, String> hashes = new EnumMap<>(PersonColumn.class);
    final Set<PersonColumn> stuck = EnumSet.noneOf(PersonColumn.class);
    final Map<PersonColumn, String> strays = new EnumMap<>(PersonColumn.class); // hashes
    final Set<PersonColumn> away = EnumSet.noneOf(PersonColumn.class);
  }

  private final CellHistory history;
  private final Supplier<SetMultimap<String, String>> besideNobody; // hashes by mark
  private final Map<String, RowAuthorship> byKey = new HashMap<>();
  private final Map<CellKey, String> hashesToRemember = new HashMap<>();

  CellAuthorship(ResponseTabState tabState) {
    history = tabState.history();
    besideNobody = Suppliers.memoize(() -> besideNobody(tabState));
    tabState.rows().forEach(row -> byKey.put(row.key(), new RowAuthorship()));
  }

  private static SetMultimap<String, String> besideNobody(ResponseTabState tabState) {
    SetMultimap<String, String> hashes = HashMultimap.create();
    for (Row row : tabState.others()) {
      for (PersonColumn column : PersonColumn.REPORTED) {
        hashes.put(column.mark(), ShortHashes.of(ResponseRow.text(row, tabState.layout(), column)));
      }
    }
    return hashes;
  }

  /** The key by which a row's person is remembered: its own, or that of an answer edited since. */
  public String rememberedBy(ResponseRow row) {
    return history.key(row);
  }

  /** What organisers typed for the person in a row: by column, empty texts left out. */
  public Map<PersonColumn, String> organiserTexts(ResponseRow row) {
    return ofRow(row).organiserTexts;
  }

  /** Whether organisers typed anything for the person in a row. */
  public boolean isTold(ResponseRow row) {
    return !organiserTexts(row).isEmpty();
  }

  /** All that people typed for the person in a row, in one form; empty for nothing. */
  public Optional<String> allTyped(ResponseRow row) {
    RowAuthorship inRow = ofRow(row);
    return inRow.organiserTexts.isEmpty() && inRow.typed.isEmpty()
        ? Optional.empty()
        : Optional.of(inRow.organiserTexts + " " + inRow.typed);
  }

  /** The text that a person typed into a column of the daemon's. */
  public Optional<String> typed(ResponseRow row, PersonColumn column) {
    return Optional.ofNullable(ofRow(row).typed.get(column));
  }

  /** For whose row was typed what a column of the daemon's shows; empty where for this one. */
  public Optional<ResponseRow> typedFor(ResponseRow row, PersonColumn column) {
    return Optional.ofNullable(ofRow(row).guests.get(column));
  }

  /** Whether the daemon wrote that in one of its columns, in any row. */
  public boolean wasOurs(PersonColumn column, String text) {
    return history
            .everHeld(column.mark(), PersonColumn.REPORTED.indexOf(column))
            .contains(ShortHashes.of(text))
        || history.everWrote(column.mark(), text);
  }

  /**
   * Whether a text of this hash is in a column of the daemon's where nobody's answer is, as after
   * somebody cleared an answer: a sort may bring it beside somebody else later, for whom it was not
   * typed.
   */
  public boolean standsBesideNobody(CellKey written, String hash) {
    return besideNobody.get().containsEntry(written.column(), hash);
  }

  /** Whether anything is in the daemon's columns where nobody's answer is. */
  boolean isLeftBesideNobody() {
    return besideNobody.get().values().stream().anyMatch(hash -> !hash.isEmpty());
  }

  /** See {@link JournalledRows#stoodBeside}. */
  boolean stoodBeside(ResponseRow row) {
    return history.lastLook().stoodBeside(row);
  }

  /** Whether what was typed for another row has to wait here, since that row cannot take it. */
  public boolean isStuck(ResponseRow row, PersonColumn column) {
    return ofRow(row).stuck.contains(column);
  }

  /** The hash of what a column of the daemon's shows. */
  public String shownHash(ResponseRow row, PersonColumn column) {
    return ofRow(row).hashes.getOrDefault(column, "");
  }

  /** Organisers' columns that show what was not typed for this row's person. */
  public Set<PersonColumn> strays(ResponseRow row) {
    return ofRow(row).strays.keySet();
  }

  /** The hash of what one of them shows; empty where it shows nothing of the kind. */
  public String stray(ResponseRow row, PersonColumn column) {
    return ofRow(row).strays.getOrDefault(column, "");
  }

  /** Organisers' columns whose text for this person is in another row for now. */
  public Set<PersonColumn> away(ResponseRow row) {
    return ofRow(row).away;
  }

  /** What organisers typed for this person, and what is there of others', for the row's check. */
  public OrganiserMarks marks(ResponseRow row) {
    RowAuthorship inRow = ofRow(row);
    return new OrganiserMarks(
        PersonColumn.ORGANISERS.stream()
            .map(column -> ShortHashes.of(inRow.organiserTexts.getOrDefault(column, "")))
            .toList(),
        PersonColumn.ORGANISERS.stream()
            .map(
                column ->
                    new RowCheck.Displaced(
                        inRow.strays.getOrDefault(column, ""), inRow.away.contains(column)))
            .toList());
  }

  /** What is to be remembered, an empty text for what is to be forgotten. */
  public Map<CellKey, String> hashesToRemember() {
    return Map.copyOf(hashesToRemember);
  }

  /** The part of {@link #hashesToRemember} with what people typed into the daemon's columns. */
  public Map<CellKey, String> typedHashesToRemember() {
    Map<CellKey, String> typed = new HashMap<>(hashesToRemember);
    typed.keySet().removeIf(key -> !key.column().startsWith(CellKey.TYPED));
    return typed;
  }

  RowAuthorship ofRow(ResponseRow row) {
    RowAuthorship inRow = byKey.get(row.key());
    if (inRow == null) {
      throw new IllegalArgumentException("This row was not looked at.");
    }
    return inRow;
  }

  /** For the next time. */
  void remember(CellKey key, String hash) {
    if (!hash.equals(history.journalled(key))) {
      hashesToRemember.put(key, hash);
    }
  }

  /**
   * For the next time, what the row's own check says that the daemon wrote there: a journal that is
   * new, or an older one, does not know it, and a write that people overtake may hit the check.
   *
   * @param shown what is there now
   */
  void learn(CellKey key, String hash, String shown) {
    if (!hash.equals(history.journalled(key))) {
      hashesToRemember.put(key, hash);
      history.noteEarlier(hashesToRemember, key, shown);
    }
  }

  /** What organisers wrote in a row, by column; empty cells left out. */
  static Map<PersonColumn, String> texts(Row row, Map<PersonColumn, Integer> at) {
    Map<PersonColumn, String> texts = new EnumMap<>(PersonColumn.class);
    for (PersonColumn column : PersonColumn.ORGANISERS) {
      Integer index = at.get(column);
      String text = index == null ? "" : ResponseTabState.organiserText(row.cell(index));
      if (!text.isEmpty()) {
        texts.put(column, text);
      }
    }
    return texts;
  }
}
