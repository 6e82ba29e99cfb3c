package org.entraide.match;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entraide.match.core.PairCertificate;
import org.entraide.match.core.Preferences;
import org.jspecify.annotations.NullMarked;

/**
 * The largest weakly stable matching where each hospital has one place, by OR-Tools' CP-SAT: a
 * boolean for each pair, each resident and hospital in one pair at most, and for each pair a clause
 * that it does not block: the resident has somebody at least as good, or the hospital has.
 */
@NullMarked
final class ExactStable {

  /**
   * What was found in time.
   *
   * @param size of the largest found
   * @param bound no stable matching is larger
   */
  record Found(int size, int bound) {}

  private final Preferences given;
  private final CpModel model = new CpModel();
  private final BoolVar[] taken;
  private final List<List<Integer>> ofHospital = new ArrayList<>();

  private ExactStable(Preferences given, int[] hint) {
    this.given = given;
    taken = new BoolVar[given.edges()];
    for (int h = 0; h < given.hospitals(); h++) {
      ofHospital.add(new ArrayList<>());
    }
    for (int e = 0; e < taken.length; e++) {
      taken[e] = model.newBoolVar("pair " + e);
      ofHospital.get(given.hospital[e]).add(e);
    }
    boolean[] hinted = new boolean[taken.length];
    Arrays.stream(hint).filter(e -> e >= 0).forEach(e -> hinted[e] = true);
    for (int e = 0; e < taken.length; e++) {
      model.addHint(taken[e], hinted[e]);
    }
  }

  /**
   * @param hint a stable matching to start from: the edge of each resident, or -1
   */
  static Found solve(Preferences given, int[] hint, double seconds, int workers) {
    Loader.loadNativeLibraries();
    ExactStable exact = new ExactStable(given, hint);
    exact.constrain();
    exact.model.maximize(LinearExpr.sum(exact.taken));
    CpSolver solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(workers).setRandomSeed(1);
    CpSolverStatus status = solver.solve(exact.model);
    if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
      throw new IllegalStateException("A stable matching exists, yet CP-SAT says " + status);
    }
    exact.check(solver);
    return new Found(
        (int) Math.round(solver.objectiveValue()),
        (int) Math.floor(solver.bestObjectiveBound() + 1e-6));
  }

  private void constrain() {
    ofHospital.forEach(edges -> model.addAtMostOne(literals(edges)));
    for (int r = 0; r < given.residents(); r++) {
      List<Integer> own = new ArrayList<>();
      for (int e = given.start[r]; e < given.start[r + 1]; e++) {
        own.add(e);
      }
      model.addAtMostOne(literals(own));
      own.forEach(e -> model.addBoolOr(literals(atLeastAsGood(own, e))));
    }
  }

  private List<Integer> atLeastAsGood(List<Integer> own, int e) {
    List<Integer> good = new ArrayList<>();
    for (int other : own) {
      if (given.residentRank[other] <= given.residentRank[e]) {
        good.add(other);
      }
    }
    for (int other : ofHospital.get(given.hospital[e])) {
      if (other != e && given.hospitalRank[other] <= given.hospitalRank[e]) {
        good.add(other);
      }
    }
    return good;
  }

  private Literal[] literals(List<Integer> edges) {
    return edges.stream().map(e -> taken[e]).toArray(Literal[]::new);
  }

  private void check(CpSolver solver) {
    int[] matched = new int[given.residents()];
    Arrays.fill(matched, -1);
    for (int r = 0; r < matched.length; r++) {
      for (int e = given.start[r]; e < given.start[r + 1]; e++) {
        matched[r] = solver.booleanValue(taken[e]) ? e : matched[r];
      }
    }
    if (PairCertificate.of(given, matched).blockingPairs() != 0) {
      throw new IllegalStateException("What CP-SAT found is not stable.");
    }
  }
}
