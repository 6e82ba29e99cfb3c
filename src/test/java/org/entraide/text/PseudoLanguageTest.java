package org.entraide.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.text.PseudoLanguage.moved;
import static org.entraide.text.PseudoLanguage.movedPattern;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The files of the pseudo-language; with {@code -Dpseudo.write=true} they are written instead of
 * compared.
 */
class PseudoLanguageTest {

  @Test
  void theFilesAreTheOnesMadeOutOfTheProgramsOwnNow() throws IOException {
    Map<String, String> made = PseudoLanguage.files();
    if (Boolean.getBoolean("pseudo.write")) {
      for (Map.Entry<String, String> file : made.entrySet()) {
        Path path = PseudoLanguage.TARGET.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }

    assertThat(committed())
        .as("mvn -Dtest=PseudoLanguageTest -Dpseudo.write=true test writes them anew")
        .isEqualTo(made);
  }

  private static Map<String, String> committed() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(PseudoLanguage.TARGET)) {
      for (Path path : paths.toList()) {
        String name = path.getFileName().toString();
        if (name.contains("_" + PseudoLanguage.CODE + ".") || name.equals("more-languages.txt")) {
          files.put(PseudoLanguage.TARGET.relativize(path).toString(), Files.readString(path));
        }
      }
    }
    return files;
  }

  @Test
  void everyWordListOfTheProgramIsAmongThem() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/entraide/people"))) {
      assertThat(files.map(f -> "people/" + f.getFileName()).toList())
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PseudoLanguage.files())
                      .containsKey(file.replace(".txt", "_" + PseudoLanguage.CODE + ".txt")));
    }
  }

  @Test
  void onlyWordsAreMoved() {
    assertThat(moved("Été, Hello!")).isEqualTo("Égé, Uryyb!");
    assertThat(moved(moved("Hello, world"))).isEqualTo("Hello, world");
    assertThat(
            movedPattern(
                "{count, plural, one {# draft of {name}} other {# drafts}} at {km,number,0.0} km"))
        .isEqualTo(
            "{count, plural, one {# qensg bs {name}} other {# qensgf}} ng {km,number,0.0} xz");
    assertThat(movedPattern("{known, select, yes {By {x}. } other {}}See https://example.org/a b"))
        .isEqualTo("{known, select, yes {Ol {x}. } other {}}Frr https://example.org/a o");
  }

  @Test
  void noTextOfItIsOneOfAnotherLanguage() {
    Texts pseudo = Texts.of(PseudoLanguage.CODE);
    for (String language : List.of("fr", "en")) {
      Texts other = Texts.of(language);
      assertThat(pseudo.keys())
          .filteredOn(hasWords(other))
          .allSatisfy(
              key ->
                  assertThat(folded(pseudo.pattern(key))).isNotEqualTo(folded(other.pattern(key))));
    }
  }

  private static Predicate<String> hasWords(Texts texts) {
    return key -> !movedPattern(texts.pattern(key)).equals(texts.pattern(key));
  }

  @Test
  void noWordToBeUnderstoodIsOneOfAnotherLanguage() throws IOException {
    for (String file : PseudoLanguage.files().keySet()) {
      if (file.startsWith("people/")) {
        String common = file.replace("_" + PseudoLanguage.CODE, "");
        Set<String> both = lines(PseudoLanguage.TARGET.resolve(file));
        both.retainAll(lines(Path.of("src/main/resources/org/entraide").resolve(common)));
        assertThat(both).as(file).isEmpty();
      }
    }
  }

  private static Set<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.startsWith("#") && !line.startsWith("["))
          .map(PseudoLanguageTest::folded)
          .filter(line -> line.chars().anyMatch(Character::isLetter))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
