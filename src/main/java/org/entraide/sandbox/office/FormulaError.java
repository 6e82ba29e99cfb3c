package org.entraide.sandbox.office;

import java.io.Serial;

/** The error that a formula gives instead of a value. */
final class FormulaError extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient CellValue.Failure failure;

  FormulaError(CellValue.Failure failure) {
    super(failure.code(), null, false, false);
    this.failure = failure;
  }

  CellValue.Failure failure() {
    return failure;
  }

  static FormulaError unparsable() {
    return of("ERROR", "#ERROR!", "Formula parse error.");
  }

  static FormulaError name(String name) {
    return of("NAME", "#NAME?", "Unknown function or range name: '" + name + "'.");
  }

  static FormulaError reference() {
    return of("REF", "#REF!", "Reference does not exist.");
  }

  static FormulaError circular() {
    return of("REF", "#REF!", "Circular dependency detected.");
  }

  static FormulaError value() {
    return of("VALUE", "#VALUE!", "A text stands where a number is expected.");
  }

  static FormulaError arguments() {
    return of("N_A", "#N/A", "Wrong number of arguments.");
  }

  static FormulaError division() {
    return of("DIVIDE_BY_ZERO", "#DIV/0!", "A division by zero.");
  }

  private static FormulaError of(String type, String code, String message) {
    return new FormulaError(new CellValue.Failure(type, code, message));
  }
}
