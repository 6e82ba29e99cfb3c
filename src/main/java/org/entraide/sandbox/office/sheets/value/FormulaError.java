package org.entraide.sandbox.office.sheets.value;

import java.io.Serial;

/** The error that a formula gives instead of a value. */
public final class FormulaError extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient CellValue.Failure failure;

  public FormulaError(CellValue.Failure failure) {
    super(failure.code(), null, false, false);
    this.failure = failure;
  }

  public CellValue.Failure failure() {
    return failure;
  }

  public static FormulaError unparsable() {
    return of("ERROR", "#ERROR!", "Formula parse error.");
  }

  public static FormulaError name(String name) {
    return of("NAME", "#NAME?", "Unknown function or range name: '" + name + "'.");
  }

  public static FormulaError reference() {
    return of("REF", "#REF!", "Reference does not exist.");
  }

  public static FormulaError circular() {
    return of("REF", "#REF!", "Circular dependency detected.");
  }

  static FormulaError value() {
    return of("VALUE", "#VALUE!", "A text stands where a number is expected.");
  }

  public static FormulaError arguments() {
    return of("N_A", "#N/A", "Wrong number of arguments.");
  }

  static FormulaError division() {
    return of("DIVIDE_BY_ZERO", "#DIV/0!", "A division by zero.");
  }

  private static FormulaError of(String type, String code, String message) {
    return new FormulaError(new CellValue.Failure(type, code, message));
  }
}
