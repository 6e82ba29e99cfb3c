package org.entraide.match;

/** A matching and what is known about how good it is. */
public record Outcome(Matching matching, Certificate certificate) {}
