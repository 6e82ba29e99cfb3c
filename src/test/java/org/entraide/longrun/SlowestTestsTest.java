package org.entraide.longrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.entraide.longrun.SlowestTests.Case;
import org.junit.jupiter.api.Test;

class SlowestTestsTest {

  @Test
  void casesAreReadFromAReport() throws XMLStreamException {
    String report =
        """
        <testsuite name="org.entraide.ATest" time="1,201.5" tests="2">
          <properties><property name="a" value="b"/></properties>
          <testcase name="one" classname="org.entraide.ATest" time="1,200.5"/>
          <testcase name="two" classname="org.entraide.ATest" time="1.0">
            <system-out><![CDATA[<testcase name="no"/>]]></system-out>
          </testcase>
        </testsuite>
        """;

    assertThat(
            SlowestTests.cases(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8))))
        .containsExactly(new Case("ATest", "one", 1_200.5), new Case("ATest", "two", 1));
  }

  @Test
  void theSlowestClassesAndCasesComeFirstAndTwentyOfEach() {
    List<Case> cases = new ArrayList<>();
    IntStream.rangeClosed(1, 30).forEach(i -> cases.add(new Case("T" + i + "Test", "one", i)));
    cases.add(new Case("T1Test", "a\nlong one", 1_000));

    List<String> lines = SlowestTests.table(cases).lines().toList();

    assertThat(lines)
        .containsSequence(
            "The slowest test classes, of 31 cases in 1,465 s (cases at the same time count each):",
            "    1001.0 s      2  T1Test",
            "      30.0 s      1  T30Test")
        .containsSequence(
            "The slowest cases:",
            "    1000.0 s         T1Test: a long one",
            "      30.0 s         T30Test: one")
        .hasSize(2 + 20 + 2 + 20);
  }
}
