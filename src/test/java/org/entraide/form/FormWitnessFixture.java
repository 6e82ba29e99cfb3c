package org.entraide.form;

import java.util.Optional;

/** A sheet beside its form. */
abstract class FormWitnessFixture {

  static Linked town() {
    return Linked.campaign()
        .answer("Ana", "06 12 34 56 78", "75001", "Courses")
        .answer("Bo", "07 00 00 00 01", "69002", "Factures", "Courses")
        .answer("Cy", "07 00 00 00 02", "33000", "Courses");
  }

  // ---- rows

  static Optional<String> id(Linked town, int row) {
    return town.witness().response(town.row(row)).map(Response::responseId);
  }
}
