package org.entraide.campaign.story;

import java.util.List;
import java.util.stream.Stream;

/**
 * What people do in short stories, and how the daemon looks in between. {@code WORD} is whatever
 * the story is about.
 */
enum Deed {
  TYPES_THE_WORD_BESIDE_HAL,
  TYPES_THE_WORD_BESIDE_KIM,
  TYPES_THE_WORD_BESIDE_ZOE,
  CLEARS_THE_WORD_BESIDE_HAL,
  CLEARS_THE_WORD_BESIDE_KIM,
  CLEARS_THE_WORD_BESIDE_ZOE,
  CLEARS_THE_WORD_IN_THE_COPY,
  COPIES_HAL,
  COPIES_HAL_AND_TYPES_ZOE_OVER,
  TYPES_ZOE_OVER_THE_COPY,
  COPIES_ZOE,
  CORRECTS_HAL,
  CORRECTS_ZOE,
  DELETES_HAL,
  PUTS_HAL_BACK,
  DELETES_ZOE,
  PUTS_ZOE_BACK,
  HAL_ANSWERS_AGAIN,
  ZOE_ANSWERS_AGAIN,
  MAX_ANSWERS,
  SORTS,
  SORTS_THE_WORDS_ALONE,
  SORTS_OUR_COLUMNS_ALONE,

  LOOKS,
  LOOKS_WITHOUT_ITS_JOURNAL,
  LOOKS_WITH_AN_OLDER_JOURNAL,
  LOOKS_AND_DIES_AFTER_A_WRITE,
  LOOKS_AND_IS_OVERTAKEN_BY_A_SORT;

  static final List<Deed> OF_PEOPLE = Stream.of(values()).filter(deed -> !deed.isLook()).toList();

  static final List<Deed> LOOKING = Stream.of(values()).filter(Deed::isLook).toList();

  boolean isLook() {
    return compareTo(LOOKS) >= 0;
  }

  /** Whether it moves rows, or parts of them, and changes nothing else that is there. */
  boolean isMove() {
    return this == SORTS || this == SORTS_THE_WORDS_ALONE || this == SORTS_OUR_COLUMNS_ALONE;
  }
}
