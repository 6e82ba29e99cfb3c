package org.entraide.doctor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entraide.campaign.port.Journal;
import org.entraide.place.Geocoder;
import org.entraide.place.PostcodeAdvice;
import org.entraide.place.postcode.PostcodeDirectory;
import org.entraide.place.postcode.PostcodeFile;
import org.entraide.text.Texts;

/** Examines what finds places: the geocoder, and the imported postcodes. */
public final class PlacesVisit {

  private static final String ABOUT = "geocoder";

  private PlacesVisit() {}

  /** Whether it answers, and whose data it has. */
  public static DoctorFinding geocoder(Geocoder geocoder) {
    String attribution = geocoder.attribution();
    String whose = attribution.isEmpty() ? "" : " (" + attribution + ")";
    return geocoder
        .trouble()
        .map(
            trouble ->
                DoctorFinding.warning(
                    ABOUT,
                    trouble + whose,
                    "Until it answers, places are found offline; see [geocoder] url and provider"))
        .orElseGet(() -> DoctorFinding.good(ABOUT, geocoder.name() + whose));
  }

  /** The imported files. */
  public static List<DoctorFinding> postcodes(PostcodeDirectory postcodes) {
    List<DoctorFinding> findings = new ArrayList<>();
    for (PostcodeDirectory.State state : postcodes.states()) {
      String about = "postcodes " + state.country();
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

  private static String described(PostcodeFile file) {
    return String.format(
        Locale.ROOT,
        "%,d from %s, imported %s. %s.",
        file.count(),
        file.source(),
        file.imported().toString().substring(0, 10),
        file.attribution());
  }

  /**
   * Whose place would be known better with a file that is not imported.
   *
   * @param reports what the last cycles counted: the people's texts themselves are not here
   */
  public static List<DoctorFinding> missing(
      List<Journal.CampaignReport> reports, PostcodeDirectory postcodes, Texts texts) {
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
            findings.add(
                DoctorFinding.warning(
                    "postcodes " + country, texts.format(PostcodeAdvice.of(country, count))));
          }
        });
    return findings;
  }
}
