package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see of the dashboard's charts. */
@NullMarked
@Tag("browser")
class ChartsBrowserTest extends SharedPage {

  private static final int PEOPLE = 60;

  ChartsBrowserTest() {
    super(PEOPLE);
  }

  /** The dashboard; on a wide screen alone, so that the rest of the page does not matter. */
  private void dashboard(int width, int height, String scheme) {
    browser.size(width, height);
    browser.scheme(scheme);
    browser.go(sandbox.root());
    browser.await("rows are there", () -> !new SheetPage(browser).rows().isEmpty());
    if (width < 900) {
      browser.click("#place-sheet");
    }
    browser.click("#tabs button:nth-child(4)");
    browser.await("charts are drawn", () -> browser.find("#charts canvas").isDisplayed());
    if (width > 900) {
      browser.click("#enlarge");
    }
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light", "1024,768,dark", "390,844,light"})
  void eachChartIsWholeWithItsLabelsAndFigures(int width, int height, String scheme) {
    dashboard(width, height, scheme);

    JsonNode cut =
        browser.evaluate(
            """
            const cut = [];
            const charts = document.getElementById('charts');
            if (charts.scrollHeight > charts.clientHeight + 1 || charts.scrollWidth > charts.clientWidth + 1) {
              cut.push('their box');
            }
            for (const figure of document.querySelectorAll('#charts figure')) {
              const canvas = figure.querySelector('canvas');
              const name = figure.querySelector('figcaption').textContent;
              const [chart, pen] = [Chart.getChart(canvas), canvas.getContext('2d')];
              const {chartArea: area, width, scales: {x, y}} = chart;
              pen.font = '12px system-ui, sans-serif';
              const across = words => Math.max(...[words].flat().map(line => pen.measureText(line).width));
              figure.scrollIntoView({block: 'nearest'});
              const {left, top, right, bottom} = figure.getBoundingClientRect();
              for (const [h, v] of [[left, top], [right, top], [left, bottom], [right, bottom]]) {
                const at = document.elementFromPoint(Math.min(Math.max(h, left + 2), right - 2),
                  Math.min(Math.max(v, top + 2), bottom - 2));
                if (!at?.contains(figure) && !figure.contains(at)) {
                  cut.push(name + ': a corner');
                }
              }
              const lying = chart.options.indexAxis === 'y';
              const bars = chart.getDatasetMeta(0).data;
              bars.forEach((bar, i) => {
                const value = chart.data.datasets[0].data[i];
                if (lying ? bar.x + 4 + across(value) > width : bar.y - 14 < 0) {
                  cut.push(name + ': the figure ' + value);
                }
                if (lying && !value) {
                  cut.push(name + ': nothing as a bar');
                }
              });
              const labels = (lying ? y : x).ticks.map((tick, i) => ({words: tick.label, i})).filter(l => l.words.length);
              if (labels.length < 3 || !labels.some(l => l.i === bars.length - 1)) {
                cut.push(name + ': labels');
              }
              if (lying && labels.some(({words}) => across(words) > area.left - y.left)) {
                cut.push(name + ': a label is wider than its room');
              }
              labels.slice(1).forEach(({words, i}, n) => {
                const [at, before] = [i, labels[n].i].map(j => (lying ? y : x).getPixelForTick(j));
                const room = lying ? 12 * [words].flat().length : (across(words) + across(labels[n].words)) / 2;
                if (at - before < room) {
                  cut.push(name + ': ' + words + ' over its neighbour');
                }
              });
            }
            return [document.querySelectorAll('#charts figure').length, cut];\
            """);

    assertThat(cut.get(0).asInt()).isGreaterThanOrEqualTo(3);
    assertThat(cut.get(1)).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void whatNobodyNeedsIsListedBelowTheBarsAndInTheTable() {
    dashboard(1440, 900, "light");

    JsonNode found =
        browser.evaluate(
            """
            const figure = document.querySelector('#charts figure:has(p)');
            const rows = [...figure.querySelectorAll('tbody tr')];
            return [figure.querySelector('p').textContent,
              '0 – ' + rows.filter(r => r.cells[1].textContent === '0').map(r => r.cells[0].textContent).join(', '),
              Chart.getChart(figure.querySelector('canvas')).data.labels.length
                + figure.querySelector('p').textContent.split(', ').length - rows.length];\
            """);

    assertThat(found.get(0)).isEqualTo(found.get(1));
    assertThat(found.get(2).asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light", "1440,900,dark", "1024,768,light"})
  void theLineOfTheWeekIsReadWholeAboveTheCharts(int width, int height, String scheme) {
    dashboard(width, height, scheme);
    browser.await(
        "the line is there",
        () ->
            browser
                .evaluate("return document.querySelector('#grid .spill small') !== null;")
                .asBoolean());

    JsonNode found =
        browser.evaluate(
            """
            const words = document.querySelector('#grid .spill .tabulator-col-title span:not(.unseen)');
            const header = document.querySelector('#grid .tabulator-header').getBoundingClientRect();
            const [line, box] = [words.getBoundingClientRect(),
              document.querySelector('.scroller').getBoundingClientRect()];
            const last = [...document.querySelectorAll('#grid .tabulator-col')].at(-1).getBoundingClientRect();
            return [words.textContent, line.right <= Math.min(box.right, last.right) + 1, line.bottom <= header.bottom + 1];\
            """);

    assertThat(found.get(0).asText()).hasSizeGreaterThan(60);
    assertThat(found.get(1).asBoolean()).as("in the window and over the columns").isTrue();
    assertThat(found.get(2).asBoolean()).as("above the rows").isTrue();
  }
}
