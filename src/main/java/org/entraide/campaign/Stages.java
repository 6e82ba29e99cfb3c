package org.entraide.campaign;

import java.util.function.Consumer;

/** Tells what a cycle is at to whoever watches it. */
final class Stages {

  private Consumer<Stage> heard = stage -> {};

  /** From now on that one hears; it never throws. */
  void heardBy(Consumer<Stage> watcher) {
    heard = watcher;
  }

  void reach(Stage stage) {
    heard.accept(stage);
  }
}
