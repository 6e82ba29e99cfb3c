/**
 * Gives a campaign Google's services as its ports. In: credentials, and the endpoint. Out: tables,
 * forms and mailboxes. {@code GoogleServices} is the entrance. Only this package and those below it
 * see Google's classes. For {@code wiring}, {@code doctor} and {@code action}; the other adapters
 * may not use it.
 */
@NullMarked
package org.entraide.google;

import org.jspecify.annotations.NullMarked;
