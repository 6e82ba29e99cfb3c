package org.entraide.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.text.typed.NearestWord;
import picocli.CommandLine.Option;

/** The options of {@code match} that a campaign has in its configuration. */
final class MatchCommandSettings {

  private static final String DEFAULT_BANDS = "1,2,3,5,10,20,50";
  private static final String DEFAULT_CHECKED_ONLY = "childcare";

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      defaultValue = "stable",
      description = "stable, coverage or best-fit; ${DEFAULT-VALUE} if not given.")
  private String policy = "stable";

  @Option(
      names = "--max-km",
      paramLabel = "KM",
      defaultValue = "5",
      description =
          "How far a helper may be for needs that need presence; ${DEFAULT-VALUE} if not given.")
  private String maxKm = "5";

  @Option(
      names = "--max-uncertainty-km",
      paramLabel = "KM",
      defaultValue = "15",
      description =
          "A place known less precisely than this counts as unknown; ${DEFAULT-VALUE} if not"
              + " given.")
  private String maxUncertaintyKm = "15";

  @Option(
      names = "--bands",
      paramLabel = "KM,KM,…",
      defaultValue = DEFAULT_BANDS,
      description = "Limits of the distance bands; ${DEFAULT-VALUE} if not given.")
  private String bands = DEFAULT_BANDS;

  @Option(
      names = "--checked-only",
      paramLabel = "NEED,NEED,…",
      defaultValue = DEFAULT_CHECKED_ONLY,
      description =
          "Needs for which only a checked helper is proposed; ${DEFAULT-VALUE} if not given.")
  private String checkedOnly = DEFAULT_CHECKED_ONLY;

  Policy policy() {
    List<String> keys = Arrays.stream(Policy.values()).map(Policy::key).toList();
    return Arrays.stream(Policy.values())
        .filter(p -> p.key().equals(policy))
        .findFirst()
        .orElseThrow(() -> unknown("--policy", policy, keys));
  }

  /**
   * @throws UserError if something is not as it must be
   */
  MatchSettings settings() {
    List<Double> limits = new ArrayList<>();
    for (String limit : words(bands)) {
      limits.add(OptionNumbers.number("--bands", limit));
    }
    double farthest = OptionNumbers.notNegative("--max-km", maxKm);
    double vaguest = OptionNumbers.notNegative("--max-uncertainty-km", maxUncertaintyKm);
    Set<Category> checked = categories();
    try {
      return new MatchSettings(farthest, vaguest, limits, checked);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          ExitCode.USAGE, "--bands must be few numbers that increase from 0 on, not " + bands);
    }
  }

  private Set<Category> categories() {
    EnumSet<Category> set = EnumSet.noneOf(Category.class);
    List<String> keys = Arrays.stream(Category.values()).map(Category::key).toList();
    for (String word : words(checkedOnly)) {
      set.add(Category.ofKey(word).orElseThrow(() -> unknown("--checked-only", word, keys)));
    }
    return set;
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split("[,;]", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static UserError unknown(String option, String word, List<String> valid) {
    Optional<String> near = NearestWord.of(word, valid);
    return new UserError(
        ExitCode.USAGE,
        "%s: \"%s\" is none of %s%s"
            .formatted(
                option,
                word,
                valid.stream().collect(Collectors.joining(", ")),
                near.map(n -> "; did you mean \"" + n + "\"?").orElse("")));
  }
}
