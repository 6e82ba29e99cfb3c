package org.entraide;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.FormSource;
import org.entraide.campaign.Journal;
import org.entraide.campaign.RemoteFailure;
import org.entraide.cli.Console;
import org.entraide.cli.ExitCode;
import org.entraide.cli.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationException;
import org.entraide.config.ConfigurationReader;
import org.entraide.config.GeocoderSettings;
import org.entraide.config.LetterSettings;
import org.entraide.form.Form;
import org.entraide.google.GoogleServices;
import org.entraide.google.SignInAdvice;
import org.entraide.people.Field;
import org.entraide.place.Geocoder;
import org.entraide.place.PostcodeAdvice;
import org.entraide.place.postcode.PostcodeDirectory;
import org.entraide.plan.Layout;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** What {@code doctor} does: examines everything, changes nothing, and says what to mend. */
final class DoctorAction {

  /** How bad a finding is. */
  enum Grade {
    GOOD("✔"),
    WARNING("!"),
    BAD("✘");

    private final String sign;

    Grade(String sign) {
      this.sign = sign;
    }
  }

  /**
   * One line.
   *
   * @param exitCode what it comes to when it is the worst
   */
  record Finding(Grade grade, String about, String text, int exitCode) {}

  private final List<Finding> findings = new ArrayList<>();
  private final Texts texts = Installation.english();

  private DoctorAction() {}

  static int run(Path file, boolean json, Console console) throws IOException {
    DoctorAction doctor = new DoctorAction();
    doctor.examine(file);
    if (json) {
      doctor.printJson(console);
    } else {
      doctor.findings.forEach(
          f -> console.out().printf("%s %s: %s%n", f.grade().sign, f.about(), f.text()));
    }
    return doctor.findings.stream()
        .filter(f -> f.grade() == Grade.BAD)
        .map(Finding::exitCode)
        .max(Integer::compare)
        .orElse(ExitCode.OK);
  }

  private void examine(Path file) {
    Configuration configuration;
    try {
      configuration = ConfigurationReader.read(file);
    } catch (ConfigurationException e) {
      e.problems().forEach(p -> bad("configuration", p.toString(), ExitCode.CONFIGURATION));
      return;
    }
    good("configuration", configuration.file() + ", " + count(configuration.campaigns().size()));
    Unheeded.of(configuration).forEach(key -> warn("configuration", Unheeded.warning(key)));
    letters(configuration.letters());
    Installation installation = new Installation(configuration);
    journal(installation);
    geocoder(installation);
    SignInAdvisor.of(configuration).forEach(advice -> warn("sign-in", advice));
    for (CampaignSettings campaign : configuration.campaigns()) {
      campaign(installation, campaign);
    }
  }

  private void letters(LetterSettings letters) {
    letters
        .directory()
        .ifPresent(
            directory ->
                good(
                    "letters",
                    directory
                        + ", own templates: "
                        + letters.own().values().stream().mapToInt(Map::size).sum()));
  }

  private static String count(int campaigns) {
    return campaigns == 1 ? "1 campaign" : campaigns + " campaigns";
  }

  private void journal(Installation installation) {
    Path directory = installation.configuration().state().directory();
    try {
      Optional<Journal> journal = installation.existingJournal();
      journal.ifPresent(
          it -> {
            advise(it, installation);
            it.close();
          });
      good("journal", journal.isPresent() ? "in order" : "not there yet; made at the first run");
      if (Files.isDirectory(directory) && openToOthers(directory)) {
        warn("state directory", directory + " can be read by others; run: chmod 700 " + directory);
      }
    } catch (UserError e) {
      bad("journal", e.advice(), e.exitCode());
    }
  }

  private void geocoder(Installation installation) {
    GeocoderSettings settings = installation.configuration().geocoder();
    GeocoderAdvice.of(settings).forEach(advice -> warn("geocoder", advice));
    Geocoder geocoder = installation.geocoder();
    String attribution = geocoder.attribution();
    String whose = attribution.isEmpty() ? "" : " (" + attribution + ")";
    geocoder
        .trouble()
        .ifPresentOrElse(
            trouble ->
                warn("geocoder", trouble + "; until it answers, places are found offline" + whose),
            () -> good("geocoder", geocoder.name() + whose));
    postcodes(installation);
  }

  private void postcodes(Installation installation) {
    for (PostcodeDirectory.State state : installation.postcodes().states()) {
      String about = "postcodes " + state.country();
      state
          .file()
          .ifPresentOrElse(
              file ->
                  good(
                      about,
                      String.format(
                          Locale.ROOT,
                          "%,d from %s, imported %s. %s.",
                          file.count(),
                          file.source(),
                          file.imported().toString().substring(0, 10),
                          file.attribution())),
              () -> bad(about, state.problem(), ExitCode.CONFIGURATION));
    }
  }

  /** What the last cycles counted: the people's texts themselves are not here. */
  private void advise(Journal journal, Installation installation) {
    Map<PostcodeAdvice.Country, Long> people = new EnumMap<>(PostcodeAdvice.Country.class);
    for (Journal.CampaignReport report : journal.reports()) {
      if (installation.configuration().campaign(report.campaign()).isPresent()) {
        report
            .counts()
            .forEach(
                (name, count) ->
                    PostcodeAdvice.ofCount(name)
                        .ifPresent(country -> people.merge(country, count, Long::sum)));
      }
    }
    people.forEach(
        (country, count) -> {
          if (!country.isIn(installation.postcodes())) {
            warn("postcodes " + country, texts.format(PostcodeAdvice.of(country, count)));
          }
        });
  }

