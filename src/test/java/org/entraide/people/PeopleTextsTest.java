package org.entraide.people;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entraide.people.identity.IdentityEvidence;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Questionnaire;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

class PeopleTextsTest {

  private static Properties words(String language) {
    Properties words = new Properties();
    try (InputStream in =
            requireNonNull(Texts.class.getResourceAsStream("people_" + language + ".properties"));
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  @Test
  void bothLanguagesSayTheSameThingsWithTheSameArguments() {
    Properties fr = words("fr");
    Properties en = words("en");
    assertThat(fr.stringPropertyNames()).hasSameElementsAs(en.stringPropertyNames());
    for (String key : fr.stringPropertyNames()) {
      Set<String> french =
          new MessageFormat(fr.getProperty(key), ULocale.FRENCH).getArgumentNames();
      Set<String> english =
          new MessageFormat(en.getProperty(key), ULocale.ENGLISH).getArgumentNames();
      assertThat(french).as(key).isEqualTo(english);
    }
  }

  /** Keys that are put together from an enum's words are asked of the enum. */
  @Test
  void everyKeyThatTheCodeNamesHasWordsAndNoWordsAreForNobody() throws IOException {
    Set<String> named = new TreeSet<>();
    Pattern literal = Pattern.compile("\"(people\\.[a-z_.-]+[a-z_-])\"");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/entraide"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher m = literal.matcher(Files.readString(file));
        while (m.find()) {
          named.add(m.group(1));
        }
      }
    }
    Stream.of(Field.values()).map(f -> f.label().key()).forEach(named::add);
    Stream.of(IdentityEvidence.values()).map(e -> e.message().key()).forEach(named::add);
    Stream.of(Questionnaire.Essential.values()).map(e -> e.label().key()).forEach(named::add);
    named.add("people.minor");
    assertThat(words("fr").stringPropertyNames()).hasSameElementsAs(named);
  }

  @Test
  void countsFollowTheLanguage() {
    Message two =
        Message.of("people.categories.not-understood")
            .with("count", 2)
            .with("field", Field.NEEDS.label());
    assertThat(Texts.of("fr").format(two)).startsWith("remplacez 2 réponses non comprises (les b");
    assertThat(Texts.of("en").format(two.with("count", 1))).startsWith("replace one answer not");
    Message row = Message.of("people.duplicate").with("row", 12345).with("ref", "7KQ47");
    assertThat(Texts.of("fr").format(row)).endsWith("ligne 12345.");
  }
}
