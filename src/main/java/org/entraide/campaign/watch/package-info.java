/**
 * Passes on what campaigns do to those who watch, and says which campaigns hang. In: calls as
 * passes begin, reach a stage and end. Out: the same calls to each watcher, and the names of
 * campaigns that hang. {@code campaign.daemon} and {@code campaign.cycle} call it; {@code metrics},
 * {@code alert.send} and {@code service} watch, and campaigns do not know them.
 */
@NullMarked
package org.entraide.campaign.watch;

import org.jspecify.annotations.NullMarked;
