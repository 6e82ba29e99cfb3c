package org.entraide.longrun;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints the slowest test classes and cases at the end of {@code mvn verify}, from the reports of
 * all processes that ran tests. Started from its source, so it needs nothing but the JDK.
 */
public final class SlowestTests {

  private static final int MOST = 20;
  private static final int MOST_LETTERS = 100;

  private SlowestTests() {}

  /**
   * A case of a report.
   *
   * @param seconds until it ended; cases that ran at the same time count each
   */
  record Case(String test, String name, double seconds) {}

  /** Prints nothing if nothing was tested. */
  public static void main(String[] args) throws IOException, XMLStreamException {
    Path reports = Path.of(args[0]);
    if (!Files.isDirectory(reports)) {
      return;
    }
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(reports)) {
      for (Path file : files.filter(SlowestTests::isReport).sorted().toList()) {
        try (InputStream report = Files.newInputStream(file)) {
          cases.addAll(cases(report));
        }
      }
    }
    if (!cases.isEmpty()) {
      System.out.print(table(cases));
    }
  }

  private static boolean isReport(Path file) {
    return file.getFileName().toString().matches("TEST-.*[.]xml");
  }

  /** The cases of one report. */
  static List<Case> cases(InputStream report) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(report);
    List<Case> cases = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("testcase")) {
        String test = reader.getAttributeValue(null, "classname");
        cases.add(
            new Case(
                test.substring(test.lastIndexOf('.') + 1),
                reader.getAttributeValue(null, "name"),
                Double.parseDouble(reader.getAttributeValue(null, "time").replace(",", ""))));
      }
    }
    return cases;
  }

  /** The slowest classes, then the slowest cases. */
  static String table(List<Case> cases) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%nThe slowest test classes, of %,d cases in %,.0f s (cases at the same time count"
                + " each):%n",
            cases.size(),
            seconds(cases)));
    cases.stream().collect(Collectors.groupingBy(Case::test)).values().stream()
        .sorted(slowest(SlowestTests::seconds))
        .limit(MOST)
        .forEach(of -> table.append(row(seconds(of), String.valueOf(of.size()), of.get(0).test())));
    table.append(String.format("%nThe slowest cases:%n"));
    cases.stream()
        .sorted(slowest(Case::seconds))
        .limit(MOST)
        .forEach(it -> table.append(row(it.seconds(), "", it.test() + ": " + it.name())));
    return table.toString();
  }

  private static String row(double seconds, String cases, String name) {
    String line = name.replaceAll("\\s+", " ");
    return String.format(
        Locale.ROOT,
        "%10.1f s %6s  %s%n",
        seconds,
        cases,
        line.length() > MOST_LETTERS ? line.substring(0, MOST_LETTERS) + "…" : line);
  }

  private static double seconds(List<Case> cases) {
    return cases.stream().mapToDouble(Case::seconds).sum();
  }

  private static <T> Comparator<T> slowest(Function<T, Double> seconds) {
    return Comparator.comparing(seconds).reversed();
  }
}
