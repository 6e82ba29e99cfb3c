package org.entraide.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.text.Message;

/** Reads one {@code [campaigns.NAME]} with everything below it. */
final class CampaignReader {

  /** What a question can be about. */
  static final List<String> FIELDS =
      List.of(
          "timestamp",
          "email",
          "name",
          "first_name",
          "last_name",
          "phone",
          "address",
          "city",
          "postcode",
          "country",
          "needs",
          "offers",
          "capacity",
          "radius_km",
          "languages",
          "vulnerable",
          "age",
          "consent",
          "notes");

  static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TEN_YEARS = DAY.multipliedBy(3650);
  private static final int MANY = 100_000;

  /** Half of the earth's circumference, rounded up: nothing is farther away. */
  private static final double FARTHEST_KM = 20_040;

  private final Section section;
  private final Paths paths;
  private final Optional<Path> commonCredentials;

  CampaignReader(Section section, Paths paths, Optional<Path> commonCredentials) {
    this.section = section;
    this.paths = paths;
    this.commonCredentials = commonCredentials;
  }

  /** Reads the campaign; where something is wrong, what is returned is never used. */
  CampaignSettings read(String name) {
    if (!NAME.matcher(name).matches()) {
      section.wrong(Message.of("config.campaign.name"));
    }
    MatchingSettings matching = matching(section.section("matching"));
    Optional<String> spreadsheet = section.parsed("spreadsheet", GoogleLinks::spreadsheet);
    section.missing("spreadsheet", "config.missing.spreadsheet");
    Optional<String> delegate = section.parsed("delegate", Values::email);
    section.missing("delegate", "config.missing.delegate");
    CampaignSettings campaign =
        new CampaignSettings(
            name,
            credentials(),
            spreadsheet.orElse(""),
            section.parsed("form", GoogleLinks::form),
            section.text("tab"),
            section.parsed("language", Values::language).orElse(Locale.FRENCH),
            section.parsed("country", Values::country).orElse(""),
            letterhead(),
            delegate.orElse(""),
            duration("poll", Duration.ofSeconds(1), DAY).orElse(Duration.ofSeconds(30)),
            section.whole("max_waiting_drafts", 100, 0, MANY),
            duration("retention", DAY, TEN_YEARS).orElse(DAY.multipliedBy(90)),
            section.text("controller"),
            section.parsed("privacy_url", Values::web),
            section.flag("consent_assumed", false),
            duration("follow_up", Duration.ofMinutes(1), TEN_YEARS),
            section.flag("names_in_sheet", true),
            section.flag("question_drafts", false),
            questions(),
            categories(),
            matching,
            section.sections("delegates").stream().map(CampaignReader::delegate).toList());
    section.finish();
    return campaign;
  }

  private Letterhead letterhead() {
    return new Letterhead(
        section.parsed("title", Values::title),
        signature(section, "delegate_name", "delegate_role"),
        section.parsed("emergency", Values::emergency));
  }

  private static Letterhead.Signature signature(Section section, String name, String role) {
    return new Letterhead.Signature(
        section.parsed(name, Values::line).orElse(""),
        section.parsed(role, Values::line).orElse(""));
  }

  private Path credentials() {
    Optional<Path> own = section.parsed("credentials", paths::secret);
    if (own.isEmpty() && commonCredentials.isEmpty()) {
      section.missing("credentials", "config.missing.credentials");
    }
    return own.or(() -> commonCredentials).orElse(Path.of(""));
  }

  private Optional<Duration> duration(String key, Duration least, Duration most) {
    return section.parsed(key, Values.duration(least, most));
  }

