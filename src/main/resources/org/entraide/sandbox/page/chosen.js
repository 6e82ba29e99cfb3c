// The cells that are chosen, as people see them.

import { holds, rectangle } from "./range.js";

/** Marks the cells of a rectangle, and the one in it that people are in. */
export class Chosen {
  #marked = new Set();

  /** Forgets cells that are drawn anew. */
  forget() {
    this.#marked.clear();
  }

  /** Marks all cells between two, of which only some are drawn; cellOf gives one, or undefined. */
  mark(at, to, cellOf) {
    for (const element of this.#marked) {
      element.classList.remove("chosen", "at");
      element.tabIndex = -1;
      element.removeAttribute("aria-selected");
    }
    this.#marked.clear();
    const { top, bottom, left, right } = rectangle(at, to);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const element = cellOf(row, column);
        if (element) {
          this.#choose(element);
        }
      }
    }
    cellOf(at.row, at.column)?.classList.add("at");
  }

  /** Marks a cell that was just drawn, where it is one of them. */
  markNew(element, row, column, at, to) {
    if (holds(rectangle(at, to), row, column)) {
      this.#choose(element);
      element.classList.toggle("at", row === at.row && column === at.column);
    }
  }

  #choose(element) {
    element.classList.add("chosen");
    element.setAttribute("aria-selected", true);
    this.#marked.add(element);
  }
}
