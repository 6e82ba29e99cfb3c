/** Short stories: every order of a few deeds of organisers. */
package org.entraide.campaign.story;
