package org.entraide.service;

import java.util.List;

/** The program that supervises the process. */
public interface ServiceManager {

  /** No program supervises the process. */
  ServiceManager NOBODY =
      new ServiceManager() {
        @Override
        public boolean listens() {
          return false;
        }

        @Override
        public void announce(List<String> assignments) {}
      };

  /** Whether a program supervises the process. */
  boolean listens();

  /**
   * Sends assignments, all at once. Never throws: a daemon goes on although nobody receives them.
   *
   * @param assignments such as {@code READY=1}, in the words of {@code sd_notify(3)}
   */
  void announce(List<String> assignments);
}
