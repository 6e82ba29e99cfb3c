package org.entraide.sandbox.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What sort of person answers: most are plain, and each trouble of a campaign occurs. */
enum Story {
  NEEDS(2),
  OFFERS(16),
  BOTH(4),
  ELDERLY(2),
  VULNERABLE(2),
  /** Under eighteen, whom nobody may be matched with. */
  MINOR(1),
  /** Needs only what is never matched automatically. */
  BY_HAND(1),
  /** Two people, one mailbox: one needs, one offers. */
  COUPLE(1),
  /** Answers again later and means the later answer. */
  TWICE(1),
  NEEDS_WITHOUT_CONSENT(1),
  OFFERS_WITHOUT_CONSENT(1),
  NEEDS_SOMEWHERE(1),
  OFFERS_SOMEWHERE(1),
  NO_CONTACT(1),
  NO_EMAIL(1),
  NOTHING_TICKED(1),
  NO_PLACE(1),
  NEEDS_FAR(1),
  OFFERS_FAR(1);

  private final int frequency;

  Story(int frequency) {
    this.frequency = frequency;
  }

  boolean offers() {
    return switch (this) {
      case OFFERS, BOTH, OFFERS_WITHOUT_CONSENT, OFFERS_SOMEWHERE, OFFERS_FAR -> true;
      default -> false;
    };
  }

  boolean needs() {
    return this != NOTHING_TICKED && (this == BOTH || !offers());
  }

  boolean consents() {
    return this != NEEDS_WITHOUT_CONSENT && this != OFFERS_WITHOUT_CONSENT;
  }

  /** All stories, each as often as it is met among forty, in the order in which they arrive. */
  static List<Story> arriving(SeededChoice pick) {
    List<Story> stories = new ArrayList<>();
    for (Story story : values()) {
      stories.addAll(Collections.nCopies(story.frequency, story));
    }
    for (int last = stories.size() - 1; last > 0; last--) {
      Collections.swap(stories, last, pick.between(0, last));
    }
    return stories;
  }
}
