package org.entraide.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entraide.config.CampaignSettings;
import org.entraide.config.ConfigurationReader;
import org.entraide.form.Form;
import org.entraide.form.Question;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormVisitTest {

  @TempDir private Path directory;

  private static final Message ABOUT = Message.plain("londres form");

  private static final Form FORM =
      new Form(
          "1F",
          "Entraide",
          Optional.empty(),
          Optional.empty(),
          "",
          List.of(
              new Question("a", "Nom", List.of(), false),
              new Question("b", "De quoi avez-vous besoin ?", List.of("Courses", "Xyzzy"), true),
              new Question("c", "Que pouvez-vous proposer ?", List.of("Plugh", "Rien"), true),
              new Question("d", "D'où nous connaissez-vous ?", List.of("Fnord"), false)));

  private CampaignSettings campaign(String categories) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("entraide.toml"),
            """
            [google]
            credentials = "credentials.json"
            [campaigns.londres]
            spreadsheet = "1Sheet"
            delegate = "delegue@example.org"
            """
                + categories);
    return ConfigurationReader.read(file).campaigns().get(0);
  }

  @Test
  void choicesThatMeanNoCategoryAreNamedWithTheLineToWrite() throws Exception {
    List<DoctorFinding> findings = FormVisit.riddles(ABOUT, FORM, campaign(""));

    assertThat(findings)
        .extracting(finding -> finding.words().in(Texts.english()).cause())
        .containsExactly(
            "the choice \"Xyzzy\" is taken for no category",
            "the choice \"Plugh\" is taken for no category");
    assertThat(findings.get(0).words().in(Texts.english()).fix())
        .isEqualTo(
            "Name it in a line such as shopping = [\"Xyzzy\"] under"
                + " [campaigns.londres.categories]");
  }

  @Test
  void oneThatTheConfigurationNamesIsNoRiddle() throws Exception {
    CampaignSettings settings =
        campaign("[campaigns.londres.categories]\npets = [\"Xyzzy\", \"Plugh\"]\n");

    assertThat(FormVisit.riddles(ABOUT, FORM, settings)).isEmpty();
  }
}
