package org.entraide.place.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.place.PostcodeLookup;
import org.entraide.place.embedded.Mention.How;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;

/** Which of the mentions can be taken for places at all, and which codes for postcodes. */
final class MentionFilter {

  /** More are not compared: a cell may hold a whole directory. */
  private static final int MOST_MENTIONS = 10;

  /** With more words around it that say nothing, a name must be clearly one. */
  private static final int PROSE = 6;

  private static final Set<String> ISO = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
  private static final Set<String> FIVE_DIGITS =
      Set.of("US", "FR", "DE", "ES", "IT", "MX", "TR", "FI", "MA", "DZ", "GR", "PL", "SN");

  private final GazetteerIndex index;
  private final PostcodeLookup lookup;
  private final QueryReading reading;
  private final PlaceRanking ranking;
  private CountryContext context;

  MentionFilter(GeocoderTables tables, QueryReading reading, CountryContext context) {
    this.index = tables.index();
    this.lookup = tables.postcodes();
    this.reading = reading;
    this.context = context;
    this.ranking = new PlaceRanking(index, context);
  }

  /** The countries, with those that an abbreviation or a postcode named. */
  CountryContext context() {
    return context;
  }

  List<Mention> mentions() {
    List<Mention> names = new ArrayList<>(reading.mentions());
    List<Mention> abbreviations = names.stream().filter(m -> m.how() == How.ABBREVIATION).toList();
    names.removeAll(abbreviations);
    abbreviations.forEach(a -> decideAbbreviation(a, names));
    List<Mention> codes = new ArrayList<>();
    for (PostcodeCandidate code : reading.codes()) {
      code(code, names).ifPresent(codes::add);
    }
    List<Mention> admitted = new ArrayList<>();
    for (Mention name : names) {
      List<Feature> left =
          stated(name, name.candidates().stream().filter(f -> admits(name, f, codes)).toList());
      if (!left.isEmpty()) {
        admitted.add(name.narrowedTo(left));
      }
    }
    if (admitted.isEmpty() && !reading.namesakes().isEmpty()) {
      admitted.add(new Mention("", How.WHOLE, reading.namesakes(), 0, 0, false, true));
    }
    admitted.addAll(codes);
    return most(admitted);
  }

  /** Those in a country that was named; if there are none, all: that contradicts it. */
  private List<Feature> stated(Mention mention, List<Feature> features) {
    List<Feature> stated = features.stream().filter(context::isStated).toList();
    boolean whole = mention.how() == How.WHOLE && reading.namesakes().isEmpty();
    boolean all = context.stated().isEmpty() || (stated.isEmpty() && whole);
    return all ? features : stated;
  }

  /** A state, if a town of that state is named beside it; else the country of those letters. */
  private void decideAbbreviation(Mention decideAbbreviation, List<Mention> names) {
    long inState = largest(names, f -> isIn(decideAbbreviation, f));
    String iso = decideAbbreviation.name().toUpperCase(Locale.ROOT);
    boolean country = ISO.contains(iso) && context.stated().isEmpty();
    long inCountry = country ? largest(names, f -> f.country().equals(iso)) : 0;
    if (inCountry > inState || (country && names.isEmpty() && inState == 0)) {
      context = context.stating(iso);
    } else if (inState > 0) {
      names.add(decideAbbreviation);
    }
  }

  private static boolean isIn(Mention states, Feature feature) {
    return states.candidates().stream()
        .anyMatch(s -> !PlaceAgreement.isWide(feature) && PlaceAgreement.between(s, feature));
  }

  private long largest(List<Mention> names, Predicate<Feature> which) {
    return names.stream()
        .flatMap(m -> m.candidates().stream())
        .filter(which)
        .mapToLong(ranking::people)
        .max()
        .orElse(0);
  }

  private boolean admits(Mention mention, Feature feature, List<Mention> codes) {
    if (mention.how() == How.ABBREVIATION) {
      return context.stated().isEmpty() || context.isStated(feature);
    }
    boolean expected = context.isExpected(feature);
    if (!mention.latin() && !expected) {
      return false;
    }
    boolean supported = codes.stream().anyMatch(c -> agrees(c, feature));
    long people = ranking.people(feature);
    return switch (mention.how()) {
      case LOCATED -> supported || people >= (expected ? 500 : PlaceRanking.KNOWN);
      case PARTIAL -> supported || people >= leastPartial(mention, feature, expected);
      default -> true;
    };
  }

