package org.entraide.delegates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entraide.testkit.HistoryFile;

/** All that files tell, in the order of their numbers: the hundreds are topics. */
final class Histories {

  private static final String PEOPLE = "People";
  private static final String SETTINGS = "Settings";
  private static final String END = "In the end";
  private static final String END_IF_HERS = END + ", if the draft may be hers";
  private static final String END_IF_A_LATER_ONE_IS_HERS = END + ", if a later draft may be hers";
  private static final String END_IF_NOBODY_LOOKED = END + ", if nobody looked meanwhile";
  private static final String END_IF_FORGOTTEN = END + ", if only the ledger remembers";

  static final List<History> ALL =
      HistoryFile.of(
              Histories.class,
              Set.of(
                  PEOPLE,
                  SETTINGS,
                  END,
                  END_IF_HERS,
                  END_IF_A_LATER_ONE_IS_HERS,
                  END_IF_NOBODY_LOOKED,
                  END_IF_FORGOTTEN))
          .stream()
          .map(Histories::history)
          .toList();

  private Histories() {}

  private static History history(HistoryFile file) {
    return new History(
        file.title(),
        file.texts(PEOPLE).stream().map(Histories::people).findFirst().orElse(People.PAIR),
        file.texts(SETTINGS),
        post -> Telling.tell(file.steps(), post),
        file.texts(END),
        end(file, END_IF_HERS),
        end(file, END_IF_A_LATER_ONE_IS_HERS),
        end(file, END_IF_NOBODY_LOOKED),
        end(file, END_IF_FORGOTTEN));
  }

  private static People people(String words) {
    return People.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  private static Optional<List<String>> end(HistoryFile file, String heading) {
    return Optional.of(file.texts(heading)).filter(end -> !end.isEmpty());
  }

  static History named(String name) {
    return ALL.stream()
        .filter(history -> history.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }
}
