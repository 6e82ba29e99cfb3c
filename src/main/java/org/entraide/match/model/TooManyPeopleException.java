package org.entraide.match.model;

/** A policy was asked for that is not offered for so many people. */
public final class TooManyPeopleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Policy policy;
  private final int people;
  private final int most;

  public TooManyPeopleException(Policy policy, int people, int most) {
    super(
        "The policy %s is offered for up to %d people; these are %d."
            .formatted(policy.key(), most, people));
    this.policy = policy;
    this.people = people;
    this.most = most;
  }

  public Policy policy() {
    return policy;
  }

  /** How many there are. */
  public int people() {
    return people;
  }

  /** For how many at most the policy is offered. */
  public int most() {
    return most;
  }
}
