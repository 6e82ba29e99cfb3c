package org.entraide.sandbox.office.sheets.book;

/** Watches over the changes of a tab: what refuses them, and what follows them. */
interface SheetGuard {

  /** Lets everything pass. */
  SheetGuard NONE =
      new SheetGuard() {
        @Override
        public void touch(Sheet sheet, int row, int column) {}

        @Override
        public GridRow admit(Sheet sheet, int index, GridRow fresh) {
          return fresh;
        }

        @Override
        public void before(Sheet sheet, LineEdit edit) {}

        @Override
        public void after(Sheet sheet, LineEdit edit) {}
      };

  /**
   * A cell is about to be written.
   *
   * @throws org.entraide.sandbox.office.sheets.value.InvalidRequest if it is protected from who
   *     does it
   */
  void touch(Sheet sheet, int row, int column);

  /**
   * A row is about to get other content.
   *
   * @return what it really gets
   * @throws org.entraide.sandbox.office.sheets.value.InvalidRequest if something that changes is
   *     protected
   */
  GridRow admit(Sheet sheet, int index, GridRow fresh);

  /**
   * Lines are about to change.
   *
   * @throws org.entraide.sandbox.office.sheets.value.InvalidRequest if they are protected
   */
  void before(Sheet sheet, LineEdit edit);

  /** Lines or cells changed their place. */
  void after(Sheet sheet, LineEdit edit);
}
