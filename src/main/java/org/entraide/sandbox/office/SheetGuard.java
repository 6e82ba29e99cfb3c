package org.entraide.sandbox.office;

/** Watches over the changes of a tab: what refuses them, and what follows them. */
interface SheetGuard {

  /** Lets everything pass. */
  SheetGuard NONE =
      new SheetGuard() {
        @Override
        public void touch(Sheet sheet, int row, int column) {}

        @Override
        public Row admit(Sheet sheet, int index, Row fresh) {
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
   * @throws InvalidRequest if it is protected from who does it
   */
  void touch(Sheet sheet, int row, int column);

  /**
   * A row is about to get other content.
   *
   * @return what it really gets
   * @throws InvalidRequest if something that changes is protected
   */
  Row admit(Sheet sheet, int index, Row fresh);

  /**
   * Lines are about to change.
   *
   * @throws InvalidRequest if they are protected
   */
  void before(Sheet sheet, LineEdit edit);

  /** Lines or cells changed their place. */
  void after(Sheet sheet, LineEdit edit);
}
