package org.entraide.google;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.google.wire.Wire;
import org.entraide.resilience.Sleeper;

/** What the tests of this package have in common: a key, a clock, a sleeper. */
public final class Offices {

  public static final String ACCOUNT = "entraide@project.iam.example";
  public static final String DELEGATE = "delegate@example.org";

  private static final String PRIVATE_KEY = newKey();

  private Offices() {}

  /** A clock that stands still unless somebody sleeps. */
  public static final class Time implements InstantSource, Sleeper {
    private Instant now = Instant.parse("2026-03-01T10:00:30Z");
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public void sleep(Duration pause) {
      pauses.add(pause);
      now = now.plus(pause);
    }

    public List<Duration> pauses() {
      return pauses;
    }
  }

  /** Writes a service account's file with a key that nobody knows. */
  public static Path credentials(Path directory, String tokenUri) {
    return write(
        directory,
        """
        {"type": "service_account", "project_id": "p", "private_key_id": "k1",
         "private_key": "%s", "client_email": "%s", "client_id": "1234567890",
         "token_uri": "%s"}
        """
            .formatted(PRIVATE_KEY, ACCOUNT, tokenUri));
  }

  public static Path write(Path directory, String text) {
    try {
      return Files.writeString(directory.resolve("credentials.json"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Services at an endpoint, its tokens at {@code /token} below it. */
  public static GoogleServices services(Path directory, URI endpoint, Wire wire, Time time) {
    try {
      return GoogleServices.over(
          wire,
          new GoogleAccess(
              credentials(directory, endpoint.resolve("/token").toString()), Optional.of(endpoint)),
          time,
          time,
          new Random(7));
    } catch (CredentialProblem e) {
      throw new IllegalStateException(e);
    }
  }

  private static String newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\\n"
          + Base64.getEncoder().encodeToString(key)
          + "\\n-----END PRIVATE KEY-----\\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
