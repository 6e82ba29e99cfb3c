// A grid of cells as people see them in a spreadsheet. Rows and cells stay where they are in the
// document, only their text changes, so that scroll and focus stay, too.

import { dress, fill, mark, setText, unmark } from "./cells.js";
import { say } from "./words.js";

const NUMBER_WIDTH = 46;
/** A column at least as wide is for sentences. */
const TEXT_WIDTH = 300;

/** What stays in sight while people look at Entraide's columns. */
const NAMES = ["Prénom", "First name", "First and last name"];

export class Grid {
  #head;
  #body;
  #scroller;
  #onType;
  #view = { tab: "", from: 0, headers: [], rows: [], choices: [] };
  #columns = [];
  #known = new Map();
  #at = { row: 0, column: 0 };
  #editor = null;
  #shownOwn = "";

  /**
   * @param onType hears what a person typed: { tab, row, column, before, value }, the row by its
   *     number, the column by its letters, before being the row's cells when the person began
   */
  constructor(table, onType) {
    this.#head = table.tHead;
    this.#body = table.tBodies[0];
    this.#scroller = table.parentElement;
    this.#onType = onType;
    this.#body.addEventListener("keydown", (event) => this.#key(event));
    this.#body.addEventListener("focusin", (event) => this.#enter(event.target.closest("td")));
    this.#body.addEventListener("dblclick", (event) => this.#edit(event.target.closest("td")));
    this.#body.addEventListener("click", (event) => this.#click(event));
  }

