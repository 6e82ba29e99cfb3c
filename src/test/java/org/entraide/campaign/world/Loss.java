package org.entraide.campaign.world;

/** When the state directory is lost: the journal, while the sheet stays as it is. */
public enum Loss {
  NEVER,
  BEFORE_THE_COPY_WAS_SEEN,
  AFTER_THE_COPY_WAS_SEEN,
  BEFORE_AND_AFTER;

  public void before(World world) {
    if (this == BEFORE_THE_COPY_WAS_SEEN || this == BEFORE_AND_AFTER) {
      world.startAgain(new MemoryJournal());
    }
  }

  public void after(World world) {
    if (this == AFTER_THE_COPY_WAS_SEEN || this == BEFORE_AND_AFTER) {
      world.startAgain(new MemoryJournal());
    }
  }
}
