package org.entraide.campaign.port;

import java.util.function.Consumer;

/** Tells what a cycle is at to whoever watches it. */
public final class Stages {

  private Consumer<Stage> heard = stage -> {};

  /** From now on that one hears; it never throws. */
  public void heardBy(Consumer<Stage> watcher) {
    heard = watcher;
  }

  public void reach(Stage stage) {
    heard.accept(stage);
  }
}
