package org.entraide.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.entraide.cli.Cli;
import org.entraide.cli.shell.Console;
import org.entraide.sandbox.PlayedCampaign;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.sample.SampleCampaign;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A new administrator at a terminal, with two downloaded files, and an office over HTTP. */
@NullMarked
abstract class SetupFixture {

  /** Google's library signs with the machine's time, so this world must live by it, too. */
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path directory;

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  @SuppressWarnings("NullAway.Init")
  SampleOffice office;

  @SuppressWarnings("NullAway.Init")
  OfficeServer server;

  PlayedCampaign campaign = PlayedCampaign.FRENCH;
  boolean typed = true;

  @BeforeEach
  void open() throws IOException {
    play(PlayedCampaign.FRENCH);
  }

  /** Another office, in which this campaign's people answered. */
  void play(PlayedCampaign played) throws IOException {
    close();
    campaign = played;
    SampleCampaign sample =
        SampleCampaign.generate(3, 1, CLOCK.instant().minus(Duration.ofDays(13)));
    if (played.language().equals("en")) {
      sample = SampleCampaign.english(3, 1, CLOCK.instant().minus(Duration.ofDays(13)));
    }
    office =
        SampleOffice.of(
            List.of(new SampleOffice.Answered(played, sample)),
            CLOCK,
            CLOCK,
            new Random(5),
            List.of());
    server = OfficeServer.start(office.office(), 0, pause -> {});
    Files.createDirectories(downloads());
    Files.createDirectories(home());
    Files.writeString(downloads().resolve("key.json"), office.credentials(server.root()));
    Files.writeString(downloads().resolve("desktop.json"), SampleOffice.oauthClient(server.root()));
    people("PUT", "/office/consent", "{}");
  }

  @AfterEach
  @SuppressWarnings("NullAway")
  void close() {
    if (server != null) {
      server.close();
    }
  }

  Path downloads() {
    return directory.resolve("downloads");
  }

  Path home() {
    return directory.resolve("home");
  }

  Path configuration() {
    return home().resolve("entraide.toml");
  }

  void people(String method, String path, String body) {
    var answer =
        office
            .office()
            .handle(
                OfficeRequest.of(
                    method,
                    path,
                    Map.of("Content-Type", List.of("application/json")),
                    body.getBytes(StandardCharsets.UTF_8)));
    if (answer.status() >= 300) {
      throw new AssertionError(answer.text());
    }
  }

  /** What the steps of a way ask, and what is answered: clicks are the empty text. */
  Map<String, String> answers(String path) {
    boolean gmail = path.equals("gmail");
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("language", campaign.language());
    answers.put("campaign", campaign.name());
    answers.put("title", campaign.title());
    answers.put("path", path);
    answers.put("project", "");
    answers.put("apis", "");
    answers.put("credentials", downloads().resolve("key.json").toString());
    answers.put("sheet", campaign.spreadsheet());
    answers.put(
        "form", "https://docs.google.com/forms/d/%s/edit#responses".formatted(campaign.form()));
    if (gmail) {
      answers.put("consent", "");
      answers.put("client", downloads().resolve("desktop.json").toString());
    } else {
      answers.put("delegation", "");
    }
    answers.put("delegate", campaign.delegate().mailbox());
    answers.put("delegate-name", campaign.delegate().name());
    answers.put("delegate-role", campaign.delegate().role());
    answers.put("controller", campaign.controller());
    answers.put("privacy-url", campaign.privacyUrl());
    answers.put("country", "GB");
    return answers;
  }

  List<String> typedFor(String path) {
    return new ArrayList<>(answers(path).values());
  }

  String written() throws IOException {
    return Files.readString(configuration());
  }

  void withdrawDelegation() {
    office
        .office()
        .accounts()
        .withdrawDelegation(SampleOffice.ACCOUNT, campaign.delegate().mailbox());
  }

  /** Runs {@code setup}; when nothing more is typed, Ctrl-D is. */
  int setup(List<String> lines, String... words) {
    return run(
        lines,
        Stream.concat(
                Stream.of("setup", "--endpoint", server.root(), "--lang", campaign.language()),
                Stream.of(words))
            .toArray(String[]::new));
  }

  /** Runs any command on the configuration. */
  int entraide(String... words) {
    return run(
        List.of(),
        Stream.concat(Stream.of(words), Stream.of("--config", configuration().toString()))
            .toArray(String[]::new));
  }

  private int run(List<String> lines, String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    AuthAction auth =
        new AuthAction(
            new AuthAction.Edge(
                CLOCK,
                pause -> {},
                new Random(9),
                typed,
                () -> new BufferedReader(new StringReader("")),
                AuthFixture::follow,
                Duration.ofSeconds(20)));
    DoctorAction doctor = new DoctorAction(DoctorAction.Edge.system());
    BufferedReader terminal = new Typist(lines);
    SetupAction setup =
        new SetupAction(
            new SetupAction.Edge(
                typed, () -> terminal, pause -> {}, home(), directory.resolve("etc/entraide.toml")),
            auth,
            InitAction::run,
            doctor);
    return Cli.execute(
        AuthFixture.actions(auth, doctor, setup, CLOCK.instant()),
        new Console(new PrintWriter(out, true), new PrintWriter(err, true)),
        words);
  }

  /** The flags that answer the same. */
  static List<String> flags(Map<String, String> answers) {
    List<String> flags = new ArrayList<>();
    answers.forEach(
        (step, answer) -> {
          if (!answer.isEmpty()) {
            flags.add("--" + step);
            flags.add(answer);
          }
        });
    return flags;
  }

  /** Types line after line, whatever is asked. */
  private static final class Typist extends BufferedReader {

    private final Deque<String> lines;

    Typist(List<String> lines) {
      super(new StringReader(""));
      this.lines = new ArrayDeque<>(lines);
    }

    @Override
    @SuppressWarnings("NullAway")
    public String readLine() {
      return lines.poll();
    }
  }
}
