package org.entraide.google.forms;

import com.google.api.services.forms.v1.Forms;
import com.google.api.services.forms.v1.model.FormResponse;
import com.google.api.services.forms.v1.model.ListFormResponsesResponse;
import java.time.Instant;
import java.util.List;
import org.entraide.campaign.port.FormSource;
import org.entraide.form.Form;
import org.entraide.form.Response;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.AnswerChecks;
import org.entraide.google.wire.Attempts;
import org.entraide.google.wire.Operation;
import org.entraide.google.wire.PageTokens;
import org.entraide.google.wire.PastedIds;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/** A form through the Forms API. */
public final class FormsSource implements FormSource {

  private static final Operation READING =
      Operation.read("google.doing.form.read", Operation.Target.FORM);
  private static final Operation READING_ANSWERS =
      Operation.read("google.doing.form.answers", Operation.Target.FORM);

  /** Google's own most. */
  private static final int PAGE = 5000;

  private final Forms forms;
  private final String id;
  private final Attempts attempts;
  private final AccessTokens tokens;

  public FormsSource(Forms forms, String id, Attempts attempts, AccessTokens tokens) {
    this.forms = forms;
    this.id = id;
    this.attempts = attempts;
    this.tokens = tokens;
  }

  @Override
  public Form form() throws RemoteFailure {
    String checkedId = PastedIds.check(id, Operation.Target.FORM);
    com.google.api.services.forms.v1.model.Form form =
        attempts.run(
            READING,
            tokens,
            () -> {
              com.google.api.services.forms.v1.model.Form answer =
                  forms.forms().get(checkedId).execute();
              AnswerChecks.check(checkedId, answer.getFormId());
              return answer;
            });
    return FormModel.form(form);
  }

  @Override
  public List<Response> answers(Instant since) throws RemoteFailure {
    String checkedId = PastedIds.check(id, Operation.Target.FORM);
    // Every page must be asked for with the same filter.
    String filter = since.isAfter(Instant.EPOCH) ? "timestamp >= " + since : null;
    return PageTokens.all(
        token -> {
          ListFormResponsesResponse page =
              attempts.run(
                  READING_ANSWERS,
                  tokens,
                  () ->
                      forms
                          .forms()
                          .responses()
                          .list(checkedId)
                          .setFilter(filter)
                          .setPageSize(PAGE)
                          .setPageToken(token)
                          .execute());
          return PageTokens.Page.of(answers(page.getResponses()), page.getNextPageToken());
        });
  }

  /** Turned into our own small records page by page: Google's objects are large. */
  private static List<Response> answers(@Nullable List<FormResponse> responses)
      throws RemoteFailure {
    if (responses == null) {
      return List.of();
    }
    try {
      return responses.stream().map(FormModel::answer).toList();
    } catch (FormModel.UnreadableAnswer e) {
      throw RemoteFailure.of(
          Kind.UNAVAILABLE, READING_ANSWERS.failed(e.words(), Message.of("google.fix.later")));
    }
  }
}
