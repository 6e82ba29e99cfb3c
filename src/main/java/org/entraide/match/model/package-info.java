/**
 * What the matcher takes and gives: participants, rules and settings in, introductions, open needs
 * and figures out. Records alone, which every package may use.
 */
@NullMarked
package org.entraide.match.model;

import org.jspecify.annotations.NullMarked;
