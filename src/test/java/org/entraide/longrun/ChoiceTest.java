package org.entraide.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entraide.longrun.CaseResult.End;
import org.junit.jupiter.api.Test;

/** What belongs to a start of the long profile, and what was done before. */
class ChoiceTest {

  private static final List<Family> FAMILIES = Family.all();

  @Test
  void eachCaseIsInOnePartAndThePartsAreOfAboutOneSize() {
    List<String> cases = IntStream.range(0, 4_000).mapToObj(i -> "stories:told#" + i).toList();
    for (String id : cases) {
      assertThat(IntStream.rangeClosed(1, 4).filter(i -> new Part(i, 4).has(id))).hasSize(1);
    }
    for (int i = 1; i <= 4; i++) {
      assertThat(cases.stream().filter(new Part(i, 4)::has).count()).isBetween(900L, 1_100L);
    }
  }

  @Test
  void aPartThatCannotBeIsRefused() {
    assertThat(Part.parse("2/4")).isEqualTo(new Part(2, 4)).hasToString("2/4");
    assertThatIllegalArgumentException().isThrownBy(() -> Part.parse("5/4"));
    assertThatIllegalArgumentException().isThrownBy(() -> Part.parse("0/4"));
    assertThatIllegalArgumentException().isThrownBy(() -> Part.parse("half"));
  }

  @Test
  void familiesAreChosenByNameAndSizedWhereTheyHaveASize() {
    assertThat(Family.chosen(FAMILIES, "all")).isEqualTo(FAMILIES);
    assertThat(Family.chosen(FAMILIES, "struck, stories:40"))
        .extracting(Family::name, Family::size)
        .containsExactly(tuple("stories", 40), tuple("struck", 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Family.chosen(FAMILIES, "storys"))
        .withMessageContaining("stories");
    assertThatIllegalArgumentException().isThrownBy(() -> Family.chosen(FAMILIES, "struck:3"));
  }

  @Test
  void theSettingsOfAFamilyHoldItsSizeAndTheFirstSeed() {
    Family stories = Family.chosen(FAMILIES, "stories:40").get(0);

    assertThat(stories.properties(300_001))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("simulation.seeds", "40", "simulation.first", "300001"));
    assertThat(stories.isSeeded()).isTrue();
    assertThat(Family.parse(List.of(stories.line()))).containsExactly(stories);
  }

  @Test
  void everyFamilyNamesAClassThatIsThere() throws ClassNotFoundException {
    assertThat(FAMILIES).extracting(Family::name).doesNotHaveDuplicates();
    for (Family family : FAMILIES) {
      assertThat(Class.forName(family.test(), false, getClass().getClassLoader())).isNotNull();
    }
  }

  @Test
  void aResultIsReadAsItWasWrittenWhateverIsInIt() {
    CaseResult result =
        new CaseResult(
            "stories:told#3",
            "story\t3",
            1.25,
            End.FOUND,
            Map.of("passes", 3L),
            "\nseed 3:\ta draft\nand more");

    assertThat(result.words()).isEqualTo("seed 3: a draft");
    assertThat(CaseResult.parse(List.of(result.line())))
        .containsExactlyEntriesOf(Map.of("stories:told#3", result));
  }

  @Test
  void aLineThatWasCutOffIsNoResultAndTheLastOfACaseCounts() {
    CaseResult found =
        new CaseResult("stories:told#3", "story 3", 1, End.FOUND, Map.of(), "a draft");
    CaseResult mended = new CaseResult("stories:told#3", "story 3", 1, End.OK, Map.of(), "");
    String line = mended.line();
    for (int i = 0; i < line.length(); i++) {
      assertThat(CaseResult.parse(List.of(line.substring(0, i)))).isEmpty();
    }

    assertThat(CaseResult.parse(List.of(found.line(), line))).containsValue(mended).hasSize(1);
  }

  @Test
  void optionsThatAreLeftOutAskForEverything() {
    Options options = Options.of(Map.of());

    assertThat(options)
        .isEqualTo(
            new Options(
                Optional.empty(),
                "all",
                new Part(1, 1),
                Optional.empty(),
                Path.of("target/long"),
                Optional.empty()));
    assertThat(options.words(7)).isEqualTo("-Dlong.first=7");
  }

  @Test
  void optionsAreReadAndSaidAgain() {
    Options options =
        Options.of(
            Map.of(
                "long.first", "7",
                "long.families", "struck",
                "long.part", "2/3",
                "long.hours", "0.5",
                "long.case", "struck:ends#2"));

    assertThat(options.first()).contains(7L);
    assertThat(options.limit()).contains(Duration.ofMinutes(30));
    assertThat(options.only()).contains("struck:ends#2");
    assertThat(options.words(7)).isEqualTo("-Dlong.first=7 -Dlong.families=struck -Dlong.part=2/3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of(Map.of("long.hours", "two")))
        .withMessageContaining("two");
  }
}
