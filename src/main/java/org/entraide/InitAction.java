package org.entraide;

import org.entraide.campaign.FormSetup;
import org.entraide.campaign.SheetPreparation;
import org.entraide.cli.Console;
import org.entraide.cli.ExitCode;
import org.entraide.cli.InitCommand;
import org.entraide.cli.SystemEdge;
import org.entraide.cli.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.plan.Layout;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** What {@code init} does. */
final class InitAction {

  private InitAction() {}

  static int run(Configuration configuration, InitCommand.Options options, Console console)
      throws Exception {
    CampaignSettings campaign = NamedCampaign.of(configuration, options.campaign());
    Texts spoken = Texts.of(options.language().orElse(campaign.language().getLanguage()));
    Installation installation = new Installation(configuration);
    String account = installation.google(campaign).account();
    FormSetup setup =
        new FormSetup(
            campaign,
            new FormSetup.Ports(
                installation.formMaker(campaign, options.as()),
                new MadeFormFiles(configuration.state().directory()),
                new SheetPreparation(
                    campaign,
                    installation.table(campaign),
                    installation.appearance(campaign),
                    installation.texts()),
                new Printing(console, spoken),
                SystemEdge.clock(),
                SystemEdge.sleeper(),
                account,
                options.as().filter(as -> !as.equalsIgnoreCase(account)).isPresent()),
            Texts.of(campaign.language().getLanguage()));
    try {
      return exitCode(setup.run(options.longest()), campaign);
    } catch (Layout.Unusable e) {
      throw new UserError(ExitCode.CONFIGURATION, spoken.format(e.reason()));
    }
  }

  private static int exitCode(FormSetup.Outcome outcome, CampaignSettings campaign) {
    return switch (outcome) {
      case READY -> ExitCode.OK;
      case NOT_LINKED -> ExitCode.TRY_AGAIN;
      case ELSEWHERE -> ExitCode.CONFIGURATION;
      case CANNOT_MAKE ->
          throw new UserError(
              ExitCode.SIGN_IN,
              "[campaigns."
                  + campaign.name()
                  + "] names no form, and a service account cannot own one. Either\n"
                  + "sign in as a person: entraide auth login EMAIL --create-forms, then entraide"
                  + " init "
                  + campaign.name()
                  + " --as EMAIL; or\n"
                  + "make a form by hand, share it with the service account as editor (Add"
                  + " collaborators), and write its id into the configuration: form = \"…\"");
    };
  }

  /** Lines for the configuration are data; all else is for people. */
  private record Printing(Console console, Texts texts) implements FormSetup.Listener {

    @Override
    public void say(Message message) {
      console.err().println(texts.format(message));
      console.err().flush();
    }

    @Override
    public void line(String text) {
      console.out().println(text);
      console.out().flush();
    }
  }
}
