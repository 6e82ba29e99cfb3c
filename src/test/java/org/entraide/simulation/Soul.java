package org.entraide.simulation;

import java.time.Duration;
import java.time.Instant;
import org.entraide.organisers.Human;
import org.jspecify.annotations.Nullable;

/** Somebody who answered, and what became of them as far as it cannot be seen in the sheet. */
final class Soul {

  /** Less than the ten minutes that a row may be gone. */
  private static final Duration SOON = Duration.ofMinutes(9);

  private final Human human;
  private final String name;
  private boolean everLeft;
  private @Nullable Instant goneAt;
  private boolean gone;
  private String ref = "";
  private boolean unnamed;
  private boolean forgotten;

  /**
   * @param name as answered; namesakes have one
   */
  Soul(Human human, String name) {
    this.human = human;
    this.name = name;
  }

  Human human() {
    return human;
  }

  String name() {
    return name;
  }

  String token() {
    return human.token();
  }

  boolean isHelper() {
    return !human.offers().isEmpty();
  }

  /** They were taken out, at any time. */
  void leaves() {
    everLeft = true;
  }

  boolean hasLeft(Instant now) {
    return everLeft || (goneAt != null && now.isAfter(goneAt.plus(SOON)));
  }

  /** A row of theirs was deleted: whoever is gone for long has left. */
  void goes(Instant now) {
    gone = true;
    goneAt = now;
  }

  /** That was undone. */
  void returns(Instant now) {
    everLeft |= hasLeft(now);
    goneAt = null;
  }

  /** Their answer is edited before any row of theirs shows how they are called. */
  void changesUnnamed() {
    unnamed = true;
  }

  /** A row of theirs shows how they are called. */
  void isNamed(String shown) {
    ref = shown;
    unnamed = false;
  }

  /** Whether that is what the daemon calls them; not what it wrote amiss as rows were moving. */
  boolean isCalled(String shown) {
    return !ref.isEmpty() && ref.equals(shown);
  }

  /** The journal was lost, or is an older one. */
  void isLost() {
    forgotten |= gone || unnamed;
  }

  /** Nothing that is left tells whose their row is. */
  void isForgottenNow() {
    forgotten = true;
  }

  /** Whether neither sheet nor journal may know them any more: they are somebody new. */
  boolean isForgotten() {
    return forgotten;
  }
}
