package org.entraide.sandbox.office.sheets.book;

/** Google's version history: a spreadsheet as it was, and back to it. */
public final class Versions {

  private final Spreadsheet spreadsheet;
  private final Book version;

  private Versions(Spreadsheet spreadsheet) {
    this.spreadsheet = spreadsheet;
    this.version = spreadsheet.book();
  }

  /** As it is now. */
  public static Versions of(Spreadsheet spreadsheet) {
    return new Versions(spreadsheet);
  }

  /** « Restore this version »: every tab, column and cell is as it was then. */
  public void restore() {
    Book now = spreadsheet.book();
    spreadsheet.change(book -> OrganiserUndo.revert(version, now, book));
  }
}
