package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.sandbox.office.faults.FaultJson;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleCall;
import org.entraide.sandbox.office.http.PeopleHandler;
import org.entraide.sandbox.office.record.RequestLog;

/** What the office shows of itself: its time, its log, its faults and its accounts. */
final class OfficePeople implements PeopleHandler {

  private static final JsonSchema ACCOUNT = JsonSchema.parse("account serviceAccount");

  private final Office office;
  private final InstantSource clock;

  OfficePeople(Office office, InstantSource clock) {
    this.office = office;
    this.clock = clock;
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    return PeopleCall.of(request, "log", Set.of())
        .or(() -> PeopleCall.of(request, "faults", Set.of()))
        .or(() -> PeopleCall.of(request, "clock", Set.of()))
        .or(() -> PeopleCall.of(request, "accounts", Set.of()))
        .map(this::answer);
  }

  private OfficeResponse answer(PeopleCall call) {
    return switch (call.key()) {
      case "GET clock" ->
          OfficeResponse.json(200, OfficeJson.object().put("now", clock.instant().toString()));
      case "GET log" -> log(call.request().parameter("last").orElse(""));
      case "DELETE log" -> {
        office.log().reset();
        yield OfficeResponse.noContent();
      }
      case "GET faults" -> faults();
      case "POST faults" -> {
        office.faults().add(FaultJson.read(OfficeJson.body(call.request())));
        yield faults();
      }
      case "DELETE faults" -> {
        office.faults().clear();
        yield OfficeResponse.noContent();
      }
      case "GET accounts" -> accounts();
      case "POST accounts/*" -> change(call);
      default -> throw call.unknown();
    };
  }

  /**
   * @param last how many requests to list; all that are kept where it is empty
   */
  private OfficeResponse log(String last) {
    ObjectNode json = OfficeJson.object();
    ObjectNode counts = json.putObject("counts");
    office.log().counts().forEach(counts::put);
    ArrayNode list = json.putArray("requests");
    List<RequestLog.LoggedRequest> entries = office.log().entries();
    int most = last.isEmpty() ? entries.size() : number(last);
    for (RequestLog.LoggedRequest entry :
        entries.subList(Math.max(0, entries.size() - most), entries.size())) {
      list.addObject()
          .put("time", entry.time().toString())
          .put("kind", entry.kind())
          .put("method", entry.method())
          .put("path", entry.path())
          .put("account", entry.account())
          .put("status", entry.status());
    }
    return OfficeResponse.json(200, json);
  }

  private static int number(String text) {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw ApiException.invalid("The parameter last must be a whole number.");
    }
  }

  private OfficeResponse faults() {
    ObjectNode json = OfficeJson.object();
    ArrayNode list = json.putArray("faults");
    office.faults().rules().forEach(rule -> list.add(FaultJson.write(rule)));
    return OfficeResponse.json(200, json);
  }

  private OfficeResponse accounts() {
    ObjectNode json = OfficeJson.object();
    ArrayNode list = json.putArray("accounts");
    office.accounts().addresses().forEach(list::add);
    return OfficeResponse.json(200, json);
  }

  private OfficeResponse change(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    ACCOUNT.check(body);
    String account =
        OfficeJson.text(body, "account")
            .orElseThrow(() -> ApiException.invalid("The account is missing."));
    switch (call.id(0)) {
      case "expire" -> office.accounts().expire(account);
      case "revoke" -> office.accounts().revoke(account);
      case "withdraw-delegation" ->
          office
              .accounts()
              .withdrawDelegation(OfficeJson.text(body, "serviceAccount").orElse(""), account);
      default -> throw call.unknown();
    }
    return OfficeResponse.noContent();
  }
}
