package org.entraide.google.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.entraide.google.Offices;
import org.entraide.google.TokenStoreContract;
import org.entraide.google.wire.TokenName;
import org.entraide.google.wire.Wire;
import org.entraide.group.TokenShelf;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.ServerJournal;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens in a real PostgreSQL, as several machines see them. */
@Tag("postgres")
class DatabaseTokensTest extends TokenStoreContract {

  private static final List<String> SCOPES = List.of("a");

  private final Offices.Time time = new Offices.Time();
  private final ServerJournal journal = ServerJournal.open(Postgres.fresh());
  private final Watched shelf = new Watched(journal.tokens());
  private @TempDir Path directory;

  @AfterEach
  void close() {
    journal.close();
  }

  /** Counts looks, and is away when told. */
  private static final class Watched implements TokenShelf {
    private final TokenShelf shelf;
    private int looks;
    private boolean away;

    Watched(TokenShelf shelf) {
      this.shelf = shelf;
    }

    @Override
    public String place() {
      return shelf.place();
    }

    @Override
    public Optional<SealedText> find(String name) {
      looks++;
      if (away) {
        throw new UncheckedIOException("db: the database does not answer.", new IOException());
      }
      return shelf.find(name);
    }

    @Override
    public List<SealedText> all() {
      return shelf.all();
    }

    @Override
    public void put(String name, String text) {
      shelf.put(name, text);
    }

    @Override
    public boolean replace(SealedText seen, String text) {
      return shelf.replace(seen, text);
    }

    @Override
    public boolean remove(String name) {
      return shelf.remove(name);
    }
  }

  /** A token endpoint that gives a new secret at each use, after which the last one is dead. */
  private static final class Rotating implements Wire {
    private final List<String> secrets = new ArrayList<>(List.of("1//0"));

    @Override
    public Answer exchange(Call call) {
      String good = secrets.get(secrets.size() - 1);
      if (!new String(call.body(), StandardCharsets.UTF_8)
          .contains("refresh_token=" + good.replace("/", "%2F"))) {
        return answer(400, "{\"error\":\"invalid_grant\"}");
      }
      secrets.add("1//" + secrets.size());
      return answer(
          200,
          "{\"access_token\":\"t%s\",\"expires_in\":3599,\"token_type\":\"Bearer\",\"refresh_token\":\"%s\"}"
              .formatted(secrets.size(), secrets.get(secrets.size() - 1)));
    }

