package org.entraide;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Looks at every request that the program makes to an office in the whole suite, also out of
 * processes of its own: each must be on the list here, which shares nothing with the program's own,
 * and each scope on the page that tells people of it. Registered for all tests.
 */
public final class OnlyListedRequests
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  /** Verb and path, whatever is in between as an identifier: nothing here sends. */
  static final Set<String> LISTED =
      Set.of(
          "GET /v4/spreadsheets/*",
          "POST /v4/spreadsheets/*:getByDataFilter",
          "POST /v4/spreadsheets/*:batchUpdate",
          "GET /v1/forms/*",
          "GET /v1/forms/*/responses",
          "POST /v1/forms",
          "POST /v1/forms/*:batchUpdate",
          "POST /v1/forms/*:setPublishSettings",
          "GET /gmail/v1/users/me/profile",
          "GET /gmail/v1/users/me/drafts",
          "POST /gmail/v1/users/me/drafts",
          "GET /gmail/v1/users/me/drafts/*",
          "DELETE /gmail/v1/users/me/drafts/*",
          "GET /gmail/v1/users/me/messages",
          "GET /gmail/v1/users/me/messages/*",
          "GET /gmail/v1/users/me/threads/*",
          "GET /gmail/v1/users/me/history",
          "GET /gmail/v1/users/me/labels",
          "POST /token",
          "POST /revoke");

  private static final Path PERMISSIONS = Path.of("docs/permissions.md");
  private static final String GOOGLE = "https://www.googleapis.com/auth/";
  private static final Pattern REQUEST = Pattern.compile("([A-Z]+ /\\S*) \\d+ (.+)");
  private static final Pattern SCOPES = Pattern.compile("scopes <(.*)> (.*)");
  private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

  /** Our own clients name Google's library; tests name themselves first, or no client at all. */
  private static final Pattern PROGRAM = Pattern.compile("(?<!^test )Google-API-Java-Client");

  /** So does Google's library where it asks for tokens. */
  private static final Pattern LIBRARY = Pattern.compile("Google-HTTP-Java-Client");

  private static final Queue<String> UNLISTED = new ConcurrentLinkedQueue<>();
  private static final Set<String> SCOPES_TOLD = scopesTold();
  private static boolean listening;

  @Override
  public void beforeAll(ExtensionContext context) {
    listen();
  }

  private static synchronized void listen() {
    if (!listening) {
      Logger requests = (Logger) LoggerFactory.getLogger("org.entraide.sandbox.office.requests");
      AppenderBase<ILoggingEvent> list =
          new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
              unlisted(event.getFormattedMessage()).forEach(UNLISTED::add);
            }
          };
      list.start();
      requests.setAdditive(false);
      requests.setLevel(Level.DEBUG);
      requests.addAppender(list);
      listening = true;
    }
  }

  /** What a line tells of that is on no list. */
  static List<String> unlisted(String line) {
    Matcher request = REQUEST.matcher(line);
    if (request.matches()) {
      boolean ours = PROGRAM.matcher(request.group(2)).find();
      return ours && !LISTED.contains(request.group(1)) ? List.of(request.group(1)) : List.of();
    }
    Matcher scopes = SCOPES.matcher(line);
    if (scopes.matches() && LIBRARY.matcher(scopes.group(2)).find()) {
      return List.of(scopes.group(1).split(" ")).stream()
          .map(scope -> scope.startsWith(GOOGLE) ? scope.substring(GOOGLE.length()) : scope)
          .filter(scope -> !scope.isEmpty() && !SCOPES_TOLD.contains(scope))
          .toList();
    }
    return List.of();
  }

  private static Set<String> scopesTold() {
    try {
      return Files.readString(PERMISSIONS, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("| `"))
          .map(line -> line.split("\\|", -1)[1])
          .flatMap(cell -> NAME.matcher(cell).results().map(found -> found.group(1)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    complain();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    complain();
  }

  private static void complain() {
    String request = UNLISTED.poll();
    if (request != null) {
      throw new AssertionError("The program asked for " + request + ", which is on no list.");
    }
  }
}
