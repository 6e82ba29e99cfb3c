package org.entraide.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** Examines all that one campaign reaches, in the order in which one thing needs another. */
public final class CampaignVisit {

  private final Configuration configuration;
  private final SheetVisit sheets;

  /**
   * @param languages every language whose titles are known
   */
  public CampaignVisit(Configuration configuration, List<Texts> languages, InstantSource clock) {
    this.configuration = configuration;
    this.sheets = new SheetVisit(languages, clock);
  }

  /** Examines one. */
  public List<DoctorFinding> examine(CampaignAccess access) {
    List<DoctorFinding> findings = new ArrayList<>(credentials(access));
    privacy(access.settings()).forEach(findings::add);
    signatures(access.settings()).ifPresent(findings::add);
    questions(access.settings()).ifPresent(findings::add);
    List<DoctorFinding> sheet = sheets.examine(access);
    List<DoctorFinding> form = FormVisit.examine(access);
    List<DoctorFinding> mail = new MailboxVisit(configuration.file()).examine(access);
    findings.addAll(apis(access, sheet, form, mail));
    ConfiguredPerson reader = ConfiguredPerson.reader(access.google().account());
    sheet.forEach(finding -> findings.add(reader.named(finding, configuration.file())));
    form.forEach(finding -> findings.add(reader.named(finding, configuration.file())));
    findings.addAll(mail);
    findings.add(quota(access));
    return findings;
  }

  private List<DoctorFinding> credentials(CampaignAccess access) {
    Path file = access.settings().credentials();
    Message about = access.about("doctor.about.credentials");
    Message accountMessage =
        access.google().isPerson()
            ? Message.of("doctor.credentials.person")
                .with("configuration", configuration.file().toString())
            : Message.of("doctor.credentials.service").with("account", access.google().account());
    Message what = accountMessage.with("file", file.toString());
    List<DoctorFinding> findings = new ArrayList<>();
    findings.add(
        DoctorFinding.good(
            about,
            access.google().project().equals(access.google().account())
                ? what
                : Message.of("doctor.credentials.project")
                    .with("credentials", what)
                    .with("project", access.google().project())));
    FileModes.secret(about, file).ifPresent(findings::add);
    return findings;
  }

  private static Message of(String key, CampaignSettings campaign) {
    return Message.of(key).with("campaign", campaign.name());
  }

  private static List<DoctorFinding> privacy(CampaignSettings campaign) {
    if (campaign.controller().isPresent() && campaign.privacyUrl().isPresent()) {
      return List.of();
    }
    return List.of(
        DoctorFinding.warning(
            of("doctor.about.privacy", campaign),
            missing(campaign),
            of("doctor.privacy.fix", campaign)));
  }

  private static Message missing(CampaignSettings campaign) {
    if (campaign.controller().isPresent()) {
      return Message.of("doctor.privacy.url");
    }
    return campaign.privacyUrl().isPresent()
        ? Message.of("doctor.privacy.controller")
        : Message.of("doctor.privacy");
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
                of("doctor.about.signature", campaign),
                Message.of("doctor.signature").with("keys", String.join(", ", nameless)),
                of("doctor.signature.fix", campaign)));
  }

  /** Questions give the address of the form, which only the form has. */
  private static Optional<DoctorFinding> questions(CampaignSettings campaign) {
    return campaign.questionDrafts() && campaign.form().isEmpty()
        ? Optional.of(
            DoctorFinding.warning(
                of("doctor.about.questions", campaign),
                Message.of("doctor.questions"),
                of("doctor.questions.fix", campaign)))
        : Optional.empty();
  }

  /** An API that answers is on; one that is off says so itself, with the place to click. */
  private static List<DoctorFinding> apis(
      CampaignAccess access,
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
        : List.of(
            DoctorFinding.good(
                access.about("doctor.about.apis"),
                Message.of("doctor.apis.on").with("apis", String.join(", ", on))));
  }

  private static boolean answers(List<DoctorFinding> findings) {
    return findings.stream()
        .findFirst()
        .filter(f -> f.grade() == DoctorFinding.Grade.GOOD)
        .isPresent();
  }

  /** How much of its wish a campaign gets: the quota is shared by all that one account reads. */
  private static DoctorFinding quota(CampaignAccess access) {
    Duration wish = access.settings().poll();
    Duration fair = access.table().fairInterval();
    Message about = access.about("doctor.about.quota");
    String seconds = String.valueOf(wish.toSeconds());
    if (fair.compareTo(wish) > 0) {
      return DoctorFinding.warning(
          about,
          Message.of("doctor.quota.shared")
              .with("seconds", seconds)
              .with("fair", String.valueOf(fair.toSeconds())),
          Message.of("doctor.quota.shared.fix"));
    }
    return DoctorFinding.good(about, Message.of("doctor.quota").with("seconds", seconds));
  }
}
