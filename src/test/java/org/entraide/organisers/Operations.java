package org.entraide.organisers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that people do to the sheet, by name. */
final class Operations {

  private static final Map<String, Operation> BY_NAME = new LinkedHashMap<>();

  static {
    List<Operation> all = new ArrayList<>();
    all.addAll(RowOperations.all());
    all.addAll(ColumnOperations.all());
    all.addAll(CellOperations.all());
    all.addAll(TabOperations.all());
    all.addAll(OwnTabOperations.all());
    for (Operation operation : all) {
      if (BY_NAME.put(operation.name(), operation) != null) {
        throw new IllegalStateException("two operations are called " + operation.name());
      }
    }
  }

  private Operations() {}

  static List<Operation> all() {
    return List.copyOf(BY_NAME.values());
  }

  static Operation named(String name) {
    Operation operation = BY_NAME.get(name);
    if (operation == null) {
      throw new IllegalArgumentException("There is no operation called " + name);
    }
    return operation;
  }
}
