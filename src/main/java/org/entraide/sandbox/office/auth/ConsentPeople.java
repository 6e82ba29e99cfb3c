package org.entraide.sandbox.office.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleCall;
import org.entraide.sandbox.office.http.PeopleHandler;

/**
 * How consents go, for clients without a browser: {@code /office/consent} answers the page
 * beforehand, {@code /office/sign-ins} says what sign-ins are like.
 */
public final class ConsentPeople implements PeopleHandler {

  private static final JsonSchema ANSWER = JsonSchema.parse("account untick[] error");
  private static final JsonSchema SWITCHES = JsonSchema.parse("testing rotating lasting");

  private final Accounts accounts;
  private final ConsentService consents;

  public ConsentPeople(Accounts accounts, ConsentService consents) {
    this.accounts = accounts;
    this.consents = consents;
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    return PeopleCall.of(request, "consent", Set.of())
        .or(() -> PeopleCall.of(request, "sign-ins", Set.of()))
        .map(this::answer);
  }

  private OfficeResponse answer(PeopleCall call) {
    switch (call.key()) {
      case "PUT consent" -> consents.arrange(arranged(OfficeJson.body(call.request())));
      case "DELETE consent" -> consents.arrange(null);
      case "GET sign-ins" -> {
        Accounts.Switches now = accounts.switches();
        return OfficeResponse.json(
            200,
            OfficeJson.object()
                .put("testing", now.testing())
                .put("rotating", now.rotating())
                .put("lasting", now.lasting()));
      }
      case "PUT sign-ins" -> accounts.switches(switches(OfficeJson.body(call.request())));
      default -> throw call.unknown();
    }
    return OfficeResponse.noContent();
  }

  private static ConsentAnswer arranged(ObjectNode body) {
    ANSWER.check(body);
    Set<String> untick = new LinkedHashSet<>();
    body.path("untick").forEach(scope -> untick.add(scope.asText()));
    return new ConsentAnswer(
        OfficeJson.text(body, "account"), untick, OfficeJson.text(body, "error"));
  }

  private Accounts.Switches switches(ObjectNode body) {
    SWITCHES.check(body);
    Accounts.Switches now = accounts.switches();
    return new Accounts.Switches(
        body.path("testing").asBoolean(now.testing()),
        body.path("rotating").asBoolean(now.rotating()),
        body.path("lasting").asBoolean(now.lasting()));
  }
}
