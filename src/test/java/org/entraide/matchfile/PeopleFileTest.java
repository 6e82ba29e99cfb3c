package org.entraide.matchfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entraide.file.FileProblem;
import org.entraide.match.model.Availability;
import org.entraide.match.model.Participant;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.junit.jupiter.api.Test;

class PeopleFileTest {

  private static final String HEADER =
      "ref,lat,lon,needs,offers,capacity,radius_km,languages,priority,since,uncertainty_km,checked\n";

  private final List<String> findings = new ArrayList<>();

  private PeopleFile.PeopleResult read(String text) throws IOException, FileProblem {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return PeopleFile.read("p.csv", in, findings::add);
  }

  @Test
  void emptyCellsMeanWhatTheContractSays() throws IOException, FileProblem {
    assertThat(read(HEADER + "A,,,,,,,,,,,\n").people())
        .containsExactly(
            new Participant(
                "A",
                null,
                0,
                Set.of(),
                Set.of(),
                3,
                null,
                Set.of(),
                0,
                null,
                true,
                Availability.OPEN,
                Set.of(),
                null));
  }

  @Test
  void zeroIsZero() throws IOException, FileProblem {
    Participant person = read(HEADER + "A,0,0,,,0,0,,0,,0,no\n").people().get(0);

    assertThat(person.point()).isEqualTo(new GeoPoint(0, 0));
    assertThat(person.capacity()).isZero();
    assertThat(person.radiusKm()).isZero();
    assertThat(person.checked()).isFalse();
  }

  @Test
  void everyCellIsRead() throws IOException, FileProblem {
    Participant person =
        read(HEADER + "A,-51.25,1e1,pets;admin,bills;,7,2.5,FR; en,-4,2020-02-29,0.5,yes\n")
            .people()
            .get(0);

    assertThat(person)
        .isEqualTo(
            new Participant(
                "A",
                new GeoPoint(-51.25, 10),
                0.5,
                Set.of(Category.PETS, Category.ADMIN),
                Set.of(Category.BILLS),
                7,
                2.5,
                Set.of("fr", "en"),
                -4,
                LocalDate.of(2020, 2, 29),
                true,
                Availability.OPEN,
                Set.of(),
                null));
  }

  @Test
  void optionalColumnsMayBeMissing() throws IOException, FileProblem {
    String text = "ref,lat,lon,needs,offers,capacity,radius_km,languages,priority,since\n";

    assertThat(read(text + "A,,,,,,,,,\n").people()).hasSize(1);
    assertThat(findings).isEmpty();
  }

  @Test
  void aColumnMayNameTheGroupThatSomebodyHelpsFor() throws IOException, FileProblem {
    String text = HEADER.replace("checked", "checked,group");

    PeopleFile.PeopleResult read =
        read(
            text + "A,,,,pets,,,,,,,, Croix-Rouge \nB,,,,pets,,,,,,,,Croix-Rouge\nC,,,,,,,,,,,,\n");

    assertThat(read.people())
        .extracting(Participant::group)
        .containsExactly("Croix-Rouge", "Croix-Rouge", null);
    assertThat(read.people().get(0).group()).isSameAs(read.people().get(1).group());
    assertThat(read.groups()).containsExactly("Croix-Rouge");
  }

  @Test
  void aGroupOfBadRowsAloneIsNobodys() throws IOException, FileProblem {
    PeopleFile.PeopleResult read =
        read(HEADER.replace("checked", "checked,group") + "A,95,0,,,,,,,,,,Croix-Rouge\n");

    assertThat(read.bad()).isEqualTo(1);
    assertThat(read.groups()).isEmpty();
  }

  @Test
  void aHundredThousandLinesAreReadAndAllThatIsEqualIsOneObject() throws IOException, FileProblem {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 100_000; i++) {
      text.append("P").append(i).append(",51.").append(i).append(",-0.1,shopping;pets,,,");
      text.append(i % 10 == 0 ? "x" : "").append(",fr,,2020-03-23,,\n");
    }

    PeopleFile.PeopleResult read = read(text.toString());

    assertThat(read.rows()).isEqualTo(100_000);
    assertThat(read.bad()).isEqualTo(10_000).isEqualTo(findings.size());
    Participant one = read.people().get(0);
    Participant other = read.people().get(89_999);
    assertThat(one.needs()).isSameAs(other.needs());
    assertThat(one.languages()).isSameAs(other.languages());
    assertThat(one.since()).isSameAs(other.since());
  }
}
