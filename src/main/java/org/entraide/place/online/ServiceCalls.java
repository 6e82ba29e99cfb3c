package org.entraide.place.online;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.entraide.place.Located;
import org.entraide.place.online.query.MinimalQuery;
import org.entraide.text.Message;
import org.entraide.text.Worded;

/**
 * One service, asked one question at a time at its pace, and left alone while it is in trouble. A
 * failure is an answer here: no reason has any part of a question.
 */
final class ServiceCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServiceProvider provider;
  private final URI root;
  private final GeocoderWire wire;
  private final InstantSource clock;
  private final Pacer pacer;
  private final Outages outages;

  ServiceCalls(
      ServiceProvider provider, URI root, GeocoderWire wire, InstantSource clock, Waiting pause) {
    this.provider = provider;
    this.root = root;
    this.wire = wire;
    this.clock = clock;
    this.pacer = new Pacer(provider.pace(), clock, pause);
    this.outages = new Outages(clock);
  }

  ServiceProvider provider() {
    return provider;
  }

  /** Where it is, as part of what an answer is kept by. */
  URI root() {
    return root;
  }

  /** Where to ask, or empty if this is nothing for the service. */
  Optional<URI> request(MinimalQuery query) {
    return provider.request(root, query);
  }

  /**
   * Asks, unless it is too early for that.
   *
   * @param question the key of this question
   */
  synchronized Located ask(String question, URI request, MinimalQuery query) {
    Optional<Message> waiting = outages.waiting(question);
    if (waiting.isPresent()) {
      return none(waiting.get());
    }
    if (!pacer.hasTime()) {
      return none(Message.of("place.service.enough"));
    }
    Instant begun = clock.instant();
    try {
      pacer.await();
      return answer(question, wire.get(request), query);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none(Message.of("place.service.interrupted"));
    } catch (IOException e) {
      return down(question, Worded.of(e));
    } finally {
      pacer.ended(begun);
    }
  }

  private Located answer(String question, GeocoderWire.Answer answer, MinimalQuery query) {
    int status = answer.status();
    if (provider.answers(status)) {
      return read(question, answer, query);
    }
    Message reason = Message.plain("HTTP " + status);
    Optional<Duration> retryAfter = answer.retryAfter().flatMap(this::delay);
    if (retryAfter.isPresent() && (status == 429 || status == 503)) {
      outages.down(question, reason, retryAfter.get());
      return none(reason);
    }
    boolean ofTheQuestion =
        status >= 400 && status < 500 && status != 401 && status != 403 && status != 429;
    return ofTheQuestion ? refused(question, reason) : down(question, reason);
  }

  private Located read(String question, GeocoderWire.Answer answer, MinimalQuery query) {
    try {
      Located located = provider.read(JSON.readTree(answer.body()), query);
      outages.answered(question);
      return located;
    } catch (JsonProcessingException e) {
      return refused(question, Message.of("place.service.no_json"));
    } catch (ServiceProvider.GarbledAnswerException e) {
      return refused(question, Message.of("place.service.garbled"));
    }
  }

  private Located down(String question, Message reason) {
    outages.down(question, reason);
    return none(reason);
  }

  private Located refused(String question, Message reason) {
    outages.refused(question, reason);
    return none(reason);
  }

  private Located none(Message reason) {
    return new Located.NoAnswer(
        Message.of("place.service").with("service", provider.name()).with("why", reason));
  }

  /** Seconds or a date (RFC 9110, 10.2.3); empty for anything else. */
  private Optional<Duration> delay(String header) {
    String text = header.strip();
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant at = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      return Optional.of(Duration.between(clock.instant(), at));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // then its own back-off does
    }
  }
}
