package org.entraide.matchfile;

import java.io.IOException;
import java.util.Arrays;
import org.entraide.file.FileProblem;
import org.entraide.match.core.Preferences;

/**
 * The lines {@code group CAPACITY: h1 h2 : r1 (r2 r3)} after the hospitals of an {@code INSTANCE}.
 *
 * <p>The list of each hospital in a group must be that of the group, restricted: whom the hospital
 * lists the group lists, too, whether they list the hospital or not, in the same order and with the
 * same ties. Then a hospital ranks residents as its group does; the ranks are positions in the
 * group's list. What does not fit is found where the group names the hospital.
 */
final class InstanceGroups {

  private static final int TIED = InstanceReader.TIED;
  private static final int[] NONE = {};
  private static final int NO_GROUP = -1;

  private final InstanceReader in;
  private final Ints residentIds;
  private final Ints hospitalIds;
  private final Ints hospitalStart;
  private final Ints hospitalList;
  private final Ints capacities = new Ints();

  private final Ints members = new Ints();
  private final Ints memberLines = new Ints();
  private final Ints memberColumns = new Ints();

  /** Empty as long as there is no group. */
  private int[] groupOf = NONE;

  private int[] ranks = NONE;
  private int[] placeInGroup = NONE;
  private Stamps named = new Stamps(0);

  /**
   * @param hospitalStart where the list of each hospital begins, and where the last one ends
   * @param hospitalList positions of residents, with the bit {@link InstanceReader#TIED}
   */
  InstanceGroups(
      InstanceReader in,
      Ints residentIds,
      Ints hospitalIds,
      Ints hospitalStart,
      Ints hospitalList) {
    this.in = in;
    this.residentIds = residentIds;
    this.hospitalIds = hospitalIds;
    this.hospitalStart = hospitalStart;
    this.hospitalList = hospitalList;
  }

  /**
   * Returns the rank of each entry of the hospitals' lists in its group, or -1; empty: no group.
   */
  int[] ranks() {
    return ranks;
  }

  /** Returns the pairs with these groups. */
  Preferences apply(Preferences pairs) {
    return capacities.size() == 0 ? pairs : pairs.withGroups(groupOf, capacities.toArray());
  }

  /**
   * Reads one line; the present sign is its first.
   *
   * @throws FileProblem if anything in it is wrong
   */
  void read() throws IOException, FileProblem {
    if (capacities.size() == 0) {
      begin();
    }
    in.next();
    capacities.add(in.number("the capacity of the group"));
    in.colon("the capacity of the group");
    hospitals();
    in.colon("the hospitals of the group");
    residents();
    for (int i = 0; i < members.size(); i++) {
      compare(members.get(i), memberLines.get(i), memberColumns.get(i));
    }
  }

  private void begin() {
    groupOf = new int[hospitalIds.size()];
    Arrays.fill(groupOf, NO_GROUP);
    ranks = new int[hospitalList.size()];
    Arrays.fill(ranks, NO_GROUP);
    placeInGroup = new int[residentIds.size()];
    named = new Stamps(residentIds.size());
  }

  private void hospitals() throws IOException, FileProblem {
    members.clear();
    memberLines.clear();
    memberColumns.clear();
    while (in.sign() == InstanceReader.NUMBER) {
      int hospital = hospitalIds.search(in.value());
      if (hospital < 0) {
        throw in.wrong("there is no hospital " + in.value());
      }
      if (groupOf[hospital] != NO_GROUP) {
        throw in.wrong(
            groupOf[hospital] == capacities.size() - 1
                ? "hospital %d is in this group twice".formatted(in.value())
                : "hospital %d is in another group already".formatted(in.value()));
      }
      groupOf[hospital] = capacities.size() - 1;
      members.add(hospital);
      memberLines.add(in.line());
      memberColumns.add(in.column());
      in.next();
    }
  }

  private void residents() throws IOException, FileProblem {
    boolean[] tie = new boolean[2];
    int place = -1;
    while (true) {
      int line = in.line();
      int column = in.column();
      int entry = in.entry(tie, "a resident");
      if (entry == 0) {
        return;
      }
      int resident = residentIds.search(entry & ~TIED);
      if (resident < 0) {
        throw in.wrong(line, column, "there is no resident " + (entry & ~TIED));
      }
      if (!named.add(resident, capacities.size())) {
        throw in.wrong(line, column, "resident %d is in this list twice".formatted(entry & ~TIED));
      }
      place += entry < 0 ? 0 : 1;
      placeInGroup[resident] = place;
    }
  }

  private void compare(int hospital, int line, int column) throws FileProblem {
    int previousPlace = -1;
    for (int e = hospitalStart.get(hospital); e < hospitalStart.get(hospital + 1); e++) {
      int resident = hospitalList.get(e) & ~TIED;
      boolean tied = hospitalList.get(e) < 0;
      if (!named.contains(resident, capacities.size())) {
        throw in.wrong(
            line,
            column,
            "hospital %d lists resident %d, whom its group does not"
                .formatted(hospitalIds.get(hospital), residentIds.get(resident)));
      }
      int place = placeInGroup[resident];
      if (tied ? place != previousPlace : place <= previousPlace) {
        throw in.wrong(
            line,
            column,
            "hospital %d does not rank resident %d and the one before as its group does"
                .formatted(hospitalIds.get(hospital), residentIds.get(resident)));
      }
      ranks[e] = place;
      previousPlace = place;
    }
  }
}
