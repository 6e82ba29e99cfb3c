package org.entraide.sandbox.office.forms;

/** Gets what respondents do: the linked spreadsheet. */
public interface ResponseSink {

  /** A sink for a form that is linked to nothing. */
  ResponseSink NOWHERE =
      new ResponseSink() {
        @Override
        public void submitted(OfficeForm form, FormResponse response) {}

        @Override
        public void edited(OfficeForm form, FormResponse response) {}

        @Override
        public void deleted(OfficeForm form, FormResponse response) {}
      };

  /** Somebody answered. */
  void submitted(OfficeForm form, FormResponse response);

  /** Somebody changed an answer; the response is the new one. */
  void edited(OfficeForm form, FormResponse response);

  /** The form itself was edited: its questions are other ones. */
  default void changed(OfficeForm form) {}

  /** An organiser deleted an answer in the form. */
  void deleted(OfficeForm form, FormResponse response);
}
