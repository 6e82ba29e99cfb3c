package org.entraide.sandbox.office.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class FieldMaskTest {

  private static final String WHOLE =
      "{\"a\":1,\"b\":[{\"c\":2,\"d\":{\"e\":3,\"f\":4}},{\"g\":5}],\"h\":{\"i\":{\"j\":6,\"k\":7}}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "a;{\"a\":1}",
        "a,b(c,d/e);{\"a\":1,\"b\":[{\"c\":2,\"d\":{\"e\":3}},{}]}",
        "b.d.f;{\"b\":[{\"d\":{\"f\":4}},{}]}",
        "h/*/j;{\"h\":{\"i\":{\"j\":6}}}",
        "h(i);{\"h\":{\"i\":{\"j\":6,\"k\":7}}}",
        "h/i/j,h/i/k;{\"h\":{\"i\":{\"j\":6,\"k\":7}}}",
        "h/i/j,h;{\"h\":{\"i\":{\"j\":6,\"k\":7}}}",
        "h,h/i/j;{\"h\":{\"i\":{\"j\":6,\"k\":7}}}",
        "nothing;{}"
      })
  void keepsWhatIsNamed(String mask, String kept) {
    assertThat(rewritten(WHOLE, mask)).isEqualTo(kept);
  }

  @Test
  void aStarKeepsAll() {
    assertThat(rewritten(WHOLE, "*")).isEqualTo(WHOLE);
  }

  @Test
  void whatIsKeptIsKeptToTheLetter() {
    String odd = "{\"a\":[1.50,0.0,45900.125,12345678901234567890,null,true,\"é 🙂 \\n\",[],{}]}";
    assertThat(rewritten(odd, "a")).isEqualTo(odd);
  }

  private static String rewritten(String json, String mask) {
    byte[] whole = json.getBytes(StandardCharsets.UTF_8);
    return new String(FieldMask.parse(mask).rewrite(whole, false), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,", "a(b", "a)b", "a//b", "a b()"})
  void whatIsNoMaskIsRefused(String text) {
    assertThatExceptionOfType(ApiException.class).isThrownBy(() -> FieldMask.parse(text));
  }

  @Test
  void aPathThatTheAnswerCannotHaveIsRefusedInTheRecordedWords() {
    JsonSchema schema = JsonSchema.parse("spreadsheetId sheets[]{properties}");
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> FieldMask.parse("spreadsheetId,sheets.sheetProperties").check(schema))
        .satisfies(
            e ->
                assertThat(OfficeJson.parse(OfficeResponse.refusal(e, false).text()))
                    .isEqualTo(
                        OfficeJson.parse(
                            """
                            {"error":{"code":400,"message":"Request contains an invalid argument.","status":"INVALID_ARGUMENT",
                             "details":[{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[
                             {"field":"sheets.sheetProperties","description":"Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.sheetProperties'."}]}]}}\
                            """)));
  }
}
