package org.entraide;

import java.util.List;
import org.entraide.cli.ExitCode;
import org.entraide.cli.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.Nearest;

/** The campaign that somebody named on the command line. */
final class NamedCampaign {

  private NamedCampaign() {}

  /**
   * Finds it.
   *
   * @throws UserError if there is none of that name, with the nearest one or all there are
   */
  static CampaignSettings of(Configuration configuration, String name) {
    return configuration.campaign(name).orElseThrow(() -> unknown(configuration, name));
  }

  private static UserError unknown(Configuration configuration, String name) {
    List<String> names = configuration.campaigns().stream().map(CampaignSettings::name).toList();
    String advice =
        Nearest.of(name, names)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("it has " + String.join(", ", names));
    return new UserError(
        ExitCode.USAGE,
        "the configuration %s has no campaign \"%s\"; %s"
            .formatted(configuration.file(), name, advice));
  }
}
