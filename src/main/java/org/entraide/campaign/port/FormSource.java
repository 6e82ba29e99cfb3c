package org.entraide.campaign.port;

import java.time.Instant;
import java.util.List;
import org.entraide.form.Form;
import org.entraide.form.Response;
import org.entraide.resilience.RemoteFailure;

/** The form behind a campaign's sheet. */
public interface FormSource {

  /** Reads the form itself, in one request. */
  Form form() throws RemoteFailure;

  /**
   * Reads the answers given or changed at or after a moment, all pages.
   *
   * @param since inclusive; {@link Instant#EPOCH} for all
   */
  List<Response> answers(Instant since) throws RemoteFailure;
}
