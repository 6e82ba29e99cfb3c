package org.entraide.delegates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.testkit.Human;
import org.entraide.testkit.PointedRef;
import org.entraide.testkit.Snapshot;
import org.entraide.testkit.Snapshot.Tab;
import org.entraide.text.Texts;

/**
 * What is there in the end, in short words: « A-B Envoyée: sent, unaddressed@A » for an
 * introduction in the ledger, with the keys of the sentences that explain it; « A Mis en relation,
 * B Plus de place » for the rows; « made 1, left 0 » for the drafts that ever were, and that wait.
 * Of many people only how many there are.
 */
final class Ending {

  /** What is before a reference in parentheses, such as « Camille R. ( ». */
  private static final String NAME = "(?:\\p{L}[\\p{L}'’ -]*(?: \\p{L}\\.)? \\()?";

  private static final int MOST_NAMED = 6;
  private static final Texts FRENCH = Texts.of("fr");

  private static final List<String> KEYS =
      List.of(
          "preparing",
          "ring",
          "lost",
          "drafted",
          "missing",
          "many_missing",
          "sent",
          "bounced",
          "accepted",
          "declined",
          "no_answer",
          "done",
          "discarded",
          "withdrawn.draft",
          "withdrawn.scheduled",
          "withdrawn.twice",
          "withdrawn",
          "scheduled",
          "refused",
          "unaddressed",
          "others",
          "other_refused",
          "copied",
          "answered",
          "followed_up",
          "instead",
          "row_missing",
          "gone.withdrawn",
          "left.withdrawn",
          "gone.draft",
          "gone.letter",
          "left.draft",
          "left.letter",
          "left.changed",
          "left.scheduled",
          "withdrawn.for.need_closed",
          "withdrawn.for.unchecked",
          "withdrawn.for.no_place",
          "followed_up.needless",
          "question.drafted",
          "question.sent.over",
          "question.sent",
          "question.over",
          "question.discarded",
          "question.noted",
          "outcome.unknown");

  private static final Map<String, Pattern> SENTENCES = sentences();

  private Ending() {}

  static List<String> of(Post post) {
    Snapshot sheet = post.look();
    Tab answers = sheet.tab(post.premises().answers()).orElseThrow();
    Map<String, String> names = new HashMap<>();
    List<String> statuses = new ArrayList<>();
    for (Human human : post.humans()) {
      String name = People.letter(human.number());
      for (int row : answers.rowsOf(human.token())) {
        names.put(answers.text(row, "ref"), name);
        statuses.add(name + " " + answers.text(row, "status"));
      }
    }
    List<String> lines = new ArrayList<>();
    boolean crowd = post.humans().size() > MOST_NAMED;
    sheet
        .ledger()
        .map(ledger -> entries(ledger, names))
        .ifPresent(entries -> lines.addAll(crowd ? counted(entries) : entries));
    lines.add(String.join(", ", crowd ? counted(statuses) : statuses));
    int made = post.wire().letters().values().stream().mapToInt(Integer::intValue).sum();
    lines.add("made " + made + ", left " + post.drafts().size());
    return lines;
  }

  /** Without names, alike ones once. */
  private static List<String> counted(List<String> lines) {
    Map<String, Integer> counts = new TreeMap<>();
    lines.forEach(line -> counts.merge(line.substring(line.indexOf(' ') + 1), 1, Integer::sum));
    return counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList();
  }

  private static List<String> entries(Tab ledger, Map<String, String> names) {
    List<String> entries = new ArrayList<>();
    for (int i = 1; i < ledger.rowCount(); i++) {
      String person = PointedRef.of(ledger.text(i, "ledger_person"));
      if (!person.isEmpty()) {
        entries.add(
            names.getOrDefault(person, "?")
                + "-"
                + names.getOrDefault(PointedRef.of(ledger.text(i, "ledger_helper")), "?")
                + " "
                + ledger.text(i, "ledger_state")
                + (ledger.text(i, "ledger_sent_on").isEmpty() ? "" : " le")
                + ": "
                + keys(ledger.text(i, "ledger_explanation"), names));
      }
    }
    return entries.stream().sorted().toList();
  }

  private static String keys(String explanation, Map<String, String> names) {
    List<String> keys = new ArrayList<>();
    String rest = explanation;
    while (!rest.isEmpty()) {
      Optional<String> key = Optional.empty();
      for (Map.Entry<String, Pattern> sentence : SENTENCES.entrySet()) {
        Matcher matcher = sentence.getValue().matcher(rest);
        if (matcher.lookingAt()) {
          String ref = matcher.groupCount() > 0 ? matcher.group(1) : "";
          key =
              Optional.of(
                  sentence.getKey() + (ref.isEmpty() ? "" : "@" + names.getOrDefault(ref, "?")));
          rest = rest.substring(matcher.end()).strip();
          break;
        }
      }
      if (key.isEmpty()) {
        keys.add("? " + rest);
        break;
      }
      keys.add(key.get());
    }
    return String.join(", ", keys);
  }

  private static Map<String, Pattern> sentences() {
    Map<String, Pattern> sentences = new LinkedHashMap<>();
    for (String key : KEYS) {
      String text = FRENCH.get("ledger.explain." + key);
      String quoted =
          Pattern.quote(text)
              .replace("{ref}", "\\E" + NAME + "([0-9A-Z-]+)\\)?\\Q")
              .replace("{person}", "\\E" + NAME + "[0-9A-Z]+\\)?\\Q")
              .replace("{helper}", "\\E" + NAME + "[0-9A-Z]+\\)?\\Q")
              .replace("{typed}", "\\E[^»]+\\Q")
              .replace("{status}", "\\E[^)]+\\Q");
      sentences.put(key, Pattern.compile(quoted));
    }
    return sentences;
  }
}
