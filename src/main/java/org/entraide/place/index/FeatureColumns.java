package org.entraide.place.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.entraide.place.GeoPoint;

/** What is known of each feature, a column a property: 30 bytes a feature instead of an object. */
final class FeatureColumns {

  /** Stored coordinates are degrees times this: a metre. */
  static final double DEGREE = 1e5;

  /** Stored uncertainties are kilometres times this. */
  static final double KM = 10;

  /** Parts the local name from the French one, and that from the English one. */
  static final char NAME_END = '\u001f';

  private static final FeatureKind[] KINDS = FeatureKind.values();

  private final String[] countries;
  private final String[] admins;
  private final byte[] kind;
  private final byte[] country;
  private final char[] admin;
  private final int[] population;
  private final int[] latitude;
  private final int[] longitude;
  private final char[] uncertainty;
  private final int[] children;
  private final int[] parents;
  private final int[] nameEnd;
  private final byte[] names;

  private FeatureColumns(SegmentInput in, int count) throws IOException {
    countries = in.strings();
    admins = in.strings();
    kind = in.bytes(count);
    country = in.bytes(count);
    admin = in.chars(count);
    population = in.vints(count);
    latitude = in.ints(count);
    longitude = in.ints(count);
    uncertainty = in.chars(count);
    children = in.vints(in.readVInt());
    Arrays.parallelPrefix(children, Integer::sum);
    parents = in.vints(children.length);
    nameEnd = in.vints(count);
    Arrays.parallelPrefix(nameEnd, Integer::sum);
    names = in.bytes(count == 0 ? 0 : nameEnd[count - 1]);
  }

  static FeatureColumns read(SegmentInput in) throws IOException {
    return new FeatureColumns(in, in.readVInt());
  }

  int size() {
    return kind.length;
  }

  FeatureKind kind(int id) {
    return KINDS[kind[id]];
  }

  String country(int id) {
    return countries[country[id] & 0xff];
  }

  double latitude(int id) {
    return latitude[id] / DEGREE;
  }

  double longitude(int id) {
    return longitude[id] / DEGREE;
  }

  /**
   * Returns one feature.
   *
   * @param base what is added to its id to make it unlike those of other files
   * @param parentBase what is added to its parent's
   */
  Feature feature(int id, int base, int parentBase) {
    int start = id == 0 ? 0 : nameEnd[id - 1];
    String stored = new String(names, start, nameEnd[id] - start, StandardCharsets.UTF_8);
    int first = stored.indexOf(NAME_END);
    int second = stored.indexOf(NAME_END, first + 1);
    String name = stored.substring(0, first);
    return new Feature(
        id + base,
        kind(id),
        name,
        orElse(stored.substring(first + 1, second), name),
        orElse(stored.substring(second + 1), name),
        country(id),
        admins[admin[id]],
        population[id],
        new GeoPoint(latitude(id), longitude(id)),
        uncertainty[id] / KM,
        parent(id, parentBase));
  }

  private static String orElse(String name, String local) {
    return name.isEmpty() ? local : name;
  }

  private int parent(int id, int base) {
    int at = Arrays.binarySearch(children, id);
    return at < 0 ? Feature.NO_PARENT : parents[at] + base;
  }
}
