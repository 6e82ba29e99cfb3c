package org.entraide.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.Configuration;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.OauthClient;
import org.entraide.google.auth.PersonToken;
import org.entraide.google.auth.SignInCheck;
import org.entraide.google.auth.TokenProblem;
import org.entraide.google.auth.TokenStore;
import org.entraide.google.wire.SignInAdvice;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;
import org.entraide.wiring.Installation;
import org.entraide.wiring.SignInPlace;
import org.entraide.wiring.SignInRoles;

/** Who signed in, what for, and whether Google still accepts it. */
final class SignInStatus {

  private static final int SCOPE_PREFIX = "https://www.googleapis.com/auth/".length();

  private static final String INDENT = "    ";

  private final List<Line> lines;

  private SignInStatus(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * One account.
   *
   * @param account its address, or the place of a token that cannot be read
   * @param parts in the configuration
   * @param works empty where Google was not asked
   * @param problem what is wrong and what to do; empty where nothing is
   * @param exitCode the exit code when it is the worst
   */
  private record Line(
      String account,
      List<Message> parts,
      Optional<PersonToken> token,
      Optional<Boolean> works,
      Optional<Problem> problem,
      int exitCode) {

    /** What is wrong, with the address of the person in its advice. */
    Optional<String> problem(Texts texts) {
      return problem.map(
          it -> {
            String text = texts.format(it.words());
            return it.named() ? SignInAdvice.named(text, account) : text;
          });
    }
  }

  /**
   * What is wrong with an account, and what to do.
   *
   * @param named whether its command takes the account's address
   */
  private record Problem(Message words, boolean named) {

    static Optional<Problem> of(Message words) {
      return Optional.of(new Problem(words, false));
    }

    static Optional<Problem> naming(Message words) {
      return Optional.of(new Problem(words, true));
    }
  }

  static SignInStatus ask(Configuration configuration, AuthAction.Edge edge) throws IOException {
    SignInRoles roles = new SignInRoles(configuration);
    TokenStore store = SignInPlace.of(configuration);
    Delegation delegation = new Delegation(roles, new Installation(configuration));
    List<Line> lines = new ArrayList<>();
    Set<String> done = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String person : roles.people()) {
      done.add(person);
      lines.add(line(person, roles, store, delegation, edge));
    }
    for (TokenStore.StoredToken entry : store.all()) {
      if (entry.token().isPresent() && done.add(entry.token().get().account())) {
        lines.add(line(entry.token().get().account(), roles, store, delegation, edge));
      } else if (entry.problem().isPresent() && !known(entry, store, done)) {
        lines.add(broken(entry));
      }
    }
    return new SignInStatus(lines);
  }

  private static boolean known(TokenStore.StoredToken entry, TokenStore store, Set<String> people) {
    return people.stream().anyMatch(person -> store.place(person).equals(entry.place()));
  }

  private static Line broken(TokenStore.StoredToken entry) {
    Message problem = entry.problem().map(Worded::of).orElse(Message.plain(""));
    return new Line(
        entry.place(),
        List.of(),
        Optional.empty(),
        Optional.of(false),
        Problem.of(Message.of("cli.auth.status.unneeded").with("problem", problem)),
        ExitCode.SIGN_IN);
  }

  private static Line line(
      String person,
      SignInRoles roles,
      TokenStore store,
      Delegation delegation,
      AuthAction.Edge edge) {
    List<Message> parts = roles.parts(person);
    Optional<PersonToken> token;
    try {
      token = store.read(person);
    } catch (TokenProblem e) {
      return new Line(
          person,
          parts,
          Optional.empty(),
          Optional.of(false),
          Problem.naming(Worded.of(e)),
          ExitCode.SIGN_IN);
    }
    if (token.isPresent()) {
      return tried(token.get(), parts, roles, store, edge);
    }
    return roles.reachedWithout(person)
        ? delegation.line(person)
        : new Line(
            person,
            parts,
            token,
            Optional.of(false),
            Problem.of(Message.of("cli.auth.status.not_signed_in").with("email", person)),
            ExitCode.SIGN_IN);
  }

  private static Line tried(
      PersonToken token,
      List<Message> parts,
      SignInRoles roles,
      TokenStore store,
      AuthAction.Edge edge) {
    String person = token.account();
    Set<Path> clients = roles.clients(person);
    try {
      if (clients.size() != 1) {
        return new Line(
            person,
            parts,
            Optional.of(token),
            Optional.of(false),
            Problem.of(Message.of("cli.auth.status.no_client")),
            ExitCode.CONFIGURATION);
      }
      new SignInCheck(store, OauthClient.open(clients.iterator().next()), edge.clock())
          .check(person, roles.scopes(person));
      return new Line(
          person, parts, Optional.of(token), Optional.of(true), Optional.empty(), ExitCode.OK);
    } catch (CredentialProblem e) {
      return new Line(
          person,
          parts,
          Optional.of(token),
          Optional.of(false),
          Problem.of(Worded.of(e)),
          ExitCode.CONFIGURATION);
    } catch (RemoteFailure e) {
      boolean refused = e.kind() == RemoteFailure.Kind.SIGN_IN;
      return new Line(
          person,
          parts,
          Optional.of(token),
          refused ? Optional.of(false) : Optional.empty(),
          Problem.naming(e.words()),
          refused ? ExitCode.SIGN_IN : ExitCode.UNREACHABLE);
    }
  }

