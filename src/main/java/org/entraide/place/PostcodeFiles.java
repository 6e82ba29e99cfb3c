package org.entraide.place;

import java.util.Set;

/** Which national postcode files were imported. */
public interface PostcodeFiles {

  /**
   * Whether a country's codes are there as finely as it writes them.
   *
   * @param letters letters and digits of a whole code at least
   */
  boolean hasCodesOf(String country, int letters);

  /** What is there, as one value: when it changes, places are to be looked for again. */
  Set<String> edition();

  /** Nothing was imported, and nothing ever is. */
  PostcodeFiles NONE =
      new PostcodeFiles() {
        @Override
        public boolean hasCodesOf(String country, int letters) {
          return false;
        }

        @Override
        public Set<String> edition() {
          return Set.of();
        }
      };
}
