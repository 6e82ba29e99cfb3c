package org.entraide.group;

/**
 * A campaign that this process may work on until the lease is taken from it. For use by several
 * threads.
 */
public final class Lease {

  private final String campaign;
  private final String owner;
  private final long fence;
  private final Tenure tenure;
  private volatile boolean lost;

  Lease(String campaign, String owner, long fence, Tenure tenure) {
    this.campaign = campaign;
    this.owner = owner;
    this.fence = fence;
    this.tenure = tenure;
  }

  public String campaign() {
    return campaign;
  }

  /** The member whose it is. */
  public String owner() {
    return owner;
  }

  /** The number that distinguishes this owner from earlier ones. */
  public long fence() {
    return fence;
  }

  /** Whether nobody else can be at work on the campaign, as far as can be known here and now. */
  public boolean holds() {
    return !lost && tenure.lasts();
  }

  /** Notes that it is another's from now on. */
  void lose() {
    lost = true;
  }
}
