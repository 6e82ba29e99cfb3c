package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class SameOriginTest {

  private static final PageToken TOKEN = PageToken.fresh(new SplittableRandom(1));

  private static boolean refused(String method, String path, Map<String, String> headers) {
    Map<String, List<String>> all = new HashMap<>();
    all.put("Host", List.of("127.0.0.1:8025"));
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return new SameOrigin(TOKEN)
        .handle(OfficeRequest.of(method, path, all, new byte[0]))
        .map(OfficeResponse::status)
        .filter(status -> status == 403)
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://example.org",
    "Origin, http://127.0.0.1:8026",
    "Origin, https://127.0.0.1:8025",
    "Origin, http://localhost:8025",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, Cross-Site"
  })
  void aChangeFromAnotherPageIsRefused(String header, String value) {
    assertThat(refused("POST", "/office/daemon/kill", Map.of(header, value))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void everyVerbThatChangesIsRefused(String method) {
    assertThat(refused(method, "/office/log", Map.of("Origin", "http://evil.example"))).isTrue();
  }

  @Test
  void noSpellingOfThePathSlipsBy() {
    assertThat(refused("POST", "//%6Fffice/log", Map.of("Origin", "http://evil.example"))).isTrue();
  }

  @Test
  void thePageItselfMayChangeThings() {
    assertThat(
            refused(
                "POST",
                "/office/daemon/kill",
                Map.of(
                    "Origin",
                    "http://127.0.0.1:8025",
                    "Sec-Fetch-Site",
                    "same-origin",
                    PageToken.HEADER,
                    TOKEN.value())))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://127.0.0.1:8025",
    "Sec-Fetch-Site, same-origin",
    "Sec-Fetch-Site, none"
  })
  void aBrowserWithoutTheTokenOfThisStartIsRefused(String header, String value) {
    assertThat(refused("POST", "/office/daemon/kill", Map.of(header, value))).isTrue();
    Map<String, String> earlier =
        Map.of(header, value, PageToken.HEADER, PageToken.fresh(new SplittableRandom(2)).value());
    assertThat(refused("POST", "/office/daemon/kill", earlier)).isTrue();
  }

  @Test
  void theTokenHelpsNoOtherSite() {
    Map<String, String> stolen =
        Map.of("Origin", "https://example.org", PageToken.HEADER, TOKEN.value());
    assertThat(refused("POST", "/office/daemon/kill", stolen)).isTrue();
  }

  @Test
  void theConsentPageHasAKeyOfItsOwn() {
    Map<String, String> own = Map.of("Origin", "http://127.0.0.1:8025");
    assertThat(refused("POST", "/o/oauth2/v2/auth/decide", own)).isFalse();
    assertThat(refused("POST", "/o/oauth2/v2/auth/decide", Map.of("Origin", "null"))).isTrue();
  }

  @Test
  void aProgramThatIsNoBrowserMayChangeThings() {
    assertThat(refused("POST", "/office/daemon/kill", Map.of())).isFalse();
  }

  @Test
  void aLinkFromElsewhereOpensThePage() {
    assertThat(refused("GET", "/", Map.of("Sec-Fetch-Site", "cross-site"))).isFalse();
  }
}
