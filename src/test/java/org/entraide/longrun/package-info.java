/**
 * The long profile: {@code mvn -Plong verify} runs families of tests at their full size, for hours.
 * Comes in: {@code families.tsv} and the options; goes out: a line for each finished case in {@code
 * * target/long/cases.tsv}, from which a later start goes on, and a table for {@code *
 * docs/reliability.md}.
 */
@NullMarked
package org.entraide.longrun;

import org.jspecify.annotations.NullMarked;
