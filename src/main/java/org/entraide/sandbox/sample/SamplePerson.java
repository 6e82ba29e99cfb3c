package org.entraide.sandbox.sample;

/**
 * Who answers.
 *
 * @param email never empty: whether it is given is another question
 * @param phone likewise, but empty once all fictitious numbers are taken
 */
record SamplePerson(
    String first, String last, String email, String phone, City city, String place) {}
