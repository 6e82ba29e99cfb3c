package org.entraide.service;

import java.util.List;

/** The program that supervises the process. */
public interface ServiceManager {

  /** Nobody does. */
  ServiceManager NOBODY =
      new ServiceManager() {
        @Override
        public boolean listens() {
          return false;
        }

        @Override
        public void tell(List<String> assignments) {}
      };

  /** Whether anybody wants to hear. */
  boolean listens();

  /**
   * Sends assignments, all at once. Never throws: a daemon goes on although nobody receives them.
   *
   * @param assignments such as {@code READY=1}, in the words of {@code sd_notify(3)}
   */
  void tell(List<String> assignments);
}
