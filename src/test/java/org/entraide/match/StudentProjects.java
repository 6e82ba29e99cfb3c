package org.entraide.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.entraide.match.core.Preferences;
import org.jspecify.annotations.NullMarked;

/**
 * Random instances of student-project allocation with ties, of the kind on which F. Cooper and D.
 * Manlove measured ("A 3/2-approximation algorithm for the student-project allocation problem", SEA
 * 2018): 300 students who list three to five of 250 projects, the last of which are five times as
 * popular as the first, with a linear increase; 120 lecturers with 3 places each and the projects
 * in turn, the first ones with one more; 420 places of projects, spread by chance. A lecturer lists
 * the students who list a project of theirs in random order. Each entry of a list but the last is
 * tied to the next with a probability.
 *
 * @param tied that probability
 */
@NullMarked
record StudentProjects(double tied) {

  static final int STUDENTS = 300;
  private static final int PROJECTS = 250;
  private static final int LECTURERS = 120;
  private static final int PLACES = 420;
  private static final int PLACES_OF_A_LECTURER = 3;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;
  private static final double MOST_TO_LEAST_POPULAR = 5;

  /** Returns the instance of a seed, always the same. */
  Preferences market(long seed) {
    Random random = new Random(seed);
    int[] lecturer = lecturers();
    List<List<Integer>> lists = new ArrayList<>();
    for (int student = 0; student < STUDENTS; student++) {
      lists.add(list(random));
    }
    int[][] rankOf = ranks(lists, lecturer, random);
    List<int[]> pairs = new ArrayList<>();
    for (int student = 0; student < STUDENTS; student++) {
      int rank = 0;
      for (int project : lists.get(student)) {
        pairs.add(new int[] {student, project, rank, rankOf[lecturer[project]][student]});
        rank += random.nextDouble() < tied ? 0 : 1;
      }
    }
    int[] places = new int[LECTURERS];
    Arrays.fill(places, PLACES_OF_A_LECTURER);
    return Preferences.ofPairs(
            STUDENTS,
            column(pairs, 0),
            column(pairs, 1),
            column(pairs, 2),
            column(pairs, 3),
            capacities(random))
        .withGroups(lecturer, places);
  }

  private static int[] column(List<int[]> pairs, int column) {
    return pairs.stream().mapToInt(pair -> pair[column]).toArray();
  }

  /** Returns the lecturer of each project: two each, and one more for the first. */
  private static int[] lecturers() {
    int[] lecturer = new int[PROJECTS];
    int most = PROJECTS % LECTURERS;
    int each = PROJECTS / LECTURERS;
    for (int project = 0; project < PROJECTS; project++) {
      int early = project / (each + 1);
      lecturer[project] = early < most ? early : (project - most) / each;
    }
    return lecturer;
  }

  private static int[] capacities(Random random) {
    int[] capacity = new int[PROJECTS];
    Arrays.fill(capacity, PLACES / PROJECTS);
    List<Integer> projects = new ArrayList<>();
    for (int project = 0; project < PROJECTS; project++) {
      projects.add(project);
    }
    Collections.shuffle(projects, random);
    projects.subList(0, PLACES % PROJECTS).forEach(project -> capacity[project]++);
    return capacity;
  }

  private static List<Integer> list(Random random) {
    int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
    List<Integer> list = new ArrayList<>();
    while (list.size() < length) {
      int project = random.nextInt(PROJECTS);
      double popularity =
          1 + (MOST_TO_LEAST_POPULAR - 1) * project / (PROJECTS - 1.0); // from 1 to the most
      if (random.nextDouble() * MOST_TO_LEAST_POPULAR < popularity && !list.contains(project)) {
        list.add(project);
      }
    }
    return list;
  }

  /** Returns the rank of each student with each lecturer who has a project on their list. */
  private int[][] ranks(List<List<Integer>> lists, int[] lecturer, Random random) {
    int[][] rankOf = new int[LECTURERS][STUDENTS];
    for (int l = 0; l < LECTURERS; l++) {
      List<Integer> students = new ArrayList<>();
      for (int student = 0; student < STUDENTS; student++) {
        int own = l;
        if (lists.get(student).stream().anyMatch(project -> lecturer[project] == own)) {
          students.add(student);
        }
      }
      Collections.shuffle(students, random);
      int rank = 0;
      for (int student : students) {
        rankOf[l][student] = rank;
        rank += random.nextDouble() < tied ? 0 : 1;
      }
    }
    return rankOf;
  }
}