  private Map<String, List<String>> questions() {
    Section questions = section.section("questions");
    Map<String, List<String>> titles = new LinkedHashMap<>();
    Map<String, String> fieldByTitle = new HashMap<>();
    for (String field : FIELDS) {
      List<String> wanted = questions.textOrTexts(field);
      for (String title : wanted) {
        String earlierField = fieldByTitle.putIfAbsent(title, field);
        if (earlierField != null && !earlierField.equals(field)) {
          questions.wrong(
              field, BadValue.about("config.questions.twice", title).with("field", earlierField));
        }
      }
      if (!wanted.isEmpty()) {
        titles.put(field, wanted);
      }
    }
    questions.finish();
    return titles;
  }

  private Map<Category, List<String>> categories() {
    Section categories = section.section("categories");
    Map<Category, List<String>> answers = new LinkedHashMap<>();
    for (Category category : Category.values()) {
      List<String> meant = categories.texts(category.key());
      if (!meant.isEmpty()) {
        answers.put(category, meant);
      }
    }
    categories.finish();
    return answers;
  }

  private static MatchingSettings matching(Section section) {
    MatchingSettings usual = MatchingSettings.DEFAULTS;
    MatchingSettings matching =
        new MatchingSettings(
            section.number("max_km", false, FARTHEST_KM).orElse(usual.maxKm()),
            section
                .number("max_uncertainty_km", true, FARTHEST_KM)
                .orElse(usual.maxUncertaintyKm()),
            bands(section).orElse(usual.bandsKm()),
            section.whole("capacity", usual.capacity(), 1, MANY),
            section.parsed("hold_back", CampaignReader::holdBack).orElse(usual.holdBack()),
            section
                .parsed("policy", Values.oneOf(Policy.class, Policy::key))
                .orElse(usual.policy()),
            section
                .list("checked_only", Values::category)
                .<Set<Category>>map(CampaignReader::setOf)
                .orElse(usual.checkedOnly()),
            section.whole("unchecked_capacity", usual.uncheckedCapacity(), 0, MANY));
    section.finish();
    return matching;
  }

  /** A duration, or the word for one that adapts. */
  private static HoldBack holdBack(String text) throws BadValue {
    String word = text.strip();
    if (word.equals(HoldBack.AUTO_WORD)) {
      return HoldBack.AUTO;
    }
    if (word.chars().noneMatch(Character::isDigit)) {
      throw new BadValue("config.hold_back", text);
    }
    return HoldBack.of(Values.duration(Duration.ZERO, DAY.multipliedBy(365)).parse(text));
  }

  private static Set<Category> setOf(List<Category> categories) {
    Set<Category> set = EnumSet.noneOf(Category.class);
    set.addAll(categories);
    return set;
  }

  private static Optional<List<Double>> bands(Section section) {
    Optional<List<Double>> bands = section.numbers("distance_bands_km", FARTHEST_KM);
    List<Double> limits = new ArrayList<>(bands.orElse(List.of()));
    for (int i = 1; i < limits.size(); i++) {
      if (limits.get(i) <= limits.get(i - 1)) {
        section.wrong(
            "distance_bands_km",
            Message.of("config.bands.order")
                .with("later", String.valueOf(limits.get(i)))
                .with("earlier", String.valueOf(limits.get(i - 1))));
        return Optional.empty();
      }
    }
    if (bands.isPresent() && limits.isEmpty()) {
      section.wrong("distance_bands_km", Message.of("config.bands.empty"));
    }
    return bands;
  }

  private static DelegateSettings delegate(Section section) {
    Optional<String> email = section.parsed("email", Values::email);
    section.missing("email", "config.missing.delegate");
    List<String> countries = section.list("countries", Values::country).orElse(List.of());
    Optional<String> near = section.text("near");
    Optional<Double> within = section.number("within_km", false, FARTHEST_KM);
    if (section.has("near") != section.has("within_km")) {
      String present = section.has("near") ? "near" : "within_km";
      section.wrong(present, Message.of("config.near"));
    }
    Letterhead.Signature signature = signature(section, "name", "role");
    section.finish();
    return new DelegateSettings(
        email.orElse(""),
        signature,
        countries,
        near.flatMap(place -> within.map(km -> new DelegateSettings.Near(place, km))));
  }
}
