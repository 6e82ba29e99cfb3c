package org.entraide.matchfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.file.FileProblem;
import org.junit.jupiter.api.Test;

class GroupsFileTest {

  private final List<String> findings = new ArrayList<>();

  private GroupsFile.GroupsResult read(String rows) throws IOException, FileProblem {
    return GroupsFile.read(
        "g.csv",
        new ByteArrayInputStream(("group,capacity\n" + rows).getBytes(StandardCharsets.UTF_8)),
        Set.of("Croix-Rouge", "Secours, populaire", "Voisins"),
        findings::add);
  }

  @Test
  void aLimitIsReadAndNothingIsNoLimitAndZeroIsZero() throws IOException, FileProblem {
    GroupsFile.GroupsResult read = read("Croix-Rouge,12\n\"Secours, populaire\",\nVoisins,0\n");

    assertThat(read.limits()).isEqualTo(Map.of("Croix-Rouge", 12, "Voisins", 0));
    assertThat(read.rows()).isEqualTo(3);
    assertThat(read.bad()).isZero();
    assertThat(findings).isEmpty();
  }

  @Test
  void ofTwoRowsOfOneGroupTheFirstGoodOneStays() throws IOException, FileProblem {
    GroupsFile.GroupsResult read = read("Voisins,-1\nVoisins,4\nVoisins,5\n");

    assertThat(read.limits()).isEqualTo(Map.of("Voisins", 4));
    assertThat(read.bad()).isEqualTo(2);
    assertThat(findings)
        .containsExactly(
            "g.csv:2:9: capacity: \"-1\" is negative",
            "g.csv:4:1: group: another row has the same");
  }

  @Test
  void aGroupWithoutALimitIsARowLikeAnother() throws IOException, FileProblem {
    GroupsFile.GroupsResult read = read("Voisins,\nVoisins,5\n");

    assertThat(read.limits()).isEmpty();
    assertThat(findings).containsExactly("g.csv:3:1: group: another row has the same");
  }

  @Test
  void aGroupInWhichNobodyIsIsReportedAndIsNoBadRow() throws IOException, FileProblem {
    GroupsFile.GroupsResult read = read("Voisines,4\n");

    assertThat(read.limits()).isEqualTo(Map.of("Voisines", 4));
    assertThat(read.bad()).isZero();
    assertThat(findings)
        .containsExactly("g.csv:2:1: group: \"Voisines\" is nobody's group among the people read");
  }
}
