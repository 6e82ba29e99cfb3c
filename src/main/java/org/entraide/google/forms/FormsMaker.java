package org.entraide.google.forms;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.services.forms.v1.Forms;
import com.google.api.services.forms.v1.model.BatchUpdateFormRequest;
import com.google.api.services.forms.v1.model.Form;
import com.google.api.services.forms.v1.model.Info;
import java.util.Map;
import org.entraide.campaign.port.FormMaker;
import org.entraide.form.questionnaire.CurrentForm;
import org.entraide.form.questionnaire.MissingQuestions;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.Attempts;
import org.entraide.google.wire.GarbledAnswerException;
import org.entraide.google.wire.Operation;
import org.entraide.google.wire.PastedIds;
import org.entraide.resilience.RemoteFailure;

/** Forms made through the Forms API. */
public final class FormsMaker implements FormMaker {

  private static final Operation CREATING =
      Operation.write("google.doing.form.make", Operation.Target.NEW_FORM);
  private static final Operation READING =
      Operation.read("google.doing.form.read", Operation.Target.FORM);
  private static final Operation EDITING =
      Operation.write("google.doing.form.add", Operation.Target.FORM);

  /** Publishing what is published changes nothing, so it may be repeated like a read. */
  private static final Operation PUBLISHING =
      Operation.read("google.doing.form.publish", Operation.Target.FORM);

  private final Forms forms;
  private final Attempts attempts;
  private final AccessTokens tokens;
  private final boolean person;

  /**
   * @param tokens that reach as far as {@code Scopes.CREATE_FORMS}
   * @param person whether they are a person's
   */
  public FormsMaker(Forms forms, Attempts attempts, AccessTokens tokens, boolean person) {
    this.forms = forms;
    this.attempts = attempts;
    this.tokens = tokens;
    this.person = person;
  }

  @Override
  public boolean ownsFiles() {
    return person;
  }

  @Override
  public CurrentForm create(String title) throws RemoteFailure {
    // Google copies nothing but the title, and refuses the rest.
    Form wanted = new Form().setInfo(new Info().setTitle(title).setDocumentTitle(title));
    return run(CREATING, () -> forms.forms().create(wanted).execute());
  }

  @Override
  public CurrentForm read(String id) throws RemoteFailure {
    String checkedId = PastedIds.check(id, Operation.Target.FORM);
    return run(READING, () -> forms.forms().get(checkedId).execute());
  }

  private CurrentForm run(Operation operation, Attempts.Action<Form> action) throws RemoteFailure {
    Form form =
        attempts.run(
            operation,
            tokens,
            () -> {
              Form answer = action.run();
              if (answer.getFormId() == null) {
                throw new GarbledAnswerException("a form without its id");
              }
              return answer;
            });
    return FormModel.currentForm(form);
  }

  @Override
  public void add(CurrentForm form, MissingQuestions additions) throws RemoteFailure {
    BatchUpdateFormRequest batch = FormRequests.of(form, additions);
    attempts.run(
        EDITING, tokens, () -> forms.forms().batchUpdate(form.form().id(), batch).execute());
  }

  /** Builds the request by hand: Google's client of 2022 does not know it. */
  @Override
  public void publish(String id) throws RemoteFailure {
    String checkedId = PastedIds.check(id, Operation.Target.FORM);
    GenericUrl url =
        new GenericUrl(forms.getBaseUrl() + "v1/forms/" + checkedId + ":setPublishSettings");
    Map<String, Object> state = Map.of("isPublished", true, "isAcceptingResponses", true);
    Map<String, Object> body = Map.of("publishSettings", Map.of("publishState", state));
    attempts.run(
        PUBLISHING,
        tokens,
        () -> {
          HttpResponse response =
              forms
                  .getRequestFactory()
                  .buildPostRequest(url, new JsonHttpContent(forms.getJsonFactory(), body))
                  .execute();
          response.disconnect();
          return checkedId;
        });
  }
}