  /** The row that people are in: { tab, row, before }, as it is told to onType. */
  get current() {
    const row = this.#view.rows[this.#at.row];
    return row && { tab: this.#view.tab, row: row.row, before: row.cells };
  }

  /**
   * Shows rows of a tab, from one on: { tab, from, head, headers, columns, rows, choices }, as the
   * office gives them; head is the first row.
   */
  show(view) {
    const otherTab = view.tab !== this.#view.tab;
    const elsewhere = otherTab || view.from !== this.#view.from;
    const rows = view.rows.filter((row) => !row.hidden);
    const width = Math.max(0, view.headers.length, ...rows.map((row) => row.cells.length));
    this.#view = { ...view, rows };
    const columns = view.columns
      .slice(0, width)
      .map((column, index) => ({ ...column, index, header: view.headers[index] ?? "" }))
      .filter((column) => !column.hidden);
    if (otherTab || JSON.stringify(columns) !== JSON.stringify(this.#columns)) {
      this.#closeEditor();
      this.#columns = columns;
      this.#body.replaceChildren();
      this.#drawHead();
    }
    this.#columns.forEach((column, c) => dress(this.#head.rows[0].cells[c + 1], view.head, column));
    const atEnd = !elsewhere && this.#isAtEnd();
    this.#drawRows(rows, elsewhere);
    if (atEnd) {
      this.goToEnd();
    }
    this.#rove();
    this.#bringIntoView();
  }

  /** Scrolls to the last row. */
  goToEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /** Whoever looks at the last row goes on seeing it when rows above it grow. */
  #isAtEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.#scroller;
    return scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2;
  }

  #drawHead() {
    const line = document.createElement("tr");
    const corner = document.createElement("th");
    corner.scope = "col";
    corner.className = "number";
    const unseen = document.createElement("span");
    unseen.className = "unseen";
    unseen.textContent = say("sheet.row");
    corner.append(unseen);
    line.append(corner, ...this.#columns.map((column) => {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.className = this.#classes(column);
      cell.title = column.header;
      const letters = document.createElement("small");
      letters.textContent = column.name;
      const title = document.createElement("span");
      title.textContent = column.header;
      cell.append(letters, " ", title);
      return cell;
    }));
    this.#head.replaceChildren(line);
    this.#drawWidths();
  }

  /** Columns are as wide as the sheet says if there is room, whatever they hold. */
  #drawWidths() {
    const table = this.#head.parentElement;
    const group = table.querySelector("colgroup") ?? table.insertBefore(document.createElement("colgroup"), this.#head);
    const widths = [NUMBER_WIDTH, ...this.#columns.map((column) => column.width)].map((width) =>
      `min(${width}px, var(${width < TEXT_WIDTH ? "--widest" : "--widest-text"}))`);
    group.replaceChildren(...widths.map((width) => {
      const col = document.createElement("col");
      col.style.width = width;
      return col;
    }));
    table.style.width = `calc(${widths.join(" + ")})`;
  }

  #classes(column) {
    return [column.mark && "own", NAMES.includes(column.header) && "who"].filter(Boolean).join(" ");
  }

  /** What is shown for the first time, or from elsewhere, is not news. */
  #drawRows(rows, elsewhere) {
    while (this.#body.rows.length > rows.length) {
      this.#body.lastElementChild.remove();
    }
    const before = elsewhere ? null : this.#known;
    const known = new Map();
    const written = [];
    rows.forEach((row, i) => {
      const line = this.#body.rows[i] ?? this.#body.appendChild(this.#emptyLine());
      const texts = this.#columns.map((column) => row.cells[column.index] ?? "");
      const key = this.#identity(row, known);
      const was = before?.get(key);
      known.set(key, new Map(this.#columns.map((column, c) => [column.header, texts[c]])));
      setText(line.cells[0], String(row.row));
      this.#columns.forEach((column, c) => {
        const cell = line.cells[c + 1];
        if (!cell.contains(this.#editor)) {
          fill(cell, row, column);
        }
        dress(cell, row, column);
        const fresh = before && texts[c] !== "" && (was?.get(column.header) ?? "") !== texts[c];
        if (fresh) {
          written.push(cell);
        } else if (cell.dataset.of !== key) {
          unmark(cell);
        }
        cell.dataset.of = key;
      });
    });
    mark(written);
    this.#known = known;
  }

  /** Tells rows apart by their first two cells: who answered when, or which introduction. */
  #identity(row, taken) {
    const key = row.cells.slice(0, 2).join("\u0000");
    let n = 1;
    while (taken.has(key + "\u0000" + n)) {
      n++;
    }
    return key + "\u0000" + n;
  }

  #emptyLine() {
    const line = document.createElement("tr");
    const number = document.createElement("th");
    number.scope = "row";
    number.className = "number";
    line.append(number, ...this.#columns.map((column) => {
      const cell = document.createElement("td");
      cell.className = this.#classes(column);
      cell.tabIndex = -1;
      return cell;
    }));
    return line;
  }

  /** Scrolls to Entraide's columns when they first appear. */
  #bringIntoView() {
    const own = [...this.#head.querySelectorAll("th.own")];
    const shown = this.#view.tab + own.length;
    if (shown === this.#shownOwn) {
      return;
    }
    this.#shownOwn = shown;
    this.#scroller.scrollLeft = 0;
    if (own.length) {
      const sticky = [...this.#head.querySelectorAll("th.number, th.who")]
        .filter((cell) => getComputedStyle(cell).left !== "auto")
        .reduce((sum, cell) => sum + cell.offsetWidth, 0);
      this.#scroller.scrollLeft = own[0].offsetLeft - sticky;
    }
  }

  // The keyboard: one cell of the grid is in the order of the page, arrows move it.

  #cell({ row, column }) {
    return this.#body.rows[row]?.cells[column + 1];
  }

  #rove() {
    this.#at = {
      row: Math.max(0, Math.min(this.#at.row, this.#body.rows.length - 1)),
      column: Math.max(0, Math.min(this.#at.column, this.#columns.length - 1)),
    };
    const stop = this.#cell(this.#at);
    for (const cell of this.#body.querySelectorAll('td[tabindex="0"]')) {
      if (cell !== stop) {
        cell.tabIndex = -1;
      }
    }
    if (stop) {
      stop.tabIndex = 0;
    }
    this.#drawContent();
  }

  #drawContent() {
    const row = this.#view.rows[this.#at.row];
    const column = this.#columns[this.#at.column];
    setText(document.getElementById("cell-name"), row && column ? column.name + row.row : "");
    setText(document.getElementById("cell-content"), row && column ? row.cells[column.index] ?? "" : "");
  }

  #enter(cell) {
    if (cell) {
      this.#at = { row: cell.parentElement.sectionRowIndex, column: cell.cellIndex - 1 };
      this.#rove();
    }
  }

  #key(event) {
    if (event.target === this.#editor || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const { row, column } = this.#at;
    const last = { row: this.#body.rows.length - 1, column: this.#columns.length - 1 };
    const to = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      PageUp: { row: Math.max(0, row - 10), column },
      PageDown: { row: Math.min(last.row, row + 10), column },
      Home: { row, column: 0 },
      End: { row, column: last.column },
    }[event.key];
    if (to) {
      this.#cell(to)?.focus();
    } else if (event.key === " " && this.#box(this.#cell(this.#at))) {
      this.#tick();
    } else if (event.key === "Enter" || event.key === "F2") {
      this.#edit(this.#cell(this.#at));
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.#typed("");
    } else if (event.key.length === 1) {
      this.#edit(this.#cell(this.#at), event.key);
    } else {
      return;
    }
    event.preventDefault();
  }

  // Typing into a cell, and ticking a box.

  #typed(value) {
    const column = this.#columns[this.#at.column];
    if (this.current && column && (this.current.before[column.index] ?? "") !== value) {
      this.#onType({ ...this.current, column: column.name, value });
    }
  }

  #box(cell) {
    return cell?.querySelector("input[type=checkbox]");
  }

  #click(event) {
    if (event.target.type === "checkbox") {
      event.preventDefault(); // it is ticked once the sheet says so
      event.target.closest("td").focus();
      this.#tick();
    }
  }

  /** The words for a ticked box and an empty one are those that the cell offers. */
  #tick() {
    const row = this.#view.rows[this.#at.row];
    const index = this.#columns[this.#at.column].index;
    const [yes, no] = this.#view.choices[row.offers[index]];
    this.#typed(row.ticks[index] ? no : yes);
  }

  #edit(cell, typed) {
    if (!cell || this.#editor || this.#box(cell)) {
      return;
    }
    this.#enter(cell);
    const row = this.#view.rows[this.#at.row];
    const column = this.#columns[this.#at.column];
    const start = row.cells[column.index] ?? "";
    const editor = document.createElement("input");
    editor.value = typed ?? start;
    editor.setAttribute("aria-label", say("sheet.cell", { cell: column.name + row.row }));
    this.#editor = editor;
    cell.replaceChildren(editor, ...this.#offered(row, column, editor));
    editor.focus();
    if (typed === undefined) {
      editor.select();
    }
    const end = (keep, focus) => {
      if (this.#editor !== editor) {
        return;
      }
      const value = editor.value;
      this.#closeEditor();
      if (focus) {
        cell.focus();
      }
      if (keep && value !== start) {
        this.#onType({ tab: this.#view.tab, row: row.row, column: column.name, before: row.cells, value });
      }
    };
    editor.addEventListener("blur", () => end(true, false));
    editor.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === "Escape") {
        event.stopPropagation();
        event.preventDefault();
        end(event.key === "Enter", true);
      }
    });
  }

  /** The words that a cell offers, below its editor. */
  #offered(row, column, editor) {
    const words = this.#view.choices?.[row.offers?.[column.index]];
    if (!words) {
      return [];
    }
    const list = document.createElement("datalist");
    list.id = "offered";
    list.append(...words.map((word) => new Option(word)));
    editor.setAttribute("list", list.id);
    return [list];
  }

  #closeEditor() {
    const cell = this.#editor?.closest("td");
    this.#editor = null;
    const row = cell && this.#view.rows[cell.parentElement.sectionRowIndex];
    const column = cell && this.#columns[cell.cellIndex - 1];
    if (row && column) {
      cell.replaceChildren();
      fill(cell, row, column);
    }
  }
}
