package org.entraide.campaign.port;

import java.util.Optional;
import org.entraide.form.FormCrossCheck;

/**
 * What the form says now.
 *
 * @param witness the form beside the sheet; empty while the form could never be read
 * @param trouble why the form could not be read, where the last try failed
 */
public record FormObservation(Optional<FormCrossCheck> witness, Optional<Trouble> trouble) {}
