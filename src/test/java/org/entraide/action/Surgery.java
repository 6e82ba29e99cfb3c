package org.entraide.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entraide.Main;
import org.entraide.NobodyIsNamed;
import org.entraide.SurgerySaid;
import org.entraide.cli.DoctorCommand;
import org.entraide.cli.shell.Console;
import org.entraide.google.auth.FileTokens;
import org.entraide.google.auth.PersonToken;
import org.entraide.google.wire.Scopes;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.auth.Accounts;
import org.entraide.sandbox.office.auth.CredentialsFile;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;

/** An office over HTTP, an installation beside it, and a doctor who looks at both. */
@NullMarked
public final class Surgery implements AutoCloseable {

  /** Google's library signs with the machine's time, so that this world lives by it, too. */
  private static final InstantSource CLOCK = InstantSource.system();

  public final Path directory;
  public final SampleOffice sample;
  private final OfficeServer server;
  private final List<Runnable> undo = new ArrayList<>();
  public final PlayedHost host;
  private String text;
  private Duration ahead = Duration.ZERO;
  private boolean colour;

  /** An office with some people, which several surgeries in turn may stand beside. */
  public static SampleOffice office() {
    return SampleOffice.create(12, 1, CLOCK, new Random(5), List.of());
  }

  public Surgery(Path directory, SampleOffice sample) {
    this.directory = directory;
    this.sample = sample;
    try {
      this.server = OfficeServer.start(sample.office(), 0, pause -> {});
      this.text = SampleOffice.configuration(server.root());
      write("credentials.json", sample.credentials(server.root()));
      write("client.json", SampleOffice.oauthClient(server.root()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.host = new PlayedHost(directory);
  }

  /** The account's credentials with a key that the office never gave it. */
  public void writeAnotherKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      write(
          "credentials.json",
          CredentialsFile.serviceAccount(
              SampleOffice.ACCOUNT,
              "sample-key",
              generator.generateKeyPair().getPrivate(),
              root() + "token"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path write(String name, String content) {
    try {
      Path file = Files.writeString(directory.resolve(name), content);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- what is done to the world

  public void configure(String before, String after) {
    if (!text.contains(before)) {
      throw new AssertionError("not in the configuration: " + before);
    }
    text = text.replace(before, after);
  }

  public void fault(String kind, FaultEffect effect) {
    sample.office().faults().add(Faults.Rule.next(0, kind, effect));
  }

  String root() {
    return server.root();
  }

  public Accounts accounts() {
    return sample.office().accounts();
  }

  /** What organisers do to the sheet, as docs/office-api.md describes it. */
  public void organiser(String operation, String body) {
    office("/office/sheets/" + SampleOffice.SPREADSHEET + "/" + operation, body);
  }

  /** Lets nobody else write in a column, until this closes. */
  public void protect(String column) {
    String range = "\"range\": \"" + column + ":" + column + "\"";
    organiser("protect", "{" + range + ", \"editors\": [\"contact@example.org\"]}");
    undo.add(() -> organiser("unprotect", "{" + range + "}"));
  }

  /** Lets the account read the sheet and no more, until this closes. */
  public void shareForReading() {
    share("viewer");
    undo.add(() -> share("editor"));
  }

  private void share(String access) {
    organiser(
        "share",
        OfficeJson.compact(
            OfficeJson.object().put("account", SampleOffice.ACCOUNT).put("access", access)));
  }

  /** Lets the form take no answers, until this closes. */
  public void closeForm() {
    publish(false);
    undo.add(() -> publish(true));
  }

  private void publish(boolean open) {
    office(
        "/office/forms/" + SampleOffice.FORM + "/publish",
        "{\"published\": " + open + ", \"accepting\": " + open + "}");
  }

  private void office(String path, String body) {
    OfficeResponse answer =
        sample
            .office()
            .handle(
                OfficeRequest.of(
                    "POST",
                    path,
                    Map.of("Content-Type", List.of("application/json")),
                    OfficeJson.compact(OfficeJson.parse(body)).getBytes(StandardCharsets.UTF_8)));
    if (answer.status() >= 300) {
      throw new AssertionError(answer.text());
    }
  }

  /** The letter of the column with a title among the answers. */
  public String column(String title) {
    int column = row(1).indexOf(title);
    if (column < 0) {
      throw new AssertionError("no column " + title);
    }
    return column < 26 ? String.valueOf((char) ('A' + column)) : "A" + (char) ('A' + column - 26);
  }

  /** Types into an answer, until this closes. */
  public void type(int row, String title, String said) {
    String range = column(title) + row;
    String before = row(row).get(row(1).indexOf(title));
    typed(range, said);
    undo.add(() -> typed(range, before));
  }

  private void typed(String range, String value) {
    organiser(
        "type", OfficeJson.compact(OfficeJson.object().put("range", range).put("value", value)));
  }

  /** After a pass another machine's daemon signs the sheet, until this closes. */
  public void anotherIsAtWork() {
    runOnce();
    dashboard("Installation", "a1b2c3");
    dashboard("État", "En marche");
  }

  private void dashboard(String label, String said) {
    JsonNode rows = rows("Tableau de bord", 1, 100).path("rows");
    for (int i = 0; i < rows.size(); i++) {
      JsonNode cells = rows.path(i).path("cells");
      if (cells.path(0).asText().equals(label)) {
        String range = "'Tableau de bord'!B" + (i + 1);
        typed(range, said);
        undo.add(() -> typed(range, cells.path(1).asText()));
      }
    }
  }

  /** The first rows of the answers, as people see them. */
  String sheet() {
    return rows("", 1, 1000).path("rows").toString();
  }

  private JsonNode rows(String tab, int first, int count) {
    OfficeResponse answer =
        sample
            .office()
            .handle(
                OfficeRequest.of(
                    "GET",
                    "/office/sheets/%s/rows?from=%d&count=%d&tab=%s"
                        .formatted(
                            SampleOffice.SPREADSHEET,
                            first,
                            count,
                            URLEncoder.encode(tab, StandardCharsets.UTF_8)),
                    Map.of(),
                    new byte[0]));
    return OfficeJson.parse(answer.text());
  }

  List<String> row(int number) {
    List<String> cells = new ArrayList<>();
    rows("", number, 1)
        .path("rows")
        .path(0)
        .path("cells")
        .forEach(cell -> cells.add(cell.asText()));
    return cells;
  }

  /** What {@code auth login} of the delegate leaves. */
  public void signIn(Set<String> scopes) {
    signInUntil(Optional.empty(), scopes);
  }

  /** What {@code auth login} of the delegate leaves, by an app in testing: it ends. */
  public void signInUntil(Optional<Instant> end, Set<String> scopes) {
    configure("[google]\n", "[google]\noauth_client = \"client.json\"\n");
    signIn(SampleOffice.DELEGATE, end, scopes);
  }

  /** Somebody who signed in reads the sheet instead of a service account. */
  public void asPerson() {
    configure("\"credentials.json\"", "\"client.json\"\naccount = \"" + SampleOffice.PERSON + "\"");
    signIn(SampleOffice.PERSON, Optional.empty(), Set.copyOf(Scopes.DOCUMENTS));
  }

  /**
   * Somebody who signed in reads the sheet, and Google remembers fewer permissions than were kept
   * here.
   */
  public void asPersonAllowing(Set<String> scopes) {
    asPerson();
    accounts().revoke(SampleOffice.PERSON);
    signIn(
        SampleOffice.PERSON,
        Optional.empty(),
        Set.copyOf(Scopes.DOCUMENTS),
        accounts().refreshToken(SampleOffice.PERSON, SampleOffice.CLIENT, scopes));
  }

  private void signIn(String person, Optional<Instant> end, Set<String> scopes) {
    signIn(person, end, scopes, accounts().refreshToken(person, SampleOffice.CLIENT, scopes));
  }

  private void signIn(String person, Optional<Instant> end, Set<String> scopes, String refresh) {
    try {
      Files.createDirectories(state());
      Files.setPosixFilePermissions(state(), PosixFilePermissions.fromString("rwx------"));
      new FileTokens(state())
          .write(
              new PersonToken(person, SampleOffice.CLIENT, scopes, CLOCK.instant(), end, refresh));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path state() {
    return directory.resolve("state");
  }

  public void clockAhead(Duration by) {
    ahead = by;
  }

  void coloured() {
    colour = true;
  }

  public void officeCloses() {
    server.close();
  }

  /** One cycle of the daemon, over HTTP. */
  public int runOnce() {
    return entraide("run", "--once").exitCode();
  }

  /** Any command; what it says to people. */
  public SurgerySaid entraide(String... words) {
    String[] line = Arrays.copyOf(words, words.length + 2);
    line[words.length] = "--config";
    line[words.length + 1] = configuration().toString();
    StringWriter err = new StringWriter();
    int code =
        Main.execute(
            new Console(new PrintWriter(PrintWriter.nullWriter()), new PrintWriter(err)), line);
    return new SurgerySaid(code, err.toString());
  }

  // ---- the doctor

  Path configuration() {
    return write("entraide.toml", text);
  }

  SurgerySaid examine() {
    return examine("en");
  }

  /** What it says in a language. */
  SurgerySaid examine(String language) {
    return examine(new DoctorCommand.Options(false, false, Texts.of(language)));
  }

  SurgerySaid examine(DoctorCommand.Options options) {
    DoctorAction doctor =
        new DoctorAction(
            new DoctorAction.Edge(
                () -> CLOCK.instant().plus(ahead),
                ZoneId.of("Europe/London"),
                pause -> {},
                host,
                colour));
    try {
      DoctorCommand.Report report =
          doctor.run(configuration(), options, (phase, done, total) -> {});
      NobodyIsNamed.look("doctor", report.text());
      return new SurgerySaid(report.exitCode(), report.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    undo.forEach(Runnable::run);
    sample.office().faults().clear();
    accounts().delegation(SampleOffice.ACCOUNT, SampleOffice.DELEGATE, Set.copyOf(Scopes.MAILBOX));
    accounts().revoke(SampleOffice.DELEGATE);
  }
}
