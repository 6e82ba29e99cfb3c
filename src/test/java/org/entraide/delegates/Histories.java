package org.entraide.delegates;

import java.util.List;
import java.util.stream.Stream;

/** All that is told. */
final class Histories {

  static final List<History> ALL =
      Stream.of(
              EditHistories.ALL,
              SendHistories.ALL,
              SheetHistories.ALL,
              TroubleHistories.ALL,
              DoubtHistories.ALL,
              OutcomeHistories.ALL)
          .flatMap(List::stream)
          .toList();

  private Histories() {}

  static History named(String name) {
    return ALL.stream()
        .filter(history -> history.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }
}
