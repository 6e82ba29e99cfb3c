package org.entraide.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.entraide.match.model.Participant;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.NullMarked;

/**
 * A country of towns with invented people, for measurements; the same numbers give the same people.
 *
 * <p>Towns lie in a box of the size and latitude of France. Their sizes follow Zipf's law; people
 * are spread around a town's centre, denser in the middle, over an area that grows with its size,
 * and a part of them lives in the country between. With one town only, people are spread evenly
 * over a disk.
 *
 * <p>Needs: one category for 70 %, two for 25 %, three for 5 %, a third of them remote. Offers: one
 * to four. Half of the helpers name a radius from 1 to 20 km. One in seven seekers has priority 2,
 * two in seven priority 1. First answers are spread over 60 days. One person in ten names
 * languages.
 *
 * <p>Run as {@code Towns FILE SEEKERS HELPERS TOWNS CAPACITY SEED} it writes a people file for
 * {@code entraide match}; with one town a seventh number is the radius of the disk in kilometres.
 */
@NullMarked
public final class Towns {

  private static final LocalDate FIRST = LocalDate.of(2020, 3, 16);
  private static final int DAYS = 60;
  private static final double SOUTH = 43.5;
  private static final double WEST = -1.5;
  private static final double HEIGHT = 6.5;
  private static final double WIDTH = 8.0;
  private static final double KM_PER_DEGREE = 111.19;
  private static final double COUNTRYSIDE = 0.1;

  private static final List<Category> PRESENCE =
      List.of(
          Category.SHOPPING,
          Category.SHOPPING,
          Category.MEDICINES,
          Category.BILLS,
          Category.PETS,
          Category.TRANSPORT,
          Category.CHILDCARE);

  private static final List<Category> REMOTE =
      List.of(Category.CONVERSATION, Category.MORAL_SUPPORT, Category.ADMIN);

  /**
   * What to make.
   *
   * @param capacity greatest capacity of a helper; each has one from 1 on
   * @param diskKm radius of the only town
   */
  public record Plan(int seekers, int helpers, int towns, int capacity, long seed, double diskKm) {}

  private final Plan plan;
  private final SplittableRandom random;
  private final double[] latitude;
  private final double[] longitude;
  private final double[] spreadKm;
  private final double[] share;

  private Towns(Plan plan) {
    this.plan = plan;
    random = new SplittableRandom(plan.seed());
    latitude = new double[plan.towns()];
    longitude = new double[plan.towns()];
    spreadKm = new double[plan.towns()];
    share = new double[plan.towns()];
    double sum = 0;
    for (int i = 0; i < share.length; i++) {
      sum += 1.0 / (i + 1);
      share[i] = sum;
    }
    for (int i = 0; i < share.length; i++) {
      double people = (plan.seekers() + plan.helpers()) / (sum * (i + 1));
      latitude[i] = SOUTH + HEIGHT * random.nextDouble();
      longitude[i] = WEST + WIDTH * random.nextDouble();
      spreadKm[i] = 0.5 + Math.sqrt(people / 100) / 2;
      share[i] /= sum;
    }
  }

  /** Makes the people. */
  public static List<Participant> people(Plan plan) {
    Towns towns = new Towns(plan);
    List<Participant> people = new ArrayList<>(plan.seekers() + plan.helpers());
    for (int i = 0; i < plan.seekers(); i++) {
      people.add(towns.seeker("N%07d".formatted(i)));
    }
    for (int i = 0; i < plan.helpers(); i++) {
      people.add(towns.helper("H%07d".formatted(i)));
    }
    return people;
  }

  private Participant seeker(String ref) {
    int dice = random.nextInt(100);
    int lot = random.nextInt(7);
    return Participant.builder(ref)
        .place(point(), 0)
        .needs(categories(dice < 70 ? 1 : dice < 95 ? 2 : 3))
        .languages(languages())
        .priority(lot == 0 ? 2 : lot < 3 ? 1 : 0)
        .since(FIRST.plusDays(random.nextInt(DAYS)))
        .build();
  }

