package org.entraide.sandbox.office.sheets.formula;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.FormulaError;
import org.entraide.sandbox.office.sheets.value.FormulaValues;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.entraide.sandbox.office.sheets.value.SerialDate;
import org.entraide.sandbox.office.sheets.value.SheetLocale;
import org.jspecify.annotations.Nullable;

/** A {@code BooleanCondition}: what Google accepts as one, and whether a cell meets it. */
public final class BooleanCondition {

  /** How many values each kind takes; those of lists take one or more. */
  private static final Map<String, Integer> VALUES =
      Map.ofEntries(
          Map.entry("NUMBER_GREATER", 1),
          Map.entry("NUMBER_GREATER_THAN_EQ", 1),
          Map.entry("NUMBER_LESS", 1),
          Map.entry("NUMBER_LESS_THAN_EQ", 1),
          Map.entry("NUMBER_EQ", 1),
          Map.entry("NUMBER_NOT_EQ", 1),
          Map.entry("NUMBER_BETWEEN", 2),
          Map.entry("NUMBER_NOT_BETWEEN", 2),
          Map.entry("TEXT_CONTAINS", 1),
          Map.entry("TEXT_NOT_CONTAINS", 1),
          Map.entry("TEXT_STARTS_WITH", 1),
          Map.entry("TEXT_ENDS_WITH", 1),
          Map.entry("TEXT_EQ", 1),
          Map.entry("TEXT_IS_EMAIL", 0),
          Map.entry("TEXT_IS_URL", 0),
          Map.entry("DATE_EQ", 1),
          Map.entry("DATE_BEFORE", 1),
          Map.entry("DATE_AFTER", 1),
          Map.entry("DATE_ON_OR_BEFORE", 1),
          Map.entry("DATE_ON_OR_AFTER", 1),
          Map.entry("DATE_BETWEEN", 2),
          Map.entry("DATE_NOT_BETWEEN", 2),
          Map.entry("DATE_IS_VALID", 0),
          Map.entry("ONE_OF_RANGE", 1),
          Map.entry("ONE_OF_LIST", -1),
          Map.entry("BLANK", 0),
          Map.entry("NOT_BLANK", 0),
          Map.entry("CUSTOM_FORMULA", 1),
          Map.entry("BOOLEAN", -1),
          Map.entry("TEXT_NOT_EQ", -1),
          Map.entry("DATE_NOT_EQ", -1),
          Map.entry("FILTER_EXPRESSION", 1));

  private static final Set<String> NOT_FOR_RULES =
      Set.of(
          "ONE_OF_RANGE",
          "ONE_OF_LIST",
          "BOOLEAN",
          "TEXT_IS_EMAIL",
          "TEXT_IS_URL",
          "TEXT_NOT_EQ",
          "DATE_NOT_EQ",
          "DATE_IS_VALID",
          "FILTER_EXPRESSION");

  private final String type;
  private final String relativeDate;
  private final List<String> texts = new ArrayList<>();
  private final FormulaParser.@Nullable Parsed formula;
  private final CellFormat format;
  private @Nullable Boolean steady;

  public BooleanCondition(JsonNode condition, Book book) {
    this.type = condition.path("type").asText();
    for (JsonNode value : condition.path("values")) {
      texts.add(value.path("userEnteredValue").asText());
    }
    this.relativeDate = condition.path("values").path(0).path("relativeDate").asText();
    boolean custom = type.equals("CUSTOM_FORMULA") && !texts.isEmpty();
    this.formula =
        custom && texts.get(0).startsWith("=")
            ? Formulas.parse(texts.get(0), book).orElse(null)
            : null;
    this.format = new CellFormat(SheetLocale.of(book.locale()));
  }

  /**
   * Refuses what Google would: an unknown kind, a wrong number of values, a formula that is none.
   *
   * @param forRule whether it is for conditional formatting rather than for what a cell accepts or
   *     a filter shows
   */
  public static void check(JsonNode condition, Book book, boolean forRule) {
    String type = condition.path("type").asText();
    Integer wanted = VALUES.get(type);
    if (wanted == null) {
      throw new InvalidRequest("BooleanCondition.type must be specified.");
    }
    if (forRule && NOT_FOR_RULES.contains(type)) {
      throw new InvalidRequest("Condition type '" + type + "' not supported in this context.");
    }
    int valueCount = condition.path("values").size();
    if (wanted >= 0 && valueCount != wanted) {
      throw new InvalidRequest(
          "ConditionType '"
              + type
              + "' requires exactly "
              + wanted
              + " ConditionValues, but "
              + valueCount
              + " were supplied.");
    }
    if (type.equals("ONE_OF_LIST") && valueCount == 0) {
      throw new InvalidRequest("ConditionType 'ONE_OF_LIST' requires at least one ConditionValue.");
    }
    if (type.equals("CUSTOM_FORMULA")) {
      String text = condition.path("values").path(0).path("userEnteredValue").asText();
      checkFormula(text, book, forRule);
    }
  }

