package org.entraide.sandbox.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words of which fictitious people and their answers are made, from the lists of one language
 * beside this class. For one thread.
 */
final class SampleNames {

  private final String language;
  private final Map<String, List<String>> listsByName = new HashMap<>();

  /**
   * @param language {@code fr} or {@code en}
   */
  SampleNames(String language) {
    this.language = language;
  }

  /** Given names, all over the last century. */
  List<String> first() {
    return list("first");
  }

  /** Frequent family names. */
  List<String> last() {
    return list("last");
  }

  /** Where people in a city say they live, as they write it, all of them findable. */
  List<String> places(City city) {
    return list(city.places());
  }

  /** Likewise, of none of the cities. */
  List<String> far() {
    return list("far");
  }

  /** What people in a city write instead of a place. */
  List<String> unclear(City city) {
    return list(city.unclear());
  }

  /** What people in a city write of the languages that they speak. */
  List<String> languages(City city) {
    return list(city.languages());
  }

  /** How many people somebody can help. */
  List<String> capacities() {
    return list("capacities");
  }

  /** How far somebody can travel, in kilometres. */
  List<String> radii() {
    return list("radii");
  }

  /** A word from someone who needs help. */
  List<String> needNotes() {
    return list("need-notes");
  }

  /** A word from someone who offers it. */
  List<String> offerNotes() {
    return list("offer-notes");
  }

  private List<String> list(String name) {
    return listsByName.computeIfAbsent(name, this::read);
  }

  private List<String> read(String name) {
    String file = language + "/" + name + ".txt";
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
