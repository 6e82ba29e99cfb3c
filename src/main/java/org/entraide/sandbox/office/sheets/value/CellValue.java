package org.entraide.sandbox.office.sheets.value;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import org.jspecify.annotations.Nullable;

/** What a cell holds, as entered (a formula then) or as calculated (an error then). */
public sealed interface CellValue
    permits CellValue.Text, CellValue.Num, CellValue.Bool, CellValue.Formula, CellValue.Failure {

  /** The value as {@code valueRenderOption=UNFORMATTED_VALUE} gives it. */
  ValueNode plain();

  /** The value as an {@code ExtendedValue}. */
  ObjectNode extended();

  /** Text, which never is a formula whatever it starts with. */
  record Text(String text) implements CellValue {
    @Override
    public ValueNode plain() {
      return TextNode.valueOf(text);
    }

    @Override
    public ObjectNode extended() {
      return JsonNodeFactory.instance.objectNode().put("stringValue", text);
    }
  }

  /** A number, or a date as days since 1899-12-30. */
  record Num(double number) implements CellValue {
    @Override
    public ValueNode plain() {
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? LongNode.valueOf((long) number)
          : DoubleNode.valueOf(number);
    }

    @Override
    public ObjectNode extended() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.set("numberValue", plain());
      return json;
    }
  }

  /** TRUE or FALSE. */
  record Bool(boolean flag) implements CellValue {
    @Override
    public ValueNode plain() {
      return BooleanNode.valueOf(flag);
    }

    @Override
    public ObjectNode extended() {
      return JsonNodeFactory.instance.objectNode().put("boolValue", flag);
    }
  }

  /**
   * A formula as entered, with its leading equals sign.
   *
   * @param alone what it gives where it sees no cell; null for a blank
   */
  record Formula(String text, @Nullable CellValue alone) implements CellValue {

    /** This formula as a spreadsheet of that locale prints it. */
    public Formula in(SheetLocale locale) {
      return locale.commaDecimal() ? this : new Formula(Separators.commas(text), alone);
    }

    @Override
    public ValueNode plain() {
      return TextNode.valueOf(text);
    }

    @Override
    public ObjectNode extended() {
      return JsonNodeFactory.instance.objectNode().put("formulaValue", text);
    }
  }

  /**
   * What a formula that cannot be calculated shows.
   *
   * @param type Google's name of the error, such as {@code NAME}
   * @param code what the cell shows, such as {@code #NAME?}
   */
  record Failure(String type, String code, String message) implements CellValue {
    @Override
    public ValueNode plain() {
      return TextNode.valueOf(code);
    }

    @Override
    public ObjectNode extended() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.putObject("errorValue").put("type", type).put("message", message);
      return json;
    }
  }
}
