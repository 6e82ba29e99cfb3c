package org.entraide;

import java.util.List;
import java.util.Optional;
import org.entraide.campaign.Journal;
import org.entraide.campaign.NoJournal;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.Signature;
import org.entraide.cli.Console;
import org.entraide.cli.ExitCode;
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

  static int run(
      Configuration configuration, String code, Optional<String> language, Console console)
      throws Exception {
    Installation installation = new Installation(configuration);
    Signature once = Signature.once(installation.identity(), false);
    @Nullable Exception failure = null;
    try (Journal journal = installation.existingJournal().orElseGet(NoJournal::new)) {
      Geocoder geocoder = installation.geocoder(new MemoryPlaceCache(journal));
      int looked = 0;
      for (CampaignSettings campaign : configuration.campaigns()) {
        console.progress().step(campaign.name(), looked++, configuration.campaigns().size());
        Texts texts = Texts.of(language.orElse(campaign.language().getLanguage()));
        try {
          List<Message> lines =
              new Why(installation.cycle(campaign, journal, geocoder, once).analyse()).of(code);
          if (!lines.isEmpty()) {
            lines.stream().map(texts::format).distinct().forEach(console.out()::println);
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
}
