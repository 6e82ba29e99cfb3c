package org.entraide.matchfile;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.file.CsvReader;
import org.entraide.file.FileProblem;
import org.entraide.file.Header;
import org.entraide.file.RowCells;
import org.entraide.file.RowFindings;
import org.entraide.match.model.Availability;
import org.entraide.match.model.Participant;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Reads {@code PEOPLE.csv}. */
public final class PeopleFile {

  private static final List<String> REQUIRED =
      List.of(
          "ref",
          "lat",
          "lon",
          "needs",
          "offers",
          "capacity",
          "radius_km",
          "languages",
          "priority",
          "since");
  private static final List<String> OPTIONAL = List.of("uncertainty_km", "checked", "group");

  private static final int REF = 0;
  private static final int LAT = 1;
  private static final int LON = 2;
  private static final int NEEDS = 3;
  private static final int OFFERS = 4;
  private static final int CAPACITY = 5;
  private static final int RADIUS_KM = 6;
  private static final int LANGUAGES = 7;
  private static final int PRIORITY = 8;
  private static final int SINCE = 9;
  private static final int UNCERTAINTY_KM = 10;
  private static final int CHECKED = 11;
  private static final int GROUP = 12;

  private static final int USUAL_CAPACITY = 3;

  private PeopleFile() {}

  /**
   * Who is in the file.
   *
   * @param people of its good rows, in their order
   * @param refs theirs
   * @param groups the groups they are in
   * @param rows how many there were
   * @param bad how many of them are left out
   */
  public record PeopleResult(
      List<Participant> people, Set<String> refs, Set<String> groups, long rows, long bad) {}

  /**
   * Reads everybody. Of two rows with one reference the first good one stays.
   *
   * @param file its name in findings
   * @throws FileProblem if it is not such a file
   */
  public static PeopleResult read(String file, InputStream in, RowFindings findings)
      throws IOException, FileProblem {
    try (CsvReader csv = new CsvReader(in)) {
      Header header = Header.read(file, csv, csv.next(), REQUIRED, OPTIONAL, findings);
      RowCells cells = new RowCells(file, csv, header, findings);
      MatchCells lists = new MatchCells(cells);
      List<Participant> people = new ArrayList<>();
      Set<String> refs = new HashSet<>();
      Set<String> groups = new HashSet<>();
      while (cells.next()) {
        Participant person = person(cells, lists);
        if (refs.contains(person.ref())) {
          cells.refuse(REF, "another row has the same");
        }
        if (!cells.isBad()) {
          refs.add(person.ref());
          people.add(person);
          String group = person.group();
          if (group != null) {
            groups.add(group);
          }
        }
      }
      RowCells.Count count = cells.count();
      return new PeopleResult(people, refs, groups, count.rows(), count.bad());
    }
  }

  private static Participant person(RowCells cells, MatchCells lists) {
    String ref = cells.text(REF);
    GeoPoint point = point(cells);
    Set<Category> needs = lists.categories(NEEDS);
    Set<Category> offers = lists.categories(OFFERS);
    int capacity = cells.integer(CAPACITY, USUAL_CAPACITY, 0);
    double radius = cells.decimal(RADIUS_KM, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
    Set<String> languages = lists.words(LANGUAGES);
    int priority = cells.integer(PRIORITY, 0, Integer.MIN_VALUE);
    LocalDate since = lists.day(SINCE);
    return new Participant(
        ref,
        point,
        cells.decimal(UNCERTAINTY_KM, 0, 0, Double.POSITIVE_INFINITY),
        needs,
        offers,
        capacity,
        Double.isInfinite(radius) ? null : (Double) radius,
        languages,
        priority,
        since,
        lists.isYes(CHECKED, true),
        Availability.OPEN,
        Set.of(),
        lists.name(GROUP));
  }

  private static @Nullable GeoPoint point(RowCells cells) {
    boolean lat = cells.isGiven(LAT);
    boolean lon = cells.isGiven(LON);
    if (lat != lon) {
      cells.refuse(lat ? LON : LAT, "half a place: it is empty and the other is not");
    }
    double latitude = cells.decimal(LAT, 0, -90, 90);
    double longitude = cells.decimal(LON, 0, -180, 180);
    return lat && lon ? new GeoPoint(latitude, longitude) : null;
  }
}
