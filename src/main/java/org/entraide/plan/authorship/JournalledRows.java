package org.entraide.plan.authorship;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.OwnChecks;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;

/**
 * How the journal last looked at rows. A pass that writes nothing, as while the campaign is
 * suspended, or that died before it wrote, has learnt what the rows' checks do not have: they are
 * older than the journal then. The checks are newer where an older journal was put back.
 */
public final class JournalledRows {

  /**
   * Says that a row's organisers' columns were looked at, even where they were empty, and the hash
   * of the row's check by then.
   */
  public static final String SEEN = "seen";

  /** Says that a row was seen to be gone: nothing comes from there but with the row. */
  static final String GONE = "gone";

  /** Says that a row without a check was looked at; earlier versions wrote it of all rows. */
  private static final String ALONE = "seen";

  /** Says that the check of another row was beside a row, and its hash. */
  static final String BESIDE = "beside";

  private final RowsJournal journal;
  private final OwnChecks checks;

  /** Hashes of checks, which every column asks for. */
  private final IdentityHashMap<RowCheck, String> hashes = new IdentityHashMap<>();

  private final Map<String, Boolean> ahead = new HashMap<>(); // by key

  JournalledRows(RowsJournal journal, OwnChecks checks) {
    this.journal = journal;
    this.checks = checks;
  }

  /** Whether a row is in the journal. */
  boolean saw(ResponseRow row) {
    return journal.get(row.key(), SEEN) != null;
  }

  /**
   * Whether the journal knew a row's check when it last looked: where the two differ the check is
   * the older one.
   */
  boolean isAhead(ResponseRow row) {
    return ahead.computeIfAbsent(
        row.key(), key -> checks.of(row).isPresent() && seen(row).equals(journal.get(key, SEEN)));
  }

  /**
   * Whether the check of another row was beside this one already: what comes there since did not
   * come along with it.
   */
  boolean stoodBeside(ResponseRow row) {
    return row.showsOthersCheck() && beside(row).equals(journal.get(row.key(), BESIDE));
  }

  /**
   * Whether a cell shows the text whose hash the row's own check has, as after the row was put back
   * as it had been before; not where the journal learnt since what was typed there.
   *
   * @param shown the hash of what the cell shows
   */
  boolean isAsChecked(ResponseRow row, int position, String shown) {
    return row.isAsChecked(position, shown) && !isAhead(row);
  }

  /** Whether a check is the one that was a row's own when it was last looked at. */
  static boolean isSeen(RowsJournal journal, ResponseRow row, RowCheck check) {
    return seenBeside(check.text()).equals(journal.get(row.key(), SEEN));
  }

  /** That a row is looked at now. */
  Map<CellKey, String> now(ResponseRow row) {
    return Map.of(
        new CellKey(row.key(), SEEN), seen(row), new CellKey(row.key(), BESIDE), beside(row));
  }

  /** Under {@link #SEEN}, of a row beside which this check is written. */
  public static String seenBeside(String check) {
    return ShortHashes.of(check);
  }

  private String seen(ResponseRow row) {
    return checks.of(row).map(this::hash).orElse(ALONE);
  }

  private String beside(ResponseRow row) {
    return row.showsOthersCheck() ? row.check().map(this::hash).orElse("") : "";
  }

  private String hash(RowCheck check) {
    return hashes.computeIfAbsent(check, it -> seenBeside(it.text()));
  }
}
