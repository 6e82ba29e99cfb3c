package org.entraide.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entraide.cli.LiveCheckCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.google.GoogleServices;
import org.entraide.livecheck.BrowserUser;
import org.entraide.livecheck.LiveCheck;
import org.entraide.livecheck.ProbeFinding;
import org.entraide.wiring.Installation;
import org.jspecify.annotations.Nullable;

/** What {@code live-check} does. */
public final class LiveCheckAction implements LiveCheckCommand.Action {

  private final Supplier<BufferedReader> typed;

  /**
   * @param typed where the person's Enter comes from
   */
  public LiveCheckAction(Supplier<BufferedReader> typed) {
    this.typed = typed;
  }

  @Override
  public int run(Configuration configuration, LiveCheckCommand.Options options, Console console)
      throws Exception {
    configuration.campaigns().forEach(campaign -> refuse(campaign, options));
    GoogleServices google = new Installation(configuration).google(credentials(configuration));
    LiveCheck check =
        new LiveCheck(
            new LiveCheck.Scratch(
                google.table(options.spreadsheet()),
                google.appearance(options.spreadsheet()),
                google.trials(options.spreadsheet()),
                google.form(options.form()),
                google.mailbox(options.mailbox())),
            asking(console, typed.get()));
    try {
      List<ProbeFinding> findings =
          check.run(finding -> console.err().println("=> " + finding.observed()));
      print(findings, options, console);
      if (check.draftsLeft() > 0) {
        console.err().println(check.draftsLeft() + " drafts that you changed are still there.");
      }
      return findings.stream().allMatch(ProbeFinding::isSettled) ? ExitCode.OK : ExitCode.PARTLY;
    } catch (LiveCheck.Unfit e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static void refuse(CampaignSettings campaign, LiveCheckCommand.Options options) {
    boolean used =
        campaign.spreadsheet().equals(options.spreadsheet())
            || campaign.form().equals(Optional.of(options.form()));
    if (used) {
      throw new UserError(
          ExitCode.USAGE,
          "the campaign "
              + campaign.name()
              + " uses that; live-check is for a scratch sheet and form, which are thrown away");
    }
  }

  private static Path credentials(Configuration configuration) {
    return configuration
        .google()
        .credentials()
        .or(() -> configuration.campaigns().stream().map(CampaignSettings::credentials).findFirst())
        .orElseThrow();
  }

  private static BrowserUser asking(Console console, BufferedReader lines) {
    return click -> {
      console.err().println();
      console.err().println(click.words());
      console.err().print("Done? Press Enter. ");
      console.err().flush();
      if (line(lines) == null) {
        throw new InterruptedException("nobody is there to click");
      }
    };
  }

  private static @Nullable String line(BufferedReader lines) {
    try {
      return lines.readLine();
    } catch (IOException e) {
      return null; // a closed terminal: nobody is there any more
    }
  }

  private static void print(
      List<ProbeFinding> findings, LiveCheckCommand.Options options, Console console) {
    if (options.json()) {
      console.out().println(json(findings));
    } else {
      findings.forEach(finding -> console.out().println(text(finding)));
    }
    console
        .err()
        .println(
            "Delete the scratch form, its sheet, and the letters in the scratch mailbox that were"
                + " sent.");
  }

  private static String text(ProbeFinding finding) {
    String setting = finding.officeSwitch().isEmpty() ? finding.probe() : finding.officeSwitch();
    return "%s = %s%n    %s %s"
        .formatted(setting, finding.observed(), finding.question(), finding.meaning());
  }

  private static ObjectNode json(List<ProbeFinding> findings) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    ArrayNode list = json.putArray("findings");
    for (ProbeFinding finding : findings) {
      list.addObject()
          .put("probe", finding.probe())
          .put("question", finding.question())
          .put("switch", finding.officeSwitch())
          .put("observed", finding.observed())
          .put("settled", finding.isSettled())
          .put("meaning", finding.meaning());
    }
    return json;
  }
}
