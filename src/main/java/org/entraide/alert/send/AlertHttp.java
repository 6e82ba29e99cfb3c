package org.entraide.alert.send;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the addresses of the configuration and to nowhere else: redirects are not followed.
 * Of an answer its status counts; its body is thrown away. No message holds the address, which is
 * often all that a stranger needs to write there.
 */
public final class AlertHttp {

  /** Of a connection, then of the whole request: {@code run --once} has ten seconds for all. */
  static final Duration CONNECT_LIMIT = Duration.ofSeconds(4);

  static final Duration WHOLE_LIMIT = Duration.ofSeconds(8);

  /** More than any service answers; what is longer is broken off. */
  private static final int MOST_BYTES = 1 << 16;

  private static final int REDIRECTS = 3;
  private static final int HUNDRED = 100;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String userAgent;
  private final Duration limit;

  /**
   * @param userAgent how the program calls itself
   */
  public AlertHttp(String userAgent) {
    this(userAgent, WHOLE_LIMIT);
  }

  AlertHttp(String userAgent, Duration limit) {
    this.userAgent = userAgent;
    this.limit = limit;
  }

  AlertDelivery get(URI address) throws InterruptedException {
    return ask(HttpRequest.newBuilder(address).GET());
  }

  AlertDelivery post(URI address, String json) throws InterruptedException {
    return ask(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private AlertDelivery ask(HttpRequest.Builder request) throws InterruptedException {
    CompletableFuture<HttpResponse<Integer>> response =
        client.sendAsync(request.header("User-Agent", userAgent).build(), it -> new Discarded());
    try {
      return delivery(response.get(limit.toMillis(), TimeUnit.MILLISECONDS).statusCode());
    } catch (TimeoutException e) {
      return AlertDelivery.unknown(Message.of("doctor.alerts.why.late"));
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } finally {
      response.cancel(true);
    }
  }

  private static AlertDelivery delivery(int status) {
    return switch (status / HUNDRED) {
      case 2 -> AlertDelivery.TAKEN;
      case REDIRECTS ->
          AlertDelivery.refused(
              Message.of("doctor.alerts.why.redirect").with("status", String.valueOf(status)));
      default -> AlertDelivery.refused(Message.plain("HTTP " + status));
    };
  }

  private static AlertDelivery failed(@Nullable Throwable cause) {
    if (cause instanceof HttpConnectTimeoutException) {
      return AlertDelivery.refused(Message.of("doctor.alerts.why.slow"));
    }
    if (cause instanceof SSLHandshakeException) {
      return AlertDelivery.refused(Message.of("doctor.alerts.why.untrusted"));
    }
    return cause instanceof ConnectException
        ? AlertDelivery.refused(Message.of("doctor.alerts.why.unconnected"))
        : AlertDelivery.unknown(Message.of("doctor.alerts.why.broken"));
  }

  /** Throws a body away, and breaks it off where it is long: its status is known by then. */
  private static final class Discarded implements BodySubscriber<Integer> {

    private final CompletableFuture<Integer> bytes = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private int read;

    @Override
    public CompletionStage<Integer> getBody() {
      return bytes;
    }

    @Override
    public void onSubscribe(Flow.Subscription of) {
      subscription = of;
      of.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      read += buffers.stream().mapToInt(ByteBuffer::remaining).sum();
      if (read > MOST_BYTES && subscription != null) {
        subscription.cancel();
        bytes.complete(read);
      }
    }

    @Override
    public void onError(Throwable failure) {
      bytes.complete(read);
    }

    @Override
    public void onComplete() {
      bytes.complete(read);
    }
  }
}
