package org.entraide.sandbox.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Words of which fictitious people are made, from the lists beside this class.
 *
 * @param first given names, all over the last century
 * @param last frequent family names
 * @param places where people say they live, as they write it, all of them findable
 * @param far likewise, of none of the cities
 * @param unclear what people write instead of a place
 * @param needNotes a word from someone who needs help
 * @param offerNotes a word from someone who offers it
 */
record SampleNames(
    List<String> first,
    List<String> last,
    Map<City, List<String>> places,
    List<String> far,
    Map<City, List<String>> unclear,
    List<String> needNotes,
    List<String> offerNotes) {

  static SampleNames load() {
    return new SampleNames(
        list("first"),
        list("last"),
        lists(City::places),
        list("far"),
        lists(City::unclear),
        list("need-notes"),
        list("offer-notes"));
  }

  private static Map<City, List<String>> lists(Function<City, String> name) {
    Map<City, List<String>> lists = new EnumMap<>(City.class);
    for (City city : City.values()) {
      lists.put(city, list(name.apply(city)));
    }
    return lists;
  }

  private static List<String> list(String name) {
    String file = name + ".txt";
    try (InputStream in = SampleNames.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The list " + file + " is not in the jar.");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The list " + file + " cannot be read.", e);
    }
  }
}
