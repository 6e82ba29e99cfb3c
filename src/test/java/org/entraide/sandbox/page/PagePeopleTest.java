package org.entraide.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class PagePeopleTest {

  private static Optional<OfficeResponse> get(String path) {
    return new PagePeople(PageToken.fresh(new SplittableRandom(1)))
        .handle(OfficeRequest.of("GET", path, Map.of(), new byte[0]));
  }

  private static String text(String path) {
    return new String(get(path).orElseThrow().body(), UTF_8);
  }

  @Test
  void everyPartThatThePageNamesIsServed() {
    List<String> named = new ArrayList<>();
    Matcher html = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(text("/"));
    while (html.find()) {
      named.add(html.group(1));
    }
    for (int i = 0; i < named.size(); i++) {
      if (named.get(i).startsWith("/page/lib/") || !named.get(i).endsWith(".js")) {
        continue;
      }
      Matcher imports =
          Pattern.compile("(?:from|import) \"\\./([^\"]+)\"").matcher(text(named.get(i)));
      while (imports.find()) {
        if (!named.contains("/page/" + imports.group(1))) {
          named.add("/page/" + imports.group(1));
        }
      }
    }

    assertThat(named).contains("/page/page.css", "/page/page.js", "/page/grid.js", "/page/edit.js");
    assertThat(named).allSatisfy(part -> assertThat(get(part)).as(part).isPresent());
  }

  @Test
  void thePageHasTheTokenOfThisStart() {
    assertThat(text("/"))
        .contains(PageToken.fresh(new SplittableRandom(1)).value())
        .doesNotContain("{{token}}");
  }

  @Test
  void nothingButItsOwnPartsIsAllowed() {
    String policy = get("/").orElseThrow().headers().getOrDefault("Content-Security-Policy", "");

    assertThat(policy)
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe", "http", "*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/page/", "/page/PagePeople.class", "/page/../page.css", "/page/%2e%2e/x", "/x"})
  void nothingElseIsServed(String path) {
    assertThat(get(path)).isEmpty();
  }

  /** French first, then English, in each part that has words. */
  private static List<String> dictionaries(String part) {
    String words = text("/page/" + part);
    String between = part.equals("words.js") ? "const EN" : "\n  },\n  {";
    int english = words.indexOf(between);
    return List.of(words.substring(0, english), words.substring(english));
  }

  /** All parts that have words, and how many they have at least. */
  private static final Map<String, Integer> WORDED =
      Map.of(
          "words.js", 100,
          "daemon.js", 25,
          "map-words.js", 20,
          "scenes-words.js", 40,
          "story.js", 20,
          "engine.js", 9);

  @Test
  void bothLanguagesSayTheSameThings() {
    WORDED.forEach(
        (part, least) -> {
          List<String> both = dictionaries(part);
          assertThat(keys(both.get(0)))
              .as(part)
              .hasSizeGreaterThan(least)
              .isEqualTo(keys(both.get(1)));
        });
  }

  @Test
  void everyWordThatThePageAsksForIsThere() {
    Set<String> keys = new TreeSet<>();
    for (String part : WORDED.keySet()) {
      keys.addAll(keys(dictionaries(part).get(0)));
    }
    Matcher askedKey = Pattern.compile("data-(?:text|label)=\"([^\"]+)\"").matcher(text("/"));
    List<String> unknown = new ArrayList<>();
    while (askedKey.find()) {
      if (!keys.contains(askedKey.group(1))) {
        unknown.add(askedKey.group(1));
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void whateverTheDaemonCountsHasWordsForOneAndForMore() {
    Pattern counted = Pattern.compile("\"(?:effect\\.\\w+|course\\.(?:cycles|quota))\": \"(.*)\"");
    for (String dictionary : dictionaries("daemon.js")) {
      Matcher entry = counted.matcher(dictionary);
      int entries = 0;
      for (; entry.find(); entries++) {
        assertThat(entry.group(1)).containsPattern("\\{\\w+\\|[^|}]+\\|[^|}]+}");
      }
      assertThat(entries).isEqualTo(8);
    }
  }

  private static Set<String> keys(String dictionary) {
    Set<String> keys = new TreeSet<>();
    Matcher entry = Pattern.compile("(?m)^ {2,4}\"?([\\w.-]+)\"?: \"").matcher(dictionary);
    while (entry.find()) {
      keys.add(entry.group(1));
    }
    return keys;
  }
}
