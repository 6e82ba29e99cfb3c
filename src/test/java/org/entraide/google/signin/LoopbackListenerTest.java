package org.entraide.google.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class LoopbackListenerTest {

  private static final String ANSWER = "?state=s-1&code=4/0abc";
  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static final ClosingPage PAGE = new ClosingPage(List.of(Texts.of("fr"), Texts.of("en")));

  private final BlockingQueue<BrowserAnswer> answers = new LinkedBlockingQueue<>();
  private @Nullable LoopbackListener opened;

  @BeforeEach
  void open() throws IOException {
    opened = LoopbackListener.open(0, "s-1", PAGE, answers::add);
  }

  @AfterEach
  void close() {
    Objects.requireNonNull(opened).close();
  }

  private String address() {
    return Objects.requireNonNull(opened).address();
  }

  private HttpResponse<String> visit(String method, String path)
      throws IOException, InterruptedException {
    return BROWSER.send(
        HttpRequest.newBuilder(URI.create(address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** It comes after the browser has its page. */
  private @Nullable BrowserAnswer answer() throws InterruptedException {
    return answers.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void theBrowserIsThankedInBothLanguagesAndServedOnce() throws Exception {
    HttpResponse<String> first = visit("GET", ANSWER);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body())
        .contains("<p lang=\"fr\">", "vous pouvez fermer cette fenêtre")
        .contains("<p lang=\"en\">", "you may close this window")
        .doesNotContain("4/0abc");
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer()).isEqualTo(new BrowserAnswer.Code("4/0abc"));

    assertThat(visit("GET", ANSWER).statusCode()).isEqualTo(404);
    assertThat(answers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "favicon.ico", "callback" + ANSWER, "x/" + ANSWER, "?state=s-1"})
  void anythingElseIsNotFoundAndChangesNothing(String path) throws Exception {
    HttpResponse<String> answer = visit("GET", path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answers).isEmpty();
    assertThat(visit("GET", ANSWER).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyABrowsersVisitCounts() throws Exception {
    assertThat(visit("POST", ANSWER).statusCode()).isEqualTo(404);
    assertThat(answers).isEmpty();
  }

  @Test
  void aPageThatPretendsToBeThisMachineIsNotServed() throws Exception {
    String byName = address().replace("127.0.0.1", "localhost") + ANSWER;

    HttpResponse<String> answer =
        BROWSER.send(
            HttpRequest.newBuilder(URI.create(byName)).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answers).isEmpty();
  }

  @Test
  void aRefusalIsAnswered() throws Exception {
    HttpResponse<String> answer = visit("GET", "?error=access_denied&state=s-1");

    assertThat(answer.body()).contains("Permission was not given", "n’a pas été donnée");
    assertThat(answer()).isEqualTo(new BrowserAnswer.Refused("access_denied"));
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    int taken = URI.create(address()).getPort();

    assertThatThrownBy(() -> LoopbackListener.open(taken, "s", PAGE, answers::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port " + taken)
        .hasMessageContaining("--paste");
  }
}