  private static boolean agrees(Mention code, Feature feature) {
    return code.candidates().stream().anyMatch(c -> PlaceAgreement.between(c, feature));
  }

  private long leastPartial(Mention mention, Feature feature, boolean expected) {
    boolean prose = wordsAround(mention) > PROSE;
    if (PlaceAgreement.isWide(feature)) {
      return Long.MAX_VALUE;
    }
    if (feature.kind() == FeatureKind.DISTRICT && expected) {
      return prose && mention.end() - mention.start() == 1 ? 15_000 : 1;
    }
    if (prose) {
      return expected ? PlaceRanking.KNOWN : 10 * PlaceRanking.KNOWN;
    }
    return expected ? (context.stated().isEmpty() ? 2000 : 1000) : PlaceRanking.KNOWN;
  }

  private long wordsAround(Mention mention) {
    List<FoldedWord> words = reading.words();
    int segment = words.get(mention.start()).segment();
    return words.stream().filter(w -> w.segment() == segment && !w.isBarrier()).count()
        - (mention.end() - mention.start());
  }

  /** The places that a code may mean; none if its country is not known. */
  private Optional<Mention> code(PostcodeCandidate code, List<Mention> names) {
    List<Feature> candidates = new ArrayList<>();
    for (String country : code.countries()) {
      find(country, code.text()).ifPresent(f -> addNew(candidates, f));
    }
    if (!context.stated().isEmpty()) {
      candidates.removeIf(f -> !context.isStated(f));
    } else if (!code.certain()) {
      candidates.removeIf(f -> !speaksFor(code, f, names));
    }
    How how = code.certain() ? How.CERTAIN_CODE : How.CODE;
    int at = code.at();
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mention(code.text(), how, candidates, at, at + 1, false, true));
  }

  private static void addNew(List<Feature> features, Feature feature) {
    if (features.stream().noneMatch(f -> f.id() == feature.id())) {
      features.add(feature);
    }
  }

  private boolean speaksFor(PostcodeCandidate code, Feature feature, List<Mention> names) {
    boolean longOutcode = feature.kind() == FeatureKind.OUTCODE && code.text().length() > 2;
    boolean french =
        reading.french() && feature.country().equals("FR") && !FIVE_DIGITS.contains(context.hint());
    return context.isHinted(feature)
        || french
        || (longOutcode && Character.isLetter(code.text().charAt(1)))
        || names.stream().anyMatch(m -> namesTownOf(m, feature) || isOfItsCountry(m, feature));
  }

  private static boolean namesTownOf(Mention mention, Feature code) {
    return mention.candidates().stream()
        .anyMatch(f -> isLargeEnough(mention, f) && PlaceAgreement.between(f, code));
  }

  /** « 75015 Lyon » is a contradiction: what one would think of first is in the code's country. */
  private static boolean isOfItsCountry(Mention mention, Feature code) {
    return mention.how() == How.WHOLE
        && PlaceRanking.isKnown(mention.first())
        && mention.first().country().equals(code.country());
  }

  private static boolean isLargeEnough(Mention mention, Feature feature) {
    return mention.how() != How.PARTIAL || PlaceRanking.isKnown(feature);
  }

  private Optional<Feature> find(String country, String code) {
    Optional<Feature> codeArea =
        index.postcode(country, code).map(area -> MainTowns.narrowed(area, code));
    Optional<PostcodeLookup.Hit> finer = lookup.find(country, code);
    if (finer.isEmpty()) {
      return codeArea;
    }
    Feature place = codeArea.orElseGet(() -> index.country(country).orElseThrow());
    return Optional.of(
        new Feature(
            Feature.NO_PARENT,
            FeatureKind.POSTCODE,
            place.name(),
            place.nameFr(),
            place.nameEn(),
            country,
            place.admin1(),
            0,
            finer.get().point(),
            finer.get().uncertaintyKm(),
            place.parent()));
  }

  /** The strongest ones, in the order of the text. */
  private List<Mention> most(List<Mention> admitted) {
    if (admitted.size() <= MOST_MENTIONS) {
      return admitted;
    }
    Set<Mention> strongest =
        new HashSet<>(
            admitted.stream()
                .sorted(
                    Comparator.comparing((Mention m) -> m.how())
                        .thenComparingLong(m -> ranking.people(m.first()))
                        .reversed())
                .limit(MOST_MENTIONS)
                .toList());
    return admitted.stream().filter(strongest::contains).toList();
  }
}
