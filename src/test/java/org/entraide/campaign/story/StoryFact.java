package org.entraide.campaign.story;

/** What happened since the daemon learnt what is there. */
enum StoryFact {
  A_COPY_WAS_TYPED_OVER,
  THE_ORIGINAL_CHANGED,
  A_PART_WAS_SORTED,
  SOMETHING_ELSE_HAPPENED
}
