package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see of the map: who is in view, names, the legend, circles, and how it is moved. */
@NullMarked
@Tag("browser")
class MapBrowserTest extends SharedPage {

  private static final int PEOPLE = 60;

  /**
   * Everybody gets a name, as the office will give it: the page asks for people as it always does.
   */
  private static final String NAMED =
      """
      const plain = window.fetch;
      window.fetch = async (...asked) => {
        const answer = await plain(...asked);
        if (!String(asked[0]).includes('/office/map?')) {
          return answer;
        }
        const map = await answer.json();
        map.people.forEach(person => person.name = 'Nom ' + person.ref[0] + '.');
        return new Response(JSON.stringify(map), {headers: answer.headers});
      };\
      """;

  private static final String BOXES =
      """
      const box = element => {
        const {left, top, right, bottom} = element.getBoundingClientRect();
        return {left, top, right, bottom};
      };
      const picture = box(document.getElementById('map-picture'));
      const inside = (a, b, slack) => a.left >= b.left - slack && a.top >= b.top - slack
        && a.right <= b.right + slack && a.bottom <= b.bottom + slack;
      const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      const dots = [...document.querySelectorAll('.person')];
      const names = [...document.querySelectorAll('#map-names text')];
      """;

  MapBrowserTest() {
    super(PEOPLE);
  }

  @BeforeEach
  void load() {
    browser.size(1440, 900);
    browser.scheme("light");
    browser.go(sandbox.root());
    browser.await("the page is there", () -> !new SheetPage(browser).rows().isEmpty());
    browser.evaluate(NAMED);
  }

  private void openMap() {
    browser.click("#place-map");
    browser.await("names are on the map", () -> count("#map-persons text") > 0);
  }

  private int count(String css) {
    return browser.evaluate("return document.querySelectorAll(arguments[0]).length;", css).asInt();
  }

  @ParameterizedTest
  @CsvSource({"1440,900", "1024,768", "390,844"})
  void theMapOpensOnWhereMostPeopleAreWithTheWholeOfTheirCircles(int width, int height) {
    browser.size(width, height);
    openMap();

    JsonNode cut =
        browser.settle(
            """
            Promise.all([import('/page/map-space.js'), fetch('/office/map?most=2000').then(a => a.json())])
              .then(([space, map]) => {
            """
                + BOXES
                + """
                  const here = map.people.filter(p => p.latitude !== undefined);
                  const most = space.mostPeople(here);
                  const circles = [...document.querySelectorAll('.uncertain')].map(box);
                  const whole = circles.filter(circle => inside(circle, picture, 1));
                  const seen = most.filter(p => {
                    const dot = box(dots.find(d => d.dataset.ref === p.ref));
                    return inside(dot, picture, 0) && whole.some(circle => inside(dot, circle, 8));
                  });
                  return [here.length, most.length, seen.length];
                })\
                """);

    assertThat(cut.get(1).asInt()).as("most people").isGreaterThan(5);
    assertThat(cut.get(2).asInt()).as("of them in view").isEqualTo(cut.get(1).asInt());
    assertThat(cut.get(0).asInt()).as("everybody").isGreaterThan(cut.get(1).asInt());
  }

  @Test
  void namesHideNeitherPointsNorEachOther() {
    openMap();

    JsonNode found =
        browser.evaluate(
            BOXES
                + """
                const hidden = names.filter(name => {
                  const own = {...box(name), top: box(name).top + 2, bottom: box(name).bottom - 2};
                  return dots.some(dot => overlap(box(dot), own))
                    || names.some(other => other !== name && overlap(box(other), own));
                });
                return [hidden.map(e => e.textContent), names.every(name => inside(box(name), picture, 1)),
                  [...document.querySelectorAll('#map-persons text')].map(e => e.textContent)];\
                """);

    assertThat(found.get(0)).isEmpty();
    assertThat(found.get(1).asBoolean()).as("inside of the picture").isTrue();
    assertThat(found.get(2)).allMatch(name -> name.asText().startsWith("Nom "));
    assertThat(count("#map-towns text")).as("names of places").isPositive();
  }

