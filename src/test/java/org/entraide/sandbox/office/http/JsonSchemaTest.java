package org.entraide.sandbox.office.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class JsonSchemaTest {

  private static final JsonSchema VALUES =
      JsonSchema.parse("range values[] data[]{range values} answers<>{id} properties{title}");

  private static String refusal(String body, String at) {
    try {
      VALUES.check(OfficeJson.parse(body), at);
    } catch (ApiException e) {
      return OfficeResponse.refusal(e, false).text();
    }
    throw new AssertionError("not refused");
  }

  @Test
  void whatIsListedPasses() {
    VALUES.check(
        OfficeJson.parse(
            """
            {"range":"A1","values":[[1,null,{"x":1}]],"data":[{"range":"B"}],
             "answers":{"any":{"id":"1"}},"properties":null}\
            """));
  }

  @Test
  void anUnknownNameIsRefusedInGooglesWords() {
    assertThat(OfficeJson.parse(refusal("{\"colour\":1}", "")))
        .isEqualTo(
            OfficeJson.parse(
                """
                {"error":{"code":400,"message":"Invalid JSON payload received. Unknown name \\"colour\\": Cannot find field.",
                 "status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.BadRequest",
                 "fieldViolations":[{"description":"Invalid JSON payload received. Unknown name \\"colour\\": Cannot find field."}]}]}}\
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[{},{\"x\":1}]}~Unknown name \\\"x\\\" at 'data[1]': Cannot find field.",
        "{\"answers\":{\"q\":{\"x\":1}}}~Unknown name \\\"x\\\" at 'answers[q]': Cannot find",
        "{\"properties\":[]}~Unknown name \\\"properties\\\": Proto field is not repeating",
        "{\"properties\":\"t\"}~Invalid value at 'properties'"
      })
  void theRefusalNamesThePlace(String bodyAndWords) {
    String[] parts = bodyAndWords.split("~", -1);
    assertThat(refusal(parts[0], "")).contains(parts[1]);
  }

  @Test
  void aBodyIsNamedByItsPlaceInTheMessage() {
    assertThat(refusal("{\"x\":1}", "draft")).contains("\"field\": \"draft\"", "at 'draft'");
  }

  @Test
  void typesReferToOneAnother() {
    Map<String, JsonSchema> types =
        JsonSchema.types("Tree = name kids[]:Tree leafNode:Leaf;\n Leaf = colour");
    JsonSchema tree = types.get("Tree");
    assertThat(tree).isNotNull();
    tree.check(
        OfficeJson.parse("{\"kids\":[{\"kids\":[{\"name\":1}]}],\"leafNode\":{\"colour\":1}}"));
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> tree.check(OfficeJson.parse("{\"kids\":[{\"leafNode\":{\"x\":1}}]}")))
        .withMessageContaining("at 'kids[0].leaf_node'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a{b", "a}", "a:Nobody", "a a", "a[", "a ?"})
  void whatIsNoSchemaIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonSchema.parse(text));
  }
}
