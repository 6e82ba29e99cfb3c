/**
 * Says what the guided start asks, in the order of Google's clicks, and which answers do. In: what
 * a person typed. Out: a verdict on each answer, the next step, and the lines of {@code
 * entraide.toml}. For the command {@code setup}, in {@code action} and {@code cli}. Pure: terminal,
 * files and Google are passed around it.
 */
@NullMarked
package org.entraide.setup;

import org.jspecify.annotations.NullMarked;