  @Test
  void theNamesOfWhoIsChosenAndOfTheirPartnersAreSeenInTheCrowdToo() {
    openMap();
    browser.click("#map-all");

    JsonNode found =
        browser.evaluate(
            """
            const line = document.querySelector('#map-pairs line');
            const [ref, partner] = line.dataset.pair.split(' ');
            document.querySelector(`.person[data-ref="${ref}"]`)
              .dispatchEvent(new MouseEvent('click', {bubbles: true}));
            return [ref, partner].map(r => document.querySelector(`#map-persons [data-of="${r}"]`)?.textContent);\
            """);

    assertThat(found).hasSize(2).allMatch(name -> name.asText().startsWith("Nom "));
    assertThat(browser.find("#map-name").getText()).isEqualTo(found.get(0).asText());
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 1024, 390})
  void theLegendCountsTheStatusesThatAreThere(int width) {
    browser.size(width, 900);
    openMap();
    if (width < 600) {
      assertThat(browser.find("#map-kinds").isDisplayed()).as("folded at first").isFalse();
      browser.click("#map-legend summary");
    }

    browser.await("it is open", () -> browser.find("#map-kinds").isDisplayed());
    JsonNode legend =
        browser.evaluate(
            """
            const counts = Object.groupBy(document.querySelectorAll('.person'), p => p.dataset.status);
            const entries = [...document.querySelectorAll('#map-kinds button')];
            return [Object.entries(counts).map(([word, all]) => word + ' ' + all.length).sort(),
              entries.map(e => e.textContent).sort(),
              [...document.querySelectorAll('#map-legend :is(button, .signs span)')].filter(e => {
                e.scrollIntoView({block: 'nearest'});
                const {left, top, width, height} = e.getBoundingClientRect();
                return !e.contains(document.elementFromPoint(left + width / 2, top + height / 2))
                  && !document.elementFromPoint(left + width / 2, top + height / 2)?.contains(e);
              }).map(e => e.textContent)];\
            """);

    assertThat(legend.get(0)).hasSizeGreaterThan(2);
    assertThat(legend.get(1)).isEqualTo(legend.get(0));
    assertThat(legend.get(2)).as("what is covered").isEmpty();
  }

  @Test
  void aStatusOfTheLegendMakesTheOthersFainter() {
    openMap();
    String faint = "#map-people .aside";
    int everybody = count(".person");

    browser.click("#map-kinds button");

    assertThat(count(faint)).isPositive().isLessThan(everybody);
    assertThat(count("#map-people .aside[data-status=\"" + status() + "\"]")).isZero();
    browser.click("#map-kinds button");
    assertThat(count(faint)).isZero();
  }

  private String status() {
    return browser
        .evaluate("return document.querySelector('#map-kinds button').dataset.status;")
        .asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void circlesPointsLinesAndNamesHaveEnoughContrast(String scheme) {
    browser.scheme(scheme);
    openMap();
    browser.await("there is land", () -> count("#map-land path") > 0);

    JsonNode weak =
        browser.evaluate(
            """
            const rgb = words => words.match(/[0-9.]+/g).slice(0, 3).map(Number);
            const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
              .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
              .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const contrast = (a, b) => {
              const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
              return (high + 0.05) / (low + 0.05);
            };
            const style = css => getComputedStyle(document.querySelector(css));
            const land = rgb(style('#map-land path').fill);
            const sea = rgb(style('.map .picture').backgroundColor);
            const tint = rgb(style('.tint').fill);
            const part = Number(style('#map-tints').opacity);
            const tinted = ground => ground.map((v, i) => v * (1 - part) + tint[i] * part);
            const grounds = [land, sea, tinted(land), tinted(sea)];
            const weak = [];
            const check = (what, colour, least) => grounds.forEach((ground, i) => {
              const found = contrast(rgb(colour), ground);
              if (found < least) {
                weak.push(`${what} on ${i}: ${found.toFixed(2)}`);
              }
            });
            check('circle', style('.uncertain').stroke, 3);
            check('held', style('#map-held').stroke, 3);
            check('drafted', style('line.drafted').stroke, 3);
            check('sent', style('line.sent').stroke, 3);
            check('place', style('#map-towns').fill, 4.5);
            check('name', style('#map-persons').fill, 4.5);
            for (const kind of new Set([...document.querySelectorAll('.person')].map(p => p.dataset.kind))) {
              check(kind, style(`.person[data-kind="${kind}"]`).stroke, 3);
            }
            if (contrast(rgb(style('#map-land path').stroke), land) < 3) {
              weak.push('coast');
            }
            return weak;\
            """);

    assertThat(weak).isEmpty();
  }

  @Test
  void pointsAreLargeEnoughAndAClickBesideOneMeansIt() {
    openMap();

    JsonNode found =
        browser.evaluate(
            BOXES
                + """
                const alone = dots.find(dot => dots.every(other => other === dot
                  || Math.hypot(box(dot).left - box(other).left, box(dot).top - box(other).top) > 40)
                  && inside(box(dot), picture, -20));
                const {left, top, right} = box(alone);
                document.getElementById('map-picture').dispatchEvent(new MouseEvent('click',
                  {bubbles: true, clientX: left - 5, clientY: top + (right - left) / 2}));
                return [right - left, alone.dataset.ref];\
                """);

    assertThat(found.get(0).asDouble()).as("pixels").isGreaterThanOrEqualTo(10);
    assertThat(browser.find("#map-ref").getText()).isEqualTo(found.get(1).asText());
  }

  @Test
  void theCircleOfWhoIsPointedAtStandsOut() {
    new SheetPage(browser).awaitStory();
    openMap();

    JsonNode found =
        browser.evaluate(
            BOXES
                + """
                const held = document.getElementById('map-held');
                const look = dot => [held.getAttribute('visibility'), inside(box(dot), box(held), 8)];
                // at first that of whose story is told
                const told = dots.find(d => d.dataset.ref === document.getElementById('map-ref').textContent);
                const before = look(told);
                const dot = dots.find(d => d !== told && inside(box(d), picture, -20));
                const {left, top} = box(dot);
                dot.dispatchEvent(new PointerEvent('pointermove',
                  {bubbles: true, pointerId: 7, clientX: left + 3, clientY: top + 3}));
                const hovered = look(dot);
                document.getElementById('map-picture').dispatchEvent(new PointerEvent('pointerleave'));
                const after = look(told);
                const stop = document.querySelector('.person[tabindex="0"]');
                stop.focus();
                return [before, hovered, after, look(stop)];\
                """);

    assertThat(found).hasSize(4);
    assertThat(found)
        .allSatisfy(held -> assertThat(held.toString()).isEqualTo("[\"visible\",true]"));
  }

  private double across() {
    return browser
        .evaluate(
            "return Number(document.getElementById('map-picture').getAttribute('viewBox')"
                + ".split(' ')[2]);")
        .asDouble();
  }

  /** What fingers do: each step is the finger's number, an event and where it is in the picture. */
  private void fingers(List<String> steps) {
    browser.evaluate(
        """
        const picture = document.getElementById('map-picture');
        const {left, top} = picture.getBoundingClientRect();
        for (const step of arguments[0]) {
          const [finger, event, x, y] = step.split(' ');
          picture.dispatchEvent(new PointerEvent('pointer' + event, {bubbles: true, pointerType: 'touch',
            pointerId: Number(finger), buttons: event === 'up' ? 0 : 1,
            clientX: left + Number(x), clientY: top + Number(y)}));
        }\
        """,
        steps);
  }

  @Test
  void aWheelAndTwoFingersZoomAndOneFingerDrags() {
    openMap();
    double first = across();

    browser.wheel("#map-picture", -120);
    browser.await("the wheel zooms in", () -> across() < first * 0.9);
    double second = across();
    fingers(
        List.of(
            "1 down 100 100",
            "2 down 140 100",
            "2 move 200 100",
            "1 move 40 100",
            "1 up 40 100",
            "2 up 200 100"));
    assertThat(across()).as("two fingers").isLessThan(second * 0.7);

    String before = browser.find("#map-picture").getDomAttribute("viewBox");
    double third = across();
    fingers(List.of("1 down 100 100", "1 move 160 130", "1 up 160 130", "1 move 20 20"));
    assertThat(browser.find("#map-picture").getDomAttribute("viewBox")).isNotEqualTo(before);
    assertThat(across()).isEqualTo(third);

    browser.click("#map-middle");
    assertThat(across()).as("the first view").isBetween(first * 0.999, first * 1.001);
  }
}
