package org.entraide.bench;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.entraide.file.FileProblem;
import org.entraide.match.model.Availability;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Participant;
import org.entraide.matchfile.PeopleFile;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Participants as the alternatives to the matcher see them: the rule who may help whom, written
 * once more, and nothing of who prefers whom. Pairs with rules of their own are left out.
 */
final class Crowd {

  private final List<Participant> people;
  private final MatchSettings settings;
  private final int[] needs;
  private final int[] offers;
  private final @Nullable GeoPoint[] places;

  Crowd(List<Participant> people, MatchSettings settings) {
    this.people = people;
    this.settings = settings;
    int byHand = mask(Category::byHand);
    int checkedOnly = mask(settings.checkedOnly());
    needs = new int[people.size()];
    offers = new int[people.size()];
    places = new @Nullable GeoPoint[people.size()];
    for (int i = 0; i < needs.length; i++) {
      Participant it = people.get(i);
      boolean open = it.availability() == Availability.OPEN;
      needs[i] = open ? mask(it.needs()) & ~byHand : 0;
      offers[i] = open ? mask(it.offers()) & ~byHand & (it.checked() ? -1 : ~checkedOnly) : 0;
      places[i] = it.uncertaintyKm() > settings.maxUncertaintyKm() ? null : it.point();
    }
  }

  /** Reads a people file as {@code entraide match} does. */
  static Crowd read(Path file) throws IOException, FileProblem {
    return new Crowd(people(file), MatchSettings.DEFAULT);
  }

  static List<Participant> people(Path file) throws IOException, FileProblem {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return PeopleFile.read(file.toString(), in, System.err::println).people();
    }
  }

  int size() {
    return people.size();
  }

  int capacity(int helper) {
    return people.get(helper).capacity();
  }

  double maxKm() {
    return settings.maxKm();
  }

  int needs(int person) {
    return needs[person];
  }

  int offers(int helper) {
    return offers[helper];
  }

  @Nullable GeoPoint place(int one) {
    return places[one];
  }

  /** Returns who needs something, those who have waited longest first. */
  int[] waiting() {
    Comparator<Participant> since =
        Comparator.comparing(Participant::since, Comparator.nullsLast(Comparator.naturalOrder()));
    return IntStream.range(0, size())
        .filter(i -> needs[i] != 0)
        .boxed()
        .sorted((one, other) -> since.compare(people.get(one), people.get(other)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Tells whether the helper may help the person with something. */
  boolean acceptable(int person, int helper) {
    int common = needs[person] & offers[helper];
    return common != 0
        && person != helper
        && ((common & REMOTE) != 0 || km(person, helper) <= reachKm(helper))
        && shareLanguage(person, helper);
  }

  /** Returns the distance in kilometres; infinite when a place is unknown. */
  double km(int one, int other) {
    GeoPoint here = places[one];
    GeoPoint there = places[other];
    return here == null || there == null ? Double.POSITIVE_INFINITY : here.kmTo(there);
  }

  /** How far the helper goes; never so far that an unknown place would count. */
  double reachKm(int helper) {
    Double radius = people.get(helper).radiusKm();
    double limit = radius == null ? settings.maxKm() : Math.min(radius, settings.maxKm());
    return Math.min(limit, Double.MAX_VALUE);
  }

  boolean shareLanguage(int one, int other) {
    Collection<String> here = people.get(one).languages();
    Collection<String> there = people.get(other).languages();
    return here.isEmpty() || there.isEmpty() || !Collections.disjoint(here, there);
  }

  /** Writes who got whom. */
  void write(Path file, int[] helperOf) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.append("person,helper\n");
      for (int person = 0; person < helperOf.length; person++) {
        if (helperOf[person] >= 0) {
          out.append(people.get(person).ref()).append(',');
          out.append(people.get(helperOf[person]).ref()).append('\n');
        }
      }
    }
  }

  String ref(int one) {
    return people.get(one).ref();
  }

  static final int REMOTE = mask(Category::remote);

  private static int mask(Predicate<Category> which) {
    return mask(List.of(Category.values()).stream().filter(which).toList());
  }

  @SuppressWarnings("EnumOrdinal") // masks live in memory only
  private static int mask(Collection<Category> categories) {
    int mask = 0;
    for (Category category : categories) {
      mask |= 1 << category.ordinal();
    }
    return mask;
  }
}
