package org.entraide.sandbox.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.word.Category;
import org.entraide.people.word.CategoryWords;
import org.entraide.place.GeoPoint;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.PlaceQuery;
import org.entraide.place.embedded.EmbeddedGeocoder;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class SampleCampaignTest {

  private static final Instant START = Instant.parse("2020-03-23T08:00:00Z");
  private static final Pattern EMAIL = Pattern.compile("|[a-z0-9.-]+@example\\.org");

  /** Ofcom's numbers for drama: nobody's. */
  private static final Pattern PHONE = Pattern.compile("|(0|44|0044)(2079460|7700900)\\d{3}");

  /** With those that Arcep, the Bundesnetzagentur and the North American plan keep for fiction. */
  private static final Pattern PHONE_ABROAD =
      Pattern.compile(
          PHONE.pattern()
              + "|(0|33|0033|330)63998\\d{4}|(0|49|0049)3023125\\d{3}|1?(212|646|718|917)55501\\d{2}");

  private static final Geocoder GEOCODER = new EmbeddedGeocoder();

  @Test
  void theSameSeedMakesTheSamePeople() {
    assertThat(SampleCampaign.generate(120, 7, START))
        .isEqualTo(SampleCampaign.generate(120, 7, START))
        .isNotEqualTo(SampleCampaign.generate(120, 8, START));
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 20_000})
  void nobodyIsReal(int people) {
    List<SampleAnswer> answers = SampleCampaign.generate(people, 1, START).answers();

    assertThat(answers).isNotEmpty().allMatch(a -> EMAIL.matcher(a.email()).matches());
    assertThat(answers).allMatch(a -> PHONE.matcher(digits(a.first(SampleForm.PHONE))).matches());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 41, 120, 20_000})
  void asManyPeopleAsAskedForAnswer(int people) {
    List<SampleAnswer> answers = SampleCampaign.generate(people, 3, START).answers();

    long twice = repeated(answers, SampleCampaignTest::nameAndEmail).size();
    assertThat(answers.size() - twice).isEqualTo(people);
    assertThat(answers).isSortedAccordingTo(Comparator.comparing(SampleAnswer::submitted));
    assertThat(answers).allMatch(answer -> answer.submitted().isAfter(START));
  }

  @Test
  void aNegativeCrowdIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleCampaign.generate(-1, 1, START))
        .withMessage("A campaign of -1 people cannot be made.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mostPlacesCanBeFound(long seed) {
    List<String> places =
        SampleCampaign.generate(120, seed, START).answers().stream()
            .map(answer -> answer.first(SampleForm.PLACE))
            .filter(place -> !place.isEmpty())
            .toList();

    long located = places.stream().filter(SampleCampaignTest::isFound).count();

    assertThat(located * 10).isBetween(places.size() * 9L, places.size() * 10L - 10);
  }

  @Test
  void everyPlaceOfTheListsIsFoundAndNoUnclearOneIs() {
    for (City city : City.values()) {
      SampleNames names = names(city);
      assertThat(names.places(city)).isNotEmpty().allMatch(SampleCampaignTest::isFound);
      assertThat(names.far()).isNotEmpty().allMatch(SampleCampaignTest::isFound);
      assertThat(names.unclear(city)).isNotEmpty().noneMatch(SampleCampaignTest::isFound);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyTroubleOfACampaignIsThere(long seed) {
    everyTroubleIsThere(SampleForm.FRENCH, SampleCampaign.generate(120, seed, START).answers());
    everyTroubleIsThere(SampleForm.ENGLISH, SampleCampaign.english(120, seed, START).answers());
  }

  private static void everyTroubleIsThere(SampleForm form, List<SampleAnswer> answers) {
    List<String> far = new SampleNames(form.language()).far();
    assertThat(count(answers, a -> ticked(a, form.title(SampleField.NEEDS)))).isBetween(40L, 70L);
    assertThat(count(answers, a -> ticked(a, form.title(SampleField.OFFERS)))).isBetween(55L, 85L);
    assertThat(
            count(
                answers,
                a ->
                    ticked(a, form.title(SampleField.NEEDS))
                        && ticked(a, form.title(SampleField.OFFERS))))
        .isPositive();
    assertThat(count(answers, a -> !ticked(a, form.title(SampleField.CONSENT)))).isPositive();
    assertThat(count(answers, a -> !ticked(a, form.title(SampleField.PLACE)))).isPositive();
    assertThat(count(answers, a -> a.email().isEmpty() && ticked(a, form.title(SampleField.PHONE))))
        .isPositive();
    assertThat(
            count(answers, a -> a.email().isEmpty() && !ticked(a, form.title(SampleField.PHONE))))
        .isPositive();
    assertThat(
            count(
                answers,
                a ->
                    !ticked(a, form.title(SampleField.NEEDS))
                        && !ticked(a, form.title(SampleField.OFFERS))))
        .isPositive();
    assertThat(count(answers, a -> onlyByHand(form, a))).isPositive();
    assertThat(count(answers, a -> age(form, a) > 0 && age(form, a) < 18)).isPositive();
    assertThat(count(answers, a -> age(form, a) >= 65 && ticked(a, form.title(SampleField.NEEDS))))
        .isPositive();
    assertThat(
            count(answers, a -> isVulnerable(form, a) && ticked(a, form.title(SampleField.NEEDS))))
        .isPositive();
    assertThat(count(answers, a -> far.contains(a.first(form.title(SampleField.PLACE)))))
        .isPositive();
  }

  /** The map begins where most of them are, and is not of one city alone. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mostOfThePeopleAbroadLiveInLondonAndSomeInEachOtherCity(long seed) {
    SampleCampaign campaign = SampleCampaign.abroad(120, seed, START);

    assertThat(campaign).isEqualTo(SampleCampaign.abroad(120, seed, START));
    assertThat(campaign.formTitle()).isEqualTo("Entraide entre Français de l'étranger");
    for (City city : List.of(City.DAKAR, City.NEW_YORK, City.BERLIN)) {
      assertThat(in(city, campaign)).as(city.name()).isBetween(1L, 20L);
    }
    assertThat(in(City.LONDON, campaign)).isBetween(70L, 110L);
  }

  private static long in(City city, SampleCampaign campaign) {
    List<String> cityPlaces = names(city).places(city);
    return count(campaign.answers(), a -> cityPlaces.contains(a.first(SampleForm.PLACE)));
  }

  @Test
  void theEnglishSampleHasNoWordOfFrench() {
    String english = SampleCampaign.english(2000, 1, START).toString();

    assertThat(english).contains("Walthamstow", "Shopping", "I agree");
    assertThat(english).doesNotContainPattern("[àâçéèêëîïôùûœ]|Oui\\b|Non\\b|[Ff]rançais| ans\\b");
  }

  /** A title that the daemon does not know would be asked of organisers at once. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyQuestionIsUnderstood(String language) {
    SampleForm form = language.equals("fr") ? SampleForm.FRENCH : SampleForm.ENGLISH;

    assertThat(
            Questionnaire.recognise(
                    form.questions().stream().map(SampleQuestion::title).toList(),
                    Set.of(),
                    Map.of())
                .columns())
        .extracting(Questionnaire.Column::field)
        .filteredOn(field -> field != Field.NOTES) // left to organisers
        .containsExactly(
            Field.FIRST_NAME,
            Field.LAST_NAME,
            Field.PHONE,
            Field.ADDRESS,
            Field.NEEDS,
            Field.OFFERS,
            Field.CAPACITY,
            Field.RADIUS_KM,
            Field.LANGUAGES,
            Field.VULNERABLE,
            Field.AGE,
            Field.CONSENT);
  }

  /** What people in a city write is understood as in that city: as near as it is wide. */
  @ParameterizedTest
  @CsvSource({
    "LONDON, 51.507, -0.128",
    "WALTHAMSTOW, 51.584, -0.02",
    "DAKAR, 14.717, -17.468",
    "NEW_YORK, 40.713, -74.006",
    "BERLIN, 52.52, 13.405"
  })
  void theListsOfACityAreOfThatCity(City city, double latitude, double longitude) {
    GeoPoint middle = new GeoPoint(latitude, longitude);

    assertThat(names(city).places(city))
        .allSatisfy(
            place ->
                assertThat(located(place))
                    .hasValueSatisfying(
                        at -> assertThat(at.place().point().kmTo(middle)).isLessThan(40)));
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 20_000})
  void nobodyInWalthamstowIsReal(int people) {
    List<SampleAnswer> answers = SampleCampaign.english(people, 1, START).answers();
    String phone = SampleForm.ENGLISH.title(SampleField.PHONE);

    assertThat(answers).isNotEmpty().allMatch(a -> EMAIL.matcher(a.email()).matches());
    assertThat(answers).allMatch(a -> PHONE.matcher(digits(a.first(phone))).matches());
    assertThat(answers).anyMatch(a -> !a.first(phone).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 20_000})
  void nobodyAbroadIsReal(int people) {
    List<SampleAnswer> answers = SampleCampaign.abroad(people, 1, START).answers();

    assertThat(answers).isNotEmpty().allMatch(a -> EMAIL.matcher(a.email()).matches());
    assertThat(answers)
        .allMatch(a -> PHONE_ABROAD.matcher(digits(a.first(SampleForm.PHONE))).matches());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void someAnswerTwiceAndSomeShareAMailbox(long seed) {
    List<SampleAnswer> answers = SampleCampaign.generate(120, seed, START).answers();
    List<SampleAnswer> withEmail = answers.stream().filter(a -> !a.email().isEmpty()).toList();

    Set<String> twice = repeated(withEmail, SampleCampaignTest::nameAndEmail);
    Set<String> mailboxes = repeated(withEmail, SampleAnswer::email);

    assertThat(twice).isNotEmpty();
    assertThat(mailboxes).hasSizeGreaterThan(twice.size());
  }

  @Test
  void answersAreAmongTheChoices() {
    answersAreAmongTheChoices(SampleCampaign.generate(200, 2, START));
    answersAreAmongTheChoices(SampleCampaign.english(200, 2, START));
  }

  private static void answersAreAmongTheChoices(SampleCampaign campaign) {
    Map<String, SampleQuestion> byTitle =
        campaign.questions().stream()
            .collect(Collectors.toMap(SampleQuestion::title, Function.identity()));

    for (SampleAnswer answer : campaign.answers()) {
      assertThat(byTitle).containsKeys(answer.answers().keySet().toArray(String[]::new));
      answer
          .answers()
          .forEach(
              (title, values) -> {
                List<String> choices =
                    byTitle.getOrDefault(title, campaign.questions().get(0)).choices();
                assertThat(values).isNotEmpty();
                if (!choices.isEmpty()) {
                  assertThat(choices).containsAll(values);
                }
              });
      campaign.questions().stream()
          .filter(SampleQuestion::required)
          .forEach(question -> assertThat(answer.first(question.title())).isNotBlank());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyCategoryCanBeAskedForInWordsThatAreUnderstood(String language) {
    SampleForm form = language.equals("fr") ? SampleForm.FRENCH : SampleForm.ENGLISH;
    CategoryWords words = new CategoryWords(Map.of());
    List<String> choices =
        form.questions().stream()
            .filter(question -> question.title().equals(form.title(SampleField.NEEDS)))
            .flatMap(question -> question.choices().stream())
            .toList();

    assertThat(choices).doesNotHaveDuplicates().hasSameSizeAs(Category.values());
    for (Category category : Category.values()) {
      assertThat(words.needs(form.choice(category)).categories()).containsExactly(category);
      assertThat(words.needs(form.choice(category)).notUnderstood()).isZero();
    }
  }

  @Test
  void aMailboxBelongsToOneHouseholdEvenInALargeCampaign() {
    Map<String, Set<String>> households =
        SampleCampaign.generate(20_000, 1, START).answers().stream()
            .filter(answer -> !answer.email().isEmpty())
            .collect(
                Collectors.groupingBy(
                    SampleAnswer::email,
                    Collectors.mapping(a -> a.first(SampleForm.FIRST_NAME), Collectors.toSet())));

    assertThat(households.values()).allMatch(people -> people.size() <= 2);
  }

  private static boolean isFound(String place) {
    return located(place).isPresent();
  }

  private static Optional<Located.At> located(String place) {
    return GEOCODER
        .locate(PlaceQuery.ofText(place, "GB"))
        .fold(Optional::of, unclear -> Optional.empty(), noAnswer -> Optional.empty());
  }

  private static long count(List<SampleAnswer> answers, Predicate<SampleAnswer> test) {
    return answers.stream().filter(test).count();
  }

  private static boolean ticked(SampleAnswer answer, String title) {
    return !answer.all(title).isEmpty();
  }

  private static SampleNames names(City city) {
    return new SampleNames(city == City.WALTHAMSTOW ? "en" : "fr");
  }

  private static boolean onlyByHand(SampleForm form, SampleAnswer answer) {
    Set<String> byHand = Set.of(form.choice(Category.FINANCIAL), form.choice(Category.OTHER));
    List<String> needs = answer.all(form.title(SampleField.NEEDS));
    return !needs.isEmpty() && byHand.containsAll(needs);
  }

  private static boolean isVulnerable(SampleForm form, SampleAnswer answer) {
    return answer.first(form.title(SampleField.VULNERABLE)).equals(form.vulnerable().yes());
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  private static int age(SampleForm form, SampleAnswer answer) {
    String digits = digits(answer.first(form.title(SampleField.AGE)));
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** A person without a mailbox answers once. */
  private static String nameAndEmail(SampleAnswer answer) {
    return answer.first(SampleForm.FIRST_NAME)
        + "|"
        + (answer.email().isEmpty() ? answer.submitted() : answer.email());
  }

  private static Set<String> repeated(
      List<SampleAnswer> answers, Function<SampleAnswer, String> key) {
    Map<String, Long> counts =
        answers.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
