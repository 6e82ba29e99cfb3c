package org.entraide.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.config.CampaignSettings;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * A person of the configuration, named by the key of their address: what doctor prints is passed on
 * to those who help, and must show no addresses.
 *
 * @param address never printed
 * @param key such as {@code campaigns.londres.delegate}
 * @param name short, such as {@code delegates[2]}; empty for the first of their kind
 */
record ConfiguredPerson(String address, String key, String name) {

  private static final String EMAIL = "auth login EMAIL";

  /** Everybody whose mailbox holds drafts of a campaign. */
  static List<ConfiguredPerson> delegates(CampaignSettings campaign) {
    String prefix = "campaigns." + campaign.name() + ".";
    List<ConfiguredPerson> all = new ArrayList<>();
    all.add(new ConfiguredPerson(campaign.delegate(), prefix + "delegate", ""));
    for (int i = 0; i < campaign.delegates().size(); i++) {
      String name = "delegates[" + (i + 1) + "]";
      all.add(
          new ConfiguredPerson(
              campaign.delegates().get(i).email(), prefix + name + ".email", name));
    }
    return all;
  }

  /** Whose sign-in reads sheets and forms where there is no service account. */
  static ConfiguredPerson reader(String address) {
    return new ConfiguredPerson(address, "google.account", "");
  }

  /** Says whom a finding is about, where its advice leaves that open. */
  DoctorFinding named(DoctorFinding finding, Path configuration) {
    String fix = finding.words().in(Texts.english()).fix();
    boolean named = fix.contains(EMAIL);
    if (!named && !FindingWords.Addressed.isWhose(fix)) {
      return finding;
    }
    Message place =
        Message.of(named ? "doctor.whose.email" : "doctor.whose.address")
            .with("key", key)
            .with("file", configuration.toString());
    return finding.saying(new FindingWords.Addressed(finding.words(), place));
  }
}
