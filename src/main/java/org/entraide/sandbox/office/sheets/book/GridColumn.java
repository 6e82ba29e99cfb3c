package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One grid column: an identity that stays when columns are inserted or moved.
 *
 * @param properties {@code hiddenByUser} and {@code pixelSize}, as they came
 */
public record GridColumn(long id, @Nullable ObjectNode properties) {}
