package org.entraide.place.embedded;

import java.util.List;
import org.entraide.place.index.Feature;
import org.entraide.text.Message;

/**
 * A place that may be meant.
 *
 * @param score a decimal logarithm: one more is ten times as likely
 * @param why what the score is made of
 */
record ScoredPlace(Feature feature, double score, List<Message> why) {}
