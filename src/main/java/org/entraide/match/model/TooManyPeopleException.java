package org.entraide.match.model;

/** A policy was asked for that is not offered for so many people. */
public final class TooManyPeopleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TooManyPeopleException(Policy policy, int people, int most) {
    super(
        "The policy %s is offered for up to %d people; these are %d."
            .formatted(policy.key(), most, people));
  }
}
