package org.entraide.campaign.port;

import java.util.function.Consumer;

/** Reports the stage of a cycle to its watcher. */
public final class Stages {

  private Consumer<Stage> heard = stage -> {};

  /** Sets the watcher; it never throws. */
  public void watchedBy(Consumer<Stage> watcher) {
    heard = watcher;
  }

  public void reach(Stage stage) {
    heard.accept(stage);
  }
}
