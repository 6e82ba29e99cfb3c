/**
 * Requests and answers of the embedded office: JSON, field masks, schemas, scopes, and Google's
 * shape of errors. Every service of the office uses it; it knows none of them.
 */
@NullMarked
package org.entraide.sandbox.office.http;

import org.jspecify.annotations.NullMarked;
