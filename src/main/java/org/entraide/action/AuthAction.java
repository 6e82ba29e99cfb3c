package org.entraide.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.entraide.cli.AuthCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.Configuration;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.OauthClient;
import org.entraide.google.auth.PersonToken;
import org.entraide.google.auth.SignInCalls;
import org.entraide.google.auth.TokenProblem;
import org.entraide.google.auth.TokenStore;
import org.entraide.google.signin.SignIn;
import org.entraide.google.signin.Terminal;
import org.entraide.google.signin.WrongAccount;
import org.entraide.google.wire.Scopes;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.Sleeper;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;
import org.entraide.text.typed.NearestWord;
import org.entraide.wiring.SignInPlace;
import org.entraide.wiring.SignInRoles;

/** What {@code auth} does. */
public final class AuthAction implements AuthCommand.Actions {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** Where people see what they allowed, and end it. */
  private static final String CONNECTIONS = "https://myaccount.google.com/connections";

  private final Edge edge;

  /**
   * The world around a sign-in.
   *
   * @param typed whether somebody sits at the lines
   * @param lines what is typed or piped in
   * @param browser opens an address, or does nothing
   * @param patience how long to wait for the person
   */
  public record Edge(
      InstantSource clock,
      Sleeper sleeper,
      RandomGenerator random,
      boolean typed,
      Supplier<BufferedReader> lines,
      Consumer<URI> browser,
      Duration patience) {

    public static Edge system() {
      return new Edge(
          SystemEdge.clock(),
          SystemEdge.sleeper(),
          SystemEdge.random(),
          SystemEdge.inputIsTerminal(),
          SystemEdge::lines,
          SystemEdge::browse,
          PATIENCE);
    }
  }

  public AuthAction(Edge edge) {
    this.edge = edge;
  }

  @Override
  public int login(Configuration configuration, AuthCommand.LoginOptions options, Console console)
      throws IOException, InterruptedException {
    SignInRoles roles = new SignInRoles(configuration);
    Set<String> scopes = new LinkedHashSet<>(roles.scopes(options.email()));
    if (options.createForms()) {
      scopes.addAll(Scopes.CREATE_FORMS);
    }
    if (scopes.isEmpty()) {
      throw new UserError(ExitCode.USAGE, stranger(configuration, roles, options.email()));
    }
    TokenStore store = SignInPlace.of(configuration);
    SignInPlace.query(() -> store.stamp(options.email())); // before anybody consents in vain
    PersonToken token =
        signIn(configuration, store, client(roles, options.email()), scopes, options, console);
    SignInPlace.perform(() -> store.write(token));
    List<Message> parts = new ArrayList<>(roles.parts(options.email()));
    if (options.createForms()) {
      parts.add(Message.of("cli.auth.part.forms"));
    }
    console.say(
        Message.of("cli.auth.signed_in")
            .with("account", token.account())
            .with("parts", listed(parts, console.texts())));
    token
        .ends()
        .ifPresent(
            end ->
                console.say(
                    Message.of("cli.auth.ends")
                        .with("on", end.toString().substring(0, 10))
                        .with("why", SEVEN)));
    return ExitCode.OK;
  }

  /** Why a sign-in ends by itself, and what to do about it. */
  static final Message SEVEN = Message.of("cli.auth.seven");

  /** What a sign-in is for, as a list without "and": its parts may have one in them. */
  static String listed(List<Message> parts, Texts texts) {
    return parts.stream().map(texts::format).collect(Collectors.joining(", "));
  }

  private PersonToken signIn(
      Configuration configuration,
      TokenStore store,
      OauthClient client,
      Set<String> scopes,
      AuthCommand.LoginOptions options,
      Console console)
      throws IOException, InterruptedException {
    SignInCalls calls = calls(configuration, client);
    SignIn signIn =
        new SignIn(
            client,
            calls,
            Texts.languages().stream().map(Texts::of).toList(),
            edge.clock(),
            edge.random(),
            terminal(options.paste(), console));
    try {
      return signIn.run(
          new SignIn.Wanted(
              options.email(), scopes, options.port(), options.paste(), edge.patience()));
    } catch (WrongAccount e) {
      throw new UserError(ExitCode.SIGN_IN, wrongAccount(e, givenBack(e, store, calls)));
    }
  }

  /** Nobody uses what the wrong account allowed: it ends, unless that would end one in use. */
  private static Message givenBack(WrongAccount e, TokenStore store, SignInCalls calls)
      throws IOException {
    if (e.isOneOf(accounts(store))) {
      return Message.of("cli.auth.wrong.kept");
    }
    if (e.consented().isEmpty()) { // it may be an account whose sign-in is in use
      return Message.of("cli.auth.wrong.unused").with("connections", CONNECTIONS);
    }
    try {
      calls.revoke(e.refreshToken());
      return Message.of("cli.auth.wrong.taken_back");
    } catch (RemoteFailure failure) {
      return Message.of("cli.auth.wrong.untold")
          .with("why", failure.words())
          .with("connections", CONNECTIONS);
    }
  }

