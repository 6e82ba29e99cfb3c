package org.entraide.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;
import org.jspecify.annotations.NullMarked;

/**
 * Measures {@code geocode --csv} from the start of the process to its end: {@code GeocodeBench
 * [LINES] [TIMES]} prints a Markdown table. Of the lines, which are nearly all different, six in
 * ten are a town with or without its country, one in ten each a street with a postcode and a town,
 * a part of London, a town with a typing error, and nothing that could be found.
 */
@NullMarked
public final class GeocodeBench {

  private static final String STREETS = "rue de la Paix;12 High Street;avenue Foch;Bahnhofstr. 3";
  private static final String NOTHING =
      "idem;chez ma fille;je déménage en juin;;06 12 34 56 78;???";
  private static final String LONDON =
      "Londres, métro South Ken;SW7;Fulham, Londres;N1 9GU Londres;Clapham;Hackney London";

  private GeocodeBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path directory = Files.createTempDirectory("entraide-geocode"); // no configuration is there
    Path in = directory.resolve("in.csv");
    Path out = directory.resolve("out.csv");
    try {
      write(in, lines);
      List<Proc.Ended> runs = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        runs.add(run(directory, in, out));
      }
      long found;
      try (var answers = Files.lines(out)) {
        found = answers.skip(1).filter(line -> !line.contains(",none,")).count();
      }
      System.out.println(Measurements.machine());
      System.out.print(
          Measurements.table(
              List.of("`geocode --csv`", "time", "CPU", "peak memory", "found"),
              List.of(
                  List.of(
                      "%,d lines".formatted(lines),
                      "%.1f s".formatted(Measurements.median(runs, Proc.Ended::seconds)),
                      "%.1f s".formatted(Measurements.median(runs, Proc.Ended::cpuSeconds)),
                      "%.0f MB".formatted(Measurements.median(runs, Proc.Ended::peakMegabytes)),
                      "%,d".formatted(found)))));
    } finally {
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
      Files.deleteIfExists(directory);
    }
  }

  private static Proc.Ended run(Path directory, Path in, Path out)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.entraide.Main"));
    command.addAll(List.of("geocode", "--csv", in.toString(), "-o", out.toString()));
    Proc.Ended ended =
        Proc.run(
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
    if (ended.exitCode() != 0) {
      throw new IllegalStateException("geocode ended with " + ended.exitCode());
    }
    return ended;
  }

  /** The same lines each time. */
  static void write(Path file, int lines) throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    GazetteerIndex index = GazetteerIndex.load();
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      writer.write("id,text,country\n");
      for (int i = 0; i < lines; i++) {
        writer.write(i + ",\"" + text(index, random).replace("\"", "") + "\",\n");
      }
    }
  }

  private static String text(GazetteerIndex index, SplittableRandom random) {
    Feature town = town(index, random);
    String country =
        new Locale.Builder().setRegion(town.country()).build().getDisplayCountry(Locale.FRENCH);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> town.name() + ", " + country;
      case 3, 4, 5 -> town.name();
      case 6 ->
          pick(STREETS, random) + ", " + (10_000 + random.nextInt(80_000)) + " " + town.name();
      case 7 -> pick(LONDON, random);
      case 8 -> mistyped(town.name()) + ", " + country;
      default -> pick(NOTHING, random);
    };
  }

  private static Feature town(GazetteerIndex index, SplittableRandom random) {
    while (true) {
      Feature feature = index.get(random.nextInt(index.size()));
      if (feature.kind() == FeatureKind.TOWN && feature.name().length() > 3) {
        return feature;
      }
    }
  }

  private static String pick(String list, SplittableRandom random) {
    String[] words = list.split(";", -1);
    return words[random.nextInt(words.length)];
  }

  /** Two neighbours changed. */
  private static String mistyped(String name) {
    int at = name.length() / 2;
    return name.substring(0, at - 1)
        + name.charAt(at)
        + name.charAt(at - 1)
        + name.substring(at + 1);
  }
}
