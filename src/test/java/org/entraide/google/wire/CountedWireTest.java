package org.entraide.google.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedWireTest {

  private final List<String> counted = new ArrayList<>();

  private Wire.Answer exchange(Wire wire, String uri) throws IOException {
    return new CountedWire(wire, (api, status) -> counted.add(api + " " + status))
        .exchange(new Wire.Call("GET", URI.create(uri), Map.of(), new byte[0]));
  }

  @ParameterizedTest
  @CsvSource({
    "https://sheets.googleapis.com/v4/spreadsheets/1Ab?fields=x, sheets",
    "https://sheets.googleapis.com/v4/spreadsheets/1Ab:batchUpdate, sheets",
    "https://forms.googleapis.com/v1/forms/1Fa/responses, forms",
    "https://forms.googleapis.com/v1/forms, forms",
    "https://gmail.googleapis.com/gmail/v1/users/me/drafts, gmail",
    "https://oauth2.googleapis.com/token, token",
    "http://127.0.0.1:8025/google/v4/spreadsheets/1Ab, sheets",
    "http://127.0.0.1:8025/google/gmail/v1/users/me/history, gmail",
    "http://127.0.0.1:8025/token, token"
  })
  void everyAnswerIsToldByItsServiceAndStatus(String uri, String api) throws IOException {
    Wire.Answer answer = new Wire.Answer(429, Map.of(), InputStream.nullInputStream());

    assertThat(exchange(call -> answer, uri)).isSameAs(answer);
    assertThat(counted).containsExactly(api + " 429");
  }

  @ParameterizedTest
  @CsvSource({
    "'Thu, 26 Nov 2026 17:00:00 GMT', 2026-11-26T17:00:00Z",
    "'Thu, 26 Nov 2026', ''",
    "yesterday, ''"
  })
  void theTimeOfAnAnswerIsToldWhereItHasOne(String header, String time) throws IOException {
    Wire.Answer answer =
        new Wire.Answer(200, Map.of("date", List.of(header)), InputStream.nullInputStream());
    List<String> times = new ArrayList<>();
    Traffic traffic =
        new Traffic() {
          @Override
          public void request(String api, String status) {
            // told below
          }

          @Override
          public void dated(String host, Instant date) {
            times.add(host + " " + date);
          }
        };

    new CountedWire(call -> answer, traffic)
        .exchange(new Wire.Call("GET", URI.create("https://x.example/"), Map.of(), new byte[0]));

    assertThat(times).isEqualTo(time.isEmpty() ? List.of() : List.of("x.example " + time));
  }

  @Test
  void anAnswerThatNeverCameIsToldToo() {
    Wire dead =
        call -> {
          throw new ConnectException("refused");
        };

    assertThatThrownBy(() -> exchange(dead, "https://oauth2.googleapis.com/token"))
        .isInstanceOf(ConnectException.class);
    assertThat(counted).containsExactly("token none");
  }
}
