package org.entraide.sandbox.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.sandbox.office.OfficeFixture.DELEGATE;
import static org.entraide.sandbox.office.OfficeFixture.OTHER;

import java.util.List;
import java.util.Map;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.entraide.sandbox.office.http.RequestKinds;
import org.entraide.sandbox.office.record.RequestLog;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals of the front, in the recorded words. */
@NullMarked
class OfficeTest {

  private final OfficeFixture world = new OfficeFixture();

  @ParameterizedTest
  @ValueSource(strings = {"", "ya29.unknown"})
  void withoutAGoodTokenNothingIsAnswered(String token) {
    OfficeResponse answer = world.call("GET", "/v1/forms/form-1", token, "");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers())
        .containsEntry(
            "WWW-Authenticate",
            "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"")
        .containsEntry("Content-Type", "application/json; charset=UTF-8")
        .containsEntry("Vary", "Origin, X-Origin, Referer")
        .containsEntry("Server", "ESF");
    assertThat(OfficeJson.parse(answer.text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"error":{"code":401,"message":"Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.","errors":[{"message":"Invalid Credentials","domain":"global","reason":"authError","location":"Authorization","locationType":"header"}],"status":"UNAUTHENTICATED"}}\
                """));
  }

  @Test
  void aTokenWithoutTheScopeIsRefused() {
    OfficeResponse answer =
        world.call(
            "GET", "/gmail/v1/users/me/profile", world.mailToken(OfficeScopes.GMAIL_LABELS), "");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers().get("WWW-Authenticate"))
        .startsWith(
            "Bearer realm=\"https://accounts.google.com/\", error=\"insufficient_scope\","
                + " scope=\"https://mail.google.com/ ")
        .contains(OfficeScopes.GMAIL_COMPOSE);
    assertThat(OfficeJson.parse(answer.text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"error":{"code":403,"message":"Request had insufficient authentication scopes.","errors":[{"message":"Insufficient Permission","domain":"global","reason":"insufficientPermissions"}],"status":"PERMISSION_DENIED",
                 "details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"ACCESS_TOKEN_SCOPE_INSUFFICIENT","domain":"googleapis.com","metadata":{"service":"gmail.googleapis.com","method":"caribou.api.proto.MailboxService.GetProfile"}}]}}\
                """));
  }

  @Test
  void whatIsNotThereIsNotFoundInBothShapes() {
    assertThat(
            OfficeJson.parse(
                world.call("GET", "/v1/forms/none?$.xgafv=2", world.formsToken(), "").text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"error":{"code":404,"message":"Requested entity was not found.","status":"NOT_FOUND"}}\
                """));
    assertThat(
            OfficeJson.parse(
                world
                    .call(
                        "GET", "/gmail/v1/users/me/drafts/r1?format=minimal", world.mailToken(), "")
                    .text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"error":{"code":404,"message":"Requested entity was not found.",
                 "errors":[{"message":"Requested entity was not found.","domain":"global","reason":"notFound"}],"status":"NOT_FOUND"}}\
                """));
  }

  @Test
  void aFormThatIsNotSharedIsForbidden() {
    String token = world.accounts.accessToken(OTHER, OfficeFixture.FORMS);
    OfficeResponse answer = world.call("GET", "/v1/forms/form-1", token, "");

    assertThat(OfficeJson.parse(answer.text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"error":{"code":403,"message":"The caller does not have permission",
                 "errors":[{"message":"The caller does not have permission","domain":"global","reason":"forbidden"}],"status":"PERMISSION_DENIED"}}\
                """));
  }

  @Test
  void anUnknownParameterIsRefused() {
    OfficeResponse answer =
        world.call("GET", "/v1/forms/form-1?$.xgafv=2&foo=1", world.formsToken(), "");

    assertThat(OfficeJson.parse(answer.text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"error":{"code":400,"message":"Invalid JSON payload received. Unknown name \\"foo\\": Cannot bind query parameter. Field 'foo' could not be found in request message.","status":"INVALID_ARGUMENT",
                 "details":[{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"description":"Invalid JSON payload received. Unknown name \\"foo\\": Cannot bind query parameter. Field 'foo' could not be found in request message."}]}]}}\
                """));
  }

  @Test
  void theGlobalParametersAreTaken() {
    OfficeResponse answer =
        world.call(
            "GET",
            "/v1/forms/form-1?alt=json&key=k&quotaUser=u&prettyPrint=false&fields=formId",
            world.formsToken(),
            "");
    assertThat(answer.text()).isEqualTo("{\"formId\":\"form-1\"}");
    assertThat(world.call("GET", "/v1/forms/form-1?fields=formId", world.formsToken(), "").text())
        .isEqualTo("{\n  \"formId\": \"form-1\"\n}");
  }

  @Test
  void aMaskOfUnknownNamesIsRefused() {
    OfficeResponse answer =
        world.call("GET", "/v1/forms/form-1?fields=info.titles&$.xgafv=2", world.formsToken(), "");
    assertThat(OfficeJson.parse(answer.text()))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"error":{"code":400,"message":"Request contains an invalid argument.","status":"INVALID_ARGUMENT",
                 "details":[{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[
                 {"field":"info.titles","description":"Error expanding 'fields' parameter. Cannot find matching fields for path 'info.titles'."}]}]}}\
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/forms/form-1/watches,Forms GET /v1/forms/form-1/watches",
    "GET,/gmail/v1/users/me/settings/sendAs,Gmail GET /gmail/v1/users/me/settings/*",
    "POST,/gmail/v1/users/me/messages/import,Gmail POST /gmail/v1/users/me/messages/*",
    "GET,/gmail/v1/users/me/profile?alt=proto,alt=proto"
  })
  void whatIsNotSpokenNamesItself(String method, String path, String name) {
    String token = path.startsWith("/v1") ? world.formsToken() : world.mailToken();
    OfficeResponse answer = world.call(method, path, token, "");
    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text()).contains("does not support " + name.replace("form-1", "*"));
  }

  @ParameterizedTest
  @CsvSource({"evil.example.org,403", "127.0.0.1:8025,200", "localhost,200", "[::1]:1,200"})
  void onlyThisMachineIsServed(String host, int status) {
    OfficeRequest request =
        OfficeRequest.of("GET", "/office/clock", Map.of("Host", List.of(host)), new byte[0]);
    assertThat(world.office.handle(request).status()).isEqualTo(status);
  }

  @Test
  void whateverElseIsAPageThatIsNotThere() {
    assertThat(world.call("GET", "/nothing", "", "").text()).contains("Error 404 (Not Found)!!1");
    assertThat(world.people("GET", "nothing", "").status()).isEqualTo(404);
    assertThat(world.people("GET", "forms/form-1/nothing", "").status()).isEqualTo(404);
  }

  @Test
  void theLogCountsByKindAndKeepsNoNames() {
    world.office.deliver(OfficeFixture.request("GET", "/v1/forms/form-1", world.formsToken(), ""));
    world.office.deliver(
        OfficeFixture.request(
            "GET", "/gmail/v1/users/" + DELEGATE + "/drafts/r1", world.mailToken(), ""));
    world.office.deliver(
        OfficeFixture.request("POST", "/gmail/v1/users/me/drafts", world.mailToken(), "{}"));
    world.office.deliver(OfficeFixture.request("POST", "/token", "", ""));
    world.office.deliver(OfficeFixture.request("GET", "/office/clock", "", ""));

    assertThat(world.office.log().counts())
        .isEqualTo(Map.of("forms.read", 1, "gmail.read", 1, "gmail.write", 1, "token", 1));
    assertThat(world.office.log().entries().get(1))
        .isEqualTo(
            new RequestLog.LoggedRequest(
                world.clock.instant(),
                "gmail.read",
                "GET",
                "/gmail/v1/users/*/drafts/*",
                DELEGATE,
                403));
    assertThat(world.people("GET", "log", "").text()).contains("\"forms.read\": 1");
    assertThat(world.people("DELETE", "log", "").status()).isEqualTo(204);
    assertThat(world.office.log().entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v4/spreadsheets/id/values/Tab!A1,sheets.read,/v4/spreadsheets/*/values/*",
    "POST,/v4/spreadsheets/id/values:batchUpdate,sheets.write,/v4/spreadsheets/*/values:batchUpdate",
    "POST,/v4/spreadsheets/id/values:batchGetByDataFilter,sheets.read,/v4/spreadsheets/*/values:batchGetByDataFilter",
    "POST,/v4/spreadsheets/id:getByDataFilter,sheets.read,/v4/spreadsheets/*:getByDataFilter",
    "POST,/v4/spreadsheets/id/values/A1:append,sheets.write,/v4/spreadsheets/*/values/*:append",
    "POST,/v4/spreadsheets/id/developerMetadata:search,sheets.read,/v4/spreadsheets/*/developerMetadata:search"
  })
  void readsByPostAreReads(String method, String path, String kind, String template) {
    OfficeRequest request = OfficeFixture.request(method, path, "", "");
    assertThat(RequestKinds.of("sheets", request)).isEqualTo(kind);
    assertThat(RequestKinds.template(request)).isEqualTo(template);
  }
}
