package org.entraide.google.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.GenericJson;
import com.google.api.services.forms.v1.model.ListFormResponsesResponse;
import java.io.IOException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class LongTextJsonTest {

  private static final LongTextJson JSON = new LongTextJson();

  /** Each of them would have the whole text looked at again. */
  @SuppressWarnings("NullAway") // what is there is what the test wrote
  @Test
  void aLongTextHasNoLetterForWhichJavaLooksAtAllOfItAgain() throws IOException {
    String text = "ΑΣ İ ".repeat(10_000);

    ListFormResponsesResponse read =
        JSON.fromString(
            "{\"responses\":[{\"responseId\":\"r\",\"answers\":{\"q\":{\"textAnswers\":"
                + "{\"answers\":[{\"value\":\""
                + text
                + "\"}]}}}}]}",
            ListFormResponsesResponse.class);

    String value =
        read.getResponses()
            .get(0)
            .getAnswers()
            .get("q")
            .getTextAnswers()
            .getAnswers()
            .get(0)
            .getValue();
    assertThat(value).hasSize(text.length()).doesNotContain("Σ", "İ").startsWith("Ασ i ");
  }

  @Test
  void everyOtherTextIsAsItWasSent() throws IOException {
    GenericJson read =
        JSON.fromString("{\"a\":\"ΟΔΥΣΣΕΥΣ İ\",\"b\":[1,2.5,true,null]}", GenericJson.class);

    assertThat(read.get("a")).isEqualTo("ΟΔΥΣΣΕΥΣ İ");
    assertThat(JSON.toString(read)).contains("\"b\":[1,2.5,true");
    assertThat(LongTextJson.eased("é".repeat(5000))).isEqualTo("é".repeat(5000));
  }
}
