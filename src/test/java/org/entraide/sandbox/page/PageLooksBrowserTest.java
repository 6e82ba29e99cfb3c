package org.entraide.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.SandboxFixture;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What the page looks like, and its pictures. */
@NullMarked
@Tag("browser")
class PageLooksBrowserTest extends PageBrowserFixture {

  private static final ReadmePicture FORM = new ReadmePicture("sandbox-form");
  private static final String ANSWER =
      """
      fetch(arguments[0], {method: 'POST', headers: {'Content-Type': 'text/plain', ...arguments[1]},
        body: '{"email": "eve@example.org", "answers": {"Prénom": "Eve", "Nom": "Roy"}}'})
        .then(r => r.status)\
      """;

  @Test
  void aNarrowScreenNeedsNoSidewaysScroll() throws Exception {
    sandbox.cycle();
    browser.size(320, 640);
    open();
    awaitStatuses();

    assertThat(browser.evaluate("return innerWidth;").asInt()).isEqualTo(320);
    assertThat(width()).isLessThanOrEqualTo(320);
    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    assertThat(width()).isLessThanOrEqualTo(320);
    assertThat(
            browser
                .evaluate(
                    "const f = document.getElementById('form'); return f.scrollWidth -"
                        + " f.clientWidth;")
                .asInt())
        .isZero();
    assertThat(browser.errors()).isEmpty();
  }

  private int width() {
    return browser.evaluate("return document.documentElement.scrollWidth;").asInt();
  }

  @Test
  void anotherSitesPageChangesNothing() throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          byte[] page = "<!doctype html><title>Other</title>".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    other.start();
    try {
      String form = sandbox.root() + "office/forms/sample-form/responses";
      int before = answers();
      browser.go("http://127.0.0.1:" + other.getAddress().getPort() + "/");
      assertThat(browser.settle(ANSWER, form, Map.of()).asText()).isEqualTo("failed");
      assertThat(answers()).isEqualTo(before);

      open();
      assertThat(browser.settle(ANSWER, form, Map.of()).asInt()).as("without token").isEqualTo(403);
      String token =
          browser
              .evaluate("return document.querySelector('[name=entraide-token]').content;")
              .asText();
      Map<String, String> with = Map.of("X-Entraide-Token", token);
      assertThat(browser.settle(ANSWER, form, with).asInt()).as("the page itself").isEqualTo(200);
      assertThat(answers()).isEqualTo(before + 1);
    } finally {
      other.stop(0);
      browser.errors();
    }
  }

  /** Makes a picture of docs/sandbox.md: {@code mvn -Dentraide.pictures=true …}. */
  @Test
  @EnabledIfSystemProperty(named = "entraide.pictures", matches = "true")
  void thePictureIsTaken(@TempDir Path directory) throws Exception {
    sandbox = SandboxFixture.openEnglish(PEOPLE, directory);
    sandbox.cycle();
    openForm();
    FORM.take(browser);
  }

  @Test
  void thePictureOfTheFormIsOfToday(@TempDir Path directory) throws Exception {
    sandbox = SandboxFixture.openEnglish(3, directory);
    sandbox.cycle();
    openForm();
    FORM.isOfToday(browser);
  }

  /** As people see it on a telephone. */
  private void openForm() {
    browser.size(390, 844);
    browser.go(sandbox.root());
    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    new SheetPage(browser).fillInExample();
  }

  /** What an organiser does in another window, written with apostrophes for quotes. */
  private void organiser(String operation, String body) {
    OfficeResponse answer =
        sandbox
            .sample()
            .office()
            .handle(
                OfficeRequest.of(
                    "POST",
                    "/office/sheets/" + SampleOffice.SPREADSHEET + "/" + operation,
                    Map.of("Host", List.of("localhost")),
                    body.replace('\'', '"').getBytes(UTF_8)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void coloursNotesOffersAndChartsAreThere(@TempDir Path directory) throws Exception {
    sandbox = SandboxFixture.open(5, directory);
    organiser("note", "{'range':'B1','text':'Ce que la personne a écrit'}");
    organiser("colourWhen", "{'range':'A2:A3','formula':'=TRUE','background':'#ff0000'}");
    organiser("dropDown", "{'range':'B2','values':['Pause','Retirer']}");
    organiser("paste", "{'range':'X1','values':[['Besoin','Combien'],['Courses','3']]}");
    organiser("chart", "{'title':'Besoins','labels':'X1:X2','values':'Y1:Y2'}");
    open();

    assertThat(
            browser
                .evaluate(
                    """
                    const heads = document.querySelectorAll('#grid [data-head]');
                    const cells = document.querySelectorAll('#grid [data-slot="0"][role=gridcell]');
                    return [heads[1].title,
                      getComputedStyle(cells[0]).backgroundColor,
                      getComputedStyle(cells[1]).backgroundColor !== 'rgb(255, 0, 0)'];\
                    """)
                .toString())
        .isEqualTo("[\"Ce que la personne a écrit\",\"rgb(255, 0, 0)\",true]");

    browser.await("the chart is drawn", () -> text("#charts").contains("Courses3"));
    assertThat(
            browser
                .evaluate(
                    """
                    const canvas = document.querySelector('#charts canvas');
                    const chart = Chart.getChart(canvas);
                    const pixels = canvas.getContext('2d')
                      .getImageData(0, 0, canvas.width, canvas.height).data;
                    return [chart.data.labels, chart.data.datasets.map(d => d.data),
                      pixels.some(value => value !== 0)];\
                    """)
                .toString())
        .isEqualTo("[[\"Courses\"],[[3]],true]");
    browser.evaluate(
        "document.querySelectorAll('#grid [data-slot=\"0\"][role=gridcell]')[1]"
            + ".dispatchEvent(new MouseEvent('dblclick', {bubbles: true}));");
    assertThat(
            browser
                .evaluate(
                    "return [...document.querySelector('#grid input').list.options].map(o =>"
                        + " o.value);")
                .toString())
        .isEqualTo("[\"Pause\",\"Retirer\"]");
    assertThat(browser.errors()).isEmpty();
  }
}
