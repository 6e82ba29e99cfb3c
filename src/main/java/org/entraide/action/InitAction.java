package org.entraide.action;

import org.entraide.campaign.setup.FormSetup;
import org.entraide.campaign.setup.SheetPreparation;
import org.entraide.cli.InitCommand;
import org.entraide.cli.argument.CampaignByName;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.wiring.Installation;

/** What {@code init} does. */
public final class InitAction {

  private InitAction() {}

  public static int run(Configuration configuration, InitCommand.Options options, Console console)
      throws Exception {
    CampaignSettings campaign = CampaignByName.of(configuration, options.campaign());
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
                new Printing(console, options.linesKept()),
                SystemEdge.clock(),
                SystemEdge.sleeper(),
                account,
                options.as().filter(as -> !as.equalsIgnoreCase(account)).isPresent()),
            Texts.of(campaign.language().getLanguage()));
    try {
      return exitCode(setup.run(options.longest()), campaign);
    } catch (SheetLayout.Unusable e) {
      throw new UserError(ExitCode.CONFIGURATION, e.reason());
    }
  }

  private static int exitCode(FormSetup.Outcome outcome, CampaignSettings campaign) {
    return switch (outcome) {
      case READY -> ExitCode.OK;
      case NOT_LINKED -> ExitCode.TRY_AGAIN;
      case ELSEWHERE -> ExitCode.CONFIGURATION;
      case CANNOT_MAKE ->
          throw new UserError(
              ExitCode.SIGN_IN, Message.of("cli.init.no_form").with("campaign", campaign.name()));
    };
  }

  /** Lines for the configuration are data; all else is for people. */
  private record Printing(Console console, boolean linesKept) implements FormSetup.Listener {

    @Override
    public void say(Message message) {
      if (linesKept && message.key().equals("form.init.write-down")) {
        return;
      }
      console.say(message);
    }

    @Override
    public void line(String text) {
      console.out().println(text);
      console.out().flush();
    }
  }
}
