/**
 * Takes requests to the embedded office apart, and puts its answers together. In: requests, JSON,
 * field masks, schemas and scopes. Out: parts of requests that were checked, answers, and errors in
 * Google's shape. For every service of the office, {@code sandbox} and tests; it knows no service.
 */
@NullMarked
package org.entraide.sandbox.office.http;

import org.jspecify.annotations.NullMarked;
