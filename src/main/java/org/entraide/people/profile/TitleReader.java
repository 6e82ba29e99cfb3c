package org.entraide.people.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.people.profile.Questionnaire.Column;
import org.entraide.people.word.Fold;
import org.entraide.people.word.WordFile;
import org.entraide.text.Message;
import org.entraide.text.typed.ReadLimit;

/** One reading of a header. */
final class TitleReader {

  private static final Pattern GRID =
      Pattern.compile("^(.+?)\\[([^\\[\\]]++)\\]\\s*+\\*?+\\s*+", Pattern.DOTALL);

  private static final List<WordFile.SectionLine> LINES = WordFile.read("title-words");
  private static final List<String> NAMES = WordFile.section(LINES, "name");
  private static final List<String> NOT_SURNAMES = WordFile.section(LINES, "not-surname");

  private final List<String> titles;
  private final Set<Integer> ignored;
  private final Map<Field, String> overrides;
  private final FormHints hints;
  private final Map<String, Field> configured = new HashMap<>();
  private final List<Column> strong = new ArrayList<>();
  private final List<Column> weak = new ArrayList<>();
  private final Map<Integer, String> unknown = new TreeMap<>();

  TitleReader(
      List<String> titles, Set<Integer> ignored, Map<Field, String> overrides, FormHints hints) {
    this.titles = titles;
    this.hints = hints;
    this.ignored = ignored;
    this.overrides = overrides;
    overrides.forEach((field, title) -> configured.put(Fold.words(ReadLimit.cut(title)), field));
  }

  Questionnaire read() {
    for (int i = 0; i < titles.size(); i++) {
      String title = ReadLimit.cut(hints.title(i, titles.get(i)));
      if (!ignored.contains(i) && (!title.isBlank() || hints.pinned(i).isPresent())) {
        readTitle(i, title, ReadLimit.cut(titles.get(i)));
      }
    }
    settleWeak();
    List<Column> columns = surnames();
    columns.sort(Comparator.comparingInt(Column::index));
    return Questionnaire.of(columns, List.copyOf(unknown.values()), overridesNotSeen());
  }

  /**
   * Reads one.
   *
   * @param header the title in the sheet, which may differ from the form's
   */
  private void readTitle(int index, String title, String header) {
    Matcher grid = GRID.matcher(title);
    String base = grid.matches() ? grid.group(1) : title;
    String row = grid.matches() ? Fold.line(grid.group(2)) : "";
    Field wanted = configured.getOrDefault(Fold.words(title), configured.get(Fold.words(base)));
    if (wanted == null) {
      wanted = configured.get(Fold.words(header));
    }
    if (wanted != null) {
      strong.add(new Column(index, title, wanted, Certainty.CONFIGURED, row));
      return;
    }
    if (hints.organisers().contains(index)) {
      unknown.put(index, title);
      return;
    }
    Optional<Field> pinned = hints.pinned(index).filter(f -> !overrides.containsKey(f));
    if (pinned.isPresent()) {
      strong.add(new Column(index, title, pinned.get(), Certainty.EXACT, row));
      return;
    }
    Optional<TitleRules.Guess> guess = TitleRules.guess(base);
    Optional<Field> field = guess.flatMap(TitleRules.Guess::field);
    if (field.isEmpty() || overrides.containsKey(field.get())) {
      unknown.put(index, title);
      return;
    }
    Column column = new Column(index, title, field.get(), guess.get().certainty(), row);
    (guess.get().weak() ? weak : strong).add(column);
  }

  /** Weak titles count only for a field that nothing else asks for. */
  private void settleWeak() {
    Set<Field> strongFields = EnumSet.noneOf(Field.class);
    strong.forEach(c -> strongFields.add(c.field()));
    boolean reachable = strongFields.contains(Field.EMAIL) || strongFields.contains(Field.PHONE);
    for (Column column : weak) {
      boolean contact = column.field() == Field.EMAIL && reachable;
      if (contact || strongFields.contains(column.field())) {
        unknown.put(column.index(), column.title());
      } else {
        strong.add(column);
      }
    }
  }

  /** Beside a first name, a separate « Nom » is the surname. */
  private List<Column> surnames() {
    Map<Field, Integer> counts = new EnumMap<>(Field.class);
    strong.forEach(c -> counts.merge(c.field(), 1, Integer::sum));
    boolean split = counts.containsKey(Field.FIRST_NAME) && !counts.containsKey(Field.LAST_NAME);
    List<Column> columns = new ArrayList<>();
    for (Column c : strong) {
      boolean surname =
          split
              && c.field() == Field.NAME
              && c.certainty() != Certainty.CONFIGURED
              && isBareName(c);
      columns.add(
          surname
              ? new Column(c.index(), c.title(), Field.LAST_NAME, c.certainty(), c.gridRow())
              : c);
    }
    return columns;
  }

  private static boolean isBareName(Column column) {
    String words = Fold.words(column.title());
    return NAMES.stream().anyMatch(name -> Fold.has(words, name))
        && NOT_SURNAMES.stream().noneMatch(other -> Fold.has(words, other));
  }

  private List<Message> overridesNotSeen() {
    Set<Field> seenFields = EnumSet.noneOf(Field.class);
    strong.stream()
        .filter(c -> c.certainty() == Certainty.CONFIGURED)
        .forEach(c -> seenFields.add(c.field()));
    return overrides.entrySet().stream()
        .filter(e -> !seenFields.contains(e.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(
            e ->
                Message.of("people.questions.override-not-seen")
                    .with("key", e.getKey().key())
                    .with("title", e.getValue()))
        .toList();
  }
}
