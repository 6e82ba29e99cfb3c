package org.entraide.plan.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.entraide.config.HoldBack;
import org.entraide.match.model.Policy;
import org.entraide.people.word.WordComparison;
import org.entraide.table.Cell;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.typed.ReadLimit;

/**
 * A setting's value: read from what was typed, remembered in the hidden column, shown in words.
 *
 * <p>Remembered it is {@code yes} or {@code no}, a decimal number, an ISO-8601 duration, {@code
 * auto} or a policy's key, the same in every language.
 */
public final class SettingValue {

  private static final double FARTHEST_KM = 20_000; // about half way round the earth
  private static final double NEAREST_KM = 0.001;
  private static final int MANY = 1_000_000;
  private static final Duration LONGEST = Duration.ofDays(365);

  static final String YES = "yes";
  static final String NO = "no";

  private SettingValue() {}

  /** Reads what was typed; empty where it is not understood. */
  public static Optional<String> typed(Setting setting, Cell cell, List<Texts> languages) {
    if (cell.isBlank() || ReadLimit.isExceededBy(cell.text())) {
      return Optional.empty();
    }
    SettingWords words = SettingWords.of(languages);
    return switch (setting) {
      case SUSPEND, CONFIRM_DELETIONS, QUESTION_DRAFTS ->
          words.yesNo(cell).map(yes -> yes ? YES : NO);
      case MAX_KM -> inside(words.kilometres(cell), NEAREST_KM, FARTHEST_KM);
      case CAPACITY -> inside(words.count(cell), 1, MANY).map(SettingValue::whole);
      case MAX_WAITING_DRAFTS -> count(cell, languages);
      case HOLD_BACK ->
          words
              .holdBack(cell)
              .filter(it -> it.fixed().stream().allMatch(SettingValue::isPossible))
              .map(HoldBack::text);
      case POLICY -> policy(cell.text(), languages).map(Policy::key);
    };
  }

  private static boolean isPossible(Duration d) {
    return !d.isNegative() && d.compareTo(LONGEST) <= 0;
  }

  /** A whole number from 0 on; empty where it is not understood. */
  static Optional<String> count(Cell cell, List<Texts> languages) {
    return cell.isBlank() || ReadLimit.isExceededBy(cell.text())
        ? Optional.empty()
        : inside(SettingWords.of(languages).count(cell), 0, MANY).map(SettingValue::whole);
  }

  /** Whether what is remembered can be a {@link #count(Cell, List)}. */
  static boolean isCount(String remembered) {
    return isSound(Setting.MAX_WAITING_DRAFTS, remembered);
  }

  private static Optional<String> inside(OptionalDouble number, double least, double most) {
    return number.isPresent() && number.getAsDouble() >= least && number.getAsDouble() <= most
        ? Optional.of(String.valueOf(number.getAsDouble()))
        : Optional.empty();
  }

  private static String whole(String number) {
    return String.valueOf((int) Double.parseDouble(number));
  }

  private static Optional<Policy> policy(String typed, List<Texts> languages) {
    String word = WordComparison.fold(typed);
    return Arrays.stream(Policy.values())
        .filter(
            policy ->
                word.equals(WordComparison.fold(policy.key()))
                    || languages.stream()
                        .anyMatch(t -> word.equals(WordComparison.fold(t.get(wordKey(policy))))))
        .findFirst();
  }

  /** The key of a policy's word. */
  public static String wordKey(Policy policy) {
    return "settings.policy." + policy.key().replace('-', '_');
  }

  /** Whether what the hidden column remembers can be one of ours: people type there, too. */
  static boolean isSound(Setting setting, String remembered) {
    try {
      return switch (setting) {
        case SUSPEND, QUESTION_DRAFTS -> remembered.equals(YES) || remembered.equals(NO);
        case CONFIRM_DELETIONS -> true; // SettingsTab's own
        case MAX_KM -> kilometres(remembered) > 0 && kilometres(remembered) <= FARTHEST_KM;
        case CAPACITY -> count(remembered) >= 1 && count(remembered) <= MANY;
        case MAX_WAITING_DRAFTS -> count(remembered) >= 0 && count(remembered) <= MANY;
        case HOLD_BACK -> holdBack(remembered).fixed().stream().allMatch(SettingValue::isPossible);
        case POLICY -> Arrays.stream(Policy.values()).anyMatch(p -> p.key().equals(remembered));
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      return false;
    }
  }

  static double kilometres(String remembered) {
    return Double.parseDouble(remembered);
  }

  static int count(String remembered) {
    return Integer.parseInt(remembered);
  }

  static HoldBack holdBack(String remembered) {
    return HoldBack.parse(remembered);
  }

  static Policy policy(String remembered) {
    return Arrays.stream(Policy.values())
        .filter(p -> p.key().equals(remembered))
        .findFirst()
        .orElseThrow();
  }

  /** In words, such as « 5,5 km ». */
  static Message worded(Setting setting, String remembered) {
    return switch (setting) {
      case SUSPEND, CONFIRM_DELETIONS, QUESTION_DRAFTS -> Message.of("settings." + remembered);
      case MAX_KM -> Message.of("settings.km").with("km", kilometres(remembered));
      case CAPACITY -> Message.of("settings.people").with("count", count(remembered));
      case MAX_WAITING_DRAFTS -> Message.of("settings.drafts").with("count", count(remembered));
      case HOLD_BACK ->
          holdBack(remembered)
              .fixed()
              .map(SettingValue::worded)
              .orElse(Message.of("settings.auto.worded"));
      case POLICY -> Message.of(wordKey(policy(remembered)));
    };
  }

  /** What to put into a cell so that it is read as this value again. */
  static String retyped(Setting setting, String remembered, Texts texts) {
    if (remembered.isEmpty()) {
      return "";
    }
    return switch (setting) {
      case SUSPEND, POLICY, QUESTION_DRAFTS -> texts.format(worded(setting, remembered));
      case CONFIRM_DELETIONS -> ""; // given anew or not at all
      case MAX_KM -> texts.format(Message.of("settings.km").with("km", typable(remembered)));
      case CAPACITY, MAX_WAITING_DRAFTS -> remembered;
      case HOLD_BACK ->
          holdBack(remembered)
              .fixed()
              .map(time -> time.toMinutes() == 0 ? "0" : texts.format(worded(time)))
              .orElseGet(() -> texts.get("settings.auto"));
    };
  }

  /** Three decimals may be thousands. */
  private static double typable(String kilometres) {
    return Math.max(NEAREST_KM * 10, Math.rint(kilometres(kilometres) * 100) / 100);
  }

  private static Message worded(Duration duration) {
    if (duration.toMinutes() == 0) {
      return Message.of("settings.no_wait");
    }
    List<Message> parts = new ArrayList<>();
    part(parts, "settings.days", duration.toDays());
    part(parts, "settings.hours", duration.toHoursPart());
    part(parts, "settings.minutes", duration.toMinutesPart());
    return Message.of("settings.duration").with("parts", List.copyOf(parts));
  }

  private static void part(List<Message> parts, String key, long count) {
    if (count > 0) {
      parts.add(Message.of(key).with("count", count));
    }
  }
}
