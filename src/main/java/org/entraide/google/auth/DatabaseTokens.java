package org.entraide.google.auth;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entraide.google.wire.TokenName;
import org.entraide.group.TokenShelf;
import org.entraide.group.TokenShelf.SealedText;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of people who signed in where several machines can use them: sealed, in the database
 * that they share. {@link TokenFormat} is what is sealed.
 */
public final class DatabaseTokens implements TokenStore {

  /** How long a database that is away is not asked again. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);

  private static final Message SIGN_IN = Message.of("google.fix.sign_in");

  private final TokenShelf shelf;
  private final TokenSeal seal;
  private final InstantSource clock;
  private final Map<String, StampLook> looks = new ConcurrentHashMap<>();
  private volatile @Nullable Failure failed;

  private record StampLook(Optional<Stamp> stamp, Instant at) {}

  private record Failure(UncheckedIOException why, Instant at) {}

  public DatabaseTokens(TokenShelf shelf, TokenSeal seal, InstantSource clock) {
    this.shelf = shelf;
    this.seal = seal;
    this.clock = clock;
  }

  @Override
  public String place(String account) {
    return placeOf(TokenName.of(account));
  }

  private String placeOf(String name) {
    return shelf.place() + ", table token, " + name;
  }

  @Override
  public Optional<Stamp> stamp(String account) {
    return find(TokenName.of(account)).map(Stamp::new);
  }

  private Optional<SealedText> find(String name) {
    try {
      Optional<SealedText> sealedToken = shelf.find(name);
      looks.put(name, new StampLook(sealedToken.map(Stamp::new), clock.instant()));
      return sealedToken;
    } catch (UncheckedIOException e) {
      failed = new Failure(e, clock.instant());
      throw e;
    }
  }

  @Override
  public Optional<Stamp> recent(String account) {
    StampLook last = looks.get(TokenName.of(account));
    if (last != null && isWithin(last.at(), RECENT)) {
      return last.stamp();
    }
    Failure failure = failed;
    if (failure != null && isWithin(failure.at(), AFTER_FAILURE)) {
      throw failure.why();
    }
    return stamp(account);
  }

  /** Not so after the clock was set back. */
  private boolean isWithin(Instant begin, Duration length) {
    Instant now = clock.instant();
    return !now.isBefore(begin) && now.isBefore(begin.plus(length));
  }

  @Override
  public Optional<Message> blocked() {
    return Optional.empty(); // a database that cannot be read is reported when it is read
  }

  @Override
  public Optional<PersonToken> read(String account) throws TokenProblem {
    Optional<SealedText> sealed = find(TokenName.of(account));
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(open(sealed.get()));
    } catch (TokenFormat.Unreadable e) {
      throw new TokenProblem(place(account), e.why(), SIGN_IN);
    }
  }

  private PersonToken open(SealedText sealed) throws TokenFormat.Unreadable {
    PersonToken token = TokenFormat.read(seal.open(sealed.name(), sealed.text()));
    if (!TokenName.of(token.account()).equals(sealed.name())) {
      throw new TokenFormat.Unreadable("google.token.somebody");
    }
    return token;
  }

  @Override
  public List<StoredToken> all() {
    List<StoredToken> entries = new ArrayList<>();
    for (SealedText sealed : shelf.all()) {
      String place = placeOf(sealed.name());
      try {
        entries.add(new StoredToken(place, Optional.of(open(sealed)), Optional.empty()));
      } catch (TokenFormat.Unreadable e) {
        TokenProblem problem = TokenProblem.of(place, e.why());
        entries.add(new StoredToken(place, Optional.empty(), Optional.of(problem)));
      }
    }
    entries.sort(Comparator.comparing(StoredToken::place));
    return entries;
  }

  @Override
  public void write(PersonToken token) {
    String name = TokenName.of(token.account());
    shelf.put(name, sealed(name, token));
    looks.remove(name);
  }

  @Override
  public boolean write(PersonToken token, Stamp seen) {
    String name = TokenName.of(token.account());
    boolean kept =
        seen.version() instanceof SealedText before
            && before.name().equals(name)
            && shelf.replace(before, sealed(name, token));
    looks.remove(name); // kept or not, it is not what it was
    return kept;
  }

  private String sealed(String name, PersonToken token) {
    return seal.seal(name, TokenFormat.write(token));
  }

  @Override
  public boolean remove(String account) {
    String name = TokenName.of(account);
    boolean removed = shelf.remove(name);
    looks.remove(name);
    return removed;
  }
}
