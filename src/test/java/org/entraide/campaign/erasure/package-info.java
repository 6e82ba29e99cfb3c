/** Erasure and retention in a whole campaign. */
package org.entraide.campaign.erasure;
