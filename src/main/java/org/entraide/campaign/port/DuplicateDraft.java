package org.entraide.campaign.port;

/**
 * A second draft of an introduction, which came after the one that is known. Gmail does not refuse
 * a daemon that lost its lease: a draft that it asked for may appear late, when its successor has
 * looked for it in vain and made another. The newer one is deleted unless somebody touched it.
 *
 * @param ref the introduction's
 * @param mailbox whose
 */
public record DuplicateDraft(String ref, String mailbox, Mailbox.Draft draft) {}
