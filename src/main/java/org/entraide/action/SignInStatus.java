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
import org.entraide.campaign.port.RemoteFailure;
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
import org.entraide.wiring.Installation;
import org.entraide.wiring.SignInPlace;
import org.entraide.wiring.SignInRoles;

/** Who signed in, what for, and whether Google still accepts it. */
final class SignInStatus {

  private static final int SCOPE_PREFIX = "https://www.googleapis.com/auth/".length();

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
      List<String> parts,
      Optional<PersonToken> token,
      Optional<Boolean> works,
      String problem,
      int exitCode) {}

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
    for (TokenStore.Entry entry : store.all()) {
      if (entry.token().isPresent() && done.add(entry.token().get().account())) {
        lines.add(line(entry.token().get().account(), roles, store, delegation, edge));
      } else if (entry.problem().isPresent() && !known(entry, store, done)) {
        lines.add(broken(entry));
      }
    }
    return new SignInStatus(lines);
  }

  private static boolean known(TokenStore.Entry entry, TokenStore store, Set<String> people) {
    return people.stream().anyMatch(person -> store.place(person).equals(entry.place()));
  }

  private static Line broken(TokenStore.Entry entry) {
    String problem = entry.problem().map(Throwable::getMessage).orElse("");
    return new Line(
        entry.place(),
        List.of(),
        Optional.empty(),
        Optional.of(false),
        problem + " Nobody in the configuration needs it: remove it.",
        ExitCode.SIGN_IN);
  }

  private static Line line(
      String person,
      SignInRoles roles,
      TokenStore store,
      Delegation delegation,
      AuthAction.Edge edge) {
    List<String> parts = roles.parts(person);
    Optional<PersonToken> token;
    try {
      token = store.read(person);
    } catch (TokenProblem e) {
      return new Line(
          person,
          parts,
          Optional.empty(),
          Optional.of(false),
          SignInAdvice.named(String.valueOf(e.getMessage()), person),
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
            "not signed in. Run: bin/entraide auth login " + person,
            ExitCode.SIGN_IN);
  }

  private static Line tried(
      PersonToken token,
      List<String> parts,
      SignInRoles roles,
      TokenStore store,
      AuthAction.Edge edge) {
    String person = token.account();
    Set<Path> clients = roles.clients(person);
    try {
      if (clients.size() != 1) {
        String problem = "no OAuth client is configured for it: [google] oauth_client";
        return new Line(
            person, parts, Optional.of(token), Optional.of(false), problem, ExitCode.CONFIGURATION);
      }
      new SignInCheck(store, OauthClient.open(clients.iterator().next()), edge.clock())
          .check(person, roles.scopes(person));
      return new Line(person, parts, Optional.of(token), Optional.of(true), "", ExitCode.OK);
    } catch (CredentialProblem e) {
      return new Line(
          person,
          parts,
          Optional.of(token),
          Optional.of(false),
          String.valueOf(e.getMessage()),
          ExitCode.CONFIGURATION);
    } catch (RemoteFailure e) {
      boolean refused = e.kind() == RemoteFailure.Kind.SIGN_IN;
      return new Line(
          person,
          parts,
          Optional.of(token),
          refused ? Optional.of(false) : Optional.empty(),
          SignInAdvice.named(String.valueOf(e.getMessage()), person),
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
        return line(person, Optional.of(true), "", ExitCode.OK);
      } catch (UserError e) {
        return line(person, Optional.of(false), e.advice(), e.exitCode());
      } catch (RemoteFailure e) {
        boolean refused = e.kind() == RemoteFailure.Kind.SIGN_IN;
        return line(
            person,
            refused ? Optional.of(false) : Optional.empty(),
            SignInAdvice.named(String.valueOf(e.getMessage()), person),
            refused ? ExitCode.SIGN_IN : ExitCode.UNREACHABLE);
      }
    }

    private Line line(String person, Optional<Boolean> works, String problem, int exitCode) {
      return new Line(person, roles.parts(person), Optional.empty(), works, problem, exitCode);
    }
  }

  int exitCode() {
    return lines.stream().mapToInt(Line::exitCode).max().orElse(ExitCode.OK);
  }

  /** For people, some lines an account. */
  List<String> lines() {
    List<String> text = new ArrayList<>();
    for (Line line : lines) {
      String parts = line.parts().isEmpty() ? "no part" : String.join(", ", line.parts());
      text.add(sign(line) + " " + line.account() + ": " + parts);
      if (line.token().isPresent()) {
        PersonToken token = line.token().get();
        text.add("    signed in " + day(token.since()) + ", " + String.join(", ", scopes(token)));
        token.ends().ifPresent(end -> text.add("    ends " + day(end) + ": " + AuthAction.SEVEN));
      } else if (line.problem().isEmpty()) {
        text.add("    not signed in; the service account acts for it");
      }
      if (!line.problem().isEmpty()) {
        text.add("    " + line.problem());
      }
    }
    if (text.isEmpty()) {
      text.add("Nobody has to sign in, and nobody did.");
    }
    return text;
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

  String json() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ArrayNode array = mapper.createArrayNode();
    for (Line line : lines) {
      ObjectNode json = array.addObject();
      json.put("account", line.account());
      line.parts().forEach(json.putArray("for")::add);
      json.put("signed_in", line.token().isPresent());
      if (line.token().isPresent()) {
        PersonToken token = line.token().get();
        token.scopes().stream().sorted().forEach(json.putArray("scopes")::add);
        json.put("since", token.since().toString());
        token.ends().ifPresent(end -> json.put("ends", end.toString()));
      }
      line.works().ifPresentOrElse(works -> json.put("works", works), () -> json.putNull("works"));
      if (!line.problem().isEmpty()) {
        json.put("problem", line.problem());
      }
    }
    return mapper.writeValueAsString(array);
  }
}
