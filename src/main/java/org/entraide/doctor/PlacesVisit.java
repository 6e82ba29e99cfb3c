package org.entraide.doctor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.port.Journal;
import org.entraide.place.Geocoder;
import org.entraide.place.PostcodeAdvice;
import org.entraide.place.postcode.PostcodeDirectory;
import org.entraide.place.postcode.PostcodeFile;
import org.entraide.text.Message;

/** Examines what finds places: the geocoder, and the imported postcodes. */
public final class PlacesVisit {

  private static final Message ABOUT = Message.of("doctor.about.geocoder");

  private PlacesVisit() {}

  /** Whether it answers, and whose data it has. */
  public static DoctorFinding geocoder(Geocoder geocoder) {
    String attribution = geocoder.attribution();
    String credit =
        attribution.isEmpty() ? "" : " (" + attribution + ")"; // as its licence words it
    return geocoder
        .trouble()
        .map(
            trouble ->
                DoctorFinding.warning(
                    ABOUT,
                    Message.of("doctor.geocoder.trouble")
                        .with("trouble", trouble)
                        .with("whose", credit),
                    Message.of("doctor.geocoder.trouble.fix")))
        .orElseGet(() -> DoctorFinding.good(ABOUT, Message.plain(geocoder.name() + credit)));
  }

  /** The imported files. */
  public static List<DoctorFinding> postcodes(PostcodeDirectory postcodes) {
    List<DoctorFinding> findings = new ArrayList<>();
    for (PostcodeDirectory.State state : postcodes.states()) {
      Message about = about(state.country());
      findings.add(
          state
              .file()
              .map(file -> DoctorFinding.good(about, described(file)))
              .orElseGet(
                  () ->
                      DoctorFinding.bad(
                          about, state.problem(), DoctorFinding.Consequence.CONFIGURATION)));
    }
    return findings;
  }

  private static Message about(Object country) {
    return Message.of("doctor.about.postcodes").with("country", country.toString());
  }

  private static Message described(PostcodeFile file) {
    return Message.of("doctor.postcodes.file")
        .with("count", file.count())
        .with("source", file.source())
        .with("on", file.imported().toString().substring(0, 10))
        .with("attribution", file.attribution());
  }

  /**
   * Whose place would be known better with a file that is not imported.
   *
   * @param reports what the last cycles counted: the people's texts themselves are not here
   */
  public static List<DoctorFinding> missing(
      List<Journal.CampaignReport> reports, PostcodeDirectory postcodes) {
    Map<PostcodeAdvice.Country, Long> people = new EnumMap<>(PostcodeAdvice.Country.class);
    for (Journal.CampaignReport report : reports) {
      report
          .counts()
          .forEach(
              (name, count) ->
                  PostcodeAdvice.ofCount(name)
                      .ifPresent(country -> people.merge(country, count, Long::sum)));
    }
    List<DoctorFinding> findings = new ArrayList<>();
    people.forEach(
        (country, count) -> {
          if (!country.isIn(postcodes)) {
            findings.add(DoctorFinding.warning(about(country), PostcodeAdvice.of(country, count)));
          }
        });
    return findings;
  }
}
