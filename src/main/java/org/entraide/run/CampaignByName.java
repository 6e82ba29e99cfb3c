package org.entraide.run;

import java.util.List;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.NearestWord;

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
    String advice =
        NearestWord.of(name, names)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("it has " + String.join(", ", names));
    return new UserError(
        ExitCode.USAGE,
        "the configuration %s has no campaign \"%s\"; %s"
            .formatted(configuration.file(), name, advice));
  }
}
