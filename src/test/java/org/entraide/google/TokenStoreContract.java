package org.entraide.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entraide.google.auth.PersonToken;
import org.entraide.google.auth.TokenProblem;
import org.entraide.google.auth.TokenStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place of tokens does, whatever it is made of. */
public abstract class TokenStoreContract {

  public static final String ANA = "ana@example.org";
  public static final String BO = "bo@example.org";

  private TokenStore store;

  /** An empty one; two of the same test are one place. */
  public abstract TokenStore open() throws Exception;

  /** Makes a person's token unreadable. */
  public abstract void breakIt(String account) throws Exception;

  @BeforeEach
  void openIt() throws Exception {
    store = open();
  }

  public static PersonToken token(String account, String secret) {
    return new PersonToken(
        account,
        "client",
        Set.of("a", "b"),
        Instant.parse("2026-03-01T10:00:00Z"),
        Optional.of(Instant.parse("2026-03-08T10:00:00Z")),
        secret);
  }

  @Test
  void whatWasKeptIsReadAgain() throws Exception {
    assertThat(store.read(ANA)).isEmpty();
    assertThat(store.all()).isEmpty();
    assertThat(store.stamp(ANA)).isEmpty();

    store.write(token(ANA, "1//x"));

    assertThat(store.read(ANA)).contains(token(ANA, "1//x"));
    assertThat(store.read("ANA@example.org")).contains(token(ANA, "1//x"));
    assertThat(store.all()).extracting(TokenStore.StoredToken::token).containsOnly(store.read(ANA));
    assertThat(store.all())
        .extracting(TokenStore.StoredToken::place)
        .containsOnly(store.place(ANA));
  }

  @Test
  void aPlaceDoesNotTellWhose() {
    assertThat(store.place(ANA))
        .doesNotContain("ana", "@")
        .isEqualTo(store.place("ANA@Example.org"));
    assertThat(store.place(BO)).isNotEqualTo(store.place(ANA));
  }

  @Test
  void aRenewedSecretNeverBringsBackWhatWasRemovedOrReplaced() throws Exception {
    TokenStore elsewhere = open();
    store.write(token(ANA, "1//x"));
    TokenStore.Stamp seen = elsewhere.stamp(ANA).orElseThrow();
    store.write(token(ANA, "1//newer"));
    assertThat(elsewhere.write(token(ANA, "1//late"), seen)).isFalse();
    assertThat(store.read(ANA)).contains(token(ANA, "1//newer"));

    TokenStore.Stamp now = store.stamp(ANA).orElseThrow();
    assertThat(elsewhere.write(token(ANA, "1//z"), now)).isTrue();
    assertThat(store.read(ANA)).contains(token(ANA, "1//z"));
    TokenStore.Stamp last = store.stamp(ANA).orElseThrow();
    store.remove(ANA);
    assertThat(elsewhere.write(token(ANA, "1//late"), last)).isFalse();
    assertThat(store.read(ANA)).isEmpty();
  }

  @Test
  void aNewSignInIsNeverTakenForTheOneBefore() throws Exception {
    store.write(token(ANA, "1//x"));
    TokenStore.Stamp firstStamp = store.stamp(ANA).orElseThrow();
    store.remove(ANA);
    store.write(token(ANA, "1//x"));

    assertThat(store.stamp(ANA)).isPresent().isNotEqualTo(Optional.of(firstStamp));
    assertThat(store.write(token(ANA, "1//late"), firstStamp)).isFalse();
  }

  @Test
  void whatCannotBeReadIsToldAndCanBeRemoved() throws Exception {
    store.write(token(ANA, "1//secret"));
    store.write(token(BO, "1//secret"));
    breakIt(ANA);

    assertThatThrownBy(() -> store.read(ANA))
        .isInstanceOf(TokenProblem.class)
        .hasMessageStartingWith(store.place(ANA) + ": ")
        .hasMessageContaining("bin/entraide auth login EMAIL")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("@")
        .hasNoCause();
    assertThat(store.all())
        .extracting(it -> it.problem().isPresent())
        .containsExactlyInAnyOrder(true, false);
    assertThat(store.remove(ANA)).isTrue();
    assertThat(store.remove(ANA)).isFalse();
    assertThat(store.all()).hasSize(1);
  }

  @Test
  void readersNeverSeeHalfATokenWhileOthersWrite() throws Exception {
    store.write(token(ANA, "1//0"));
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> work =
          List.of(
              threads.submit(() -> writing(start, "1//" + "a".repeat(2000))),
              threads.submit(() -> writing(start, "1//b")),
              threads.submit(
                  () -> {
                    start.await();
                    for (int i = 0; i < 100; i++) {
                      assertThat(store.read(ANA)).isPresent();
                    }
                    return null;
                  }));
      start.countDown();
      for (Future<?> each : work) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private String writing(CountDownLatch start, String secret) throws Exception {
    start.await();
    for (int i = 0; i < 20; i++) {
      store.write(token(ANA, secret));
    }
    return secret;
  }
}
