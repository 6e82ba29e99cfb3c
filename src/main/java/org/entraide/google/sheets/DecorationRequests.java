package org.entraide.google.sheets;

import com.google.api.services.sheets.v4.model.AddChartRequest;
import com.google.api.services.sheets.v4.model.AddConditionalFormatRuleRequest;
import com.google.api.services.sheets.v4.model.AddNamedRangeRequest;
import com.google.api.services.sheets.v4.model.AddProtectedRangeRequest;
import com.google.api.services.sheets.v4.model.BooleanCondition;
import com.google.api.services.sheets.v4.model.BooleanRule;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.Color;
import com.google.api.services.sheets.v4.model.ColorStyle;
import com.google.api.services.sheets.v4.model.ConditionValue;
import com.google.api.services.sheets.v4.model.ConditionalFormatRule;
import com.google.api.services.sheets.v4.model.DataValidationRule;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.NamedRange;
import com.google.api.services.sheets.v4.model.NumberFormat;
import com.google.api.services.sheets.v4.model.ProtectedRange;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SetDataValidationRequest;
import com.google.api.services.sheets.v4.model.SpreadsheetProperties;
import com.google.api.services.sheets.v4.model.TextFormat;
import com.google.api.services.sheets.v4.model.UpdateConditionalFormatRuleRequest;
import com.google.api.services.sheets.v4.model.UpdateDimensionPropertiesRequest;
import com.google.api.services.sheets.v4.model.UpdateNamedRangeRequest;
import com.google.api.services.sheets.v4.model.UpdateSpreadsheetPropertiesRequest;
import java.util.List;
import org.entraide.table.Area;
import org.entraide.table.Change;
import org.entraide.table.Tint;

/**
 * Says in Google's words how cells are to look. Each request names the fields that it changes, so
 * that everything else about a cell stays.
 */
final class DecorationRequests {

  /** The fields that {@link Change.Headline} sets. */
  private static final String TITLE_LOOK =
      "userEnteredFormat(textFormat.bold,backgroundColorStyle)";

  private DecorationRequests() {}

  static Request of(Change.Decoration decoration) {
    if (decoration instanceof Change.Note note) {
      return repeat(note.area(), new CellData().setNote(note.text()), "note");
    }
    if (decoration instanceof Change.Choices choices) {
      return validation(choices.area(), condition("ONE_OF_LIST", choices.words()));
    }
    if (decoration instanceof Change.TickBoxes boxes) {
      return validation(boxes.area(), new BooleanCondition().setType("BOOLEAN"));
    }
    if (decoration instanceof Change.TintWord word) {
      return tint(
          word.area(), condition("TEXT_EQ", List.of(word.word())), word.tint(), word.index());
    }
    if (decoration instanceof Change.TintWhere where) {
      return tint(
          where.area(),
          condition("CUSTOM_FORMULA", List.of(where.formula())),
          where.tint(),
          where.index());
    }
    if (decoration instanceof Change.Warn warn) {
      return warn(warn);
    }
    if (decoration instanceof Change.Name name) {
      return new Request()
          .setAddNamedRange(
              new AddNamedRangeRequest()
                  .setNamedRange(
                      new NamedRange().setName(name.name()).setRange(range(name.area()))));
    }
    if (decoration instanceof Change.Draw draw) {
      return new Request().setAddChart(new AddChartRequest().setChart(ChartSpecs.of(draw.chart())));
    }
    if (decoration instanceof Change.FilterView view) {
      return FilterViews.adding(view);
    }
    return look(decoration);
  }

  private static Request look(Change.Decoration decoration) {
    if (decoration instanceof Change.Format format) {
      // without a pattern the sheet's own locale decides
      String type = format.times() == Change.Times.DAY ? "DATE" : "DATE_TIME";
      return repeat(
          format.area(),
          new CellData()
              .setUserEnteredFormat(
                  new CellFormat().setNumberFormat(new NumberFormat().setType(type))),
          "userEnteredFormat.numberFormat");
    }
    if (decoration instanceof Change.Headline line) {
      return repeat(
          line.area(),
          new CellData()
              .setUserEnteredFormat(
                  new CellFormat()
                      .setTextFormat(new TextFormat().setBold(true))
                      .setBackgroundColorStyle(color(Tint.TITLE))),
          TITLE_LOOK);
    }
    if (decoration instanceof Change.Plain plain) { // fields without a value are cleared
      return repeat(
          plain.area(), new CellData().setUserEnteredFormat(new CellFormat()), TITLE_LOOK);
    }
    if (decoration instanceof Change.Wrap wrap) {
      return repeat(
          wrap.area(),
          new CellData().setUserEnteredFormat(new CellFormat().setWrapStrategy("WRAP")),
          "userEnteredFormat.wrapStrategy");
    }
    if (decoration instanceof Change.Width width) {
      return width(width);
    }
    throw new IllegalArgumentException(
        "A decoration without a request: " + decoration.getClass().getSimpleName());
  }

