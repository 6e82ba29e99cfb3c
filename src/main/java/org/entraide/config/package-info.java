/**
 * Reads and checks {@code entraide.toml}. In: the file, and the templates of letters that it names.
 * Out: a {@code Configuration} with its defaults, or everything that is wrong, each with its line.
 * For {@code action}, {@code cli}, {@code doctor} and {@code wiring}; others take single settings.
 * It knows only {@code people}, {@code text} and the matcher's {@code Policy}.
 */
@NullMarked
package org.entraide.config;

import org.jspecify.annotations.NullMarked;
