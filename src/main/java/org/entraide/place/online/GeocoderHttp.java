package org.entraide.place.online;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/** The wire over HTTP. Redirections are not followed: a question goes to the configured place. */
final class GeocoderHttp implements GeocoderWire {

  static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  static final Duration WHOLE_LIMIT = Duration.ofSeconds(10);

  /** Five hits are some kilobytes. */
  private static final int MOST_BYTES = 1 << 20;

  private final HttpClient client;
  private final String userAgent;
  private final Duration limit;

  GeocoderHttp(String userAgent) {
    this(userAgent, WHOLE_LIMIT);
  }

  GeocoderHttp(String userAgent, Duration limit) {
    this.userAgent = userAgent;
    this.limit = limit;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Answer get(URI uri) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("User-Agent", userAgent)
            .header("Accept", "application/json")
            .GET()
            .build();
    // The request's own limit ends with the headers: this one is for the body, too.
    CompletableFuture<HttpResponse<String>> response = client.sendAsync(request, limited());
    try {
      HttpResponse<String> answer = response.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(
          answer.statusCode(), answer.headers().firstValue("Retry-After"), answer.body());
    } catch (TimeoutException e) {
      throw new ServiceFailure(Message.of("place.service.late"));
    } catch (ExecutionException e) {
      throw new ServiceFailure(reason(e));
    } finally {
      response.cancel(true);
    }
  }

  /** In fixed words, since an exception's own may quote the address that was asked. */
  private static Message reason(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof HttpConnectTimeoutException) {
      return Message.of("place.service.slow");
    }
    return Message.of(
        cause instanceof ConnectException ? "place.service.unconnected" : "place.service.broken");
  }

  private static BodyHandler<String> limited() {
    return headers -> new Limited(BodySubscribers.ofString(StandardCharsets.UTF_8));
  }

  /** Takes a body up to a size that no honest answer has. */
  private static final class Limited implements BodySubscriber<String> {

    private final BodySubscriber<String> whole;
    private Flow.@Nullable Subscription subscription;
    private long bytes;

    Limited(BodySubscriber<String> whole) {
      this.whole = whole;
    }

    @Override
    public CompletionStage<String> getBody() {
      return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
      if (bytes <= MOST_BYTES) {
        whole.onNext(buffers);
      } else if (subscription != null) {
        subscription.cancel();
        whole.onError(new IOException("too long"));
      }
    }

    @Override
    public void onError(Throwable throwable) {
      whole.onError(throwable);
    }

    @Override
    public void onComplete() {
      whole.onComplete();
    }
  }
}
