/** Reads and checks entraide.toml. */
@NullMarked
package org.entraide.config;

import org.jspecify.annotations.NullMarked;
