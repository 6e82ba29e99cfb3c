package org.entraide.action;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.NoJournal;
import org.entraide.campaign.rights.Holding;
import org.entraide.cli.argument.CampaignByName;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.file.CsvText;
import org.entraide.file.secret.OwnerOnly;
import org.entraide.place.MemoryPlaceCache;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.resilience.RemoteFailure;
import org.entraide.wiring.Installation;

/** What {@code export} does. */
public final class ExportAction {

  private static final int STEPS = 2;

  private ExportAction() {}

  public static int run(
      Configuration configuration,
      String name,
      Optional<String> person,
      Path directory,
      Console console)
      throws IOException, RemoteFailure {
    CampaignSettings settings = CampaignByName.of(configuration, name);
    Installation installation = new Installation(configuration);
    console.progress().step("reading the spreadsheet", 0, STEPS);
    try (Journal journal = installation.journals().existing().orElseGet(NoJournal::new)) {
      Cycle cycle =
          installation.cycle(
              settings,
              journal,
              installation.geocoder(new MemoryPlaceCache(journal)),
              InstallationIdentity.once(installation.journals().identity(), false));
      Optional<String> reference =
          person.isPresent()
              ? Optional.of(reference(settings, cycle, journal, person.get()))
              : Optional.empty();
      Map<String, List<List<String>>> tables =
          cycle
              .inspection()
              .extract(reference)
              .orElseThrow(
                  () -> NamedPerson.nobody(person.orElse(name), List.of(settings), journal));
      console.progress().step("writing", STEPS - 1, STEPS);
      write(tables, directory);
      tables.forEach(
          (file, rows) ->
              console.err().println(directory.resolve(file) + ": " + (rows.size() - 1) + " rows"));
      return ExitCode.OK;
    } catch (SheetLayout.Unusable e) {
      throw new UserError(ExitCode.CONFIGURATION, e.reason());
    }
  }

  private static String reference(
      CampaignSettings campaign, Cycle cycle, Journal journal, String who)
      throws RemoteFailure, SheetLayout.Unusable {
    List<Holding> holdings = cycle.inspection().find(who);
    if (holdings.isEmpty()) {
      throw NamedPerson.nobody(who, List.of(campaign), journal);
    }
    NamedPerson.requireOne(campaign.name(), holdings);
    return holdings.get(0).reference();
  }

  /** All or, where one of the files is there, none. */
  private static void write(Map<String, List<List<String>>> tables, Path directory)
      throws IOException {
    for (String file : tables.keySet()) {
      if (Files.exists(directory.resolve(file))) {
        throw new UserError(
            ExitCode.USAGE,
            directory.resolve(file) + ": it is there already; name another directory");
      }
    }
    OwnerOnly.directory(directory);
    for (Map.Entry<String, List<List<String>>> table : tables.entrySet()) {
      Path file = directory.resolve(table.getKey());
      try (Writer out = OwnerOnly.newText(file)) {
        CsvText csv = new CsvText(out);
        for (List<String> row : table.getValue()) {
          csv.safeRow(row);
        }
      }
    }
  }
}
