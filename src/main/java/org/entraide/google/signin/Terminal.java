package org.entraide.google.signin;

import java.io.BufferedReader;
import java.net.URI;
import java.util.Optional;

/** The person at the shell, who has a browser here or elsewhere. */
public interface Terminal {

  /**
   * Shows the address to open.
   *
   * @param waiting whether this program waits for a browser of this machine
   */
  void show(URI address, boolean waiting);

  /** Says that a pasted line cannot be used. */
  void notAnAddress();

  /** Where pasted lines come from; empty where nobody can paste. */
  Optional<BufferedReader> pasted();
}