    private static Answer answer(int status, String body) {
      return new Answer(
          status,
          Map.of("Content-Type", List.of("application/json")),
          new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private DatabaseTokens with(TokenShelf place, byte key) throws CredentialProblem {
    return new DatabaseTokens(
        place, TokenSealTest.seal(directory.resolve("key" + key), key, new Random(key)), time);
  }

  @Override
  public TokenStore open() throws CredentialProblem {
    return with(shelf, (byte) 1);
  }

  @Override
  public void breakIt(String account) {
    TokenShelf.SealedText sealed = shelf.find(TokenName.of(account)).orElseThrow();
    int last = sealed.text().length() - 6;
    char other = sealed.text().charAt(last) == 'x' ? 'y' : 'x';
    shelf.put(
        sealed.name(),
        sealed.text().substring(0, last) + other + sealed.text().substring(last + 1));
  }

  private PersonTokens person(TokenStore store, Wire wire) {
    URI root = URI.create("http://127.0.0.1:9/");
    return new PersonTokens(
        store,
        ANA,
        new OauthClient(
            Path.of("client.json"),
            "client",
            "secret",
            root.resolve("auth"),
            root.resolve("token"),
            ""),
        wire,
        time);
  }

  @Test
  void theDatabaseLearnsNeitherWhoseItIsNorTheSecret() throws Exception {
    TokenStore store = open();
    store.write(token(ANA, "1//secret"));
    String first = shelf.all().get(0).text();
    store.write(token(ANA, "1//secret"));

    assertThat(shelf.all()).hasSize(1);
    assertThat(shelf.all().get(0).name()).matches("[0-9a-f]{24}");
    assertThat(shelf.all().get(0).change()).isEqualTo(2);
    assertThat(shelf.all().get(0).text())
        .matches("1:[0-9a-f]{8}:[A-Za-z0-9+/=]+")
        .isNotEqualTo(first);
  }

  @Test
  void onesPutInPlaceOfAnothersIsRefused() throws Exception {
    TokenStore store = open();
    store.write(token(ANA, "1//x"));
    store.write(token(BO, "1//y"));
    shelf.put(TokenName.of(ANA), shelf.find(TokenName.of(BO)).orElseThrow().text());

    assertThatThrownBy(() -> store.read(ANA))
        .isInstanceOf(TokenProblem.class)
        .hasMessageContaining("somebody changed it since it was sealed");
  }

  @Test
  void anotherMachinesKeyIsNamedAsTheCause() throws Exception {
    open().write(token(ANA, "1//secret"));
    DatabaseTokens other = with(shelf, (byte) 2);

    assertThatThrownBy(() -> other.read(ANA))
        .isInstanceOf(TokenProblem.class)
        .hasMessageContaining("sealed with another key than the one in " + directory)
        .hasMessageContaining("copy the key of the machine that sealed it")
        .hasMessageNotContaining("1//");
    assertThat(other.all().get(0).problem()).isPresent();
  }

  @Test
  void whatAnotherMachineKeepsIsSeenWithinTenSecondsAndTheDatabaseSeldomAsked() throws Exception {
    TokenStore ownStore = open();
    TokenStore otherStore = open();
    otherStore.write(token(ANA, "1//x"));
    PersonTokens person = person(ownStore, new Rotating());
    assertThat(person.covers(SCOPES)).isTrue();
    int looks = shelf.looks;

    for (int i = 0; i < 100; i++) {
      assertThat(person.covers(SCOPES)).isTrue();
      time.sleep(Duration.ofMillis(99));
    }
    assertThat(shelf.looks).isEqualTo(looks);

    otherStore.remove(ANA);
    time.sleep(TokenStore.RECENT);
    assertThat(person.covers(SCOPES)).isFalse();
  }

  @Test
  void ofTwoMachinesThatRenewASecretTheSlowerOneGoesOnWithTheOthers() throws Exception {
    Rotating google = new Rotating();
    TokenStore store = open();
    store.write(token(ANA, "1//0"));
    PersonTokens one = person(open(), google);
    PersonTokens two = person(open(), google);
    assertThat(one.covers(SCOPES)).isTrue();
    assertThat(two.covers(SCOPES)).isTrue(); // both know the first secret

    one.refresh(SCOPES);
    two.refresh(SCOPES); // its secret is dead by now
    one.refresh(SCOPES);

    assertThat(google.secrets).hasSize(4);
    assertThat(store.read(ANA).orElseThrow().refreshToken()).isEqualTo("1//3");
  }

  /** Google gave both a new secret, and the one that was kept first must stay. */
  @Test
  void aSecretThatComesLateIsNotKept() throws Exception {
    TokenStore store = open();
    store.write(token(ANA, "1//0"));
    TokenStore otherStore = open();
    PersonTokens late =
        person(
            open(),
            call -> {
              otherStore.write(token(ANA, "1//theirs"));
              return new Rotating().exchange(call);
            });

    late.refresh(SCOPES);

    assertThat(store.read(ANA).orElseThrow().refreshToken()).isEqualTo("1//theirs");
  }

  @Test
  void whileTheDatabaseIsAwayNobodyHasToSignInAgainAndFewWaitForIt() throws Exception {
    TokenStore store = open();
    store.write(token(ANA, "1//0"));
    PersonTokens person = person(store, new Rotating());
    person.token(SCOPES);
    shelf.away = true;
    time.sleep(TokenStore.RECENT);
    int looks = shelf.looks;

    for (int i = 0; i < 20; i++) {
      RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> person.token(SCOPES));
      assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(failure).hasMessageContaining("the database does not answer");
      assertThat(person.covers(SCOPES)).isTrue();
    }
    assertThat(shelf.looks).isEqualTo(looks + 1);

    shelf.away = false;
    time.sleep(Duration.ofSeconds(3));
    assertThat(person.token(SCOPES)).isEqualTo("t2");
  }
}
