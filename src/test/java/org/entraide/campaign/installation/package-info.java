/** Several installations, versions and journals of one campaign. */
package org.entraide.campaign.installation;
