package org.entraide.config;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entraide.text.LetterTemplate;
import org.entraide.text.Message;

/**
 * Says what is wrong in a template of a letter, with the line. Stricter than Mustache, which would
 * leave a letter with a hole, or fail when somebody waits for it.
 */
final class TemplateCheck {

  /** What can be in a tag; the mark, then the name. */
  private static final Pattern TAG = Pattern.compile("\\s*([#^/>&]?)\\s*([^\\s{}]*)\\s*");

  private static final String PART = LetterTemplate.ADVICE.key();

  private final Path file;
  private final LetterTemplate template;
  private final String text;
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private record Open(String mark, String name, int at) {}

  private TemplateCheck(Path file, LetterTemplate template, String text) {
    this.file = file;
    this.template = template;
    this.text = text;
  }

  /**
   * @param file where the text was read, for the messages
   */
  static List<Problem> of(Path file, LetterTemplate template, String text) {
    TemplateCheck check = new TemplateCheck(file, template, text);
    check.tags();
    if (check.problems.isEmpty()) {
      check.compile();
    }
    return check.problems;
  }

  private void tags() {
    int from = 0;
    for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", from)) {
      stray(from, at);
      String end = text.startsWith("{{{", at) ? "}}}" : "}}";
      int close = text.indexOf(end, at + 2);
      int next = text.indexOf("{{", at + end.length());
      boolean comment = text.startsWith("!", at + 2);
      if (close < 0 || (!comment && next >= 0 && next < close)) {
        wrong(
            at,
            Message.of("config.tag.open")
                .with("open", text.substring(at, at + end.length()))
                .with("close", end));
        return; // what follows would be guesswork
      }
      if (!comment) {
        tag(at, text.substring(at + end.length(), close));
      }
      from = close + end.length();
    }
    stray(from, text.length());
    open.descendingIterator()
        .forEachRemaining(
            o ->
                wrong(
                    o.at(),
                    Message.of("config.tag.unclosed")
                        .with("tag", braced(o.mark() + o.name()))
                        .with("close", braced("/" + o.name()))));
  }

  private void stray(int from, int to) {
    int at = text.substring(from, to).indexOf("}}");
    if (at >= 0) {
      wrong(from + at, Message.of("config.tag.open").with("open", "}}").with("close", "{{"));
    }
  }

  private void tag(int at, String content) {
    Matcher tag = TAG.matcher(content);
    if (!tag.matches()) {
      wrong(at, tag("config.tag.none", shown(content)).with("name", braced("needs")));
      return;
    }
    String name = tag.group(2);
    switch (tag.group(1)) {
      case "#", "^" -> {
        open.push(new Open(tag.group(1), name, at));
        requireKnown(at, name, all());
      }
      case "/" -> close(at, name);
      case ">" -> part(at, name);
      default -> value(at, name);
    }
  }

  private void close(int at, String name) {
    if (open.isEmpty()) {
      wrong(at, tag("config.tag.closes_nothing", "/" + shown(name)));
      return;
    }
    Open last = open.peek();
    if (last.name().equals(name)) {
      open.pop();
      return;
    }
    wrong(
        at,
        tag("config.tag.closes_other", "/" + shown(name))
            .with("open", braced(last.mark() + last.name()))
            .with("line", String.valueOf(line(last.at())))
            .with("close", braced("/" + last.name())));
    open.removeIf(o -> o.name().equals(name)); // so that one slip is reported once
  }

  private void part(int at, String name) {
    if (template == LetterTemplate.ADVICE) {
      wrong(at, tag("config.tag.part_of_advice", ">" + shown(name)));
    } else if (template == LetterTemplate.QUESTION) {
      wrong(at, tag("config.tag.part_of_question", ">" + shown(name)));
    } else if (!name.equals(PART)) {
      wrong(at, tag("config.tag.part", ">" + shown(name)).with("part", braced(">" + PART)));
    }
  }

  private void value(int at, String name) {
    if (template.conditions().contains(name)) {
      wrong(
          at,
          tag("config.tag.condition", name)
              .with("section", braced("#" + name) + "…" + braced("/" + name)));
    } else {
      requireKnown(at, name, template.placeholders());
      requireSection(at, name);
    }
  }

  /**
   * A value that some letters do not have must be in a section for it, or those letters have a gap.
   */
  private void requireSection(int at, String name) {
    List<String> under = LetterTemplate.UNDER.get(name);
    if (under != null
        && open.stream()
            .map(section -> section.mark() + section.name())
            .noneMatch(section -> under.contains(section) || section.equals("#" + name))) {
      String section = under.isEmpty() ? "#" + name : under.get(0);
      wrong(
          at,
          tag("config.tag.sometimes", name)
              .with(
                  "section",
                  String.join(
                      "…", braced(section), braced(name), braced("/" + section.substring(1)))));
    }
  }

  private void requireKnown(int at, String name, List<String> names) {
    if (!names.contains(name)) {
      Message unknown = Message.of("config.tag.unknown").with("name", shown(name));
      wrong(at, MeantWord.meant(unknown, name, names));
    }
  }

  private List<String> all() {
    return Stream.concat(template.placeholders().stream(), template.conditions().stream()).toList();
  }

  /** What is found to be right is understood by Mustache as well. */
  private void compile() {
    try {
      Mustache.compiler().withLoader(name -> new StringReader("")).compile(text);
    } catch (MustacheException e) {
      Message cause =
          Message.of("config.tag.no_template").with("reason", String.valueOf(e.getMessage()));
      problems.add(new Problem(file, 0, 0, "", cause));
    }
  }

  private static Message tag(String key, String content) {
    return Message.of(key).with("tag", braced(content));
  }

  private static String braced(String content) {
    return "{{" + content + "}}";
  }

  private static String shown(String typed) {
    String line = typed.strip().replaceAll("\\s+", " ");
    return line.length() <= 40 ? line : line.substring(0, 40) + "…";
  }

  private int line(int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  private void wrong(int at, Message cause) {
    int column = at - text.lastIndexOf('\n', at);
    problems.add(new Problem(file, line(at), column, "", cause));
  }
}
