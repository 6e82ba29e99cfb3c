// What was written into a tab since it was last shown.

import { endOfNews, textOf } from "./cells.js";

export class News {
  #known = new Map();

  /**
   * Tells each row which of its cells are news, and until when, as fresh by column. What is shown for
   * the first time, or from elsewhere, is none. Returns whether there is any.
   */
  watch(rows, columns, elsewhere) {
    const before = elsewhere ? null : this.#known;
    const known = new Map();
    let news = false;
    for (const row of rows) {
      const key = identity(row, known);
      const was = before?.get(key);
      const texts = new Map(columns.map((column) => [column.header, textOf(row, column)]));
      row.fresh = { ...was?.fresh };
      for (const { header, index } of columns) {
        const text = texts.get(header);
        if (before && text !== "" && (was?.texts.get(header) ?? "") !== text) {
          row.fresh[index] = endOfNews();
          news = true;
        }
      }
      known.set(key, { texts, fresh: row.fresh });
    }
    this.#known = known;
    return news;
  }
}

/** Tells rows apart by their first two cells: who answered when, or which introduction. */
function identity(row, taken) {
  const key = row.cells.slice(0, 2).join("\u0000");
  let n = 1;
  while (taken.has(key + "\u0000" + n)) {
    n++;
  }
  return key + "\u0000" + n;
}
