package org.entraide.cli.argument;

import java.util.List;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.text.Message;
import org.entraide.text.typed.NearestWord;

/** The campaign that somebody named on the command line. */
public final class CampaignByName {

  private CampaignByName() {}

  /**
   * Finds it.
   *
   * @throws UserError if there is none of that name, with the nearest one or all there are
   */
  public static CampaignSettings of(Configuration configuration, String name) {
    return configuration.campaign(name).orElseThrow(() -> unknown(configuration, name));
  }

  private static UserError unknown(Configuration configuration, String name) {
    List<String> names = configuration.campaigns().stream().map(CampaignSettings::name).toList();
    Message advice =
        NearestWord.of(name, names)
            .map(near -> Message.of("cli.campaign.near").with("near", near))
            .orElse(Message.of("cli.campaign.all").with("names", String.join(", ", names)));
    return new UserError(
        ExitCode.USAGE,
        Message.of("cli.campaign.unknown")
            .with("file", configuration.file().toString())
            .with("campaign", name)
            .with("advice", advice));
  }
}
