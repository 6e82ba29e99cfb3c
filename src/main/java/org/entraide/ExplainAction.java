package org.entraide;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.entraide.campaign.Journal;
import org.entraide.campaign.NoJournal;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.Signature;
import org.entraide.cli.Console;
import org.entraide.cli.ExitCode;
import org.entraide.cli.ExplainCommand;
import org.entraide.cli.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.place.Geocoder;
import org.entraide.place.online.MemoryPlaceCache;
import org.entraide.plan.Layout;
import org.entraide.plan.Why;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/** What {@code explain} does: looks for the reference in one campaign after the other. */
final class ExplainAction {

  private ExplainAction() {}

  static int run(Configuration configuration, ExplainCommand.Options options, Console console)
      throws Exception {
    String code = options.code();
    Installation installation = new Installation(configuration);
    Signature once = Signature.once(installation.journals().identity(), false);
    @Nullable Exception failure = null;
    try (Journal journal = installation.journals().existing().orElseGet(NoJournal::new)) {
      Geocoder geocoder = installation.geocoder(new MemoryPlaceCache(journal));
      int looked = 0;
      for (CampaignSettings campaign : configuration.campaigns()) {
        console.progress().step(campaign.name(), looked++, configuration.campaigns().size());
        try {
          List<Message> lines =
              new Why(installation.cycle(campaign, journal, geocoder, once).inspection().analyse())
                  .of(code);
          if (!lines.isEmpty()) {
            print(new Explained(campaign.name(), code, lines), campaign, options, console);
            return ExitCode.OK;
          }
        } catch (RemoteFailure e) {
          failure = e;
          console.err().println(campaign.name() + ": " + e.getMessage());
        } catch (Layout.Unusable e) {
          failure =
              new UserError(ExitCode.CONFIGURATION, Installation.english().format(e.reason()));
          console.err().println(campaign.name() + ": " + failure.getMessage());
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    throw new UserError(ExitCode.USAGE, "no campaign knows " + code);
  }

  private static void print(
      Explained found, CampaignSettings campaign, ExplainCommand.Options options, Console console)
      throws JsonProcessingException {
    String language = options.language().orElse(campaign.language().getLanguage());
    Texts texts = Texts.of(language);
    if (options.json()) {
      console.out().println(found.json(texts, language));
    } else {
      found.text(texts).forEach(console.out()::println);
    }
  }
}
