package org.entraide.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.testkit.HistoryFile.HistoryLine;

/**
 * What can be said in the steps of a history, and what happens then. The first phrase that fits a
 * line is meant.
 *
 * @param <W> the world in which it happens
 */
public final class Phrases<W> {

  private static final String BLANK = "{}";

  private record Phrase<W>(Pattern pattern, BiConsumer<W, List<String>> deed) {}

  private final List<Phrase<W>> all = new ArrayList<>();

  /** A phrase that is always the same. */
  public Phrases<W> say(String words, Consumer<W> deed) {
    return say(words, (world, blanks) -> deed.accept(world));
  }

  /**
   * A phrase with blanks to fill in.
   *
   * @param words with {@code {}} for each blank
   * @param deed is given what fills them
   */
  public Phrases<W> say(String words, BiConsumer<W, List<String>> deed) {
    String pattern =
        Arrays.stream(words.split(Pattern.quote(BLANK), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(.+?)"));
    all.add(new Phrase<>(Pattern.compile(pattern), deed));
    return this;
  }

  /**
   * Returns what a line says, to be done later.
   *
   * @throws IllegalArgumentException where no phrase fits, and, when it is done, for a blank that
   *     is filled in with something else than belongs there
   */
  public Consumer<W> read(HistoryLine line) {
    for (Phrase<W> phrase : all) {
      Matcher matcher = phrase.pattern().matcher(line.text());
      if (matcher.matches()) {
        List<String> blanks =
            IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList();
        return world -> tell(line, () -> phrase.deed().accept(world, blanks));
      }
    }
    throw line.unclear("there is no such phrase");
  }

  private static void tell(HistoryLine line, Runnable deed) {
    try {
      deed.run();
    } catch (IllegalArgumentException e) {
      throw line.unclear(String.valueOf(e.getMessage()));
    }
  }

  /** All that lines say, one after another, once all of them are understood. */
  public void tell(List<HistoryLine> lines, W world) {
    lines.stream().map(this::read).toList().forEach(deed -> deed.accept(world));
  }
}
