package org.entraide.campaign.port;

import org.entraide.form.questionnaire.CurrentForm;
import org.entraide.form.questionnaire.MissingQuestions;
import org.entraide.resilience.RemoteFailure;

/** Makes and completes forms; nothing but {@code init} does. */
public interface FormMaker {

  /** Whether a person's account makes the forms: a service account has no room for files. */
  boolean ownsFiles();

  /**
   * Makes an empty form. Asking twice makes two.
   *
   * @return the form as it is; from 2026-06-30 on it is not published
   */
  CurrentForm create(String title) throws RemoteFailure;

  /** Reads a form. */
  CurrentForm read(String id) throws RemoteFailure;

  /**
   * Adds to a form, in one request.
   *
   * @param form as read; one that was edited since refuses ({@link RemoteFailure.Kind#CONFLICT})
   */
  void add(CurrentForm form, MissingQuestions additions) throws RemoteFailure;

  /** Publishes a form and lets it take answers. */
  void publish(String id) throws RemoteFailure;
}
