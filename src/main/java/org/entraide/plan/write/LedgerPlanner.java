package org.entraide.plan.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.authorship.LedgerCellStates;
import org.entraide.plan.authorship.LedgerCellStates.Verdict;
import org.entraide.plan.authorship.PreviousValues;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.MergedCells;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** The cells of the ledger to write, as {@link CellPlanner} has those of the answers. Pure. */
public final class LedgerPlanner {

  private final SheetLayout layout;
  private final Map<CellKey, String> cellHashes;
  private final LedgerCellStates written;
  private final MergedCells merged;
  private final SheetVocabulary vocabulary;
  private final Texts texts;
  private final ZoneId zone;
  private final ErasedPeople erased;

  LedgerPlanner(
      SheetLayout layout,
      Map<CellKey, String> cellHashes,
      SheetVocabulary vocabulary,
      Texts texts,
      ZoneId zone,
      ErasedPeople erased) {
    this.erased = erased;
    this.layout = layout;
    this.cellHashes = cellHashes;
    this.written = new LedgerCellStates(cellHashes);
    this.merged = layout.merged();
    this.vocabulary = vocabulary;
    this.texts = texts;
    this.zone = zone;
  }

  /**
   * What an entry of the ledger should say.
   *
   * @param explanation whole sentences
   * @param fingerprints of the contents of the two, empty where nobody knows
   */
  public record WantedEntry(
      Introduction introduction, List<Message> explanation, List<String> fingerprints) {
    public WantedEntry {
      explanation = List.copyOf(explanation);
      fingerprints = List.copyOf(fingerprints);
    }
  }

  /** Plans the ledger: the cells that change as introductions go on. */
  public List<RowChange> changes(List<LedgerRow> rows, Map<String, WantedEntry> wanted) {
    List<RowChange> changes = new ArrayList<>();
    Set<String> people = new HashSet<>();
    wanted.values().forEach(entry -> people.addAll(people(entry.introduction())));
    for (LedgerRow row : rows) {
      WantedEntry entry = wanted.get(row.ref());
      if (erased.hasReference(row.ref())) {
        emptied(row).ifPresent(changes::add);
      } else if (entry != null) {
        entry(row, entry, people).ifPresent(changes::add);
      }
    }
    return changes;
  }

  private static List<String> people(Introduction introduction) {
    return introduction.people();
  }

  /**
   * @param people references of everybody who was ever introduced
   */
  private Optional<RowChange> entry(LedgerRow row, WantedEntry wanted, Set<String> people) {
    Map<LedgerColumn, String> words = entryWords(wanted);
    List<Change> changes = new ArrayList<>();
    List<String> held = new ArrayList<>();
    Map<CellKey, String> hashes = new HashMap<>();
    for (int i = 0; i < LedgerColumn.REPORTED.size(); i++) {
      LedgerColumn column = LedgerColumn.REPORTED.get(i);
      String shown = row.shown().getOrDefault(column, "");
      Optional<String> left = left(row, i, wanted.introduction());
      if (left.isPresent()) {
        held.add(left.get());
        continue;
      }
      CellKey key = new CellKey(row.ref(), column.mark());
      String want = words.getOrDefault(column, "");
      boolean anew =
          isFormer(column, wanted.introduction(), shown)
              || isFormerWord(row, i, wanted.introduction(), people)
              || isTypedByHand(row, column, i);
      Verdict verdict = anew ? Verdict.WRITE : written.decide(key, want, shown, row.check(), i);
      held.add(verdict == Verdict.TYPED ? "" : want);
      if (verdict != Verdict.TYPED) {
        hashes.put(key, ShortHashes.of(want));
      }
      if (verdict == Verdict.WRITE) {
        PreviousValues.note(hashes, key, shown, cellHashes);
        if (!shown.equals(want)) { // typed as it is to be
          changes.add(cell(row, column, want));
        }
      }
    }
    needsByHand(row, wanted.introduction()).ifPresent(changes::add);
    String check = check(fingerprints(wanted, row.check()), held, wanted.introduction()).text();
    if (!check.equals(row.shown().getOrDefault(LedgerColumn.CHECK, ""))
        && !isMerged(row, LedgerColumn.CHECK)) {
      changes.add(cell(row, LedgerColumn.CHECK, check));
    }
    return RowChange.of(layout.ledgerSheet(), row.index(), row.ref(), row.ref(), changes, hashes);
  }

  /**
   * Whether a cell still names somebody as an organiser typed it, in a row that has its reference
   * since the last pass: from now on it names them as all rows do.
   */
  private static boolean isTypedByHand(LedgerRow row, LedgerColumn column, int position) {
    boolean names = column == LedgerColumn.PERSON || column == LedgerColumn.HELPER;
    return names && row.isMadeByHand() && isNew(row, position);
  }

  /** Whether a day is there that an organiser typed, of an introduction made by hand. */
  private static boolean isTypedDay(LedgerRow row, LedgerColumn column) {
    return column == LedgerColumn.SENT_ON && row.typedDay().isPresent();
  }

