package org.entraide.google.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.entraide.google.auth.OauthClient;
import org.entraide.google.auth.PersonToken;
import org.entraide.google.auth.SignInCalls;
import org.entraide.google.wire.Operation;
import org.entraide.google.wire.Scopes;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Signs a person in: shows an address, waits for the browser to come back to this machine (RFC
 * 8252) or for the address that it landed on to be pasted, and exchanges the code for tokens (RFC
 * 7636). Nothing is kept unless all that was asked was granted, by whom it was asked of.
 */
public final class SignIn {

  /** Where a browser of another machine lands; nobody listens there. */
  private static final int FIRST_FREE_PORT = 49_152;

  private static final int LAST_PORT = 65_535;

  private final OauthClient client;
  private final SignInCalls calls;
  private final List<Texts> languages;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Terminal terminal;

  /**
   * @param languages of the page that the browser shows at the end
   * @param random unguessable
   */
  public SignIn(
      OauthClient client,
      SignInCalls calls,
      List<Texts> languages,
      InstantSource clock,
      RandomGenerator random,
      Terminal terminal) {
    this.client = client;
    this.calls = calls;
    this.languages = List.copyOf(languages);
    this.clock = clock;
    this.random = random;
    this.terminal = terminal;
  }

  /**
   * What is wanted.
   *
   * @param account who is to consent
   * @param scopes to what
   * @param port of this machine that the browser comes back to; 0 for a free one
   * @param paste whether to wait for nothing but a pasted address
   * @param patience how long to wait for the person
   */
  public record Wanted(
      String account, Collection<String> scopes, int port, boolean paste, Duration patience) {}

  /**
   * Signs in.
   *
   * @return what is worth keeping
   * @throws RemoteFailure SIGN_IN where the person or Google said no, or nobody said anything
   * @throws WrongAccount if somebody else consented
   * @throws IOException if this machine cannot wait for a browser
   */
  public PersonToken run(Wanted wanted)
      throws RemoteFailure, WrongAccount, IOException, InterruptedException {
    Set<String> scopes = new LinkedHashSet<>(wanted.scopes());
    if (!asksForMailbox(scopes)) {
      scopes.addAll(Scopes.IDENTITY);
    }
    Pkce pkce = Pkce.random(random);
    String state = Pkce.secret(random);
    BlockingQueue<BrowserAnswer> answers = new LinkedBlockingQueue<>();
    if (wanted.paste()) {
      int port =
          wanted.port() == 0 ? random.nextInt(FIRST_FREE_PORT, LAST_PORT + 1) : wanted.port();
      ConsentRequest request =
          new ConsentRequest(client, "http://127.0.0.1:" + port + "/", state, pkce);
      return ask(request, wanted, scopes, answers, false);
    }
    try (LoopbackListener loopback =
        LoopbackListener.open(wanted.port(), state, new ClosingPage(languages), answers::add)) {
      ConsentRequest request = new ConsentRequest(client, loopback.address(), state, pkce);
      return ask(request, wanted, scopes, answers, true);
    }
  }

  private PersonToken ask(
      ConsentRequest request,
      Wanted wanted,
      Set<String> scopes,
      BlockingQueue<BrowserAnswer> answers,
      boolean waiting)
      throws RemoteFailure, WrongAccount, InterruptedException {
    terminal.show(request.address(wanted.account(), scopes), waiting);
    terminal.pasted().ifPresent(lines -> listen(lines, request.state(), answers, !waiting));
    @Nullable BrowserAnswer answer =
        answers.poll(wanted.patience().toMillis(), TimeUnit.MILLISECONDS);
    String code = code(answer, wanted.patience());
    SignInCalls.Granted granted =
        calls.exchange(code, request.pkce().verifier(), request.redirectUri(), scopes);
    return checked(granted, wanted.account(), scopes);
  }

  /**
   * Reads lines until one is an answer. The thread ends with the process: nothing can interrupt a
   * read of a terminal.
   *
   * @param only whether nothing else can answer, so that the end of the lines is the end
   */
  private void listen(
      BufferedReader lines, String state, BlockingQueue<BrowserAnswer> answers, boolean only) {
    Thread thread =
        new Thread(
            () -> {
              Optional<BrowserAnswer> answer = pasted(lines, state);
              answer.ifPresent(answers::add);
              if (answer.isEmpty() && only) {
                answers.add(new BrowserAnswer.Nothing());
              }
            },
            "pasted");
    thread.setDaemon(true);
    thread.start();
  }

  private Optional<BrowserAnswer> pasted(BufferedReader lines, String state) {
    try {
      @Nullable String line = lines.readLine();
      while (line != null) {
        Optional<BrowserAnswer> answer = BrowserAnswer.ofPasted(line, state);
        if (answer.isPresent()) {
          return answer;
        }
        if (!line.isBlank()) {
          terminal.notAnAddress();
        }
        line = lines.readLine();
      }
      return Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // the terminal is gone: the same as no more lines
    }
  }

  private static String code(@Nullable BrowserAnswer answer, Duration patience)
      throws RemoteFailure {
    if (answer instanceof BrowserAnswer.Code code) {
      return code.code();
    }
    if (answer instanceof BrowserAnswer.Refused refused) {
      throw refused(Message.of(why(refused.error())));
    }
    if (answer instanceof BrowserAnswer.Foreign) {
      throw refused(Message.of("google.signin.foreign"));
    }
    if (answer instanceof BrowserAnswer.Nothing) {
      throw refused(Message.of("google.signin.nothing"));
    }
    throw refused(
        Message.of("google.signin.late")
            .with("minutes", String.valueOf(Math.max(1, patience.toMinutes()))));
  }

  private static String why(String error) {
    return switch (error) {
      case "access_denied" -> "google.signin.denied";
      case "admin_policy_enforced", "org_internal" -> "google.signin.policy";
      case "invalid_scope" -> "google.signin.scope";
      default -> "google.signin.refused";
    };
  }

  private PersonToken checked(SignInCalls.Granted granted, String account, Set<String> askedScopes)
      throws RemoteFailure, WrongAccount {
    Set<String> unticked = ConsentBoxes.unticked(askedScopes, granted.scopes());
    if (!unticked.isEmpty()) {
      throw refused(
          Message.of("google.signin.unticked").with("boxes", ConsentBoxes.named(unticked)));
    }
    if (granted.refreshToken().isEmpty()) {
      throw refused(Message.of("google.signin.no_refresh"));
    }
    String consented =
        asksForMailbox(askedScopes)
            ? calls.mailboxAddress(granted.accessToken())
            : granted.address().orElse("");
    if (!AccountAddresses.areSame(consented, account)) {
      throw new WrongAccount(account, consented, granted.refreshToken());
    }
    Instant now = clock.instant();
    return new PersonToken(
        account,
        client.id(),
        granted.scopes(),
        now,
        granted.lifetime().map(now::plus),
        granted.refreshToken());
  }

  /** Gmail itself says whose mailbox it is, so that no further scope is needed to know. */
  private static boolean asksForMailbox(Collection<String> scopes) {
    return scopes.stream().anyMatch(Scopes.MAILBOX::contains);
  }

  private static RemoteFailure refused(Message why) {
    return RemoteFailure.of(
        Kind.SIGN_IN, Operation.failure(Message.of("google.doing.sign_in"), why));
  }
}
