/**
 * Invents a sample campaign: a questionnaire, and fictitious people who answered it. In: a number
 * of people, a seed, and when the form opened. Out: questions and answers, the same for the same
 * input. For {@code sandbox} and tests.
 */
@NullMarked
package org.entraide.sandbox.sample;

import org.jspecify.annotations.NullMarked;