  /** Whether nothing but the reference was written so far. */
  private static boolean isNew(LedgerRow row, int position) {
    return row.check().filter(check -> check.knows(position)).isEmpty();
  }

  /** The needs that an introduction made by hand covers, where nobody typed any. */
  private Optional<Change> needsByHand(LedgerRow row, Introduction introduction) {
    boolean lacking =
        row.isMadeByHand()
            && isNew(row, LedgerColumn.REPORTED.size() - 1)
            && row.shown().getOrDefault(LedgerColumn.NEEDS, "").isBlank();
    return lacking && !introduction.needs().isEmpty() && !isMerged(row, LedgerColumn.NEEDS)
        ? Optional.of(cell(row, LedgerColumn.NEEDS, needs(introduction)))
        : Optional.empty();
  }

  /**
   * What a cell holds of ours that is left as it is: one that is merged, the day that organisers
   * typed of an introduction made by hand, the delegate until the letter is found, and somebody who
   * is not known.
   *
   * @return empty for a cell that is to say what it should
   */
  private Optional<String> left(LedgerRow row, int position, Introduction introduction) {
    LedgerColumn column = LedgerColumn.REPORTED.get(position);
    String shown = row.shown().getOrDefault(column, "");
    if (isMerged(row, column)) {
      return Optional.of("");
    }
    return isUnknown(column, introduction) || isTypedDay(row, column)
        ? Optional.of(isWritten(row, position, shown) ? shown : "")
        : Optional.empty();
  }

  private static boolean isUnknown(LedgerColumn column, Introduction introduction) {
    return switch (column) {
      case DELEGATE -> introduction.mailbox().isEmpty();
      case PERSON -> introduction.person().isEmpty();
      case HELPER -> introduction.helper().isEmpty() && !introduction.isQuestion();
      default -> false;
    };
  }

  /** Whether a state is shown in the words of an earlier version. */
  private boolean isFormer(LedgerColumn column, Introduction introduction, String shown) {
    return column == LedgerColumn.STATE
        && texts.former(SheetVocabulary.stateKey(introduction.state())).contains(shown);
  }

  private static boolean isWritten(LedgerRow row, int position, String shown) {
    return row.check().filter(check -> check.wrote(position, shown)).isPresent();
  }

  /**
   * Whether a cell points to somebody by the reference alone, as earlier versions wrote it once and
   * for all: neither check nor journal know it then.
   */
  private boolean isFormerWord(
      LedgerRow row, int position, Introduction introduction, Set<String> people) {
    LedgerColumn column = LedgerColumn.REPORTED.get(position);
    if (column != LedgerColumn.PERSON && column != LedgerColumn.HELPER) {
      return false;
    }
    String shown = row.shown().getOrDefault(column, "");
    String own = column == LedgerColumn.PERSON ? introduction.person() : introduction.helper();
    boolean older = row.check().filter(check -> check.knows(position)).isEmpty();
    return !shown.equals(texts.person(own))
        && (shown.equals(own) || (older && people.contains(shown)));
  }

  /**
   * Empties an erased introduction's row, also of what people wrote there, but for its reference:
   * by that the row is known while it is written. The reference goes last, see {@link #nameless}.
   */
  private Optional<RowChange> emptied(LedgerRow row) {
    List<Change> changes = new ArrayList<>();
    row.shown()
        .forEach(
            (column, text) -> {
              if (column != LedgerColumn.REF && !text.isEmpty() && !isMerged(row, column)) {
                changes.add(cell(row, column, ""));
              }
            });
    return RowChange.of(layout.ledgerSheet(), row.index(), row.ref(), row.ref(), changes, Map.of());
  }

  /**
   * Takes the references of erased introductions out of rows in which the daemon has nothing else
   * any more: wherever each is by then, since its row is known by nothing but the reference itself.
   * So it takes a reference and its check out of a row that is not its own.
   *
   * @param rows what is left of erased introductions, and rows that have another's reference
   */
  public List<Change> nameless(List<LedgerRow> rows) {
    return rows.stream()
        .filter(row -> !erased.hasReference(row.ref()) || emptied(row).isEmpty())
        .flatMap(row -> Stream.of(LedgerColumn.REF, LedgerColumn.CHECK).map(it -> forget(row, it)))
        .filter(forget -> !forget.text().isEmpty())
        .distinct()
        .<Change>map(forget -> forget)
        .toList();
  }

  private Change.Forget forget(LedgerRow row, LedgerColumn column) {
    String text = column == LedgerColumn.REF ? row.ref() : row.shown().getOrDefault(column, "");
    return new Change.Forget(layout.ledgerSheet(), layout.ledgerColumns().of(column), text);
  }

  private boolean isMerged(LedgerRow row, LedgerColumn column) {
    return merged.cover(layout.ledgerSheet(), row.index(), layout.ledgerColumns().of(column));
  }

  private static RowCheck check(
      List<String> fingerprints, List<String> held, Introduction introduction) {
    return new RowCheck(
        fingerprints, held.stream().map(ShortHashes::of).toList(), named(introduction));
  }

