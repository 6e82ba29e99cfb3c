package org.entraide.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.NoJournal;
import org.entraide.cli.ExplainCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.people.reference.LetterReference;
import org.entraide.people.reference.Reference;
import org.entraide.place.Geocoder;
import org.entraide.place.MemoryPlaceCache;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.report.ExplanationText;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.wiring.Installation;
import org.jspecify.annotations.Nullable;

/** What {@code explain} does: looks for the reference in one campaign after the other. */
public final class ExplainAction {

  private ExplainAction() {}

  public static int run(
      Configuration configuration, ExplainCommand.Options options, Console console)
      throws Exception {
    Installation installation = new Installation(configuration);
    InstallationIdentity once =
        InstallationIdentity.once(installation.journals().identity(), false);
    @Nullable Exception failure = null;
    String code;
    try (Journal journal = installation.journals().existing().orElseGet(NoJournal::new)) {
      code =
          meant(options.reference())
              .orElseThrow(
                  () ->
                      UnknownReference.of(
                          ExitCode.USAGE, options.reference(), configuration.campaigns(), journal));
      Geocoder geocoder = installation.geocoder(new MemoryPlaceCache(journal));
      int looked = 0;
      for (CampaignSettings campaign : configuration.campaigns()) {
        console.progress().step(campaign.name(), looked++, configuration.campaigns().size());
        try {
          List<Message> lines =
              new ExplanationText(
                      installation.cycle(campaign, journal, geocoder, once).inspection().analyse())
                  .of(code);
          if (!lines.isEmpty()) {
            print(new ReferenceExplanation(campaign.name(), code, lines), options, console);
            return ExitCode.OK;
          }
        } catch (RemoteFailure e) {
          failure = e;
          say(console, campaign.name(), e.words());
        } catch (SheetLayout.Unusable e) {
          failure = new UserError(ExitCode.CONFIGURATION, e.reason());
          say(console, campaign.name(), e.reason());
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    throw new UserError(ExitCode.USAGE, Message.of("cli.explain.unknown").with("ref", code));
  }

  /** A question means its person: what is said of them names their questions. */
  private static Optional<String> meant(String typed) {
    return Optional.of(typed.strip().toUpperCase(Locale.ROOT))
        .filter(LetterReference::isQuestion)
        .map(LetterReference::code)
        .or(() -> Reference.parse(typed));
  }

  private static void say(Console console, String campaign, Message what) {
    console.say(Message.of("cli.explain.campaign").with("campaign", campaign).with("text", what));
  }

  private static void print(
      ReferenceExplanation explanation, ExplainCommand.Options options, Console console)
      throws JsonProcessingException {
    Texts texts = console.texts();
    if (options.json()) {
      console.out().println(explanation.json(texts));
    } else {
      explanation.text(texts).forEach(console.out()::println);
    }
  }
}
