package org.entraide.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.delegates.Strike;
import org.entraide.google.wire.Wire;
import org.entraide.sandbox.office.Desk;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.MovableClock;

/**
 * The daemon's way to Google: what happens at each of its requests, in which mood Google is, and
 * what the watch sees of it.
 */
final class SimulatedWire implements Wire {

  /** What moods wait for. */
  enum Asked {
    A_DRAFT,
    A_WRITE,
    ANYTHING_ELSE;

    static Asked of(Call call) {
      String path = call.uri().getPath();
      boolean post = call.method().equals("POST");
      return post && path.endsWith("/drafts")
          ? A_DRAFT
          : post && path.endsWith(":batchUpdate") ? A_WRITE : ANYTHING_ELSE;
    }
  }

  /** What a request takes when Google is quick. */
  private static final Duration QUICK = Duration.ofMillis(200);

  private final Wire wire;
  private final MovableClock clock;
  private final List<Site> sites;
  private final Watch watch;
  private final Map<Integer, List<Runnable>> plans = new HashMap<>(); // by the number of a request
  private final Map<Integer, Mood> moods = new HashMap<>();
  private final Map<Asked, Mood> moodsAt = new EnumMap<>(Asked.class);
  private final Map<Site, Instant> lastWrites = new HashMap<>();
  private boolean older;
  private Instant away = Instant.MIN;
  private Instant signedOut = Instant.MIN;
  private boolean empty;
  private boolean dies;
  private boolean dead;
  private int requests;
  private int refusals;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Read> reads = new HashMap<>(); // by address
  private Optional<Site> asking = Optional.empty(); // a pass begins with its sheet

  /** What a sheet was when it had that version. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Read(long version, Map<String, List<String>> headers, byte[] body) {
    Answer answer() {
      return new Answer(200, headers, new ByteArrayInputStream(body));
    }
  }

  SimulatedWire(Wire wire, MovableClock clock, List<Site> sites, Watch watch) {
    this.wire = wire;
    this.clock = clock;
    this.sites = sites;
    this.watch = watch;
  }

  /** Does something right before a later request, the next being the first. */
  void plan(int later, Runnable what) {
    plans.computeIfAbsent(requests + later, n -> new ArrayList<>()).add(what);
  }

  /** Google is in a mood at a later request. */
  void mood(int later, Mood mood) {
    moods.put(requests + later, mood);
  }

  /** Google is in a mood when it is asked for that the next time. */
  void moodAt(Asked asked, Mood mood) {
    moodsAt.put(asked, mood);
  }

  /** The delegate's sign-in is dead for a while. */
  void signOut(Duration time) {
    signedOut = clock.instant().plus(time);
  }

  /** Google answers nothing for a while. */
  void away(Duration time) {
    away = clock.instant().plus(time);
  }

  /** The next time a sheet is read, it shows no answers. */
  void empty() {
    empty = true;
  }

  /** The next time that a sheet is read soon after a write, it is as it was before that. */
  void older() {
    older = true;
  }

  /** A process begins: what the one before has just written can be read. */
  void begins(Site site) {
    lastWrites.remove(site);
  }

  /** The process dies at this request. */
  void die(boolean beforeRequest) {
    if (beforeRequest) {
      dead = true;
    } else {
      dies = true;
    }
  }

  boolean isDead() {
    return dead;
  }

  /** A new process; nothing of what was planned for the last one. */
  void revive() {
    dead = false;
    dies = false;
  }

  /** All goes well from now on. */
  void calm() {
    plans.clear();
    moods.clear();
    moodsAt.clear();
    older = false;
    away = Instant.MIN;
    signedOut = Instant.MIN;
    empty = false;
    dies = false;
  }

  int requests() {
    return requests;
  }

  int refusals() {
    return refusals;
  }

  /** How often each kind was asked for since the last time. */
  Map<String, Integer> takeCounts() {
    Map<String, Integer> taken = new HashMap<>(counts);
    counts.clear();
    return taken;
  }

  @Override
  public Answer exchange(Call call) throws IOException {
    if (dead) {
      throw new Strike.Death();
    }
    requests++;
    clock.advance(QUICK);
    List<Runnable> now = plans.remove(requests);
    if (now != null) {
      now.forEach(Runnable::run);
    }
    if (dead) {
      throw new Strike.Death();
    }
    int refused = refusals;
    boolean whole = false;
    Optional<Site> sheets = site(call);
    sheets.ifPresent(site -> isAsked(site, call));
    sheets.ifPresent(site -> watch.goesOn());
    asking = sheets.or(() -> asking);
    try {
      Answer answer = answered(call);
      if (dies) {
        dead = true;
        throw new Strike.Death();
      }
      whole = refusals == refused;
      return answer;
    } finally {
      if (call.uri().getPath().contains("/gmail/")) {
        watch.answered(asking, call.uri().getPath(), whole);
      }
    }
  }

  private static void isAsked(Site site, Call call) {
    if (Asked.of(call) == Asked.A_WRITE) {
      site.isWriting();
    } else {
      site.hasWritten();
    }
  }