  private static List<String> accounts(TokenStore store) throws IOException {
    return store.all().stream()
        .flatMap(entry -> entry.token().stream())
        .map(PersonToken::account)
        .toList();
  }

  private SignInCalls calls(Configuration configuration, OauthClient client) {
    return SignInCalls.overHttp(
        client, configuration.google().endpoint(), edge.clock(), edge.sleeper(), edge.random());
  }

  private Terminal terminal(boolean paste, Console console) {
    return new Terminal() {
      @Override
      public void show(URI address, boolean waiting) {
        console.say(Message.of("cli.auth.open"));
        console.err().println();
        console.err().println(address);
        console.err().println();
        if (waiting) {
          console.say(Message.of("cli.auth.waiting"));
        }
        if (paste || edge.typed()) {
          console.say(Message.of("cli.auth.paste"));
        }
        console.err().flush();
        if (waiting) {
          edge.browser().accept(address);
        }
      }

      @Override
      public void notAnAddress() {
        console.say(Message.of("cli.auth.not_the_address"));
      }

      @Override
      public Optional<BufferedReader> pasted() {
        return paste || edge.typed() ? Optional.of(edge.lines().get()) : Optional.empty();
      }
    };
  }

  private static Message wrongAccount(WrongAccount e, Message consent) {
    Message wrong =
        e.consented().isEmpty()
            ? Message.of("cli.auth.wrong.unknown")
            : Message.of("cli.auth.wrong").with("consented", e.consented());
    return wrong.with("wanted", e.wanted()).with("consent", consent);
  }

  private static OauthClient client(SignInRoles roles, String email) {
    Set<Path> files = roles.clients(email);
    if (files.isEmpty()) {
      throw new UserError(ExitCode.CONFIGURATION, Message.of("cli.auth.no_client"));
    }
    if (files.size() > 1) {
      throw new UserError(ExitCode.CONFIGURATION, Message.of("cli.auth.several_clients"));
    }
    try {
      return OauthClient.open(files.iterator().next());
    } catch (CredentialProblem e) {
      throw new UserError(ExitCode.CONFIGURATION, Worded.of(e));
    }
  }

  private static Message stranger(Configuration configuration, SignInRoles roles, String email) {
    Message advice =
        NearestWord.of(email, roles.people())
            .map(near -> Message.of("cli.auth.near").with("near", near))
            .orElse(
                Message.of(
                    configuration.google().account().filter(email::equalsIgnoreCase).isPresent()
                        ? "cli.auth.needless"
                        : "cli.auth.name_first"));
    return Message.of("cli.auth.stranger")
        .with("email", email)
        .with("file", configuration.file().toString())
        .with("advice", advice);
  }

  @Override
  public int status(Configuration configuration, boolean json, Console console) throws IOException {
    SignInStatus status = SignInPlace.query(() -> SignInStatus.ask(configuration, edge));
    if (json) {
      console.out().println(status.json());
    } else {
      status.lines(console.texts()).forEach(console.out()::println);
    }
    return status.exitCode();
  }

  @Override
  public int revoke(Configuration configuration, String email, Console console) throws IOException {
    return SignInPlace.query(
        () -> revoke(configuration, SignInPlace.of(configuration), email, console));
  }

  private int revoke(Configuration configuration, TokenStore store, String email, Console console)
      throws IOException {
    Optional<PersonToken> token;
    Optional<Message> failure = Optional.empty();
    try {
      token = store.read(email);
    } catch (TokenProblem e) {
      token = Optional.empty();
      failure = Optional.of(Worded.of(e));
    }
    if (token.isPresent()) {
      failure = revokeAtGoogle(configuration, token.get(), console);
    }
    if (!store.remove(email)) {
      throw new UserError(ExitCode.USAGE, unknown(store, email));
    }
    console.say(Message.of("cli.auth.removed").with("email", email));
    if (failure.isEmpty()) {
      return ExitCode.OK;
    }
    console.say(
        Message.of("cli.auth.untold").with("why", failure.get()).with("connections", CONNECTIONS));
    return ExitCode.PARTLY;
  }

  /** Why the token was not revoked; empty where it was. */
  private Optional<Message> revokeAtGoogle(
      Configuration configuration, PersonToken token, Console console) {
    try {
      OauthClient client = client(new SignInRoles(configuration), token.account());
      SignInCalls.Revoked revoked = calls(configuration, client).revoke(token.refreshToken());
      console.say(
          Message.of(
              revoked == SignInCalls.Revoked.DONE
                  ? "cli.auth.taken_back"
                  : "cli.auth.ended_already"));
      return Optional.empty();
    } catch (RemoteFailure e) {
      return Optional.of(e.words());
    } catch (UserError e) {
      return Optional.of(Message.of("cli.auth.sentence").with("clause", e.words()));
    }
  }

  private static Message unknown(TokenStore store, String email) throws IOException {
    Message advice =
        NearestWord.of(email, accounts(store))
            .map(near -> Message.of("cli.auth.near").with("near", near))
            .orElse(Message.of("cli.auth.unknown.advice"));
    return Message.of("cli.auth.unknown").with("email", email).with("advice", advice);
  }
}
