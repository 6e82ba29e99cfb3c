/** The adapters to Google's services: the only package that sees Google's classes. */
@NullMarked
package org.entraide.google;

import org.jspecify.annotations.NullMarked;
