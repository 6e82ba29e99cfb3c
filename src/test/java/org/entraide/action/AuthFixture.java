package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.entraide.cli.Actions;
import org.entraide.cli.Cli;
import org.entraide.cli.StatusCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.google.auth.FileTokens;
import org.entraide.google.auth.PersonToken;
import org.entraide.run.RunAction;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.auth.Accounts;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A person's browser, the sign-in's server, and what the command says. */
@NullMarked
@ResourceLock("the office of AuthFixture") // consents and faults are everybody's there
public abstract class AuthFixture {

  public static final String DELEGATE = SampleOffice.DELEGATE;
  public static final String PERSON = SampleOffice.PERSON;

  /** Google's library signs with the machine's time, so this world must live by it, too. */
  private static final InstantSource CLOCK = InstantSource.system();

  private static final HttpClient FOLLOWING =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

  /** The office begins once: each test has a state directory of its own. */
  public static final SampleOffice SAMPLE =
      SampleOffice.create(0, 1, CLOCK, new Random(5), List.of());

  @TempDir public Path directory;

  public final StringWriter out = new StringWriter();
  public final StringWriter err = new StringWriter();
  private @Nullable OfficeServer server;
  public Consumer<URI> browser = AuthFixture::follow;
  UnaryOperator<String> typed = url -> "";
  boolean sits;
  public final Instant now = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
  Duration patience = Duration.ofSeconds(20);

  @BeforeEach
  void open() throws IOException {
    OfficeServer opened = OfficeServer.start(SAMPLE.office(), 0, pause -> {});
    server = opened;
    Files.writeString(directory.resolve("credentials.json"), SAMPLE.credentials(opened.root()));
    Files.writeString(directory.resolve("client.json"), SampleOffice.oauthClient(opened.root()));
    configure("oauth_client = \"client.json\"");
    consent("PUT", "{}");
  }

  @AfterEach
  void close() {
    SAMPLE.office().accounts().switches(Accounts.Switches.usual());
    SAMPLE.office().faults().clear();
    if (server != null) {
      server.close();
    }
  }

  private String root() {
    return server == null ? "" : server.root();
  }

  void configure(String google) throws IOException {
    Files.writeString(
        directory.resolve("entraide.toml"),
        SampleOffice.configuration(root()).replace("[google]\n", "[google]\n" + google + "\n"));
  }

  static void consent(String method, String body) {
    var answer =
        SAMPLE
            .office()
            .handle(
                OfficeRequest.of(
                    method, "/office/consent", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.status()).isEqualTo(204);
  }

  static void follow(URI address) {
    visit(FOLLOWING, address);
  }

  static HttpResponse<String> visit(HttpClient with, URI address) {
    try {
      return with.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public int entraide(String... words) {
    AuthAction.Edge edge =
        new AuthAction.Edge(
            () -> now,
            pause -> {},
            new Random(9),
            sits,
            () -> new BufferedReader(new StringReader(typed.apply(shown()))),
            address -> browser.accept(address),
            patience);
    Actions actions =
        new Actions(
            RunAction::run,
            new DoctorAction(DoctorAction.Edge.system()),
            SandboxAction::run,
            ExplainAction::run,
            new AuthAction(edge),
            InitAction::run,
            LettersAction::preview,
            new EraseAction(EraseAction.Edge.system()),
            ExportAction::run,
            BackupAction::backup,
            BackupAction::restore,
            MigrateAction::run,
            new LiveCheckAction(SystemEdge::lines),
            configuration -> Optional.empty(),
            new StatusCommand.Edge(() -> now, pause -> {}, false),
            GeocodeAction::open,
            () -> now,
            () -> {});
    String[] args = Arrays.copyOf(words, words.length + 2);
    args[words.length] = "--config";
    args[words.length + 1] = directory.resolve("entraide.toml").toString();
    return Cli.execute(actions, new Console(new PrintWriter(out), new PrintWriter(err)), args);
  }

  String shown() {
    return err.toString().lines().filter(line -> line.startsWith("http")).findFirst().orElseThrow();
  }

  public Optional<PersonToken> token(String person) throws Exception {
    return new FileTokens(directory.resolve("state")).read(person);
  }
}
