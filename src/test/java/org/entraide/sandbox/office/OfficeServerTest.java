package org.entraide.sandbox.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.entraide.sandbox.office.OfficeFixture.DELEGATE;
import static org.entraide.sandbox.office.OfficeFixture.OTHER;
import static org.entraide.sandbox.office.OfficeFixture.ROBOT;

import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.services.forms.v1.Forms;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.Message;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.entraide.sandbox.office.auth.CredentialsFile;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office over real HTTP, with Google's own sign-in. */
@NullMarked
class OfficeServerTest {

  // Google's library signs with the machine's time, so this world must live by it too.
  private final OfficeFixture world = new OfficeFixture(InstantSource.system());
  private OfficeServer server;

  OfficeServerTest() throws IOException {
    server = OfficeServer.start(world.office, 0, pause -> {});
  }

  @BeforeEach
  void isReady() {
    assertThat(server.root()).matches("http://127\\.0\\.0\\.1:\\d+/");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private ServiceAccountCredentials credentials() throws IOException {
    String file =
        CredentialsFile.serviceAccount(
            ROBOT, OfficeFixture.KEY_ID, OfficeFixture.KEYS.getPrivate(), server.root() + "token");
    return ServiceAccountCredentials.fromStream(new ByteArrayInputStream(file.getBytes(UTF_8)));
  }

  private Gmail gmail(GoogleCredentials credentials) {
    return OfficeFixture.gmailClient(
        new NetHttpTransport(), server.root(), new HttpCredentialsAdapter(credentials));
  }

  @Test
  void aServiceAccountSignsInAndReadsTheForm() throws IOException {
    world.form.submit("ana@example.org", Map.of("1000000a", java.util.List.of("Ana")));
    Forms forms =
        OfficeFixture.formsClient(
            new NetHttpTransport(),
            server.root(),
            new HttpCredentialsAdapter(credentials().createScoped(OfficeFixture.FORMS)));

    assertThat(forms.forms().get("form-1").execute().getInfo().getTitle()).isEqualTo("Entraide");
    assertThat(forms.forms().responses().list("form-1").execute().getResponses()).hasSize(1);
    assertThat(world.office.log().counts()).isEqualTo(Map.of("token", 1, "forms.read", 2));
    assertThat(world.office.log().entries().get(1).account()).isEqualTo(ROBOT);
  }

  @Test
  void actingForADelegateItMakesAndDeletesADraft() throws IOException {
    GoogleCredentials delegated =
        credentials().createScoped(OfficeFixture.MAIL).createDelegated(DELEGATE);
    Gmail gmail = gmail(delegated);
    byte[] mime = OfficeFixture.mime("Bonjour", "Été").getBytes(UTF_8);

    Draft made =
        gmail
            .users()
            .drafts()
            .create("me", new Draft().setMessage(new Message().encodeRaw(mime)))
            .execute();
    assertThat(world.mailbox.draft(made.getId()).message().raw()).isEqualTo(mime);

    gmail.users().drafts().delete("me", made.getId()).execute();
    assertThat(world.mailbox.drafts()).isEmpty();
  }

  @Test
  void actingForSomebodyWhoDidNotDelegateFailsAtTheTokenEndpoint() throws IOException {
    GoogleCredentials other = credentials().createScoped(OfficeFixture.MAIL).createDelegated(OTHER);
    // The JDK's HTTP client throws the body of a 401 to a streamed POST away.
    assertThat(refusal(other).getStatusCode()).isEqualTo(401);
    // so ask once more without it
    GoogleCredentials inProcess =
        ServiceAccountCredentials.newBuilder()
            .setClientEmail(ROBOT)
            .setPrivateKeyId(OfficeFixture.KEY_ID)
            .setPrivateKey(OfficeFixture.KEYS.getPrivate())
            .setTokenServerUri(URI.create(InProcessTransport.ROOT + "token"))
            .setHttpTransportFactory(() -> world.transport)
            .setScopes(OfficeFixture.MAIL)
            .setServiceAccountUser(OTHER)
            .build();
    assertThat(refusal(inProcess).getContent()).contains("unauthorized_client");
  }

  private static HttpResponseException refusal(GoogleCredentials credentials) {
    Throwable failure = catchThrowable(credentials::refresh);
    assertThat(failure).isInstanceOf(IOException.class);
    assertThat(failure.getCause()).isInstanceOf(HttpResponseException.class);
    return (HttpResponseException) failure.getCause();
  }

  private HttpResponse<byte[]> raw(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void bodiesAreZippedBothWaysWhenAsked() throws IOException, InterruptedException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(OfficeFixture.draftJson("Bonjour", "Texte").getBytes(UTF_8));
    }
    HttpResponse<byte[]> answer =
        raw(
            HttpRequest.newBuilder(URI.create(server.root() + "gmail/v1/users/me/drafts"))
                .header("Authorization", "Bearer " + world.mailToken())
                .header("Content-Encoding", "gzip")
                .header("Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zipped.toByteArray())));

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("Server")).contains("ESF");
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(OfficeJson.parse(new String(plain, UTF_8)).path("id").asText())
        .isEqualTo(world.mailbox.drafts().get(0).id());
  }

  @Test
  void whoDoesNotAskForGzipGetsPlainText() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        raw(HttpRequest.newBuilder(URI.create(server.root() + "office/clock")));
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(new String(answer.body(), UTF_8)).contains("\"now\": ");
  }

  @Test
  void whatBreaksInsideIsAnErrorAndNoSilence() throws IOException, InterruptedException {
    server.close();
    Office broken =
        Office.builder(world.clock, world.random)
            .people(
                request -> {
                  throw new IllegalStateException("broken on purpose");
                })
            .build();
    server = OfficeServer.start(broken, 0, pause -> {});
    HttpResponse<byte[]> answer = raw(HttpRequest.newBuilder(URI.create(server.root() + "page")));
    assertThat(answer.statusCode()).isEqualTo(500);
  }
}
