package org.entraide.sandbox.office;

/** Hears what respondents do: the linked spreadsheet. */
public interface ResponseSink {

  /** A sink for a form that is linked to nothing. */
  ResponseSink NOWHERE =
      new ResponseSink() {
        @Override
        public void submitted(Form form, FormResponse response) {}

        @Override
        public void edited(Form form, FormResponse response) {}

        @Override
        public void deleted(Form form, FormResponse response) {}
      };

  /** Somebody answered. */
  void submitted(Form form, FormResponse response);

  /** Somebody changed an answer; the response is the new one. */
  void edited(Form form, FormResponse response);

  /** The form itself was edited: its questions are other ones. */
  default void changed(Form form) {}

  /** An organiser deleted an answer in the form. */
  void deleted(Form form, FormResponse response);
}
