package org.entraide.match;

/** A new introduction by indices; {@code needs} is a mask. */
record Introduction(int person, int helper, int needs, int round, int band) {}
