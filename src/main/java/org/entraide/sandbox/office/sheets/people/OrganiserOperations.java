package org.entraide.sandbox.office.sheets.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** The operations of organisers by name. */
final class OrganiserOperations {

  private static final Map<String, Operation> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("type", OrganiserCells::type);
    BY_NAME.put("paste", OrganiserCells::paste);
    BY_NAME.put("clear", OrganiserCells::clear);
    BY_NAME.put("sort", OrganiserCells::sort);
    BY_NAME.put("copyRows", OrganiserCells::copyRows);
    BY_NAME.put("cutRows", OrganiserCells::cutRows);
    BY_NAME.put("insertRows", table -> OrganiserLines.insert(table, Dimension.ROWS));
    BY_NAME.put("insertColumns", table -> OrganiserLines.insert(table, Dimension.COLUMNS));
    BY_NAME.put("deleteRows", table -> OrganiserLines.delete(table, Dimension.ROWS));
    BY_NAME.put("deleteColumns", table -> OrganiserLines.delete(table, Dimension.COLUMNS));
    BY_NAME.put("moveRows", table -> OrganiserLines.move(table, Dimension.ROWS));
    BY_NAME.put("moveColumns", table -> OrganiserLines.move(table, Dimension.COLUMNS));
    BY_NAME.put("hideRows", table -> OrganiserLines.hide(table, Dimension.ROWS));
    BY_NAME.put("hideColumns", table -> OrganiserLines.hide(table, Dimension.COLUMNS));
    BY_NAME.put("addTab", OrganiserTabs::add);
    BY_NAME.put("renameTab", OrganiserTabs::rename);
    BY_NAME.put("hideTab", OrganiserTabs::hide);
    BY_NAME.put("deleteTab", OrganiserTabs::delete);
    BY_NAME.put("duplicateTab", OrganiserTabs::duplicate);
    BY_NAME.put("moveTab", OrganiserTabs::move);
    BY_NAME.put("colourTab", OrganiserTabs::colour);
    BY_NAME.put("settings", OrganiserTabs::settings);
    BY_NAME.put("copyCells", OrganiserCells::copyCells);
    BY_NAME.put("cutCells", OrganiserCells::cutCells);
    BY_NAME.put("fillDown", OrganiserCells::fillDown);
    BY_NAME.put("renameHeader", OrganiserCells::renameHeader);
    BY_NAME.put("duplicateHeader", OrganiserCells::duplicateHeader);
    BY_NAME.put("findReplace", OrganiserCells::findReplace);
    BY_NAME.put("insertCells", OrganiserRanges::insertCells);
    BY_NAME.put("deleteCells", OrganiserRanges::deleteCells);
    BY_NAME.put("trim", OrganiserRanges::trim);
    BY_NAME.put("removeDuplicates", OrganiserRanges::removeDuplicates);
    BY_NAME.put("merge", OrganiserRanges::merge);
    BY_NAME.put("unmerge", OrganiserRanges::unmerge);
    BY_NAME.put("protect", OrganiserRanges::protect);
    BY_NAME.put("unprotect", OrganiserRanges::unprotect);
    BY_NAME.put("filter", OrganiserRanges::filter);
    BY_NAME.put("clearFilter", OrganiserRanges::clearFilter);
    BY_NAME.put("filterView", OrganiserRanges::filterView);
    BY_NAME.put("deleteFilterView", OrganiserRanges::deleteFilterView);
    BY_NAME.put("nameRange", OrganiserRanges::name);
    BY_NAME.put("deleteName", OrganiserRanges::deleteName);
    BY_NAME.put("colourWhen", OrganiserRanges::colourWhen);
    BY_NAME.put("table", OrganiserRanges::table);
    BY_NAME.put("chart", OrganiserRanges::chart);
    BY_NAME.put("note", OrganiserFormatting::note);
    BY_NAME.put("format", OrganiserFormatting::format);
    BY_NAME.put("clearFormat", OrganiserFormatting::clearFormat);
    BY_NAME.put("dropDown", OrganiserFormatting::dropDown);
    BY_NAME.put("checkboxes", OrganiserFormatting::checkboxes);
    BY_NAME.put("clearRule", OrganiserFormatting::clearRule);
    BY_NAME.put("freeze", OrganiserFormatting::freeze);
    BY_NAME.put("resizeRows", table -> OrganiserFormatting.resize(table, Dimension.ROWS));
    BY_NAME.put("resizeColumns", table -> OrganiserFormatting.resize(table, Dimension.COLUMNS));
  }

  private OrganiserOperations() {}

  /** Something that a person does to a spreadsheet. */
  @FunctionalInterface
  interface Operation {

    /**
     * Does it to the table's book.
     *
     * @throws InvalidRequest if it cannot be done
     * @throws org.entraide.sandbox.office.http.ApiException if a range cannot be understood
     */
    void apply(OrganiserTable table);
  }

  static Optional<Operation> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }
}
