package org.entraide.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.text.Texts;

/** Examines all that one campaign reaches, in the order in which one thing needs another. */
public final class CampaignVisit {

  private final Configuration configuration;
  private final SheetVisit sheets;

  /**
   * @param languages every language whose titles are known
   * @param english for the reader of the findings
   */
  public CampaignVisit(
      Configuration configuration, List<Texts> languages, Texts english, InstantSource clock) {
    this.configuration = configuration;
    this.sheets = new SheetVisit(languages, english, clock);
  }

  /** Examines one. */
  public List<DoctorFinding> examine(CampaignAccess doors) {
    List<DoctorFinding> findings = new ArrayList<>(credentials(doors));
    privacy(doors.settings()).forEach(findings::add);
    signatures(doors.settings()).ifPresent(findings::add);
    questions(doors.settings()).ifPresent(findings::add);
    List<DoctorFinding> sheet = sheets.examine(doors);
    List<DoctorFinding> form = FormVisit.examine(doors);
    List<DoctorFinding> mail = new MailboxVisit(configuration.file()).examine(doors);
    findings.addAll(apis(doors, sheet, form, mail));
    ConfiguredPerson reader = ConfiguredPerson.reader(doors.google().account());
    sheet.forEach(finding -> findings.add(reader.named(finding, configuration.file())));
    form.forEach(finding -> findings.add(reader.named(finding, configuration.file())));
    findings.addAll(mail);
    findings.add(quota(doors));
    return findings;
  }

  private List<DoctorFinding> credentials(CampaignAccess doors) {
    Path file = doors.settings().credentials();
    String about = doors.about("credentials");
    String whose =
        doors.google().asPerson()
            ? "OAuth client; sheets and forms are read as whoever is named at google.account in "
                + configuration.file()
            : "service account " + doors.google().account();
    String project =
        doors.google().project().equals(doors.google().account())
            ? ""
            : ", project " + doors.google().project();
    List<DoctorFinding> findings = new ArrayList<>();
    findings.add(DoctorFinding.good(about, file + ", " + whose + project));
    FileModes.secret(about, file).ifPresent(findings::add);
    return findings;
  }

  private static List<DoctorFinding> privacy(CampaignSettings campaign) {
    if (campaign.controller().isPresent() && campaign.privacyUrl().isPresent()) {
      return List.of();
    }
    return List.of(
        DoctorFinding.warning(
            campaign.name() + " privacy",
            "controller or privacy_url is missing: letters do not say who answers for the data",
            "Write both under [campaigns.%s]".formatted(campaign.name())));
  }

  /** A letter without a name at its end is one that nobody seems to have written. */
  private static Optional<DoctorFinding> signatures(CampaignSettings campaign) {
    List<String> nameless =
        ConfiguredPerson.delegates(campaign).stream()
            .filter(delegate -> !campaign.signature(delegate.address()).isNamed())
            .map(ConfiguredPerson::key)
            .toList();
    return nameless.isEmpty()
        ? Optional.empty()
        : Optional.of(
            DoctorFinding.warning(
                campaign.name() + " letters",
                "no name signs the letters of " + String.join(", ", nameless),
                ("Write delegate_name and delegate_role under [campaigns.%s]; name and role for"
                        + " further delegates")
                    .formatted(campaign.name())));
  }

  /** Questions give the address of the form, which the form alone tells. */
  private static Optional<DoctorFinding> questions(CampaignSettings campaign) {
    return campaign.questionDrafts() && campaign.form().isEmpty()
        ? Optional.of(
            DoctorFinding.warning(
                campaign.name() + " questions",
                "question_drafts is true, but there is no form: nobody is asked",
                "Write form under [campaigns.%s], or take question_drafts away"
                    .formatted(campaign.name())))
        : Optional.empty();
  }

  /** An API that answers is on; one that is off says so itself, with the place to click. */
  private static List<DoctorFinding> apis(
      CampaignAccess doors,
      List<DoctorFinding> sheet,
      List<DoctorFinding> form,
      List<DoctorFinding> mail) {
    List<String> on = new ArrayList<>();
    if (answers(sheet)) {
      on.add("Sheets");
    }
    if (answers(form)) {
      on.add("Forms");
    }
    if (answers(mail)) {
      on.add("Gmail");
    }
    return on.isEmpty()
        ? List.of()
        : List.of(DoctorFinding.good(doors.about("APIs"), String.join(", ", on) + ": switched on"));
  }

  private static boolean answers(List<DoctorFinding> findings) {
    return findings.stream()
        .findFirst()
        .filter(f -> f.grade() == DoctorFinding.Grade.GOOD)
        .isPresent();
  }

  /** How much of its wish a campaign gets: the quota is shared by all that one account reads. */
  private static DoctorFinding quota(CampaignAccess doors) {
    Duration wish = doors.settings().poll();
    Duration fair = doors.table().fairInterval();
    String about = doors.about("quota");
    if (fair.compareTo(wish) > 0) {
      return DoctorFinding.warning(
          about,
          "poll = \"%ds\" is a wish: with the other campaigns of this account it is every %d s"
              .formatted(wish.toSeconds(), fair.toSeconds()),
          "Nothing breaks; to have more, give a campaign credentials of another project");
    }
    return DoctorFinding.good(
        about,
        "one read of Sheets every %d s; Google allows an account 60 a minute"
            .formatted(wish.toSeconds()));
  }
}