  /**
   * The check of a row that an organiser typed, to which nothing of the rest is written yet.
   *
   * @param held what was written in the columns of {@link LedgerColumn#REPORTED}
   */
  static RowCheck checkOf(WantedEntry entry, List<String> held) {
    return check(entry.fingerprints(), held, entry.introduction());
  }

  /** Of somebody whose row is gone, what was known last. */
  private static List<String> fingerprints(WantedEntry wanted, Optional<RowCheck> lastCheck) {
    List<String> lastFingerprints = lastCheck.map(RowCheck::fingerprints).orElse(List.of());
    List<String> fingerprints = new ArrayList<>();
    for (int i = 0; i < wanted.fingerprints().size(); i++) {
      String now = wanted.fingerprints().get(i);
      fingerprints.add(
          now.isEmpty() && i < lastFingerprints.size() ? lastFingerprints.get(i) : now);
    }
    return fingerprints;
  }

  private Change cell(LedgerRow row, LedgerColumn column, String text) {
    return new Change.SetCell(
        layout.ledgerSheet(), row.index(), layout.ledgerColumns().of(column), text);
  }

  private Map<LedgerColumn, String> entryWords(WantedEntry wanted) {
    Introduction introduction = wanted.introduction();
    Instant sentAt = introduction.sentAt();
    return Map.of(
        LedgerColumn.PERSON,
        texts.person(introduction.person()),
        LedgerColumn.HELPER,
        introduction.isQuestion() ? "" : texts.person(introduction.helper()),
        LedgerColumn.STATE,
        texts.get(SheetVocabulary.stateKey(introduction.state())),
        LedgerColumn.SENT_ON,
        sentAt == null ? "" : texts.day(LocalDate.ofInstant(sentAt, zone)),
        LedgerColumn.DELEGATE,
        introduction.mailbox(),
        LedgerColumn.EXPLANATION,
        RowReport.shortened(RowReport.joined(wanted.explanation(), " ", texts)));
  }

  /**
   * The introductions that it answers, and itself once a follow-up was begun, twice once tried; a
   * word where organisers made it.
   */
  private static List<String> named(Introduction introduction) {
    List<String> named = new ArrayList<>(introduction.insteadOf());
    if (introduction.has(IntroductionFlag.BY_HAND)) {
      named.add(LedgerRow.BY_HAND);
    }
    for (IntroductionFlag step :
        List.of(IntroductionFlag.FOLLOWED_UP, IntroductionFlag.FOLLOW_UP_TRIED)) {
      if (introduction.has(step)) {
        named.add(introduction.ref());
      }
    }
    return named.stream().sorted().toList();
  }

  /** The whole row of an introduction that the ledger does not have, as wide as the ledger. */
  public List<String> newEntry(WantedEntry wanted) {
    Introduction introduction = wanted.introduction();
    Map<LedgerColumn, String> words = new HashMap<>(entryWords(wanted));
    words.put(LedgerColumn.REF, introduction.ref());
    words.put(LedgerColumn.NEEDS, needs(introduction));
    words.put(LedgerColumn.DISTANCE, distance(introduction));
    words.put(
        LedgerColumn.CHECK,
        check(
                wanted.fingerprints(),
                LedgerColumn.REPORTED.stream().map(c -> words.getOrDefault(c, "")).toList(),
                introduction)
            .text());
    int width = layout.ledgerColumns().at().values().stream().mapToInt(i -> i + 1).max().orElse(0);
    List<String> row = new ArrayList<>(Collections.nCopies(width, ""));
    words.forEach((column, text) -> row.set(layout.ledgerColumns().of(column), text));
    return row;
  }

  /** Empty where a place was unknown, as a pin allows. */
  private String distance(Introduction introduction) {
    Double km = introduction.distanceKm();
    if (introduction.isQuestion()) {
      return "";
    }
    if (introduction.isRemote()) {
      return texts.get("ledger.remote");
    }
    return km == null ? "" : texts.format(Message.of("ledger.km").with("km", km));
  }

  /** Separated by commas whatever the language's lists look like: it is read back. */
  private String needs(Introduction introduction) {
    return String.join(
        ", ",
        introduction.needs().stream()
            .sorted()
            .map(c -> texts.get(SheetVocabulary.categoryKey(c)))
            .toList());
  }

  /** The rows without a reference among rows that were read again. */
  public List<HandMadeRow> typed(Map<Integer, List<Row>> tabs) {
    return HandMadeRow.read(
        tabs.getOrDefault(layout.ledgerSheet(), List.of()),
        layout.ledgerColumns(),
        vocabulary,
        Set.of());
  }

  /** Plans what these rows get. */
  public HandMadePlanner handMade() {
    return new HandMadePlanner(layout, texts);
  }

  /** The ledger's entries among rows that were read again. */
  public List<LedgerRow> entries(Map<Integer, List<Row>> tabs) {
    return LedgerRow.read(
        tabs.getOrDefault(layout.ledgerSheet(), List.of()),
        layout.ledgerColumns().at(),
        vocabulary);
  }
}
