package org.entraide.match.state;

/** A new introduction by indices; {@code needs} is a mask. */
public record IndexedIntroduction(int person, int helper, int needs, int round, int band) {}
