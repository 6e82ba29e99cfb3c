package org.entraide.alert;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.model.CycleReport.Extent;
import org.entraide.campaign.port.Trouble;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * What needs a person in a campaign now.
 *
 * @param texts by trouble
 * @param extent how much the cycle looked at
 * @param isSure whether the cycle reached all that it looked for: else a trouble that it does not
 *     report may last
 */
public record CurrentTroubles(SortedMap<String, String> texts, Extent extent, boolean isSure) {

  /** The switch in the settings tab. */
  static final String SUSPENDED = "suspended";

  /** A cycle does not end. */
  static final String HANGS = "hangs";

  /** The mailbox that every campaign has: troubles of it alone are named as ever. */
  private static final String FIRST_MAILBOX = ".delegate";

  private static final String DASHBOARD = "dashboard.wrong.";

  /** Troubles of these differ by their texts; any other key is one trouble. */
  private static final Map<String, String> SEVERAL =
      Map.of("refused", "permission", "lost", "not_found", "fault", "bug", "trouble", "");

  public CurrentTroubles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /**
   * By the report of a cycle.
   *
   * @param words in the campaign's language
   * @param keys by mailbox, where the configuration names it: an alert names nobody, and two
   *     mailboxes are two troubles
   */
  public static CurrentTroubles of(CycleReport report, Texts words, Map<String, String> keys) {
    SortedMap<String, String> texts = new TreeMap<>();
    boolean sure = report.completed();
    for (Trouble trouble : report.troubles()) {
      if (passes(trouble.kind())) {
        sure = false;
      } else {
        String key = keys.getOrDefault(trouble.mailbox(), "");
        Message message =
            key.isEmpty()
                ? trouble.words()
                : Message.of("campaign.alert.mailbox")
                    .with("text", trouble.words())
                    .with("key", key);
        texts.put(name(trouble, key), AlertText.of(words.format(message)));
      }
    }
    if (report.extent() == Extent.SUSPENDED) {
      texts.put(SUSPENDED, words.format(Message.of("campaign.alert.suspended")));
    }
    return new CurrentTroubles(texts, report.extent(), sure);
  }

  /** Adds that a cycle has begun since and does not end. */
  public CurrentTroubles hanging(Texts words) {
    SortedMap<String, String> all = new TreeMap<>(texts);
    all.put(HANGS, words.format(Message.of("campaign.alert.hangs")));
    return new CurrentTroubles(all, Extent.PART, false);
  }

  /** Whether nothing needs to be done but to wait. */
  private static boolean passes(Trouble.Kind kind) {
    return kind == Trouble.Kind.UNAVAILABLE || kind == Trouble.Kind.THROTTLED;
  }

  /**
   * @param place where the configuration names the mailbox; empty for none
   */
  private static String name(Trouble trouble, String place) {
    String other = place.endsWith(FIRST_MAILBOX) ? "" : place;
    String key = trouble.onDashboard().key();
    String last = key.substring(key.lastIndexOf('.') + 1);
    if (key.startsWith(DASHBOARD) && !SEVERAL.containsKey(last)) {
      return other.isEmpty() ? last : last + "-" + AlertText.digest(other);
    }
    String word = SEVERAL.getOrDefault(last, "");
    return (word.isEmpty() ? trouble.kind().name().toLowerCase(Locale.ROOT) : word)
        + "-"
        + AlertText.digest(trouble.text() + other);
  }

  /** Whether a trouble that is not among these is over. */
  boolean isOver(String trouble) {
    boolean looked = extent == Extent.WHOLE && isSure;
    return !texts.containsKey(trouble) && (looked || trouble.equals(HANGS));
  }
}