  /** Whose sheet it is about; empty for what is about none. */
  private Optional<Site> site(Call call) {
    String path = call.uri().getPath();
    return path.startsWith("/v4/")
        ? sites.stream().filter(s -> path.contains(s.premises.id())).findFirst()
        : Optional.empty();
  }

  private Answer answered(Call call) throws IOException {
    Mood mood = moods.remove(requests);
    if (mood == null) {
      mood = moodsAt.remove(Asked.of(call));
    }
    if (clock.instant().isBefore(away)) {
      mood = requests % 2 == 0 ? Mood.RESET_BEFORE : Mood.UNAVAILABLE_BEFORE;
    } else if (clock.instant().isBefore(signedOut) && call.uri().getPath().contains("/gmail/")) {
      mood = Mood.SIGNED_OUT;
    }
    if (mood == null) {
      return watched(call);
    }
    refusals++;
    try {
      return mood.answer(this::watched, call);
    } finally {
      if (Asked.of(call) == Asked.A_WRITE) { // nobody is told what it hit
        sites.forEach(Site::forgetsHits);
      }
    }
  }

  private Answer watched(Call call) throws IOException {
    String path = call.uri().getPath();
    boolean get = call.method().equals("GET");
    if (path.startsWith("/v4/")) {
      return sheet(
          site(call).orElseThrow(),
          call,
          get ? "read" : path.endsWith(":batchUpdate") ? "write" : "look");
    }
    count(path.contains("/gmail/") ? (get ? "mail read" : "mail write") : "other");
    Answer answer = wire.exchange(call);
    if (path.contains("/gmail/") && !get) {
      byte[] body = answer.body().readAllBytes();
      watch.mailed();
      return new Answer(answer.status(), answer.headers(), new ByteArrayInputStream(body));
    }
    return answer;
  }

  private void count(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** Google shows, once, what was last read of a sheet, although it was written to since. */
  private Optional<Answer> olderRead(Site site, Call call) {
    Read before = reads.get(call.uri().toString());
    if (!older
        || before == null
        || before.version() == site.desk.version()
        || !lastWrites.containsKey(site)
        || !clock.instant().isBefore(lastWrites.get(site).plus(Duration.ofMinutes(1)))) {
      return Optional.empty();
    }
    older = false;
    refusals++;
    return Optional.of(before.answer());
  }

  private Answer sheet(Site site, Call call, String kind) throws IOException {
    count(kind);
    Optional<Answer> olderRead = kind.equals("read") ? olderRead(site, call) : Optional.empty();
    if (olderRead.isPresent()) {
      return olderRead.get();
    }
    if (!kind.equals("write")) {
      Answer answer = kind.equals("read") ? read(site, call) : wire.exchange(call);
      byte[] body = answer.body().readAllBytes();
      if (kind.equals("read")) {
        watch.read(site);
      }
      if (kind.equals("read") && empty) {
        empty = false;
        refusals++;
        site.readEmpty();
        return new Answer(
            answer.status(), Map.of(), new ByteArrayInputStream(emptied(site, answer, body)));
      }
      if (kind.equals("read")) {
        site.relinking.read();
      }
      return new Answer(answer.status(), answer.headers(), new ByteArrayInputStream(body));
    }
    Desk.Copy before = site.desk.copy();
    Answer answer = wire.exchange(call);
    byte[] body = answer.body().readAllBytes();
    watch.wrote(site, before, site.desk.copy());
    site.hasWritten();
    lastWrites.put(site, clock.instant());
    return new Answer(answer.status(), answer.headers(), new ByteArrayInputStream(body));
  }

  /** What was read of a sheet is not put into words again before it changes. */
  private Answer read(Site site, Call call) throws IOException {
    String uri = call.uri().toString();
    Read lastRead = reads.get(uri);
    if (lastRead == null || lastRead.version() != site.desk.version()) {
      long version = site.desk.version();
      Answer answer = wire.exchange(call);
      if (answer.status() != 200) {
        return answer;
      }
      lastRead = new Read(version, answer.headers(), answer.body().readAllBytes());
      reads.put(uri, lastRead);
    }
    return lastRead.answer();
  }

  /** The answer with nothing below the header of the answers' tab. */
  private static byte[] emptied(Site site, Answer answer, byte[] body) throws IOException {
    boolean zipped =
        Optional.ofNullable(answer.headers().get("Content-Encoding"))
            .filter(v -> v.contains("gzip"))
            .isPresent();
    if (zipped) {
      throw new IOException("a zipped answer in one process");
    }
    JsonNode json = OfficeJson.parse(new String(body, StandardCharsets.UTF_8));
    for (JsonNode tab : json.path("sheets")) {
      if (tab.path("properties").path("sheetId").asInt() == site.premises.answers()) {
        for (JsonNode data : tab.path("data")) {
          if (data.path("rowData") instanceof ArrayNode rows) {
            while (rows.size() > 1) {
              rows.remove(rows.size() - 1);
            }
          }
        }
      }
    }
    return OfficeJson.compact(json).getBytes(StandardCharsets.UTF_8);
  }
}
