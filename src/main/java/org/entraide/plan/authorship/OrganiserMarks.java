package org.entraide.plan.authorship;

import java.util.List;
import org.entraide.plan.layout.RowCheck;

/**
 * What a row's check remembers of the organisers' cells, each in the order of their columns.
 *
 * @param hashes of what organisers typed for the row's person
 * @param displaced whose texts the cells show
 */
public record OrganiserMarks(List<String> hashes, List<RowCheck.Displaced> displaced) {
  public OrganiserMarks {
    hashes = List.copyOf(hashes);
    displaced = List.copyOf(displaced);
  }
}
