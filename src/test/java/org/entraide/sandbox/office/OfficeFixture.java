package org.entraide.sandbox.office;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.forms.v1.Forms;
import com.google.api.services.gmail.Gmail;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A small world: one form, two people with mailboxes, one service account that may act for one. */
@NullMarked
final class OfficeFixture {

  static final String ROBOT = "robot@project.example.org";
  static final String DELEGATE = "delegate@example.org";
  static final String OTHER = "other@example.org";
  static final String KEY_ID = "key-1";
  static final KeyPair KEYS = keys();

  static final Set<String> FORMS =
      Set.of(Scopes.FORMS_BODY_READONLY, Scopes.FORMS_RESPONSES_READONLY);
  static final Set<String> MAIL = Set.of(Scopes.GMAIL_COMPOSE, Scopes.GMAIL_METADATA);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-20T10:00:00Z"));

  final InstantSource clock;
  final Random random = new Random(1);
  final Form form;
  final Mailbox mailbox;
  final Mailbox otherMailbox;
  final GmailService gmail = new GmailService();
  final Accounts accounts;
  final Office office;
  final InProcessTransport transport;

  OfficeFixture() {
    this(null);
  }

  /**
   * @param realClock where Google's own libraries sign with the machine's time; null for a still
   *     clock
   */
  OfficeFixture(@Nullable InstantSource realClock) {
    clock = realClock == null ? now::get : realClock;
    form = form(clock, random).sharedWith(ROBOT);
    mailbox = new Mailbox(DELEGATE, clock, random);
    otherMailbox = new Mailbox(OTHER, clock, random);
    gmail.add(mailbox).add(otherMailbox);
    accounts =
        new Accounts(clock, random)
            .serviceAccount(ROBOT, KEY_ID, KEYS.getPublic())
            .person(OTHER)
            .delegation(ROBOT, DELEGATE, MAIL);
    office =
        Office.builder(clock, random)
            .accounts(accounts)
            .forms(new FormsService().add(form))
            .gmail(gmail)
            .build();
    transport = new InProcessTransport(office);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(1024); // too short for the world, quick for a test
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** A form with every type of question. */
  static Form form(InstantSource clock, Random random) {
    return new Form("form-1", "Entraide", clock, random)
        .collectingEmail()
        .item(FormItem.question("0000000a", "Nom", Question.text("1000000a", false).asRequired()))
        .item(FormItem.question("0000000b", "Notes", Question.text("1000000b", true)))
        .item(
            FormItem.question(
                "0000000c",
                "Besoins",
                Question.choice("1000000c", "CHECKBOX", List.of("Courses", "Pharmacie"), true)))
        .item(
            FormItem.question(
                "0000000d", "Accord", Question.choice("1000000d", "RADIO", List.of("Oui"), false)))
        .item(FormItem.question("0000000e", "Âge", Question.scale("1000000e", 1, 9)))
        .item(FormItem.question("0000000f", "Arrivée", Question.date("1000000f", true, true)))
        .item(FormItem.question("00000010", "Heure", Question.time("10000010", true)))
        .item(FormItem.question("00000011", "Fichier", Question.fileUpload("10000011", "folder")))
        .item(FormItem.question("00000012", "Avis", Question.rating("10000012", 5)))
        .item(
            FormItem.grid(
                "00000013",
                "Jours",
                "CHECKBOX",
                List.of("Matin", "Soir"),
                List.of(Question.row("10000013", "Lundi"), Question.row("10000014", "Mardi"))))
        .item(FormItem.other("00000014", "Suite", "pageBreakItem").described("Encore"));
  }

  void advance(Duration by) {
    now.updateAndGet(time -> time.plus(by));
  }

  OfficeResponse call(String method, String target, String token, String body) {
    return office.handle(request(method, target, token, body));
  }

  static OfficeRequest request(String method, String target, String token, String body) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Host", List.of("127.0.0.1:8025"));
    if (!token.isEmpty()) {
      headers.put("Authorization", List.of("Bearer " + token));
    }
    return OfficeRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  OfficeResponse people(String method, String target, String body) {
    return call(method, "/office/" + target, "", body);
  }

  String formsToken() {
    return accounts.accessToken(ROBOT, FORMS);
  }

  String mailToken() {
    return accounts.accessToken(DELEGATE, MAIL);
  }

  String mailToken(String... scopes) {
    return accounts.accessToken(DELEGATE, Set.of(scopes));
  }

  Gmail gmailClient(String token) {
    return gmailClient(transport, InProcessTransport.ROOT, bearer(token));
  }

  static Gmail gmailClient(HttpTransport over, String root, HttpRequestInitializer initializer) {
    return new Gmail.Builder(over, GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(root)
        .setApplicationName("test")
        .build();
  }

  Forms formsClient(String token) {
    return formsClient(transport, InProcessTransport.ROOT, bearer(token));
  }

  static Forms formsClient(HttpTransport over, String root, HttpRequestInitializer initializer) {
    return new Forms.Builder(over, GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(root)
        .setApplicationName("test")
        .build();
  }

  static HttpRequestInitializer bearer(String token) {
    return request -> {
      request.setNumberOfRetries(0);
      request.getHeaders().setAuthorization("Bearer " + token);
    };
  }

  static String mime(String subject, String text) {
    return "From: %s\r\nTo: ana@example.org\r\nSubject: %s\r\nMessage-ID: <own@example.org>\r\n"
            .formatted(DELEGATE, subject)
        + "X-Own: 1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
        + "Content-Transfer-Encoding: 8bit\r\n\r\n"
        + text
        + "\r\n";
  }

  static String raw(String subject, String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(mime(subject, text).getBytes(StandardCharsets.UTF_8));
  }

  static String draftJson(String subject, String text) {
    return "{\"message\":{\"raw\":\"" + raw(subject, text) + "\"}}";
  }
}
