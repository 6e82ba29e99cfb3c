package org.entraide.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.file.FileProblem;
import org.entraide.match.Yardstick;
import org.entraide.match.core.PairCertificate;
import org.entraide.match.core.Preferences;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Participant;
import org.entraide.matchfile.InstanceFile;

/**
 * Says how many are helped and how many pairs block: {@code Judge people PEOPLE OUT} or {@code *
 * Judge instance INSTANCE OUT} prints both numbers. A pair that is not acceptable is an error.
 */
public final class Judge {

  private Judge() {}

  /**
   * @param matched how many got somebody
   * @param blockingPairs how many pairs would both rather have each other
   */
  record Verdict(int matched, long blockingPairs) {}

  static Verdict of(Preferences preferences, int[] matched) {
    PairCertificate found = PairCertificate.of(preferences, matched);
    return new Verdict(found.size(), found.blockingPairs());
  }

  static Verdict of(List<Participant> people, Map<String, String> helperOf) {
    requireAcceptable(people, helperOf);
    return new Verdict(
        helperOf.size(), Yardstick.blockingPairs(people, MatchSettings.DEFAULT, helperOf));
  }

  private static void requireAcceptable(List<Participant> people, Map<String, String> helperOf) {
    Crowd crowd = new Crowd(people, MatchSettings.DEFAULT);
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < people.size(); i++) {
      index.put(people.get(i).ref(), i);
    }
    int[] room = new int[people.size()];
    Arrays.setAll(room, crowd::capacity);
    helperOf.forEach(
        (person, helper) -> {
          int h = index.getOrDefault(helper, -1);
          if (!crowd.acceptable(index.getOrDefault(person, -1), h) || --room[h] < 0) {
            throw new IllegalStateException("%s may not help %s.".formatted(helper, person));
          }
        });
  }

  /** Reads who got whom; the alternatives have one round. */
  private static Map<String, String> assignment(Path out) throws IOException {
    Map<String, String> helperOf = new HashMap<>();
    try (var lines = Files.lines(out)) {
      lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(cells -> helperOf.put(cells[0], cells[1]));
    }
    return helperOf;
  }

  private static Verdict instance(Path file, Path out) throws IOException, FileProblem {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        var lines = Files.lines(out)) {
      Preferences preferences = InstanceFile.read(file.toString(), in).preferences();
      Yardstick.Columns of = Yardstick.columns(preferences);
      int[] matched = new int[preferences.residents()];
      Arrays.fill(matched, -1);
      for (String line : (Iterable<String>) lines::iterator) {
        int space = line.indexOf(' ');
        int resident = Integer.parseInt(line.substring(0, space)) - 1;
        int hospital = Integer.parseInt(line.substring(space + 1)) - 1;
        for (int e = of.start()[resident]; e < of.start()[resident + 1]; e++) {
          matched[resident] = of.hospital()[e] == hospital ? e : matched[resident];
        }
      }
      return of(preferences, matched);
    }
  }

  public static void main(String[] arguments) throws IOException, FileProblem {
    Path given = Path.of(arguments[1]);
    Path out = Path.of(arguments[2]);
    Verdict verdict =
        arguments[0].equals("people")
            ? of(Crowd.people(given), assignment(out))
            : instance(given, out);
    System.out.println(verdict.matched() + " " + verdict.blockingPairs());
  }
}
