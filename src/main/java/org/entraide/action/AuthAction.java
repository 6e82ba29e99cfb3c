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
import org.entraide.campaign.port.RemoteFailure;
import org.entraide.campaign.port.Sleeper;
import org.entraide.cli.AuthCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.Configuration;
import org.entraide.config.NearestWord;
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
import org.entraide.text.Texts;
import org.entraide.wiring.SignInPlace;
import org.entraide.wiring.SignInRoles;

/** What {@code auth} does. */
public final class AuthAction implements AuthCommand.Actions {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final String NO_CLIENT =
      "there is no OAuth client to sign in with. Create one in the Google Cloud console (Google"
          + " Auth Platform > Clients > Create client > Desktop app), download its JSON, and name"
          + " it: [google] oauth_client = \"client.json\"";

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
          SystemEdge.typed(),
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
    SignInPlace.asked(() -> store.stamp(options.email())); // before anybody consents in vain
    PersonToken token =
        signIn(configuration, store, client(roles, options.email()), scopes, options, console);
    SignInPlace.done(() -> store.write(token));
    List<String> parts = new ArrayList<>(roles.parts(options.email()));
    if (options.createForms()) {
      parts.add("creating forms");
    }
    console
        .err()
        .println("Signed in " + token.account() + " for: " + String.join(", ", parts) + ".");
    token
        .ends()
        .ifPresent(
            end ->
                console
                    .err()
                    .printf("It ends on %s: %s%n", end.toString().substring(0, 10), SEVEN));
    return ExitCode.OK;
  }

  /** Why a sign-in ends by itself, and what to do about it. */
  static final String SEVEN =
      "the app is in testing, where a sign-in lasts seven days. Publish it: Google Cloud console >"
          + " Google Auth Platform > Audience > Publish app; then sign in again.";

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
      throw new UserError(ExitCode.SIGN_IN, wrongAccount(e) + givenBack(e, store, calls));
    }
  }

  /** Nobody uses what the wrong account allowed: it ends, unless that would end one in use. */
  private static String givenBack(WrongAccount e, TokenStore store, SignInCalls calls)
      throws IOException {
    if (e.isOneOf(accounts(store))) {
      return " That account's own sign-in goes on.";
    }
    if (e.consented().isEmpty()) { // it may be an account whose sign-in is in use
      return " What was allowed is not used; its owner can remove it at " + CONNECTIONS;
    }
    try {
      calls.revoke(e.refreshToken());
      return " Google has taken back what that account allowed.";
    } catch (RemoteFailure failure) {
      return " Google could not be told to take back what that account allowed: "
          + failure.getMessage()
          + " Its owner can remove the app's access at "
          + CONNECTIONS;
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
        console.err().println("Open this address in a browser, signed in as the person:");
        console.err().println();
        console.err().println(address);
        console.err().println();
        if (waiting) {
          console.err().println("Waiting for the browser…");
        }
        if (paste || edge.typed()) {
          console
              .err()
              .println(
                  "With a browser on another machine: paste here the address that it lands on"
                      + " (http://127.0.0.1:…), although it shows no page, and press Enter.");
        }
        console.err().flush();
        if (waiting) {
          edge.browser().accept(address);
        }
      }

      @Override
      public void notAnAddress() {
        console
            .err()
            .println(
                "This is not the address. It begins with http://127.0.0.1: and contains code=;"
                    + " copy all of it from the address bar.");
        console.err().flush();
      }

      @Override
      public Optional<BufferedReader> pasted() {
        return paste || edge.typed() ? Optional.of(edge.lines().get()) : Optional.empty();
      }
    };
  }

  private static String wrongAccount(WrongAccount e) {
    String who =
        e.consented().isEmpty()
            ? "Google did not say which account consented"
            : "the account that consented is " + e.consented();
    return who
        + ", not "
        + e.wanted()
        + ". Nothing was kept. Run the command again and choose the right account in the browser;"
        + " if both are names of one account, write the former in the configuration.";
  }

  private static OauthClient client(SignInRoles roles, String email) {
    Set<Path> files = roles.clients(email);
    if (files.isEmpty()) {
      throw new UserError(ExitCode.CONFIGURATION, NO_CLIENT);
    }
    if (files.size() > 1) {
      throw new UserError(
          ExitCode.CONFIGURATION,
          "the campaigns of this person have different OAuth clients; name one for all:"
              + " [google] oauth_client = \"client.json\"");
    }
    try {
      return OauthClient.open(files.iterator().next());
    } catch (CredentialProblem e) {
      throw new UserError(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
    }
  }

  private static String stranger(Configuration configuration, SignInRoles roles, String email) {
    String advice =
        NearestWord.of(email, roles.people())
            .map(near -> "did you mean " + near + "?")
            .orElse(
                configuration.google().account().filter(email::equalsIgnoreCase).isPresent()
                    ? "sheets and forms are read by a service account, so that it need not sign in"
                    : "name it as a delegate or as [google] account first");
    return email + " has no part in " + configuration.file() + "; " + advice;
  }

  @Override
  public int status(Configuration configuration, boolean json, Console console) throws IOException {
    SignInStatus status = SignInPlace.asked(() -> SignInStatus.ask(configuration, edge));
    if (json) {
      console.out().println(status.json());
    } else {
      status.lines().forEach(console.out()::println);
    }
    return status.exitCode();
  }

  @Override
  public int revoke(Configuration configuration, String email, Console console) throws IOException {
    return SignInPlace.asked(
        () -> revoke(configuration, SignInPlace.of(configuration), email, console));
  }

  private int revoke(Configuration configuration, TokenStore store, String email, Console console)
      throws IOException {
    Optional<PersonToken> token;
    String failure = "";
    try {
      token = store.read(email);
    } catch (TokenProblem e) {
      token = Optional.empty();
      failure = String.valueOf(e.getMessage());
    }
    if (token.isPresent()) {
      failure = revokeAtGoogle(configuration, token.get(), console);
    }
    if (!store.remove(email)) {
      throw new UserError(ExitCode.USAGE, unknown(store, email));
    }
    console.err().println("The sign-in of " + email + " is removed here.");
    if (failure.isEmpty()) {
      return ExitCode.OK;
    }
    console
        .err()
        .println(
            "Google could not be told: "
                + failure
                + " The person can remove the app's access at "
                + CONNECTIONS);
    return ExitCode.PARTLY;
  }

  /** Why the token was not revoked; empty where it was. */
  private String revokeAtGoogle(Configuration configuration, PersonToken token, Console console) {
    try {
      OauthClient client = client(new SignInRoles(configuration), token.account());
      SignInCalls.Revoked revoked = calls(configuration, client).revoke(token.refreshToken());
      console
          .err()
          .println(
              revoked == SignInCalls.Revoked.DONE
                  ? "Google has taken it back."
                  : "For Google it had ended already.");
      return "";
    } catch (RemoteFailure e) {
      return String.valueOf(e.getMessage());
    } catch (UserError e) {
      return e.advice() + ".";
    }
  }

  private static String unknown(TokenStore store, String email) throws IOException {
    String advice =
        NearestWord.of(email, accounts(store))
            .map(near -> "did you mean " + near + "?")
            .orElse("\"entraide auth status\" shows who did");
    return email + " has not signed in; " + advice;
  }
}
