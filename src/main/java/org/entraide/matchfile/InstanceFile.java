package org.entraide.matchfile;

import java.io.IOException;
import java.io.InputStream;
import org.entraide.file.FileProblem;
import org.entraide.match.core.Preferences;

/**
 * Reads an {@code INSTANCE}: hospitals/residents with ties, as plain text, where hospitals may be
 * in groups. One number and a bit for each entry of a list is all that is kept while it is read.
 */
public final class InstanceFile {

  private static final int TIED = InstanceReader.TIED;

  private final InstanceReader in;
  private final Ints residentIds = new Ints();
  private final Ints residentLines = new Ints();
  private final Ints residentStart = new Ints();
  private final Ints residentList = new Ints();
  private final Ints residentColumns = new Ints();
  private final Ints hospitalIds = new Ints();
  private final Ints hospitalStart = new Ints();
  private final Ints hospitalList = new Ints();
  private final Ints capacities = new Ints();

  private InstanceFile(InstanceReader in) {
    this.in = in;
  }

  /**
   * Reads all of it.
   *
   * @param file its name in findings
   * @throws FileProblem if anything in it is wrong
   */
  public static HospitalsResidents read(String file, InputStream in)
      throws IOException, FileProblem {
    return new InstanceFile(new InstanceReader(file, in)).read();
  }

  private InstanceGroups groups() throws IOException, FileProblem {
    InstanceGroups groups =
        new InstanceGroups(in, residentIds, hospitalIds, hospitalStart, hospitalList);
    in.skipEmptyLines();
    while (in.sign() == InstanceReader.GROUP) {
      groups.read();
      in.skipEmptyLines();
    }
    return groups;
  }

  private HospitalsResidents read() throws IOException, FileProblem {
    in.skipEmptyLines();
    if (in.sign() == InstanceReader.END_OF_FILE) {
      throw in.wrong("the file is empty; its first line must be: residents hospitals");
    }
    int residents = in.number("how many residents there are");
    int hospitals = in.number("how many hospitals there are");
    in.endOfLine("the numbers of residents and hospitals");
    for (int r = 0; r < residents; r++) {
      resident(residents);
    }
    residentStart.add(residentList.size());
    Stamps named = new Stamps(residentIds.size());
    for (int h = 0; h < hospitals; h++) {
      hospital(hospitals, named);
    }
    hospitalStart.add(hospitalList.size());
    InstanceGroups groups = groups();
    if (in.sign() != InstanceReader.END_OF_FILE) {
      throw in.wrong(
          "there are more lines than %d residents and %d hospitals"
              .formatted(residents, hospitals));
    }
    int[] positions = resolve();
    Preferences pairs =
        MutualPairs.join(
            residentStart,
            positions,
            hospitalStart,
            hospitalList,
            groups.ranks(),
            capacities.toArray());
    return new HospitalsResidents(
        residentIds.toArray(), hospitalIds.toArray(), groups.apply(pairs));
  }

  private void resident(int promised) throws IOException, FileProblem {
    int line = id(residentIds, promised, "resident");
    residentLines.add(line);
    residentStart.add(residentList.size());
    boolean more = true;
    boolean[] tie = new boolean[2];
    while (more) {
      int column = in.column();
      int id = in.entry(tie, "a hospital");
      more = id != 0;
      if (more) {
        residentList.add(id);
        residentColumns.add(column);
      }
    }
  }

  private void hospital(int promised, Stamps named) throws IOException, FileProblem {
    id(hospitalIds, promised, "hospital");
    int hospital = hospitalIds.size();
    capacities.add(in.number("the capacity of the hospital"));
    in.colon("the capacity");
    hospitalStart.add(hospitalList.size());
    boolean[] tie = new boolean[2];
    while (true) {
      int line = in.line();
      int column = in.column();
      int id = in.entry(tie, "a resident");
      if (id == 0) {
        return;
      }
      int resident = residentIds.search(id & ~TIED);
      if (resident < 0) {
        throw in.wrong(line, column, "there is no resident " + (id & ~TIED));
      }
      if (!named.add(resident, hospital)) {
        throw in.wrong(line, column, "resident %d is in this list twice".formatted(id & ~TIED));
      }
      hospitalList.add(resident | (id & TIED));
    }
  }

  /** Reads what begins a line and returns which line. */
  private int id(Ints ids, int promised, String what) throws IOException, FileProblem {
    in.skipEmptyLines();
    if (in.sign() == InstanceReader.END_OF_FILE) {
      throw in.wrong("the file ends after %d of %d %ss".formatted(ids.size(), promised, what));
    }
    int line = in.line();
    int column = in.column();
    int id = in.number("the number of a " + what);
    int last = ids.size() == 0 ? 0 : ids.get(ids.size() - 1);
    if (id <= last) {
      throw in.wrong(
          line,
          column,
          id == 0
              ? "a %s must have a positive number".formatted(what)
              : "%s %d comes after %d: numbers must increase".formatted(what, id, last));
    }
    ids.add(id);
    in.colon("the number of a " + what);
    return line;
  }

  /** Turns the hospitals that residents name from numbers into positions. */
  private int[] resolve() throws FileProblem {
    Stamps named = new Stamps(hospitalIds.size());
    int[] positions = residentList.toArray();
    for (int r = 0; r < residentIds.size(); r++) {
      for (int e = residentStart.get(r); e < residentStart.get(r + 1); e++) {
        int id = positions[e] & ~TIED;
        int hospital = hospitalIds.search(id);
        if (hospital < 0 || !named.add(hospital, r + 1)) {
          throw in.wrong(
              residentLines.get(r),
              residentColumns.get(e),
              hospital < 0
                  ? "there is no hospital " + id
                  : "hospital %d is in this list twice".formatted(id));
        }
        positions[e] = hospital | (positions[e] & TIED);
      }
    }
    return positions;
  }
}
