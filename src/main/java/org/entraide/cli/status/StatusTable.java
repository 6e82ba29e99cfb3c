package org.entraide.cli.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.match.model.HelpFigures;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.Status;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * The table of one campaign: what a person wants to know first, a line each.
 *
 * @param texts the language in which it speaks
 */
public record StatusTable(Texts texts, Instant now) {

  private static final int MARGIN = 2;

  /** As wide as the help of the commands. */
  private static final int WIDTH = 100;

  /** A title, then a line for each thing that is known. */
  public List<String> of(StatusLine line) {
    Map<String, Message> rows = new LinkedHashMap<>();
    addCycle(line, rows);
    line.report().ifPresent(report -> addPeople(report, rows));
    LetterCounts letters = LetterCounts.of(line.introductions(), line.settings());
    addDrafts(letters, rows);
    addSent(letters, rows);
    addHelped(line.introductions(), rows);
    line.report().map(CampaignReport::figures).ifPresent(figures -> addFigures(figures, rows));
    line.matching()
        .ifPresent(
            it -> rows.put("cli.status.label.matching", it.words(at(it.report().at()), this::at)));
    List<String> lines = new ArrayList<>();
    lines.add(texts.format(title(line)));
    lines.addAll(aligned(rows));
    return lines;
  }

  private static Message title(StatusLine line) {
    if (line.settings().isEmpty()) {
      return Message.of("cli.status.former").with("campaign", line.campaign());
    }
    return line.settings()
        .flatMap(it -> it.letterhead().title())
        .map(
            title ->
                Message.of("cli.status.campaign")
                    .with("campaign", line.campaign())
                    .with("title", title))
        .orElse(Message.plain(line.campaign()));
  }

  private void addCycle(StatusLine line, Map<String, Message> rows) {
    rows.put(
        "cli.status.label.last",
        line.report()
            .map(report -> Message.plain(at(report.lastCycle())))
            .orElse(Message.of("cli.status.never")));
    line.report()
        .flatMap(CampaignReport::nextCycle)
        .ifPresent(next -> rows.put("cli.status.label.next", due(next)));
    line.report().ifPresent(report -> addTrouble(report, rows));
  }

  private void addTrouble(CampaignReport report, Map<String, Message> rows) {
    if (report.troubles().isEmpty()) {
      rows.put("cli.status.label.trouble", Message.of("cli.status.untroubled"));
      return;
    }
    rows.put("cli.status.label.trouble", Message.plain(oneLine(report.trouble(texts))));
    report
        .lastSuccess()
        .ifPresent(well -> rows.put("cli.status.label.well", Message.plain(at(well))));
  }

  /** One that is long overdue means that the daemon does not run. */
  private Message due(Instant next) {
    return next.isBefore(now)
        ? Message.of("cli.status.overdue").with("when", at(next))
        : Message.plain(at(next));
  }

  private static void addPeople(CampaignReport report, Map<String, Message> rows) {
    List<Message> words = new ArrayList<>();
    for (Status status : EnumSet.allOf(Status.class)) {
      Long count = report.counts().get("status." + status.key());
      if (count != null) {
        words.add(counted(status.word(), count));
      }
    }
    if (!words.isEmpty()) {
      rows.put(
          "cli.status.label.people",
          Message.of("cli.status.people")
              .with("count", report.counts().getOrDefault("answers", 0L))
              .with("words", words));
    }
  }

  private void addDrafts(LetterCounts letters, Map<String, Message> rows) {
    long count = letters.drafts().values().stream().mapToLong(Long::longValue).sum();
    if (count > 0) {
      List<Message> delegates =
          letters.drafts().entrySet().stream()
              .map(
                  one ->
                      counted(
                          one.getKey().isEmpty()
                              ? Message.of("cli.status.nobody")
                              : Message.plain(one.getKey()),
                          one.getValue()))
              .toList();
      rows.put(
          "cli.status.label.drafts",
          Message.of("cli.status.drafts")
              .with("count", count)
              .with("delegates", delegates)
              .with("oldest", letters.oldest().map(this::at).orElse("")));
    }
    if (letters.questions() > 0) {
      rows.put(
          "cli.status.label.questions",
          Message.of("cli.status.questions").with("count", letters.questions()));
    }
  }

  private static void addSent(LetterCounts letters, Map<String, Message> rows) {
    long count = letters.sent().values().stream().mapToLong(Long::longValue).sum();
    if (count > 0) {
      rows.put(
          "cli.status.label.sent",
          Message.of("cli.status.sent")
              .with("count", count)
              .with(
                  "words",
                  letters.sent().entrySet().stream()
                      .map(one -> counted(word(one.getKey()), one.getValue()))
                      .toList()));
    }
  }

  private static Message word(State state) {
    return Message.of("state." + state.name().toLowerCase(Locale.ROOT));
  }

  /** Of the whole campaign: the last matching was about those who were free then. */
  private static void addHelped(Collection<Introduction> introductions, Map<String, Message> rows) {
    List<Introduction> established =
        introductions.stream()
            .filter(i -> !i.isQuestion())
            .filter(i -> i.state().holdsNeeds() || i.state().closesNeeds())
            .toList();
    if (!established.isEmpty()) {
      Set<String> people =
          established.stream().map(Introduction::person).collect(Collectors.toUnmodifiableSet());
      rows.put(
          "cli.status.label.helped",
          Message.of("cli.status.helped")
              .with("people", Message.of("cli.status.needing").with("count", people.size()))
              .with(
                  "introductions",
                  Message.of("cli.status.introductions").with("count", established.size())));
    }
  }

  private static void addFigures(HelpFigures figures, Map<String, Message> rows) {
    Double medianKm = figures.distance().medianKm();
    Double p90Km = figures.distance().p90Km();
    Double maxKm = figures.distance().maxKm();
    if (medianKm != null && p90Km != null && maxKm != null) {
      rows.put(
          "cli.status.label.distance",
          Message.of("cli.status.distance")
              .with("median", medianKm)
              .with("p90", p90Km)
              .with("max", maxKm));
    }
    Double median = figures.load().median();
    Double p90 = figures.load().p90();
    if (median != null && p90 != null) {
      rows.put(
          "cli.status.label.load",
          Message.of(median == 0 ? "cli.status.load.idle" : "cli.status.load")
              .with("median", Math.round(100 * median))
              .with("p90", Math.round(100 * p90)));
    }
  }

  private static Message counted(Message word, long count) {
    return Message.of("cli.status.counted").with("word", word).with("count", count);
  }

  private String at(Instant time) {
    return RelativeTime.of(now, texts).of(time);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private List<String> aligned(Map<String, Message> rows) {
    Map<String, String> labels = new LinkedHashMap<>();
    rows.keySet().forEach(key -> labels.put(key, texts.get(key)));
    int width = labels.values().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    rows.forEach(
        (key, words) -> {
          String label = labels.getOrDefault(key, "");
          for (String part : wrapped(texts.format(words), WIDTH - width - 2 * MARGIN)) {
            lines.add(
                " ".repeat(MARGIN) + label + " ".repeat(width + MARGIN - label.length()) + part);
            label = "";
          }
        });
    return lines;
  }

  /** Breaks a text into lines, at blanks alone: a no-break space is none. */
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
