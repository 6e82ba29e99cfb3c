package org.entraide.campaign.port;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;
import org.entraide.table.Workbook;

/**
 * A whole spreadsheet as one request read it, whose answer need not be understood where it is, byte
 * for byte, one that was understood before. Not kept beyond the pass that read it.
 */
public final class Snapshot {

  /** Of an answer that is not compared with others. */
  public static final String NO_DIGEST = "";

  private final String digest;
  private final Supplier<Workbook> workbook;

  /**
   * @param digest the same for the same bytes alone, or {@link #NO_DIGEST}
   * @param workbook what the answer says; asked once at most
   */
  public Snapshot(String digest, Supplier<Workbook> workbook) {
    this.digest = digest;
    this.workbook = Suppliers.memoize(workbook::get);
  }

  /** Of what was understood already, and is compared with nothing. */
  public static Snapshot of(Workbook workbook) {
    return new Snapshot(NO_DIGEST, () -> workbook);
  }

  public String digest() {
    return digest;
  }

  public Workbook workbook() {
    return workbook.get();
  }

  /** Whether this answer is the one with a digest, byte for byte. */
  public boolean is(String other) {
    return !digest.equals(NO_DIGEST) && digest.equals(other);
  }
}