  private Participant helper(String ref) {
    return Participant.builder(ref)
        .place(point(), 0)
        .offers(categories(1 + random.nextInt(4)))
        .capacity(1 + random.nextInt(plan.capacity()))
        .radiusKm(random.nextBoolean() ? null : Double.valueOf(1 + random.nextInt(20)))
        .languages(languages())
        .since(FIRST.plusDays(random.nextInt(DAYS)))
        .build();
  }

  private Set<Category> categories(int count) {
    EnumSet<Category> set = EnumSet.noneOf(Category.class);
    while (set.size() < count) {
      List<Category> from = random.nextInt(3) == 0 ? REMOTE : PRESENCE;
      set.add(from.get(random.nextInt(from.size())));
    }
    return set;
  }

  private Set<String> languages() {
    int dice = random.nextInt(100);
    return dice < 90 ? Set.of() : dice < 98 ? Set.of("fr") : dice < 99 ? Set.of("en") : BOTH;
  }

  private static final Set<String> BOTH = Set.of("en", "fr");

  private GeoPoint point() {
    if (plan.towns() > 1 && random.nextDouble() < COUNTRYSIDE) {
      return new GeoPoint(SOUTH + HEIGHT * random.nextDouble(), WEST + WIDTH * random.nextDouble());
    }
    int town = town(random.nextDouble());
    double km =
        plan.towns() == 1
            ? plan.diskKm() * Math.sqrt(random.nextDouble())
            : spreadKm[town] * -Math.log(1 - random.nextDouble());
    double angle = 2 * Math.PI * random.nextDouble();
    double lat = latitude[town] + km * Math.sin(angle) / KM_PER_DEGREE;
    double wide = KM_PER_DEGREE * Math.cos(Math.toRadians(latitude[town]));
    return new GeoPoint(round(lat), round(longitude[town] + km * Math.cos(angle) / wide));
  }

  /** To a ten-thousandth of a degree, some ten metres, as files have it. */
  private static double round(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }

  private int town(double at) {
    int low = 0;
    int high = share.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (share[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Writes a people file. */
  public static void write(Path file, Collection<Participant> people) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      out.print("ref,lat,lon,needs,offers,capacity,radius_km,languages,priority,since\n");
      for (Participant person : people) {
        out.print(line(person));
        out.print('\n');
      }
      if (out.checkError()) {
        throw new IOException("The file could not be written: " + file);
      }
    }
  }

  private static String line(Participant it) {
    GeoPoint point = it.point();
    String lat = point == null ? "" : String.format(Locale.ROOT, "%.5f", point.latitude());
    String lon = point == null ? "" : String.format(Locale.ROOT, "%.5f", point.longitude());
    Double radius = it.radiusKm();
    return String.join(
        ",",
        it.ref(),
        lat,
        lon,
        list(it.needs()),
        list(it.offers()),
        Integer.toString(it.capacity()),
        radius == null ? "" : Double.toString(radius),
        it.languages().stream().sorted().collect(Collectors.joining(";")),
        Integer.toString(it.priority()),
        it.since() == null ? "" : it.since().toString());
  }

  private static String list(Set<Category> categories) {
    return categories.stream().map(Category::key).sorted().collect(Collectors.joining(";"));
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 6) {
      throw new IllegalArgumentException(
          "FILE SEEKERS HELPERS TOWNS CAPACITY SEED [DISK_KM] are needed.");
    }
    write(Path.of(arguments[0]), people(plan(arguments, 1)));
  }

  /** Reads a plan from words: seekers, helpers, towns, capacity, seed and, if wanted, a radius. */
  static Plan plan(String[] words, int from) {
    return new Plan(
        Integer.parseInt(words[from]),
        Integer.parseInt(words[from + 1]),
        Integer.parseInt(words[from + 2]),
        Integer.parseInt(words[from + 3]),
        Long.parseLong(words[from + 4]),
        words.length > from + 5 ? Double.parseDouble(words[from + 5]) : 15);
  }
}
