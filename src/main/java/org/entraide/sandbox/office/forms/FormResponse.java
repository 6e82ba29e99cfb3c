package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entraide.sandbox.office.http.ApiTimes;
import org.entraide.sandbox.office.http.OfficeJson;

/**
 * One filled form.
 *
 * @param created when it was first sent
 * @param submitted when it was last sent
 * @param email the respondent's, where the form collects it; else empty
 * @param answers values by question id, several for ticked boxes, the id in Drive for a file; what
 *     was not answered is absent
 */
public record FormResponse(
    String id,
    Instant created,
    Instant submitted,
    String email,
    Map<String, List<String>> answers) {

  public FormResponse {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    answers.forEach(
        (question, values) -> {
          if (!values.isEmpty()) {
            copy.put(question, List.copyOf(values));
          }
        });
    answers = Collections.unmodifiableMap(copy);
  }

  /** As the API shows it; the form says which answers are files. */
  ObjectNode toJson(OfficeForm form) {
    ObjectNode json =
        OfficeJson.object()
            .put("responseId", id)
            .put("createTime", ApiTimes.millis(created))
            .put("lastSubmittedTime", ApiTimes.millis(submitted));
    if (!email.isEmpty()) {
      json.put("respondentEmail", email);
    }
    ObjectNode all = OfficeJson.object();
    answers.forEach(
        (question, values) -> {
          ObjectNode answer = all.putObject(question).put("questionId", question);
          if (form.question(question).filter(OfficeQuestion::takesFiles).isPresent()) {
            ArrayNode files = answer.putObject("fileUploadAnswers").putArray("answers");
            values.forEach(file -> files.addObject().put("fileId", file));
          } else {
            ArrayNode texts = answer.putObject("textAnswers").putArray("answers");
            values.forEach(value -> texts.addObject().put("value", value));
          }
        });
    if (!all.isEmpty()) {
      json.set("answers", all);
    }
    return json;
  }
}
