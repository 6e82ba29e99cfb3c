package org.entraide.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.entraide.hostile.HostileTexts.Kind;
import org.entraide.testkit.Vetted;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No text that anybody sends takes a pattern more steps than its length a few times over, and none
 * is too deep for the stack. Steps are counted, not seconds.
 */
@NullMarked
@Tag("long")
class LinearPatternsTest {

  /** Looks at one character: what stands within a fixed distance may be looked at each time. */
  private static final int MOST_STEPS = 500;

  private static final int FEW_STEPS = 60;

  private static final int SHORT = 100;
  private static final int MIDDLING = 400;

  /** What is more than twice as much work for a text that is twice as long. */
  private static final double MORE_THAN_TWICE = 2.6;

  private static final List<String> READ_TO_THE_END =
      List.of(
          "plan.instruction.InstructionCell.SEPARATOR",
          "people.reference.Reference.BETWEEN",
          "people.reference.Reference.TOKEN_BREAK",
          "plan.layout.LayoutReader.ADDRESS",
          "plan.layout.RowCheck.SHAPE");

  /** Another Java may read the same pattern in other steps. */
  private static final int JAVA = Runtime.version().feature();

  private static final List<Kind> REPEATED = HostileTexts.repeated();
  private static final List<Kind> ALTERNATING = HostileTexts.alternating();

  /** A text, and the steps that it takes. */
  private record Costly(Kind kind, long steps) {}

  @Test
  void everyPatternReadsEveryTextInOnePass() throws IOException {
    Map<String, Pattern> all = new TreeMap<>(Patterns.all());
    all.putAll(Patterns.of(settingWords()));
    assertThat(all).hasSizeGreaterThan(200);
    List<String> slow = new ArrayList<>();
    Vetted vetted =
        Vetted.of(
            "linear-patterns",
            List.of(JAVA, MOST_STEPS, FEW_STEPS, MORE_THAN_TWICE, REPEATED, ALTERNATING));
    all.forEach(
        (where, pattern) -> {
          String whole = pattern.flags() + " " + pattern.pattern();
          if (vetted.isNew(where, whole)) {
            slow(where, pattern).ifPresent(slow::add);
          }
          vetted.pass(where, whole);
        });
    assertThat(slow).isEmpty();
    vetted.write();
  }

  /** Lists of references, checks and titles: the cells that are read to their end. */
  @Test
  void whatIsReadToItsEndTakesNoKindOfTextMoreThanAFewSteps() {
    List<String> slow = new ArrayList<>();
    for (String where : READ_TO_THE_END) {
      Pattern pattern = Objects.requireNonNull(Patterns.all().get(where), where);
      for (Kind kind : REPEATED) {
        for (Search search : Search.values()) {
          String text = kind.ofLength(HostileTexts.LONGEST_CELL);
          long most = (long) FEW_STEPS * text.length();
          if (search.steps(pattern, text, most) > most) {
            slow.add(where + ": " + kind + ", " + search);
          }
        }
      }
    }
    assertThat(slow).isEmpty();
  }

  @Test
  void aPatternThatLooksAtATextAgainAndAgainIsFound() {
    for (String known :
        List.of(
            "\\d+\\D+\\d+\\D+\\d+",
            "\\S*\\p{Nd}\\S*\\s*=\\s*\\S*",
            "\\bmais\\b",
            "(\\.[a-z]+)*",
            "\\s*(a)?\\s*b")) {
      assertThat(slow("it", Pattern.compile(known))).as(known).isNotEmpty();
    }
    for (String known : List.of("\\d{1,9}", "[^()]*", "a|b", "(?<!\\S)(?>\\S*?@)\\S*+")) {
      assertThat(slow("it", Pattern.compile(known))).as(known).isEmpty();
    }
  }

  /**
   * A pattern that an object holds is not seen by itself: those that are here are reached from a
   * class, are made here, read what this program calls itself, or are written by the one who plays
   * with the sandbox.
   */
  @Test
  void noPatternIsForgotten() {
    assertThat(Patterns.ofInstances())
        .containsExactlyInAnyOrder(
            "google.wire.AllowedCalls$Rule.path",
            "people.word.CategoryWords$Reading.takesBack",
            "people.word.PauseWords.until", // of words of ours, at the beginning
            "place.embedded.MainTowns$Rule.code",
            "place.PostcodeAdvice$Country.code",
            "plan.layout.SheetVocabulary.distances", // of words of ours, and bounded
            "plan.settings.SettingWords.half",
            "plan.settings.SettingWords.andAHalf",
            "plan.settings.SettingWords.and",
            "sandbox.office.faults.Faults$Rule.kind",
            "sandbox.office.faults.Faults$Rule.method",
            "sandbox.office.faults.Faults$Rule.path",
            "sandbox.office.sheets.batch.FindReplace.pattern");
    assertThat(Patterns.all().keySet())
        .anyMatch(name -> name.startsWith("place.embedded.MainTowns"))
        .anyMatch(name -> name.startsWith("place.PostcodeAdvice"));
    assertThat(Patterns.of(settingWords())).hasSize(3);
  }

  private static Object settingWords() {
    List<Texts> languages = Texts.languages().stream().map(Texts::of).toList();
    try {
      Constructor<?> words =
          Class.forName("org.entraide.plan.settings.SettingWords")
              .getDeclaredConstructor(List.class);
      words.setAccessible(true);
      return words.newInstance(languages);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /**
   * Looks with short texts for those that get dearer faster than they get longer, and asks of these
   * and of the dearest how it is with the longest. The first that is too dear will do.
   */
  private static Optional<String> slow(String where, Pattern pattern) {
    for (Search search :
        Patterns.isMatchedWhole(where) ? Set.of(Search.MATCH) : EnumSet.allOf(Search.class)) {
      Set<Kind> doubtful = new LinkedHashSet<>();
      doubtful.addAll(doubtful(search, pattern, REPEATED, MIDDLING));
      doubtful.addAll(doubtful(search, pattern, ALTERNATING, SHORT));
      for (Kind kind : doubtful) {
        String text = kind.ofLength(HostileTexts.LONGEST_CELL);
        long most = (long) MOST_STEPS * text.length();
        long steps = search.steps(pattern, text, most);
        if (steps > most) {
          String how = steps == Search.ENDLESS ? "is too deep" : "takes too many steps";
          return Optional.of("%s: %s, %s %s".formatted(where, kind, search, how));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Kind> doubtful(Search search, Pattern pattern, List<Kind> kinds, int length) {
    List<Kind> doubtful = new ArrayList<>();
    List<Costly> costly = new ArrayList<>();
    for (Kind kind : kinds) {
      long most = (long) FEW_STEPS * length;
      long once = search.steps(pattern, kind.ofLength(length), most);
      long twice = search.steps(pattern, kind.ofLength(2 * length), 2 * most);
      costly.add(new Costly(kind, twice));
      if (once > most || twice > MORE_THAN_TWICE * once + length) {
        doubtful.add(kind);
      }
    }
    costly.stream()
        .sorted(Comparator.comparingLong(Costly::steps).reversed())
        .limit(2)
        .map(Costly::kind)
        .forEach(doubtful::add);
    return doubtful.subList(0, Math.min(4, doubtful.size()));
  }
}