  private static Request width(Change.Width width) {
    return new Request()
        .setUpdateDimensionProperties(
            new UpdateDimensionPropertiesRequest()
                .setRange(
                    new DimensionRange()
                        .setSheetId(width.area().sheetId())
                        .setDimension("COLUMNS")
                        .setStartIndex(width.area().column())
                        .setEndIndex(width.area().endColumn()))
                .setProperties(new DimensionProperties().setPixelSize(width.pixels()))
                .setFields("pixelSize"));
  }

  static Request move(Change.MoveName move) {
    return new Request()
        .setUpdateNamedRange(
            new UpdateNamedRangeRequest()
                .setNamedRange(
                    new NamedRange()
                        .setNamedRangeId(move.id())
                        .setName(move.name())
                        .setRange(range(move.area())))
                .setFields("range"));
  }

  static Request recalculateHourly() {
    return new Request()
        .setUpdateSpreadsheetProperties(
            new UpdateSpreadsheetPropertiesRequest()
                .setProperties(new SpreadsheetProperties().setAutoRecalc("HOUR"))
                .setFields("autoRecalc"));
  }

  private static Request repeat(Area area, CellData cell, String fields) {
    return new Request()
        .setRepeatCell(
            new RepeatCellRequest().setRange(range(area)).setCell(cell).setFields(fields));
  }

  /** Not strict: a word that is not in the list is people's to type, and is understood or asked. */
  private static Request validation(Area area, BooleanCondition condition) {
    return new Request()
        .setSetDataValidation(
            new SetDataValidationRequest()
                .setRange(range(area))
                .setRule(
                    new DataValidationRule()
                        .setCondition(condition)
                        .setStrict(false)
                        .setShowCustomUi(true)));
  }

  private static BooleanCondition condition(String type, List<String> values) {
    return new BooleanCondition()
        .setType(type)
        .setValues(values.stream().map(v -> new ConditionValue().setUserEnteredValue(v)).toList());
  }

  private static Request tint(Area area, BooleanCondition condition, Tint tint, int index) {
    return new Request()
        .setAddConditionalFormatRule(
            new AddConditionalFormatRuleRequest()
                .setIndex(index)
                .setRule(rule(area, condition, tint)));
  }

  static Request rename(Change.TintWord tint) {
    return new Request()
        .setUpdateConditionalFormatRule(
            new UpdateConditionalFormatRuleRequest()
                .setSheetId(tint.area().sheetId())
                .setIndex(tint.index())
                .setRule(
                    rule(tint.area(), condition("TEXT_EQ", List.of(tint.word())), tint.tint())));
  }

  private static ConditionalFormatRule rule(Area area, BooleanCondition condition, Tint tint) {
    return new ConditionalFormatRule()
        .setRanges(List.of(range(area)))
        .setBooleanRule(
            new BooleanRule()
                .setCondition(condition)
                .setFormat(new CellFormat().setBackgroundColorStyle(color(tint))));
  }

  private static Request warn(Change.Warn warn) {
    return new Request()
        .setAddProtectedRange(
            new AddProtectedRangeRequest()
                .setProtectedRange(
                    new ProtectedRange()
                        .setRange(range(warn.area()))
                        .setDescription(warn.why())
                        .setWarningOnly(true)));
  }

  /** Open ends are said by leaving them out. */
  static GridRange range(Area area) {
    GridRange range = new GridRange().setSheetId(area.sheetId());
    boolean allRows = area.row() == 0 && area.endRow() == Area.OPEN;
    boolean allColumns = area.column() == 0 && area.endColumn() == Area.OPEN;
    if (!allRows) {
      range.setStartRowIndex(area.row());
    }
    if (area.endRow() != Area.OPEN) {
      range.setEndRowIndex(area.endRow());
    }
    if (!allColumns) {
      range.setStartColumnIndex(area.column());
    }
    if (area.endColumn() != Area.OPEN) {
      range.setEndColumnIndex(area.endColumn());
    }
    return range;
  }

  private static ColorStyle color(Tint tint) {
    return new ColorStyle()
        .setRgbColor(
            new Color()
                .setRed(part(tint.rgb() >> 16))
                .setGreen(part(tint.rgb() >> 8))
                .setBlue(part(tint.rgb())));
  }

  private static float part(int rgb) {
    return (rgb & 0xFF) / 255f;
  }
}
