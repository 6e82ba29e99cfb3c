package org.entraide.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.config.CampaignSettings;

/**
 * A person of the configuration, named by the key of their address: what doctor prints is passed on
 * to those who help, and must show no addresses.
 *
 * @param address never printed
 * @param key such as {@code campaigns.londres.delegate}
 * @param name short, such as {@code delegates[2]}; empty for the only one of their kind
 */
record ConfiguredPerson(String address, String key, String name) {

  private static final String EMAIL = "auth login EMAIL";
  private static final String WHOSE = " (bin/entraide auth status shows whose)";

  /** Everybody whose mailbox holds drafts of a campaign. */
  static List<ConfiguredPerson> delegates(CampaignSettings campaign) {
    String prefix = "campaigns." + campaign.name() + ".";
    List<ConfiguredPerson> all = new ArrayList<>();
    all.add(new ConfiguredPerson(campaign.delegate(), prefix + "delegate", ""));
    for (int i = 0; i < campaign.delegates().size(); i++) {
      String name = "delegates[" + (i + 1) + "]";
      all.add(
          new ConfiguredPerson(
              campaign.delegates().get(i).email(), prefix + name + ".email", " " + name));
    }
    return all;
  }

  /** Whose sign-in reads sheets and forms where there is no service account. */
  static ConfiguredPerson reader(String address) {
    return new ConfiguredPerson(address, "google.account", "");
  }

  /** Says whom a finding is about, where its advice leaves that open. */
  DoctorFinding named(DoctorFinding finding, Path configuration) {
    boolean named = finding.fix().contains(EMAIL);
    if (!named && !finding.fix().contains(WHOSE)) {
      return finding;
    }
    String fix =
        "%s (%s at %s in %s)"
            .formatted(
                finding.fix().replace(WHOSE, "").replaceAll("\\.$", ""),
                named ? "EMAIL is" : "the address is",
                key,
                configuration);
    return new DoctorFinding(
        finding.grade(), finding.about(), finding.cause(), fix, finding.consequence());
  }
}
