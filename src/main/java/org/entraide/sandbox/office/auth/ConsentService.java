package org.entraide.sandbox.office.auth;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleHandler;
import org.jspecify.annotations.Nullable;

/**
 * Where people allow a client to act for them: {@code GET /o/oauth2/v2/auth} shows a page with the
 * accounts and a box for each scope; what is chosen there, or was arranged beforehand, sends the
 * browser back to the client.
 */
public final class ConsentService implements PeopleHandler {

  private static final String PATH = "/o/oauth2/v2/auth";
  private static final String DECIDE = PATH + "/decide";
  private static final int MOST_OPEN = 1000;

  private final Accounts accounts;
  private final Map<String, ConsentQuery> open = new HashMap<>();
  private @Nullable ConsentAnswer arranged;

  public ConsentService(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Answers every consent in this way from now on, without a page; null shows it again. */
  synchronized void arrange(@Nullable ConsentAnswer answer) {
    this.arranged = answer;
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    if (request.rawPath().equals(PATH) && request.method().equals("GET")) {
      return Optional.of(ask(request));
    }
    if (request.rawPath().equals(DECIDE) && request.method().equals("POST")) {
      return Optional.of(decide(request));
    }
    return Optional.empty();
  }

  private synchronized OfficeResponse ask(OfficeRequest request) {
    ConsentQuery query;
    try {
      query = ConsentQuery.read(request, accounts);
    } catch (ConsentQuery.Unusable e) {
      return ConsentPage.error(e.error(), String.valueOf(e.getMessage()));
    }
    ConsentAnswer answer = arranged;
    if (answer != null) {
      return back(query, answer);
    }
    if (open.size() >= MOST_OPEN) {
      open.clear(); // pages that nobody came back to
    }
    String ticket = accounts.secret();
    open.put(ticket, query);
    return ConsentPage.show(ticket, query, accounts.people(), DECIDE);
  }

  /**
   * A page is answered once, and only with the ticket in it: no other site can press its buttons.
   */
  private synchronized OfficeResponse decide(OfficeRequest request) {
    Map<String, List<String>> form = OfficeRequest.parseQuery(request.text());
    ConsentQuery query = open.remove(first(form, "ticket"));
    if (query == null) {
      return ConsentPage.error("invalid_request", "This page was answered already.");
    }
    if (!first(form, "decision").equals("allow")) {
      return back(query, ConsentAnswer.no("access_denied"));
    }
    Set<String> unticked = new LinkedHashSet<>(query.scopes());
    unticked.removeAll(form.getOrDefault("scope", List.of()));
    return back(
        query, new ConsentAnswer(Optional.of(first(form, "account")), unticked, Optional.empty()));
  }

  private OfficeResponse back(ConsentQuery query, ConsentAnswer answer) {
    if (answer.error().isPresent()) {
      return query.refused(answer.error().get());
    }
    String account = answer.account().orElse(query.hint());
    if (!accounts.isPerson(account)) {
      return ConsentPage.error("invalid_account", "There is no such account in this office.");
    }
    Set<String> granted = new LinkedHashSet<>(query.scopes());
    granted.removeAll(answer.unticked());
    if (granted.isEmpty()) {
      return query.refused("access_denied");
    }
    String code =
        accounts.authorizationCode(
            account,
            query.client(),
            granted,
            query.redirectUri(),
            query.challenge(),
            query.lasting());
    return query.granted(code, granted);
  }

  private static String first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).get(0);
  }
}