  private void campaign(Installation installation, CampaignSettings campaign) {
    Path credentials = campaign.credentials();
    try {
      GoogleServices google = installation.google(campaign);
      String whose = google.asPerson() ? "OAuth client, sheets and forms as " : "service account ";
      good(campaign.name() + " credentials", credentials + ", " + whose + google.account());
      if (openToOthers(credentials)) {
        warn(
            campaign.name() + " credentials",
            credentials + " can be read by others; run: chmod 600 " + credentials);
      }
    } catch (UserError e) {
      bad(campaign.name() + " credentials", e.advice(), e.exitCode());
      return;
    }
    if (campaign.controller().isEmpty() || campaign.privacyUrl().isEmpty()) {
      warn(
          campaign.name() + " privacy",
          "controller or privacy_url is missing: letters do not say who answers for the data");
    }
    sheet(installation, campaign);
    form(installation, campaign);
    mailbox(installation, campaign, campaign.delegate());
    campaign.delegates().forEach(d -> mailbox(installation, campaign, d.email()));
  }

  private void sheet(Installation installation, CampaignSettings campaign) {
    String about = campaign.name() + " sheet";
    try {
      Workbook workbook = installation.table(campaign).read();
      Map<Field, String> overrides = new EnumMap<>(Field.class);
      campaign
          .questions()
          .forEach(
              (key, titles) ->
                  Field.ofKey(key).ifPresent(field -> overrides.put(field, titles.get(0))));
      Layout layout = Layout.of(workbook, campaign.tab(), overrides, installation.texts());
      good(
          about,
          "tab \"%s\", %d rows"
              .formatted(
                  layout.responses().title(), Math.max(0, layout.responses().rows().size() - 1)));
      layout
          .questionnaire()
          .columns()
          .forEach(
              c ->
                  good(
                      campaign.name() + " question",
                      "%s -> %s (%s)"
                          .formatted(
                              shortened(c.title()),
                              c.field().key(),
                              c.certainty().name().toLowerCase(Locale.ROOT))));
      layout.questionnaire().notes().forEach(n -> warn(about, texts.format(n)));
    } catch (RemoteFailure e) {
      remote(about, e, installation.google(campaign).account());
    } catch (Layout.Unusable e) {
      Message reason = e.reason();
      bad(about, texts.format(reason), ExitCode.CONFIGURATION);
    }
  }

  private static String shortened(String title) {
    String line = title.strip().replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }

  private void form(Installation installation, CampaignSettings campaign) {
    String about = campaign.name() + " form";
    Optional<FormSource> source = installation.form(campaign);
    if (source.isEmpty()) {
      return;
    }
    try {
      Form form = source.get().form();
      good(about, form.questions().size() + " questions");
      if (form.linkedSpreadsheet().filter(s -> !s.equals(campaign.spreadsheet())).isPresent()) {
        bad(
            about,
            "its answers go to another spreadsheet; in the form: Responses > Link to Sheets",
            ExitCode.CONFIGURATION);
      } else if (form.linkedSpreadsheet().isEmpty()) {
        bad(
            about,
            "its answers go to no spreadsheet; in the form: Responses > Link to Sheets",
            ExitCode.CONFIGURATION);
      }
      if (form.acceptsAnswers().filter(open -> !open).isPresent()) {
        warn(about, "it accepts no answers; in the form: Publish");
      }
    } catch (RemoteFailure e) {
      remote(about, e, installation.google(campaign).account());
    }
  }

  private void mailbox(Installation installation, CampaignSettings campaign, String delegate) {
    String about = campaign.name() + " mailbox";
    try {
      int drafts = installation.mailboxes(campaign).apply(delegate).drafts().size();
      good(about, drafts + " drafts in the delegate's mailbox");
    } catch (RemoteFailure e) {
      remote(about, e, delegate);
    }
  }

  /**
   * @param account who has to sign in where that is what is missing
   */
  private void remote(String about, RemoteFailure e, String account) {
    int exitCode =
        switch (e.kind()) {
          case UNAVAILABLE, CONFLICT -> ExitCode.UNREACHABLE;
          case THROTTLED -> ExitCode.TRY_AGAIN;
          case SIGN_IN, PERMISSION -> ExitCode.SIGN_IN;
          case NOT_FOUND -> ExitCode.CONFIGURATION;
          case REJECTED -> ExitCode.FAILURE;
        };
    bad(about, SignInAdvice.named(String.valueOf(e.getMessage()), account), exitCode);
  }

  private static boolean openToOthers(Path path) {
    try {
      Set<PosixFilePermission> modes = Files.getPosixFilePermissions(path);
      return modes.contains(PosixFilePermission.GROUP_READ)
          || modes.contains(PosixFilePermission.OTHERS_READ);
    } catch (UnsupportedOperationException | IOException e) {
      return false; // no such modes here, or no such file: other findings say so
    }
  }

  private void good(String about, String text) {
    findings.add(new Finding(Grade.GOOD, about, text, ExitCode.OK));
  }

  private void warn(String about, String text) {
    findings.add(new Finding(Grade.WARNING, about, text, ExitCode.OK));
  }

  private void bad(String about, String text, int exitCode) {
    findings.add(new Finding(Grade.BAD, about, text, exitCode));
  }

  private void printJson(Console console) throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ArrayNode array = mapper.createArrayNode();
    for (Finding finding : findings) {
      array
          .addObject()
          .put("grade", finding.grade().name().toLowerCase(Locale.ROOT))
          .put("about", finding.about())
          .put("text", finding.text());
    }
    console.out().println(mapper.writeValueAsString(array));
  }
}
