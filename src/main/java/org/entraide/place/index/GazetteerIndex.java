package org.entraide.place.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * The embedded gazetteer: towns of the world of 500 people and more, parts of some towns, and some
 * postcodes. See docs/gazetteer.md for what it is made of. Immutable, safe for several threads.
 */
public final class GazetteerIndex {

  /** As many as anybody will look at; the most important ones. */
  static final int MOST_FUZZY = 50;

  /** A part of London is meant more often than a village of its name. */
  private static final long PEOPLE_OF_A_PART = 10_000;

  private final GazetteerSegment world = GazetteerSegment.load("world.gz", 0);
  private final GazetteerSegment london = GazetteerSegment.load("london.gz", world.size());
  private final GazetteerWords words = GazetteerWords.load("words.tsv");
  private volatile @Nullable TownGrid grid;

  private GazetteerIndex() {}

  /**
   * Reads the gazetteer from the class path: half a second, and 20 MB to keep.
   *
   * @throws IllegalStateException if a file is missing, which is a fault of the build
   */
  public static GazetteerIndex load() {
    return new GazetteerIndex();
  }

  /**
   * Makes spellings of one name equal: « Saint-Étienne », "st etienne" and "SAINT ETIENNE" are
   * {@code saint etienne}; no accents, no capitals, no ligatures, Latin letters only, words parted
   * by single spaces.
   */
  public static String normalize(String text) {
    return NameSpelling.normalize(text);
  }

  /**
   * Returns everything of that normalized name, in any language, most important first. Countries
   * and postcodes are not among them.
   */
  public List<Feature> exact(String name) {
    List<Feature> features = new ArrayList<>();
    world.exact(name, id -> features.add(world.feature(id)));
    List<Feature> parts = new ArrayList<>();
    london.exact(name, id -> parts.add(london.feature(id)));
    return merged(features, parts);
  }

  /**
   * Finds features whose name is that normalized one, or nearly. Looking takes a millisecond,
   * choosing a country in it nothing.
   *
   * @param edits how many letters may be missing, too many, wrong or changed with their neighbour:
   *     0, 1 or 2
   */
  public Near near(String name, int edits) {
    CharacterRunAutomaton automaton = NameFst.automaton(name, edits);
    return new Near(world.near(automaton), london.near(automaton));
  }

  /** What has a name that is nearly a given one. */
  public final class Near {
    private final BitSet inWorld;
    private final BitSet inLondon;

    private Near(BitSet inWorld, BitSet inLondon) {
      this.inWorld = inWorld;
      this.inLondon = inLondon;
    }

    /**
     * Returns it, most important first; at most {@value #MOST_FUZZY}.
     *
     * @param country only in this country; empty for all
     */
    public List<Feature> in(String country) {
      return merged(chosen(world, inWorld, country), chosen(london, inLondon, country)).stream()
          .limit(MOST_FUZZY)
          .toList();
    }
  }

  private static List<Feature> chosen(GazetteerSegment segment, BitSet ids, String country) {
    List<Feature> features = new ArrayList<>();
    for (int id = ids.nextSetBit(0); id >= 0; id = ids.nextSetBit(id + 1)) {
      if (country.isEmpty() || segment.columns().country(id).equals(country)) {
        features.add(segment.feature(id + segment.base()));
        if (features.size() == MOST_FUZZY) {
          break;
        }
      }
    }
    return features;
  }

  /**
   * Returns the finest that is known of a postcode: itself, or the area of all those that begin as
   * it does, such as EH for EH1 1AA. Its kind says which. Empty if nothing is known.
   *
   * @param country ISO 3166-1 alpha-2
   * @param code however spaced and hyphenated
   */
  public Optional<Feature> postcode(String country, String code) {
    String whole = PostcodeKeys.normalize(country, code);
    for (String part : PostcodeKeys.beginnings(country, whole)) {
      Optional<Feature> feature = code(country + part);
      if (feature.isPresent()) {
        return feature;
      }
    }
    return Optional.empty();
  }

  /** Returns the nearest town, if there is one as near as that. */
  public Optional<Feature> nearest(GeoPoint point, double km) {
    TownGrid towns = grid;
    if (towns == null) {
      towns = new TownGrid(world.columns()); // twice at worst, and the same
      grid = towns;
    }
    int id = towns.nearest(point, km);
    return id < 0 ? Optional.empty() : Optional.of(world.feature(id));
  }

  /** Returns the code of the country of that normalized name, in French, English or its own. */
  public Optional<String> countryNamed(String name) {
    String country = words.country(name);
    return country.isEmpty() ? Optional.empty() : Optional.of(country);
  }

  /** Returns a country by its code. */
  public Optional<Feature> country(String country) {
    return code("=" + country.toUpperCase(Locale.ROOT));
  }

  /**
   * Returns a region by its abbreviation: IL of US, NSW of AU, QC of CA.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public Optional<Feature> region(String country, String abbreviation) {
    return code("=" + country + "-" + abbreviation.toUpperCase(Locale.ROOT));
  }

  /** Whether a normalized name is an everyday word too, such as {@code nice} or {@code angel}. */
  public boolean isEverydayWord(String name) {
    return words.isEveryday(name);
  }

  /**
   * Returns a feature by its number.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public Feature get(int id) {
    return id < world.size() ? world.feature(id) : london.feature(id);
  }

  /** How many features there are; their ids are the numbers below. */
  public int size() {
    return world.size() + london.size();
  }

  private Optional<Feature> code(String key) {
    int id = world.code(key);
    if (id < 0) {
      id = london.code(key);
    }
    return id < 0 ? Optional.empty() : Optional.of(get(id));
  }

  private static List<Feature> merged(List<Feature> ofTheWorld, List<Feature> ofLondon) {
    if (ofLondon.isEmpty()) {
      return List.copyOf(ofTheWorld);
    }
    int at = ofTheWorld.size();
    while (at > 0 && ofTheWorld.get(at - 1).population() < PEOPLE_OF_A_PART) {
      at--;
    }
    List<Feature> merged = new ArrayList<>(ofTheWorld);
    merged.addAll(at, ofLondon);
    return List.copyOf(merged);
  }
}
