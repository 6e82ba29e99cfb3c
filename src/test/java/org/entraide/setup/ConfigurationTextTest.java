package org.entraide.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that answers make is one that the program reads as they were meant. */
@NullMarked
class ConfigurationTextTest {

  @TempDir private Path directory;

  private static SetupAnswers answers() {
    return SetupAnswers.NONE
        .with(SetupStep.COMMENTS, "fr")
        .with(SetupStep.LANGUAGE, "en")
        .with(SetupStep.CAMPAIGN, "été")
        .with(SetupStep.TITLE, "L’\u00e9t\u00e9 \"ensemble\" \\o/")
        .with(SetupStep.PATH, SetupAnswers.GMAIL)
        .with(SetupStep.CREDENTIALS, "credentials.json")
        .with(SetupStep.CLIENT, "client.json")
        .with(SetupStep.SHEET, "1AbC")
        .with(SetupStep.FORM, "")
        .with(SetupStep.DELEGATE, "delegue@example.org")
        .with(SetupStep.DELEGATE_NAME, "Claire # Martin")
        .with(SetupStep.DELEGATE_ROLE, "")
        .with(SetupStep.COUNTRY, "GB");
  }

  private Configuration read(SetupAnswers answers) throws Exception {
    Path file = directory.resolve("entraide.toml");
    Files.writeString(file, ConfigurationText.of(answers, "state"));
    return ConfigurationReader.read(file);
  }

  @Test
  void anyTextIsReadAsItWasAnswered() throws Exception {
    Configuration read = read(answers());

    CampaignSettings campaign = read.campaigns().get(0);
    assertThat(campaign.name()).isEqualTo("été");
    assertThat(campaign.letterhead().title()).contains("L’\u00e9t\u00e9 \"ensemble\" \\o/");
    assertThat(campaign.signature("delegue@example.org").name()).isEqualTo("Claire # Martin");
    assertThat(campaign.form()).isEmpty();
    assertThat(campaign.controller()).isEmpty();
    assertThat(read.google().oauthClient()).contains(directory.resolve("client.json"));
    assertThat(read.state().directory()).isEqualTo(directory.resolve("state"));
  }

  @Test
  void aClientIsNamedOnlyWhereSomebodySignsIn() throws Exception {
    SetupAnswers delegated =
        answers().with(SetupStep.PATH, SetupAnswers.WORKSPACE).with(SetupStep.FORM, "1FAI");

    assertThat(read(delegated).google().oauthClient()).isEmpty();
    assertThat(read(delegated.with(SetupStep.FORM, "")).google().oauthClient()).isPresent();
  }

  @Test
  void eachLineHasACommentInTheLanguageOfTheFirstRun() {
    String text = ConfigurationText.of(answers(), "state");

    assertThat(text.lines())
        .filteredOn(Pattern.compile("^\\w+ = ").asPredicate())
        .hasSizeGreaterThan(8)
        .allMatch(line -> line.contains("  # "));
    assertThat(text).contains("# la boîte qui reçoit");
    assertThat(ConfigurationText.of(answers().with(SetupStep.COMMENTS, "en"), "state"))
        .contains("# the mailbox that gets the drafts");
  }
}