  private static void checkFormula(String formula, Book book, boolean forRule) {
    if (!formula.startsWith("=") || Formulas.parse(formula, book).isEmpty()) {
      throw new InvalidRequest("Invalid ConditionValue.userEnteredValue: " + formula);
    }
    if (forRule && formula.replaceAll("\"[^\"]*\"", "").contains("!")) {
      throw new InvalidRequest("Conditional format rule cannot reference a different sheet.");
    }
  }

  /**
   * Whether a cell meets it.
   *
   * @param scope moved so that relative references count from this cell
   */
  public boolean holds(OfficeCell cell, FormulaScope scope) {
    CellValue value = cell.effective();
    return switch (type) {
      case "BLANK" -> value == null;
      case "NOT_BLANK" -> value != null;
      case "CUSTOM_FORMULA" -> holdsByFormula(scope);
      case "TEXT_EQ" -> shown(cell).equals(wanted(0, scope));
      case "TEXT_CONTAINS" -> shown(cell).contains(wanted(0, scope));
      case "TEXT_NOT_CONTAINS" -> !shown(cell).contains(wanted(0, scope));
      case "TEXT_STARTS_WITH" -> shown(cell).startsWith(wanted(0, scope));
      case "TEXT_ENDS_WITH" -> shown(cell).endsWith(wanted(0, scope));
      case "DATE_BEFORE" -> value instanceof CellValue.Num day && day.number() < day(scope);
      default ->
          type.startsWith("NUMBER_")
              && value instanceof CellValue.Num number
              && compares(number.number(), scope);
    };
  }

  /** The beginning of the day that a relative date means; before all days for another one. */
  private double day(FormulaScope scope) {
    ZoneId zone = SerialDate.zone(scope.book().timeZone());
    LocalDate today = LocalDate.ofInstant(scope.now(), zone);
    return switch (relativeDate) {
      case "PAST_YEAR" -> SerialDate.of(today.minusYears(1).atStartOfDay());
      case "PAST_MONTH" -> SerialDate.of(today.minusMonths(1).atStartOfDay());
      case "PAST_WEEK" -> SerialDate.of(today.minusWeeks(1).atStartOfDay());
      case "YESTERDAY" -> SerialDate.of(today.minusDays(1).atStartOfDay());
      case "TODAY" -> SerialDate.of(today.atStartOfDay());
      case "TOMORROW" -> SerialDate.of(today.plusDays(1).atStartOfDay());
      default -> Double.NEGATIVE_INFINITY;
    };
  }

  private boolean holdsByFormula(FormulaScope scope) {
    FormulaParser.Parsed parsed = formula;
    if (parsed == null) {
      return false;
    }
    Boolean value = steady;
    if (value == null || !parsed.steady()) {
      value = isTrue(parsed, scope);
      steady = value;
    }
    return value;
  }

  private static boolean isTrue(FormulaParser.Parsed parsed, FormulaScope scope) {
    try {
      return FormulaValues.truth(parsed.root().value(scope));
    } catch (FormulaError error) {
      return false;
    }
  }

  private boolean compares(double number, FormulaScope scope) {
    Optional<Double> first = number(0, scope);
    Optional<Double> second = number(texts.size() - 1, scope);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    double a = first.get();
    boolean between = number >= Math.min(a, second.get()) && number <= Math.max(a, second.get());
    return switch (type) {
      case "NUMBER_GREATER" -> number > a;
      case "NUMBER_GREATER_THAN_EQ" -> number >= a;
      case "NUMBER_LESS" -> number < a;
      case "NUMBER_LESS_THAN_EQ" -> number <= a;
      case "NUMBER_EQ" -> number == a;
      case "NUMBER_NOT_EQ" -> number != a;
      case "NUMBER_BETWEEN" -> between;
      default -> !between;
    };
  }

  private Optional<Double> number(int index, FormulaScope scope) {
    try {
      return Optional.of(Double.parseDouble(wanted(index, scope)));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** A value of the condition, calculated where it is a formula; case does not count. */
  private String wanted(int index, FormulaScope scope) {
    String text = texts.get(index);
    String value = text.startsWith("=") ? FormulaValues.text(Formulas.evaluate(text, scope)) : text;
    return value.toLowerCase(Locale.ROOT);
  }

  private String shown(OfficeCell cell) {
    return format.show(cell).toLowerCase(Locale.ROOT);
  }
}
