package org.entraide.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Names to show: the source has names in all languages, but does not say in which. */
final class Exonyms {

  private Exonyms() {}

  /** Country, a name to find it by, French, English, local; where empty, as found. */
  static void read(Path file, Towns towns) throws IOException {
    for (List<String> row : Files.tsv(file)) {
      Draft town =
          towns
              .largest(row.get(0), row.get(1))
              .orElseThrow(() -> new IllegalStateException("No such town: " + row));
      town.nameFr = row.get(2).isEmpty() ? town.name : row.get(2);
      town.nameEn = row.get(3).isEmpty() ? town.name : row.get(3);
      if (!row.get(4).isEmpty()) {
        town.name = row.get(4);
      }
      for (String name : row.subList(2, 5)) {
        if (!name.isEmpty()) {
          towns.addName(town, name);
        }
      }
    }
  }
}