  /**
   * Delegates who did not sign in themselves: a service account acts for them, if the administrator
   * of their Workspace lets it.
   */
  private record Delegation(SignInRoles roles, Installation installation) {

    Line line(String person) {
      try {
        Set<Path> credentials = new LinkedHashSet<>();
        roles.delegateOf(person).forEach(campaign -> credentials.add(campaign.credentials()));
        for (Path file : credentials) {
          installation.google(file).checkDelegation(person);
        }
        return line(person, Optional.of(true), Optional.empty(), ExitCode.OK);
      } catch (UserError e) {
        return line(person, Optional.of(false), Problem.of(e.words()), e.exitCode());
      } catch (RemoteFailure e) {
        boolean refused = e.kind() == RemoteFailure.Kind.SIGN_IN;
        return line(
            person,
            refused ? Optional.of(false) : Optional.empty(),
            Problem.naming(e.words()),
            refused ? ExitCode.SIGN_IN : ExitCode.UNREACHABLE);
      }
    }

    private Line line(
        String person, Optional<Boolean> works, Optional<Problem> problem, int exitCode) {
      return new Line(person, roles.parts(person), Optional.empty(), works, problem, exitCode);
    }
  }

  int exitCode() {
    return lines.stream().mapToInt(Line::exitCode).max().orElse(ExitCode.OK);
  }

  /** For people, some lines an account. */
  List<String> lines(Texts texts) {
    List<String> text = new ArrayList<>();
    for (Line line : lines) {
      Object parts =
          line.parts().isEmpty()
              ? Message.of("cli.auth.status.no_part")
              : AuthAction.listed(line.parts(), texts);
      Message account =
          Message.of("cli.auth.status.account")
              .with("account", line.account())
              .with("parts", parts);
      text.add(sign(line) + " " + texts.format(account));
      for (Message more : details(line)) {
        text.add(INDENT + texts.format(more));
      }
      line.problem(texts).ifPresent(problem -> text.add(INDENT + problem));
    }
    if (text.isEmpty()) {
      text.add(texts.get("cli.auth.status.nobody"));
    }
    return text;
  }

  /** How an account signed in, or who acts for it. */
  private static List<Message> details(Line line) {
    List<Message> details = new ArrayList<>();
    if (line.token().isPresent()) {
      PersonToken token = line.token().get();
      details.add(
          Message.of("cli.auth.status.signed_in")
              .with("on", day(token.since()))
              .with("scopes", String.join(", ", scopes(token))));
      token
          .ends()
          .map(
              end ->
                  Message.of("cli.auth.status.ends")
                      .with("on", day(end))
                      .with("why", AuthAction.SEVEN))
          .ifPresent(details::add);
    } else if (line.problem().isEmpty()) {
      details.add(Message.of("cli.auth.status.delegated"));
    }
    return details;
  }

  private static String sign(Line line) {
    if (line.exitCode() != ExitCode.OK) {
      return "✘";
    }
    return line.token().flatMap(PersonToken::ends).isPresent() ? "!" : "✔";
  }

  private static String day(Instant time) {
    return time.toString().substring(0, 10);
  }

  private static List<String> scopes(PersonToken token) {
    return token.scopes().stream()
        .map(s -> s.startsWith("https://www.googleapis.com/auth/") ? s.substring(SCOPE_PREFIX) : s)
        .sorted()
        .toList();
  }

  /** For programs, in English whatever the reader speaks. */
  String json() throws JsonProcessingException {
    Texts english = Texts.english();
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ArrayNode array = mapper.createArrayNode();
    for (Line line : lines) {
      ObjectNode json = array.addObject();
      json.put("account", line.account());
      ArrayNode parts = json.putArray("for");
      line.parts().forEach(part -> parts.add(english.format(part)));
      json.put("signed_in", line.token().isPresent());
      if (line.token().isPresent()) {
        PersonToken token = line.token().get();
        token.scopes().stream().sorted().forEach(json.putArray("scopes")::add);
        json.put("since", token.since().toString());
        token.ends().ifPresent(end -> json.put("ends", end.toString()));
      }
      line.works().ifPresentOrElse(works -> json.put("works", works), () -> json.putNull("works"));
      line.problem(english).ifPresent(problem -> json.put("problem", problem));
    }
    return mapper.writeValueAsString(array);
  }
}
