package org.entraide.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;
import org.jspecify.annotations.NullMarked;

/**
 * Measures the embedded gazetteer beside a plain Lucene index of the same towns: {@code *
 * GazetteerBench [SECONDS]} prints a Markdown table.
 */
@NullMarked
public final class GazetteerBench {

  private static final String NAME = "name";
  private static final int QUERIES = 20_000;

  private GazetteerBench() {}

  public static void main(String[] arguments) throws IOException {
    double seconds = arguments.length == 0 ? 3 : Double.parseDouble(arguments[0]);
    long before = heap();
    long start = System.nanoTime();
    GazetteerIndex index = GazetteerIndex.load();
    double load = since(start);
    long held = heap() - before;
    List<String> names = names(index);
    List<String> mistyped = names.stream().map(GazetteerBench::mistype).toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "embedded, %,d features".formatted(index.size()),
            "%.2f s".formatted(load),
            "%.0f MB".formatted(held / 1e6),
            perSecond(names, seconds, index::exact),
            perSecond(mistyped, seconds, name -> index.near(name, 1).in(""))));
    rows.add(plain(index, names, mistyped, seconds));
    System.out.print(
        Measurements.table(
            List.of("gazetteer", "load", "heap", "exact, a second", "mistyped, a second"), rows));
  }

  private static List<String> plain(
      GazetteerIndex index, List<String> names, List<String> mistyped, double seconds)
      throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      long before = heap();
      long start = System.nanoTime();
      int documents = write(index, directory);
      double build = since(start);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        long held = heap() - before;
        return List.of(
            "plain Lucene index in memory, %,d towns by shown names".formatted(documents),
            "%.2f s to build".formatted(build),
            "%.0f MB".formatted(held / 1e6),
            perSecond(
                names, seconds, name -> search(searcher, new TermQuery(new Term(NAME, name)))),
            perSecond(
                mistyped,
                seconds,
                name -> search(searcher, new FuzzyQuery(new Term(NAME, name), 1, 0, 50, true))));
      }
    }
  }

  private static int write(GazetteerIndex index, Directory directory) throws IOException {
    int documents = 0;
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int id = 0; id < index.size(); id++) {
        Feature feature = index.get(id);
        if (feature.kind() == FeatureKind.TOWN || feature.kind() == FeatureKind.DISTRICT) {
          Document document = new Document();
          for (String name : List.of(feature.name(), feature.nameFr(), feature.nameEn())) {
            document.add(new StringField(NAME, GazetteerIndex.normalize(name), Field.Store.NO));
          }
          document.add(new StringField("country", feature.country(), Field.Store.YES));
          writer.addDocument(document);
          documents++;
        }
      }
      writer.forceMerge(1);
    }
    return documents;
  }

  private static void search(IndexSearcher searcher, Query query) {
    try {
      searcher.search(query, 50);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Names of towns of all sizes, the same ones each time. */
  private static List<String> names(GazetteerIndex index) {
    SplittableRandom random = new SplittableRandom(1);
    List<String> names = new ArrayList<>();
    while (names.size() < QUERIES) {
      Feature feature = index.get(random.nextInt(index.size()));
      String name = GazetteerIndex.normalize(feature.name());
      if (feature.kind() == FeatureKind.TOWN && name.length() > 3) {
        names.add(name);
      }
    }
    return names;
  }

  /** Two neighbours changed. */
  private static String mistype(String name) {
    int at = name.length() / 2;
    return name.substring(0, at - 1)
        + name.charAt(at)
        + name.charAt(at - 1)
        + name.substring(at + 1);
  }

  private static String perSecond(List<String> names, double seconds, Consumer<String> search) {
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < 3; round++) { // the first warms up
      long start = System.nanoTime();
      int done = 0;
      while (since(start) < seconds) {
        search.accept(names.get(done++ % names.size()));
      }
      rates.add(done / since(start));
    }
    return "%,.0f".formatted(rates.stream().max(Comparator.naturalOrder()).orElseThrow());
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
