package org.entraide.docs;

/**
 * Something that the program can say.
 *
 * @param source the class that says it, below {@code org.entraide}, such as {@code google.Advice}
 * @param text its words, with … for what differs from time to time
 * @param follows what the program does then, where the place that says it tells; else empty
 */
record Said(String source, String text, String follows) {}
