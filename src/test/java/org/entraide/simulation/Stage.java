package org.entraide.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.entraide.config.CampaignSettings;
import org.entraide.config.ConfigurationException;
import org.entraide.config.ConfigurationReader;
import org.entraide.sandbox.office.Office;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Roads;
import org.entraide.testkit.Root;

/** What all stories have in common: the daemon's files, and what is deliberately wrong with it. */
final class Stage implements AutoCloseable {

  /** The names of the two campaigns, which share a delegate and an account. */
  static final List<String> NAMES = List.of("londres", "dakar");

  /** Who ever answers in one campaign. */
  static final int MOST_PEOPLE = 300;

  private final Roads roads = new Roads();
  private final Path directory;
  private final DeliberateFault fault;
  private final int daemons;
  private final String keys;
  private final List<CampaignSettings> campaigns;
  private final List<CampaignSettings> exchanged;

  Stage() {
    this(DeliberateFault.NONE);
  }

  /**
   * @param fault what the daemon does wrong
   */
  Stage(DeliberateFault fault) {
    this(fault, 1);
  }

  /**
   * @param daemons how many share the campaigns; one alone has no leases
   */
  Stage(DeliberateFault fault, int daemons) {
    this(fault, daemons, "");
  }

  /**
   * @param daemons how many share the campaigns; one alone has no leases
   * @param keys more of the configuration of each campaign
   */
  Stage(DeliberateFault fault, int daemons, String keys) {
    this.fault = fault;
    this.daemons = daemons;
    this.keys = keys;
    try (Root root = roads.direct(Premises.open(InstantSource.system()).office())) {
      directory = Files.createTempDirectory("simulation-");
      Path file = directory.resolve("entraide.toml");
      campaigns = read(file, root.settings().credentials(), Premises.DELEGATE);
      exchanged = read(file, root.settings().credentials(), Premises.OTHER_DELEGATE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  private List<CampaignSettings> read(Path file, Path credentials, String delegate)
      throws IOException, ConfigurationException {
    Files.writeString(file, configuration(credentials, delegate));
    return ConfigurationReader.read(file).campaigns();
  }

  private String configuration(Path credentials, String delegate) {
    StringBuilder text =
        new StringBuilder("[google]\ncredentials = \"").append(credentials).append("\"\n");
    for (String name : NAMES) {
      text.append(
          """
          [campaigns.%s]
          spreadsheet = "%s"
          language = "fr"
          country = "GB"
          delegate = "%s"
          controller = "Association Exemple, contact@example.org"
          %s
          [campaigns.%s.matching]
          hold_back = "0s"
          """
              .formatted(name, Premises.SPREADSHEET + name, delegate, keys, name));
    }
    return text.toString();
  }

  List<CampaignSettings> campaigns() {
    return campaigns;
  }

  /** A campaign with the one of the two delegates whom it does not have. */
  CampaignSettings withOtherDelegate(CampaignSettings now) {
    int index = NAMES.indexOf(now.name());
    CampaignSettings first = campaigns.get(index);
    return now.delegate().equals(first.delegate()) ? exchanged.get(index) : first;
  }

  int daemons() {
    return daemons;
  }

  DeliberateFault fault() {
    return fault;
  }

  Root road(Office office) {
    return roads.direct(office);
  }

  @Override
  public void close() {
    try {
      Files.delete(directory.resolve("entraide.toml"));
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    roads.close();
  }
}
