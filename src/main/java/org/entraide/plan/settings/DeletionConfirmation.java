package org.entraide.plan.settings;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.plan.settings.OrganiserSettings.Confirmation;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * A confirmation of deletions, which counts once. The hidden cell of its row remembers nothing
 * while it may still be given, and whether it was used; where that cell is lost, nobody knows, and
 * a « yes » that is there counts for nothing.
 *
 * @param used when and for how many people, where it was used; for nobody where nothing was
 *     missing, for a confirmation given beforehand would disarm the guard for whatever comes
 */
public record DeletionConfirmation(Confirmation state, Optional<Used> used) {

  private static final Pattern USED = Pattern.compile("used (\\S+) (\\d{1,9})");
  private static final String UNSURE = "again";

  /**
   * That it was used.
   *
   * @param people how many were withdrawn with it
   */
  public record Used(Instant at, int people) {

    /** In the words by which it is remembered. */
    public String words() {
      return "used " + at + " " + people;
    }

    /** Reads {@link #words}; empty where they are something else. */
    public static Optional<Used> parse(String words) {
      Matcher match = USED.matcher(words);
      try {
        return match.matches()
            ? Optional.of(new Used(Instant.parse(match.group(1)), Integer.parseInt(match.group(2))))
            : Optional.empty();
      } catch (DateTimeParseException e) {
        return Optional.empty(); // somebody typed there
      }
    }
  }

  /**
   * Where it is.
   *
   * @param typed yes or no, where that is what the cell says
   * @param remembered what the hidden cell says, where there is one
   * @param kept a use of which the tab may know nothing yet
   */
  static DeletionConfirmation of(
      boolean blank, Optional<String> typed, Optional<String> remembered, Optional<Used> kept) {
    if (blank || typed.filter(SettingValue.NO::equals).isPresent()) {
      return new DeletionConfirmation(Confirmation.NO, Optional.empty());
    }
    Optional<Used> used = remembered.flatMap(Used::parse).or(() -> kept);
    if (used.isPresent()) {
      return new DeletionConfirmation(Confirmation.USED, used);
    }
    if (typed.isEmpty() && remembered.isPresent()) {
      return new DeletionConfirmation(Confirmation.NO, Optional.empty());
    }
    boolean confirmedNow = typed.isPresent() && remembered.filter(String::isEmpty).isPresent();
    return new DeletionConfirmation(
        confirmedNow ? Confirmation.GIVEN : Confirmation.UNSURE, Optional.empty());
  }

  String remembered() {
    return switch (state) {
      case NO, GIVEN -> "";
      case USED -> used.map(Used::words).orElse(UNSURE);
      case UNSURE -> UNSURE;
    };
  }

  Message words(Texts texts, ZoneId zone) {
    return switch (state) {
      case NO -> Message.of("settings.no");
      case GIVEN -> Message.of("settings.confirmed");
      case USED -> {
        Used use = used.orElseThrow();
        yield Message.of(
                use.people() == 0 ? "settings.confirmed.nothing" : "settings.confirmed.used")
            .with("count", use.people())
            .with("at", texts.moment(use.at().atZone(zone).toLocalDateTime()));
      }
      case UNSURE -> Message.of("settings.confirmed.again");
    };
  }
}
