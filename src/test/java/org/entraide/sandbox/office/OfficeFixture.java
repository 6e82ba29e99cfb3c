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
import org.entraide.sandbox.office.auth.Accounts;
import org.entraide.sandbox.office.forms.FormItem;
import org.entraide.sandbox.office.forms.FormsService;
import org.entraide.sandbox.office.forms.OfficeForm;
import org.entraide.sandbox.office.forms.OfficeQuestion;
import org.entraide.sandbox.office.gmail.GmailService;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A small world: one form, two people with mailboxes, one service account that may act for one. */
@NullMarked
public final class OfficeFixture {

  public static final String ROBOT = "robot@project.example.org";
  public static final String DELEGATE = "delegate@example.org";
  public static final String OTHER = "other@example.org";
  static final String KEY_ID = "key-1";
  public static final KeyPair KEYS = keys();

  static final Set<String> FORMS =
      Set.of(OfficeScopes.FORMS_BODY_READONLY, OfficeScopes.FORMS_RESPONSES_READONLY);
  static final Set<String> MAIL = Set.of(OfficeScopes.GMAIL_COMPOSE, OfficeScopes.GMAIL_METADATA);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-20T10:00:00Z"));

  public final InstantSource clock;
  public final Random random = new Random(1);
  public final OfficeForm form;
  public final OfficeMailbox mailbox;
  final OfficeMailbox otherMailbox;
  public final GmailService gmail = new GmailService();
  public final Accounts accounts;
  public final Office office;
  public final InProcessTransport transport;

  public OfficeFixture() {
    this(null);
  }

  /**
   * @param realClock where Google's own libraries sign with the machine's time; null for a still
   *     clock
   */
  OfficeFixture(@Nullable InstantSource realClock) {
    clock = realClock == null ? now::get : realClock;
    form = form(clock, random).sharedWith(ROBOT);
    mailbox = new OfficeMailbox(DELEGATE, clock, random);
    otherMailbox = new OfficeMailbox(OTHER, clock, random);
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
  static OfficeForm form(InstantSource clock, Random random) {
    return new OfficeForm("form-1", "Entraide", clock, random)
        .collectingEmail()
        .item(
            FormItem.question(
                "0000000a", "Nom", OfficeQuestion.text("1000000a", false).asRequired()))
        .item(FormItem.question("0000000b", "Notes", OfficeQuestion.text("1000000b", true)))
        .item(
            FormItem.question(
                "0000000c",
                "Besoins",
                OfficeQuestion.choice(
                    "1000000c", "CHECKBOX", List.of("Courses", "Pharmacie"), true)))
        .item(
            FormItem.question(
                "0000000d",
                "Accord",
                OfficeQuestion.choice("1000000d", "RADIO", List.of("Oui"), false)))
        .item(FormItem.question("0000000e", "Âge", OfficeQuestion.scale("1000000e", 1, 9)))
        .item(FormItem.question("0000000f", "Arrivée", OfficeQuestion.date("1000000f", true, true)))
        .item(FormItem.question("00000010", "Heure", OfficeQuestion.time("10000010", true)))
        .item(
            FormItem.question(
                "00000011", "Fichier", OfficeQuestion.fileUpload("10000011", "folder")))
        .item(FormItem.question("00000012", "Avis", OfficeQuestion.rating("10000012", 5)))
        .item(
            FormItem.grid(
                "00000013",
                "Jours",
                "CHECKBOX",
                List.of("Matin", "Soir"),
                List.of(
                    OfficeQuestion.row("10000013", "Lundi"),
                    OfficeQuestion.row("10000014", "Mardi"))))
        .item(FormItem.other("00000014", "Suite", "pageBreakItem").described("Encore"));
  }

  public void advance(Duration by) {
    now.updateAndGet(time -> time.plus(by));
  }

  public OfficeResponse call(String method, String target, String token, String body) {
    return office.handle(request(method, target, token, body));
  }

  public static OfficeRequest request(String method, String target, String token, String body) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Host", List.of("127.0.0.1:8025"));
    if (!token.isEmpty()) {
      headers.put("Authorization", List.of("Bearer " + token));
    }
    return OfficeRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  public OfficeResponse people(String method, String target, String body) {
    return call(method, "/office/" + target, "", body);
  }

  public String formsToken() {
    return accounts.accessToken(ROBOT, FORMS);
  }

  public String mailToken() {
    return accounts.accessToken(DELEGATE, MAIL);
  }

  public String mailToken(String... scopes) {
    return accounts.accessToken(DELEGATE, Set.of(scopes));
  }

  public Gmail gmailClient(String token) {
    return gmailClient(transport, InProcessTransport.ROOT, bearer(token));
  }

  public static Gmail gmailClient(
      HttpTransport over, String root, HttpRequestInitializer initializer) {
    return new Gmail.Builder(over, GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(root)
        .setApplicationName("test")
        .build();
  }

  public Forms formsClient(String token) {
    return formsClient(transport, InProcessTransport.ROOT, bearer(token));
  }

  static Forms formsClient(HttpTransport over, String root, HttpRequestInitializer initializer) {
    return new Forms.Builder(over, GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(root)
        .setApplicationName("test")
        .build();
  }

  public static HttpRequestInitializer bearer(String token) {
    return request -> {
      request.setNumberOfRetries(0);
      request.getHeaders().setAuthorization("Bearer " + token);
    };
  }

  public static String mime(String subject, String text) {
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

  public static String draftJson(String subject, String text) {
    return "{\"message\":{\"raw\":\"" + raw(subject, text) + "\"}}";
  }
}
