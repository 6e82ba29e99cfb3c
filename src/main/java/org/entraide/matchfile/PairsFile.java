package org.entraide.matchfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entraide.file.CsvReader;
import org.entraide.file.FileProblem;
import org.entraide.file.Header;
import org.entraide.file.RowCells;
import org.entraide.file.RowFindings;
import org.entraide.file.ShownText;
import org.entraide.match.model.PairRule;
import org.entraide.people.word.Category;
import org.jspecify.annotations.Nullable;

/** Reads {@code PAIRS.csv}. */
public final class PairsFile {

  private static final List<String> REQUIRED = List.of("person", "helper", "kind");
  private static final List<String> OPTIONAL = List.of("needs");

  private static final int PERSON = 0;
  private static final int HELPER = 1;
  private static final int KIND = 2;
  private static final int NEEDS = 3;

  private PairsFile() {}

  /**
   * What is in the file.
   *
   * @param rules of its good rows, in their order
   * @param rows how many there were
   * @param bad how many of them are left out
   */
  public record PairsResult(List<PairRule> rules, long rows, long bad) {}

  /**
   * Reads all lines.
   *
   * @param file its name in findings
   * @param refs who is known
   * @throws FileProblem if it is not such a file
   */
  public static PairsResult read(
      String file, InputStream in, Set<String> refs, RowFindings findings)
      throws IOException, FileProblem {
    try (CsvReader csv = new CsvReader(in)) {
      Header header = Header.read(file, csv, csv.next(), REQUIRED, OPTIONAL, findings);
      RowCells cells = new RowCells(file, csv, header, findings);
      MatchCells lists = new MatchCells(cells);
      List<PairRule> rules = new ArrayList<>();
      while (cells.next()) {
        PairRule rule = rule(cells, lists, refs);
        if (rule != null && !cells.isBad()) {
          rules.add(rule);
        }
      }
      RowCells.Count count = cells.count();
      return new PairsResult(rules, count.rows(), count.bad());
    }
  }

  private static @Nullable PairRule rule(RowCells cells, MatchCells lists, Set<String> refs) {
    String person = known(cells, PERSON, refs);
    String helper = known(cells, HELPER, refs);
    if (!person.isEmpty() && person.equals(helper)) {
      cells.refuse(HELPER, "the same as the person");
    }
    PairRule.Kind kind = kind(cells);
    Set<Category> needs = lists.categories(NEEDS);
    return kind == null ? null : new PairRule(person, helper, kind, needs);
  }

  private static String known(RowCells cells, int field, Set<String> refs) {
    String ref = cells.text(field);
    if (!ref.isEmpty() && !refs.contains(ref)) {
      cells.refuse(field, ShownText.quoted(ref) + " is nobody's reference among the people read");
    }
    return ref;
  }

  private static PairRule.@Nullable Kind kind(RowCells cells) {
    String word = cells.text(KIND);
    switch (word) {
      case "standing", "forbidden", "pinned" -> {
        return PairRule.Kind.valueOf(word.toUpperCase(Locale.ROOT));
      }
      case "" -> {
        return null;
      }
      default -> {
        cells.refuse(KIND, ShownText.quoted(word) + " is none of standing, forbidden, pinned");
        return null;
      }
    }
  }
}
