package org.entraide.sandbox.sample;

/** What the sample form asks, in its order. */
enum SampleField {
  FIRST_NAME,
  LAST_NAME,
  PHONE,
  PLACE,
  NEEDS,
  OFFERS,
  CAPACITY,
  RADIUS,
  LANGUAGES,
  VULNERABLE,
  AGE,
  NOTES,
  CONSENT
}
