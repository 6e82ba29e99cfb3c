package org.entraide.sandbox.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleHandler;

/** Serves the page at {@code /} and its parts under {@code /page/}. */
public final class PagePeople implements PeopleHandler {

  private static final String SCRIPT = "text/javascript; charset=UTF-8";
  private static final String STYLE = "text/css; charset=UTF-8";

  /** Other people's libraries, as their jars hold them; nothing else of a jar is served. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "lib/chart.js", "chart.js/4.4.9/dist/chart.umd.js",
          "lib/tabulator.css", "tabulator-tables/6.3.1/dist/css/tabulator_simple.min.css",
          "lib/tabulator.js", "tabulator-tables/6.3.1/dist/js/tabulator.min.js");

  private static final String WEBJARS = "/META-INF/resources/webjars/";

  /** Every part that there is, and its type. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("index.html", "text/html; charset=UTF-8"),
          Map.entry("icon.svg", "image/svg+xml"),
          Map.entry("page.css", STYLE),
          Map.entry("page.js", SCRIPT),
          Map.entry("api.js", SCRIPT),
          Map.entry("campaign.js", SCRIPT),
          Map.entry("engine.js", SCRIPT),
          Map.entry("invented.js", SCRIPT),
          Map.entry("people-rows.js", SCRIPT),
          Map.entry("story.css", STYLE),
          Map.entry("story.js", SCRIPT),
          Map.entry("cells.js", SCRIPT),
          Map.entry("chart.js", SCRIPT),
          Map.entry("daemon.js", SCRIPT),
          Map.entry("edit.js", SCRIPT),
          Map.entry("faults.js", SCRIPT),
          Map.entry("form.js", SCRIPT),
          Map.entry("grid.css", STYLE),
          Map.entry("grid.js", SCRIPT),
          Map.entry("grid-moves.js", SCRIPT),
          Map.entry("chosen.js", SCRIPT),
          Map.entry("lib/chart.js", SCRIPT),
          Map.entry("lib/tabulator.css", STYLE),
          Map.entry("lib/tabulator.js", SCRIPT),
          Map.entry("mailbox.js", SCRIPT),
          Map.entry("play.js", SCRIPT),
          Map.entry("scenes-words.js", SCRIPT),
          Map.entry("scenes.js", SCRIPT),
          Map.entry("scripts.js", SCRIPT),
          Map.entry("map.css", STYLE),
          Map.entry("map.js", SCRIPT),
          Map.entry("map-legend.js", SCRIPT),
          Map.entry("map-moves.js", SCRIPT),
          Map.entry("map-shapes.js", SCRIPT),
          Map.entry("map-names.js", SCRIPT),
          Map.entry("map-space.js", SCRIPT),
          Map.entry("map-words.js", SCRIPT),
          Map.entry("news.js", SCRIPT),
          Map.entry("range.js", SCRIPT),
          Map.entry("sheet.js", SCRIPT),
          Map.entry("sight.js", SCRIPT),
          Map.entry("views.js", SCRIPT),
          Map.entry("places.js", SCRIPT),
          Map.entry("statuses.js", SCRIPT),
          Map.entry("table.js", SCRIPT),
          Map.entry("words.js", SCRIPT));

  /** Nothing from outside, and no script or style inside the page. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String PLACE_OF_TOKEN = "{{token}}";

  private final PageToken token;

  /**
   * @param token what the page is to send with every change
   */
  public PagePeople(PageToken token) {
    this.token = token;
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    if (!request.method().equals("GET")) {
      return Optional.empty();
    }
    String path = request.rawPath();
    if (path.equals("/")) {
      return Optional.of(part("index.html"));
    }
    String name = path.startsWith("/page/") ? path.substring("/page/".length()) : "";
    return TYPES.containsKey(name) ? Optional.of(part(name)) : Optional.empty();
  }

  private OfficeResponse part(String name) {
    String library = LIBRARIES.get(name);
    String resource = library == null ? name : WEBJARS + library;
    try (InputStream in = PagePeople.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The page's part " + name + " is not in the jar.");
      }
      return new OfficeResponse(
          200,
          Map.of(
              "Content-Type",
              TYPES.getOrDefault(name, ""),
              "Content-Security-Policy",
              POLICY,
              "Cache-Control",
              "no-store",
              "X-Content-Type-Options",
              "nosniff"),
          name.equals("index.html") ? withToken(in.readAllBytes()) : in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The page's part " + name + " cannot be read.", e);
    }
  }

  private byte[] withToken(byte[] page) {
    return new String(page, StandardCharsets.UTF_8)
        .replace(PLACE_OF_TOKEN, token.value())
        .getBytes(StandardCharsets.UTF_8);
  }
}
