package org.entraide.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.entraide.google.wire.Wire;
import org.entraide.testkit.DirectWire;
import org.jspecify.annotations.Nullable;

/** Notes what is asked for, and lets requests go wrong. */
final class FaultyWire implements Wire {

  private final Wire wire;
  private final int answers;
  private final InstantSource google;
  private final Consumer<Duration> waits;
  private final LongSupplier version;
  private final List<RequestKind> asked = new ArrayList<>();
  private final Map<String, Integer> repeated = new HashMap<>();
  private int mostAlike;
  private final Set<String> tokens = new HashSet<>();
  private final Map<String, Integer> letters = new HashMap<>();
  private @Nullable RequestKind kind;
  private Blow blow = request -> request.wire().exchange(request.call());
  private Predicate<Call> whose = call -> true;
  private int strikesLeft;
  private int struck;
  private @Nullable Read read;

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Read(String uri, long version, Map<String, List<String>> headers, byte[] body) {}

  /**
   * @param answers the id of the response tab
   * @param google Google's time
   * @param waits lets time pass until the daemon gives up waiting for an answer
   * @param version of the spreadsheet: what was read of it is not put into words again before it
   *     changes, for that is what would take most of the time
   */
  FaultyWire(
      Wire wire,
      int answers,
      InstantSource google,
      Consumer<Duration> waits,
      LongSupplier version) {
    this.wire = wire;
    this.answers = answers;
    this.google = google;
    this.waits = waits;
    this.version = version;
  }

  /** The next requests of a kind go wrong. */
  void strikes(RequestKind which, Blow how, int times) {
    kind = which;
    blow = how;
    strikesLeft = times;
    struck = 0;
  }

  /** Only such requests go wrong. */
  void only(Predicate<Call> those) {
    whose = those;
  }

  void heals() {
    strikesLeft = 0;
  }

  /** How many requests went wrong. */
  int struck() {
    return struck;
  }

  /**
   * What was asked for since the last time.
   *
   * @param requests in order, those that write the daemon's own tabs alone left out
   * @param mostAlike how often the same was asked for between two looks at the whole sheet: a
   *     single run that claims it looks again
   */
  record Asked(List<RequestKind> requests, int mostAlike) {

    /** How much was asked for between two looks at most. */
    int longest() {
      int longest = 0;
      int since = 0;
      for (int i = 0; i < requests.size(); i++) {
        since = i > 0 && looksAgain(requests.get(i - 1), requests.get(i)) ? 1 : since + 1;
        longest = Math.max(longest, since);
      }
      return longest;
    }
  }

  private static boolean looksAgain(RequestKind before, RequestKind now) {
    return now == RequestKind.SHEET && before != RequestKind.SHEET;
  }

  Asked takeAsked() {
    countAlike();
    Asked taken = new Asked(List.copyOf(asked), mostAlike);
    asked.clear();
    mostAlike = 0;
    return taken;
  }

  private void countAlike() {
    mostAlike = Math.max(mostAlike, repeated.values().stream().mapToInt(n -> n).max().orElse(0));
    repeated.clear();
  }

  /** The tokens that were sent along. */
  Set<String> tokens() {
    return tokens;
  }

  /** How many drafts were made of each introduction. */
  Map<String, Integer> letters() {
    return letters;
  }

  @Override
  public Answer exchange(Call call) throws IOException {
    Optional<RequestKind> now = RequestKind.of(call, answers);
    if (!asked.isEmpty()
        && now.filter(kind -> looksAgain(asked.get(asked.size() - 1), kind)).isPresent()) {
      countAlike();
    }
    now.ifPresent(asked::add);
    call.headers().getOrDefault("Authorization", List.of()).stream()
        .map(header -> header.replace("Bearer ", ""))
        .forEach(tokens::add);
    if (now.filter(k -> k != RequestKind.TOKEN).isPresent()) {
      String body = new String(DirectWire.body(call), StandardCharsets.UTF_8);
      repeated.merge(call.method() + call.uri() + body, 1, Integer::sum);
    }
    boolean isOfKind = now.filter(k -> k == kind).isPresent();
    if (strikesLeft == 0 || !isOfKind || !whose.test(call)) {
      return carry(call);
    }
    strikesLeft--;
    struck++;
    boolean signIn = kind == RequestKind.TOKEN;
    return blow.strike(new Blow.Request(this::carry, call, signIn, google.instant(), waits));
  }

  private Answer carry(Call call) throws IOException {
    if (!call.method().equals("GET") || !call.uri().getPath().startsWith("/v4/")) {
      return noted(call);
    }
    String uri = call.uri().toString();
    Read known = read;
    if (known == null || known.version() != version.getAsLong() || !known.uri().equals(uri)) {
      long now = version.getAsLong();
      Answer answer = wire.exchange(call);
      try (InputStream body = answer.body()) {
        known = new Read(uri, now, answer.headers(), body.readAllBytes());
      }
      if (answer.status() != 200) {
        return new Answer(
            answer.status(), answer.headers(), new ByteArrayInputStream(known.body()));
      }
      read = known;
    }
    return new Answer(200, known.headers(), new ByteArrayInputStream(known.body()));
  }

  private Answer noted(Call call) throws IOException {
    Answer answer = wire.exchange(call);
    boolean draft = call.method().equals("POST") && call.uri().getPath().endsWith("/drafts");
    if (draft && answer.status() == 200) {
      letters.merge(Mails.reference(DirectWire.body(call)), 1, Integer::sum);
    }
    return answer;
  }
}
