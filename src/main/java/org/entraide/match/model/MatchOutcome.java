package org.entraide.match.model;

/** A matching and what is known about how good it is. */
public record MatchOutcome(Matching matching, Certificate certificate) {}
