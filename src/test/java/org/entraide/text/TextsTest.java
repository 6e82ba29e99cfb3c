package org.entraide.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.match.Policy;
import org.entraide.match.Reason;
import org.entraide.match.RefusedPin;
import org.entraide.people.Category;
import org.entraide.people.Evidence;
import org.entraide.people.Field;
import org.entraide.people.Questionnaire;
import org.entraide.place.Located;
import org.entraide.place.PostcodeAdvice;
import org.entraide.place.Precision;
import org.entraide.plan.Instruction;
import org.entraide.plan.Introduction;
import org.entraide.plan.LedgerColumn;
import org.entraide.plan.PersonColumn;
import org.entraide.plan.Setting;
import org.entraide.plan.SettingsColumn;
import org.entraide.plan.Status;
import org.entraide.plan.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TextsTest {

  static final List<String> LANGUAGES = Texts.languages();
  private static final Texts FRENCH = Texts.of("fr");
  private static final Texts ENGLISH = Texts.of("en");
  private static final Path SOURCES = Path.of("src/main/java");

  /** A key written out in the code: {@code "people.age.unclear"}. */
  private static final Pattern LITERAL = Pattern.compile("\"([a-z_]+(?:\\.[a-z_-]+)+)\"");

  /** A key that is asked for by name. */
  private static final Pattern ASKED =
      Pattern.compile("(?:Message\\s*\\.of|texts\\s*\\.get|\\.problem)\\(\\s*\"([^\"]+)\"\\s*\\)");

  // ---- the languages

  static final List<String> AREAS = Texts.AREAS;

  @Test
  void thePseudoLanguageIsOneOfTheLanguages() {
    assertThat(LANGUAGES).containsExactly("fr", "en", PseudoLanguage.CODE);
  }

  @ParameterizedTest
  @FieldSource("AREAS")
  void everyLanguageHasTheSameKeysInEveryAreaWithTheSameArguments(String area) {
    Map<String, String> english = file(area, "en");
    for (String language : LANGUAGES) {
      assertThat(differences(english, file(area, language))).as(language).isEmpty();
    }
  }

  @Test
  void aKeyMissingInOneLanguageIsFound() {
    Map<String, String> whole =
        Map.of("a", "one", "b", "{count, plural, one {# of {ref}} other {# of {ref}}}");

    assertThat(differences(whole, whole)).isEmpty();
    assertThat(differences(whole, Map.of("a", "un"))).containsExactly("b is missing");
    assertThat(differences(Map.of("a", "one"), whole)).containsExactly("b is nowhere else");
    assertThat(differences(whole, Map.of("a", "un", "b", "{count, plural, other {#}}")))
        .containsExactly("b takes [count], not [count, ref]");
  }

  /** What a language lacks, has too much, or says with other arguments. */
  private static List<String> differences(Map<String, String> model, Map<String, String> other) {
    Set<String> keys = new TreeSet<>(model.keySet());
    keys.addAll(other.keySet());
    List<String> differences = new ArrayList<>();
    for (String key : keys) {
      if (!other.containsKey(key)) {
        differences.add(key + " is missing");
      } else if (!model.containsKey(key)) {
        differences.add(key + " is nowhere else");
      } else if (!arguments(model.get(key)).equals(arguments(other.get(key)))) {
        differences.add(
            "%s takes %s, not %s"
                .formatted(key, arguments(other.get(key)), arguments(model.get(key))));
      }
    }
    return differences;
  }

  @Test
  void noKeyIsInTwoAreas() {
    int all = AREAS.stream().mapToInt(area -> file(area, "fr").size()).sum();

    assertThat(FRENCH.keys()).hasSize(all);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyTemplateFillsInTheSame(String language) {
    for (LetterTemplate template : LetterTemplate.values()) {
      assertThat(tags(Texts.of(language).template(template)))
          .isEqualTo(tags(ENGLISH.template(template)));
    }
  }

  private static Set<String> tags(String template) {
    return found(Pattern.compile("\\{\\{([^}]*)}}"), template);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void noTextIsEmptyAndNoApostropheIsLost(String language) {
    Texts texts = Texts.of(language);
    for (String key : texts.keys()) {
      assertThat(texts.pattern(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  private static Set<String> arguments(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
        names.add(pattern.getSubstring(part));
      }
    }
    return names;
  }

  private static Map<String, String> file(String area, String language) {
    Properties properties = new Properties();
    String name = area + "_" + language + ".properties";
    try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k)));
    return values;
  }

  // ---- the code and the words

  private static String code() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .sorted()
          .map(TextsTest::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> found(Pattern pattern, String code) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(code);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** The keys that the code puts together. */
  private static Set<String> families() {
    Set<String> keys = new TreeSet<>();
    add(keys, "status.", Status.values(), Status::key);
    add(keys, "state.", Introduction.State.values(), TextsTest::lower);
    add(keys, "instruction.", Instruction.values(), TextsTest::lower);
    add(keys, "instruction.", Instruction.values(), word -> lower(word) + ".also");
    for (String end : List.of("draft", "letter", "withdrawn")) {
      keys.add("ledger.explain.gone." + end);
      keys.add("ledger.explain.left." + end);
      keys.add("ledger.explain.minor." + end);
    }
    List.of(
            "scheduled",
            "withdrawn.draft",
            "withdrawn.scheduled",
            "withdrawn.twice",
            "refused",
            "unaddressed",
            "others",
            "other_refused",
            "ring",
            "unfit",
            "unfit.discarded",
            "copied",
            "answered",
            "followed_up",
            "followed_up.needless",
            "drafted.unchecked",
            "left.changed",
            "left.scheduled",
            "outcome.cleared",
            "outcome.unknown",
            "withdrawn.for.need_closed",
            "withdrawn.for.no_place",
            "withdrawn.for.unchecked")
        .forEach(seen -> keys.add("ledger.explain." + seen));
    for (String outcome : List.of("accepted", "declined", "no_answer", "done")) {
      keys.add("outcome." + outcome + ".also");
    }
    keys.add("explain.proposed.pace");
    add(keys, "category.", Category.values(), Category::key);
    add(keys, "letter.need.", Category.values(), Category::key);
    add(keys, "reason.", Reason.values(), Reason::key);
    add(keys, "explain.pin.", RefusedPin.Why.values(), TextsTest::lower);
    add(keys, "people.field.", Field.values(), Field::key);
    add(keys, "people.evidence.", Evidence.values(), e -> lower(e).replace('_', '-'));
    add(keys, "people.essential.", Questionnaire.Essential.values(), TextsTest::lower);
    add(keys, "place.described.", Precision.values(), Precision::key);
    add(keys, "postcode.codes.", PostcodeAdvice.Country.values(), TextsTest::lower);
    add(keys, "postcode.file.", PostcodeAdvice.Country.values(), TextsTest::lower);
    add(keys, "place.offline.", Located.Offline.values(), Located.Offline::key);
    add(keys, "why.precision.", Precision.values(), Precision::key);
    Set<Reason> counted = EnumSet.complementOf(EnumSet.of(Reason.BY_HAND, Reason.NOBODY_OFFERS));
    counted.forEach(reason -> keys.add("why.numbers." + reason.key()));
    Stream.of(PersonColumn.values()).forEach(c -> keys.add(c.titleKey()));
    Stream.of(LedgerColumn.values()).forEach(c -> keys.add(c.titleKey()));
    Stream.of(SettingsColumn.values()).forEach(c -> keys.add(c.titleKey()));
    add(keys, "note.", PersonColumn.values(), PersonColumn::titleKey);
    add(keys, "note.", LedgerColumn.values(), LedgerColumn::titleKey);
    add(keys, "note.", SettingsColumn.values(), SettingsColumn::titleKey);
    add(keys, "settings.label.", Setting.values(), Setting::key);
    add(keys, "settings.meaning.", Setting.values(), Setting::key);
    add(keys, "settings.asked.", Setting.values(), Setting::key);
    add(keys, "settings.policy.", Policy.values(), TextsTest::lower);
    for (String chart : List.of("need", "area", "week")) {
      add(keys, "chart.", new String[] {"title", "labels", "values"}, word -> chart + "." + word);
    }
    for (Introduction.State state : Introduction.State.values()) {
      keys.add("ledger.explain." + lower(state));
    }
    keys.addAll(
        Set.of("ledger.explain.lost", "ledger.explain.missing", "ledger.explain.many_missing"));
    keys.addAll(Set.of("ledger.explain.withdrawn.sent", "ledger.explain.withdrawn.agreed"));
    keys.addAll(Set.of("explain.paused", "explain.withdrawn"));
    keys.addAll(Set.of("explain.signposted", "explain.barred"));
    addQuestionnaire(keys);
    for (String dealing : List.of("preparing", "draft_ready", "sent", "accepted", "proposed")) {
      keys.add("explain." + dealing + ".person");
      keys.add("explain." + dealing + ".helper");
    }
    for (String wait : List.of("queue", "no_mail", "mailbox")) {
      keys.add("explain.proposed." + wait);
    }
    return keys;
  }

  /** The form that {@code init} makes. */
  private static void addQuestionnaire(Set<String> keys) {
    for (Field field : Field.values()) {
      String key = "form.ask." + field.key();
      Stream.of(key, key + ".help").filter(FRENCH.keys()::contains).forEach(keys::add);
    }
    for (String section : List.of("needs", "offers", "consent")) {
      keys.add("form.section." + section);
      keys.add("form.section." + section + ".help");
    }
    IntStream.rangeClosed(1, 6).forEach(n -> keys.add("form.language." + n));
    EnumSet<Category> asked = EnumSet.complementOf(EnumSet.of(Category.OTHER));
    asked.forEach(c -> keys.add("form.choice." + c.key()));
  }

  private static <E> void add(Set<String> keys, String prefix, E[] all, Function<E, String> key) {
    Stream.of(all).forEach(one -> keys.add(prefix + key.apply(one)));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void everyKeyThatTheCodeAsksForHasWords() {
    Set<String> asked = new TreeSet<>(found(ASKED, code()));
    asked.addAll(families());

    assertThat(asked).hasSizeGreaterThan(100);
    assertThat(FRENCH.keys()).containsAll(asked);
  }

  @Test
  void everyKeyIsUsed() {
    Set<String> unused = new TreeSet<>(FRENCH.keys());
    unused.removeAll(found(LITERAL, code()));
    unused.removeAll(families());
    unused.removeIf(
        key -> key.matches("place\\.(country|in)\\.[a-z]{2}")); // those of the gazetteer
    unused.removeIf(key -> key.matches("place\\.ask\\.homonyms\\.[23]")); // as many as there are

    assertThat(unused).isEmpty();
  }

  /** A key in a method that nobody calls is as good as unused. */
  @Test
  void everySentenceAboutWhatIsWrongIsSaidSomewhere() {
    String code = code();

    for (Method method : Wrong.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        assertThat(code).containsPattern("\\bWrong\\s*(\\.|::)\\s*" + method.getName() + "\\b");
      }
    }
  }

  // ---- how words are put together

  @Test
  void numbersAndDaysFollowTheSheetAndWordsTheLanguage() {
    Message near = Message.of("introduced.near").with("ref", "7KQ47").with("km", 1.25);
    LocalDate day = LocalDate.of(2020, 3, 26);

    assertThat(FRENCH.format(near)).isEqualTo("7KQ47 (1,2 km)");
    assertThat(FRENCH.inSheet("en_GB").format(near)).isEqualTo("7KQ47 (1.2 km)");
    assertThat(ENGLISH.inSheet("de_DE").format(near)).isEqualTo("7KQ47 (1,2 km)");
    assertThat(FRENCH.day(day)).isEqualTo("26/03/2020");
    assertThat(FRENCH.inSheet("en_US").day(day)).isEqualTo("03/26/2020");
    assertThat(FRENCH.inSheet("de_DE").day(day)).isEqualTo("26.03.2020");
    assertThat(FRENCH.inSheet("en_US").get("status.paused")).isEqualTo("En pause");
  }

  @Test
  void pluralsFollowTheLanguage() {
    Message full = Message.of("reason.full").with("needs", "x");

    assertThat(FRENCH.format(full.with("count", 1))).contains("l’aidant possible aide");
    assertThat(FRENCH.format(full.with("count", 2))).contains("les 2 aidants possibles aident");
    assertThat(ENGLISH.format(full.with("count", 1))).contains("the possible helper already helps");
    assertThat(ENGLISH.format(full.with("count", 2))).contains("the 2 possible helpers");
    assertThat(FRENCH.format(full.with("count", 0)))
        .contains("l’aidant possible"); // as French has it
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyPluralHasWordsForOneAndForTwo(String language) {
    Texts texts = Texts.of(language);
    Set<String> plurals = new HashSet<>(texts.keys());
    plurals.removeIf(key -> !texts.pattern(key).contains("plural"));

    assertThat(plurals).isNotEmpty();
    for (String key : plurals) {
      Message message = Message.of(key);
      for (String argument : arguments(texts.pattern(key))) {
        message = message.with(argument, argument.equals("count") ? 0 : "x");
      }
      String one = texts.format(message.with("count", 1));
      String two = texts.format(message.with("count", 2));
      assertThat(one).as(key).isNotEqualTo(two).doesNotContain("{", "}", "#");
      assertThat(two).as(key).doesNotContain("{", "}", "#");
    }
  }

  @Test
  void ofALanguageThatIcuDoesNotKnowListsAndDaysHaveNoWordsOfAnother() {
    Texts pseudo = Texts.of(PseudoLanguage.CODE);
    Message two = Message.of("letter.needs").with("needs", List.of("1", "2"));

    assertThat(pseudo.format(two)).isEqualTo("1, 2");
    assertThat(pseudo.moment(LocalDate.of(2020, 3, 26).atTime(12, 0)))
        .doesNotContainIgnoringCase("mar", "at ");
    assertThat(pseudo.format(Message.of("settings.people").with("count", 1)))
        .isEqualTo("1 " + PseudoLanguage.moved("person"));
  }

  @Test
  void listsAreJoinedAsTheLanguageDoes() {
    Message needs =
        Message.of("letter.needs")
            .with(
                "needs",
                List.of(
                    Message.of("category.shopping"),
                    Message.of("category.pets"),
                    Message.of("category.bills")));

    assertThat(FRENCH.format(needs)).isEqualTo("courses, animaux et factures");
    assertThat(ENGLISH.format(needs)).isEqualTo("shopping, pets, and bills");
  }

  @Test
  void anArgumentIsNeverReadAsAPattern() {
    assertThat(
            ENGLISH.format(
                Message.of("explain.with.unknown").with("typed", "{0} '{x}' # {ref, plural}")))
        .contains("{0} '{x}' # {ref, plural}");
  }

  @Test
  void aLanguageThatIsNotSpokenIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Texts.of("tlh"))
        .withMessageContaining("people_tlh");
  }

  @Test
  void aKeyWithoutWordsIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FRENCH.get("people.nothing"))
        .withMessageContaining("people.nothing");
  }
}
