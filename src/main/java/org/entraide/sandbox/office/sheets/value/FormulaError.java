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
    return of("VALUE", "#VALUE!", "A text is where a number is expected.");
  }

  public static FormulaError arguments() {
    return of("N_A", "#N/A", "Wrong number of arguments.");
  }

  /** A range of several rows and columns where a single one of either is wanted. */
  public static FormulaError noLine() {
    return of("N_A", "#N/A", "MATCH range must be a single row or a single column.");
  }

  public static FormulaError notFound(String value) {
    return of("N_A", "#N/A", "Did not find value '" + value + "' in MATCH evaluation.");
  }

  static FormulaError division() {
    return of("DIVIDE_BY_ZERO", "#DIV/0!", "A division by zero.");
  }

  private static FormulaError of(String type, String code, String message) {
    return new FormulaError(new CellValue.Failure(type, code, message));
  }
}
