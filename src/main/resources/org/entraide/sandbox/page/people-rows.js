// Who is in the sheet: rows found by what they hold, wherever they were sorted to, and their cells by
// what they mean, whatever the sheet's language.

import { get, path } from "./api.js";

const MOST_ROWS = 2000;

/** Whether a column's mark is that of a form's field, or of a column of Entraide's. */
const means = (mark, { mark: given = "" }) =>
  given === mark || (given.startsWith("form:") && given.endsWith(":" + mark));

/** The questions of the form by field: what Entraide takes each for. */
export const fieldOf = (columns, question) =>
  columns.find(({ mark = "" }) => mark.startsWith(`form:${question.id}:`))?.mark.split(":").at(-1) ?? "";

export class People {
  #spreadsheet;

  constructor({ spreadsheet }) {
    this.#spreadsheet = spreadsheet;
  }

  #ask(operation, query) {
    return get(path("office", "sheets", this.#spreadsheet, operation) + "?" + new URLSearchParams(query));
  }

  /** The tab of a kind: "answers", "ledger" and so on; undefined while the daemon has not made it. */
  async tab(kind) {
    const { tabs } = await get(path("office", "sheets", this.#spreadsheet));
    if (kind === "answers") {
      return tabs[0].title;
    }
    for (const { title } of tabs.slice(1)) {
      if ((await this.columns(title)).some(({ mark = "" }) => mark.startsWith(kind))) {
        return title;
      }
    }
    return undefined;
  }

  /** The columns of a tab: { name, mark }. */
  async columns(tab) {
    return (await this.#ask("rows", { from: 1, count: 1, ...(tab ? { tab } : {}) })).columns;
  }

  /** The first rows below the head, so many at most. */
  async first(count = MOST_ROWS, tab = undefined) {
    const { rows, columns } = await this.#ask("rows", { from: 2, count, ...(tab ? { tab } : {}) });
    return rows.map((row) => readable(row, columns));
  }

  /** The rows that have a cell with that text. */
  async find(text, tab = undefined) {
    const where = tab ? { tab } : {};
    const [{ rows }, columns] = await Promise.all([this.#ask("find", { text, ...where }), this.columns(tab)]);
    return rows.map((row) => readable(row, columns));
  }
}

/** A row with its number and the text of its cells, of what they mean: row.of("status"). */
function readable({ row, cells }, columns) {
  return { row, cells, of: (mark) => cells[columns.findIndex((column) => means(mark, column))] ?? "" };
}
