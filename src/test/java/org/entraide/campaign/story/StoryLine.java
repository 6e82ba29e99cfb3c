package org.entraide.campaign.story;

/** A row as people know it. */
final class StoryLine {

  static final String NONE = "";

  String person;

  /** For whom the word that is there was typed; {@link #NONE} where none is there. */
  String owner;

  StoryLine(String person, String owner) {
    this.person = person;
    this.owner = owner;
  }

  StoryLine copy() {
    return new StoryLine(person, owner);
  }

  boolean shows() {
    return !owner.equals(NONE);
  }

  boolean isOwn() {
    return owner.equals(person);
  }
}
