package org.entraide.place.online;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Waiting {

  void take(Duration time) throws InterruptedException;
}
