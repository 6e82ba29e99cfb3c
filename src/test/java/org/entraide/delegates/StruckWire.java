package org.entraide.delegates;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.delegates.Strike.Blow;
import org.entraide.google.wire.Wire;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.DirectWire;

/** Notes what the daemon asks for, and lets one request go wrong. */
final class StruckWire implements Wire {

  private static final Pattern GMAIL = Pattern.compile(".*/gmail/v1/users/me/([a-z]+)(/.*)?");
  private static final Pattern REFERENCE =
      Pattern.compile("\\[(M-[0-9A-Z]+|Q-[0-9A-Z]+(?:-[0-9]+)?)]");

  private static final Set<String> READS = Set.of("read sheet");

  private final Wire wire;
  private final InstantSource clock;
  private final Strike strike;
  private final LongSupplier version;
  private Optional<Sheet> sheet = Optional.empty();
  private final List<String> asked = new ArrayList<>();
  private final List<Spent> spent = new ArrayList<>();
  private final Set<String> gmail = new LinkedHashSet<>();
  private final Map<String, Integer> letters = new LinkedHashMap<>();
  private Optional<String> struck = Optional.empty();
  private final List<Integer> effective = new ArrayList<>();
  private int requests;
  private boolean dead;

  /** What the spreadsheet was when it had that version. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Sheet(String uri, long version, Map<String, List<String>> headers, byte[] body) {}

  /** Quota units of Gmail's that were used at a moment. */
  record Spent(Instant at, int units) {}

  /**
   * @param version of the spreadsheet: what was read of it is not put into words again before it
   *     changes, for that is what would take most of the time
   */
  StruckWire(Wire wire, InstantSource clock, Strike strike, LongSupplier version) {
    this.wire = wire;
    this.clock = clock;
    this.strike = strike;
    this.version = version;
  }

  /** A new process. */
  void revive() {
    dead = false;
  }

  boolean isDead() {
    return dead;
  }

  /** How many requests there were. */
  int requests() {
    return requests;
  }

  /** The numbers of those that have an effect: to die before and after another is the same. */
  List<Integer> effective() {
    return effective;
  }

  /** What was asked for since the last time. */
  List<String> takeAsked() {
    List<String> taken = List.copyOf(asked);
    asked.clear();
    return taken;
  }

  /** Every method and address of Gmail's that was asked for. */
  Set<String> gmail() {
    return gmail;
  }

  List<Spent> spent() {
    return spent;
  }

  /** How many drafts were made of each introduction. */
  Map<String, Integer> letters() {
    return letters;
  }

  /** The request that went wrong; empty for none. */
  String struck() {
    return struck.orElse("");
  }

  /** Whether a draft was made, and nobody told. */
  boolean lostADraft() {
    return strike.blow().hasEffect() && struck.filter("POST drafts"::equals).isPresent();
  }

  @Override
  public Answer exchange(Call call) throws IOException {
    if (dead) {
      throw new Strike.Death();
    }
    boolean now = requests == strike.at();
    String name = name(call);
    if (!READS.contains(name) && !name.startsWith("GET ")) {
      effective.add(requests);
    }
    requests++;
    asked.add(name);
    if (now) {
      struck = Optional.of(name);
    }
    if (now && strike.blow() == Blow.KILLED_BEFORE) {
      throw death();
    }
    boolean whole = call.method().equals("GET") && name.equals("read sheet");
    Answer answer = whole ? sheet(call) : noted(wire.exchange(call), name, call);
    if (now && strike.blow() == Blow.KILLED_AFTER) {
      throw death();
    }
    if (now) {
      throw new IOException("connection reset");
    }
    return answer;
  }

  private Answer sheet(Call call) throws IOException {
    String uri = call.uri().toString();
    Optional<Sheet> known =
        sheet.filter(s -> s.version() == version.getAsLong() && s.uri().equals(uri));
    if (known.isEmpty()) {
      long now = version.getAsLong();
      Answer answer = wire.exchange(call);
      byte[] body = answer.body().readAllBytes();
      if (answer.status() != 200) {
        return new Answer(answer.status(), answer.headers(), new ByteArrayInputStream(body));
      }
      known = Optional.of(new Sheet(uri, now, answer.headers(), body));
      sheet = known;
    }
    return new Answer(200, known.get().headers(), new ByteArrayInputStream(known.get().body()));
  }

  private Strike.Death death() {
    dead = true;
    return new Strike.Death();
  }

  private Answer noted(Answer answer, String name, Call call) throws IOException {
    byte[] body = answer.body().readAllBytes();
    if (name.equals("POST drafts") && answer.status() == 200) {
      letters.merge(reference(call), 1, Integer::sum);
    }
    return new Answer(answer.status(), answer.headers(), new ByteArrayInputStream(body));
  }

  private String name(Call call) {
    String path = call.uri().getPath();
    Matcher mail = GMAIL.matcher(path);
    if (mail.matches()) {
      gmail.add(call.method() + " " + call.uri());
      boolean one = mail.group(2) != null;
      spent.add(new Spent(clock.instant(), price(call.method(), mail.group(1), one)));
      return call.method() + " " + mail.group(1) + (one ? "/*" : "");
    }
    if (path.startsWith("/v4/")) {
      boolean write = path.endsWith(":batchUpdate");
      return write ? "write sheet" : "read sheet";
    }
    return call.method() + " " + path;
  }

  /** Google's prices since May 2026. */
  private static int price(String method, String what, boolean one) {
    return switch (what) {
      case "history" -> 2;
      case "drafts" -> !method.equals("GET") ? 10 : one ? 20 : 5;
      case "messages" -> one ? 20 : 5;
      case "threads" -> one ? 40 : 10;
      default -> 1;
    };
  }

  private static String reference(Call call) throws IOException {
    JsonNode body = OfficeJson.parse(new String(DirectWire.body(call), StandardCharsets.UTF_8));
    byte[] raw = Base64.getUrlDecoder().decode(body.at("/message/raw").asText());
    try {
      MimeMessage mail =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
      Matcher reference = REFERENCE.matcher(mail.getSubject());
      return reference.find() ? reference.group(1) : "none";
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }
}
