package org.entraide.cli.status;

import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import org.entraide.text.Texts;

/**
 * Says when something was or will be, from now, in its largest unit: « il y a 3 minutes ».
 *
 * @param now from when it is seen
 */
record RelativeTime(Instant now, RelativeDateTimeFormatter formatter) {

  static RelativeTime of(Instant now, Texts texts) {
    ULocale locale = Texts.icu(texts.language()).orElse(ULocale.ROOT);
    return new RelativeTime(now, RelativeDateTimeFormatter.getInstance(locale));
  }

  String of(Instant time) {
    Duration until = Duration.between(now, time);
    double sign = until.isNegative() ? -1 : 1;
    Duration span = until.abs();
    if (span.toDays() > 0) {
      return say(sign * span.toDays(), RelativeDateTimeUnit.DAY);
    }
    if (span.toHours() > 0) {
      return say(sign * span.toHours(), RelativeDateTimeUnit.HOUR);
    }
    if (span.toMinutes() > 0) {
      return say(sign * span.toMinutes(), RelativeDateTimeUnit.MINUTE);
    }
    return span.toSeconds() > 0
        ? say(sign * span.toSeconds(), RelativeDateTimeUnit.SECOND)
        : formatter.format(Direction.PLAIN, AbsoluteUnit.NOW);
  }

  private String say(double amount, RelativeDateTimeUnit unit) {
    return formatter.formatNumeric(amount, unit);
  }
}
