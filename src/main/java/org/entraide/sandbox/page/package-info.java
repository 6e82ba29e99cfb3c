/**
 * Serves the sandbox's web page. In: requests of a browser. Out: the page and its parts, and a
 * refusal of each change that another page asks for. For {@code sandbox} alone.
 */
@NullMarked
package org.entraide.sandbox.page;

import org.jspecify.annotations.NullMarked;
