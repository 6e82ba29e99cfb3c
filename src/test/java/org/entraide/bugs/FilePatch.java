package org.entraide.bugs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a unified diff changes in one file.
 *
 * @param file from the root of the tree, with slashes
 * @param hunks in the order of the file
 */
record FilePatch(String file, List<Hunk> hunks) {

  /**
   * Lines that stand together.
   *
   * @param line where they stood when the diff was made, from 0
   * @param before what is there, with what surrounds it
   * @param after what comes in its place
   */
  record Hunk(int line, List<String> before, List<String> after) {}

  private static final String FROM = "--- a/";
  private static final String TO = "+++ b/";
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+\\d+(?:,\\d+)? @@.*");

  /**
   * Reads a diff.
   *
   * @throws IllegalArgumentException where a line is of none of the kinds that a diff has
   */
  static List<FilePatch> parse(List<String> diff) {
    List<FilePatch> files = new ArrayList<>();
    for (String line : diff) {
      Matcher hunk = HUNK.matcher(line);
      if (line.startsWith(FROM)) {
        files.add(new FilePatch(line.substring(FROM.length()), new ArrayList<>()));
      } else if (files.isEmpty()) {
        throw new IllegalArgumentException(
            "“" + line + "” stands before the first “" + FROM + "”.");
      } else if (hunk.matches()) {
        int at = Integer.parseInt(hunk.group(1)) - 1;
        last(files).hunks().add(new Hunk(at, new ArrayList<>(), new ArrayList<>()));
      } else if (!line.equals(TO + last(files).file())) {
        last(files).add(line);
      }
    }
    return files;
  }

  private void add(String line) {
    if (hunks.isEmpty()) {
      throw new IllegalArgumentException("“" + line + "” belongs to no “@@ … @@”.");
    }
    Hunk hunk = last(hunks);
    String text = line.isEmpty() ? "" : line.substring(1);
    switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case ' ' -> {
        hunk.before().add(text);
        hunk.after().add(text);
      }
      case '-' -> hunk.before().add(text);
      case '+' -> hunk.after().add(text);
      default -> throw new IllegalArgumentException("“" + line + "” is no line of a diff.");
    }
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  /**
   * Returns the lines of the file with the bug in it.
   *
   * @throws IllegalArgumentException where lines are not there exactly as the diff has them, or
   *     stand in several places and in none of them at the line that the diff names
   */
  List<String> applied(List<String> lines) {
    List<String> result = new ArrayList<>(lines);
    int moved = 0;
    for (Hunk hunk : hunks) {
      int at = find(hunk, result, hunk.line() + moved);
      result.subList(at, at + hunk.before().size()).clear();
      result.addAll(at, hunk.after());
      moved = at - hunk.line() + hunk.after().size() - hunk.before().size();
    }
    return result;
  }

  private int find(Hunk hunk, List<String> lines, int expected) {
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at + hunk.before().size() <= lines.size(); at++) {
      if (lines.subList(at, at + hunk.before().size()).equals(hunk.before())) {
        places.add(at);
      }
    }
    if (places.contains(expected)) {
      return expected;
    }
    if (places.size() != 1) {
      throw new IllegalArgumentException(
          "%s: the lines of line %d are there %s."
              .formatted(file, hunk.line() + 1, places.isEmpty() ? "no more" : "several times"));
    }
    return places.get(0);
  }
}
