package org.entraide.livecheck;

/** Who does what programs may not do, or have no way to: clicks in a browser. */
@FunctionalInterface
public interface BrowserUser {

  /**
   * Shows what to click, and returns once the person says that it is done.
   *
   * @throws InterruptedException if the person gave up
   */
  void please(Click click) throws InterruptedException;

  /**
   * Something to click.
   *
   * @param step its name, such as {@code sort}
   * @param words what to do, in whole sentences
   */
  record Click(String step, String words) {}
}
