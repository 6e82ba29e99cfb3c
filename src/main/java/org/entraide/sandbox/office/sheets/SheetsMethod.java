package org.entraide.sandbox.office.sheets;

/** The methods of Sheets v4 that the office speaks. */
enum SheetsMethod {
  GET("GetSpreadsheet", false, "", "", "Spreadsheet"),
  GET_BY_DATA_FILTER(
      "GetSpreadsheetByDataFilter", false, "GetSpreadsheetByDataFilterRequest", "", "Spreadsheet"),
  BATCH_UPDATE(
      "BatchUpdateSpreadsheet",
      true,
      "BatchUpdateSpreadsheetRequest",
      "",
      "BatchUpdateSpreadsheetResponse"),
  VALUES_GET("GetValues", false, "", "", "ValueRange"),
  VALUES_UPDATE("UpdateValues", true, "ValueRange", "data", "UpdateValuesResponse"),
  VALUES_APPEND("AppendValues", true, "ValueRange", "data", "AppendValuesResponse"),
  VALUES_CLEAR("ClearValues", true, "ClearValuesRequest", "", "ClearValuesResponse"),
  VALUES_BATCH_GET("BatchGetValues", false, "", "", "BatchGetValuesResponse"),
  VALUES_BATCH_UPDATE(
      "BatchUpdateValues", true, "BatchUpdateValuesRequest", "", "BatchUpdateValuesResponse"),
  VALUES_BATCH_CLEAR(
      "BatchClearValues", true, "BatchClearValuesRequest", "", "BatchClearValuesResponse"),
  VALUES_BATCH_GET_BY_DATA_FILTER(
      "BatchGetValuesByDataFilter",
      false,
      "BatchGetValuesByDataFilterRequest",
      "",
      "BatchGetValuesByDataFilterResponse"),
  VALUES_BATCH_UPDATE_BY_DATA_FILTER(
      "BatchUpdateValuesByDataFilter",
      true,
      "BatchUpdateValuesByDataFilterRequest",
      "",
      "BatchUpdateValuesByDataFilterResponse"),
  VALUES_BATCH_CLEAR_BY_DATA_FILTER(
      "BatchClearValuesByDataFilter",
      true,
      "BatchClearValuesByDataFilterRequest",
      "",
      "BatchClearValuesByDataFilterResponse"),
  METADATA_GET("GetDeveloperMetadata", false, "", "", "DeveloperMetadata"),
  METADATA_SEARCH(
      "SearchDeveloperMetadata",
      false,
      "SearchDeveloperMetadataRequest",
      "",
      "SearchDeveloperMetadataResponse");

  private final String rpc;
  private final boolean writes;
  private final String body;
  private final String bodyField;
  private final String answer;

  SheetsMethod(String rpc, boolean writes, String body, String bodyField, String answer) {
    this.rpc = rpc;
    this.writes = writes;
    this.body = body;
    this.bodyField = bodyField;
    this.answer = answer;
  }

  String rpc() {
    return rpc;
  }

  boolean writes() {
    return writes;
  }

  /** The type of the body; empty where there is none. */
  String body() {
    return body;
  }

  /** Where the body is in Google's request message; empty for the message itself. */
  String bodyField() {
    return bodyField;
  }

  String answer() {
    return answer;
  }
}
