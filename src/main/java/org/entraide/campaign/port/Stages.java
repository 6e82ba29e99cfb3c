package org.entraide.campaign.port;

import java.util.function.Consumer;

/** Reports the stage of a pass to its watcher. */
public final class Stages {

  private Consumer<Stage> listener = stage -> {};

  /** Sets the watcher; it never throws. */
  public void setWatcher(Consumer<Stage> watcher) {
    listener = watcher;
  }

  public void reach(Stage stage) {
    listener.accept(stage);
  }
}
