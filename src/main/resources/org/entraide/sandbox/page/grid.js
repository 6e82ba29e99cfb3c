// A tab of the spreadsheet. Tabulator lays it out; this adds what people do in it: one cell that they
// are in, a rectangle from there on, typing, boxes, copy and paste.

import { columnsOf, content, isBox, linkOf, setText, textOf } from "./cells.js";
import { Chosen } from "./chosen.js";
import { openEditor } from "./edit.js";
import { aim, edge, isFar, isOnArrow, pressed } from "./grid-moves.js";
import { News } from "./news.js";
import { read, rectangle, repeated, spread, written } from "./range.js";
import { bringIntoSight } from "./sight.js";
import { Table } from "./table.js";
import { say } from "./words.js";

const NEWS_AFTER_MILLIS = 5100;
/** So many times what is seen, before the end, other rows are asked for. */
const AHEAD = 3;

export class Grid {
  #hears;
  #table;
  #news = new News();
  #view = { tab: "", from: 0, headers: [], rows: [], choices: [] };
  #columns = [];
  #at = { row: 0, column: 0 };
  #to = { row: 0, column: 0 };
  #chosen = new Chosen();
  #editor = null;
  #roomy = false;
  #scrolledTo = 0;
  /** Whether people were here last. */
  #inside = false;

  /**
   * @param hears what people did: type({ tab, row, column, before, value }) into a cell, by number and
   *     letters, before being the row's cells when they began; write({ tab, row, column, before,
   *     values }) into a block, null values staying; undo(), redo(); near(1) at the last of the rows
   *     that are here, near(-1) at the first; follow(link); far(1) to the end of all rows, far(-1) to
   *     the beginning, which says whether that is elsewhere
   */
  constructor(element, hears) {
    this.#hears = hears;
    this.#table = new Table(element, (cell, row, column) =>
      this.#chosen.markNew(cell, row, column, this.#at, this.#to));
    element.addEventListener("keydown", (event) => this.#key(event));
    element.addEventListener("focusin", (event) => this.#enter(event.target));
    for (const kind of ["focusin", "mousedown"]) {
      document.addEventListener(kind, ({ target }) => (this.#inside = element.contains(target)));
    }
    element.addEventListener("mousedown", (event) => this.#press(event));
    element.addEventListener("mousemove", (event) => event.buttons === 1 && this.#drag(event.target));
    element.addEventListener("dblclick", (event) => {
      this.#enter(event.target);
      if (this.#place(event.target)?.column >= 0) {
        setTimeout(() => this.#edit()); // in what is focused within a double click Chrome takes no keys
      }
    });
    element.addEventListener("click", (event) => this.#click(event));
    for (const deed of ["copy", "cut", "paste"]) {
      element.addEventListener(deed, (event) => this.#exchange(deed, event));
    }
  }

  /** The row that people are in: { tab, row, before }, as it is told to type. */
  get current() {
    const { row } = this.#here;
    return row && { tab: this.#view.tab, row: row.row, before: row.cells };
  }

  /** The rows that are chosen: { tab, before: [{ row, cells }] }. */
  get chosen() {
    const { top, bottom } = rectangle(this.#at, this.#to);
    const before = this.#view.rows.slice(top, bottom + 1).map(({ row, cells }) => ({ row, cells }));
    return before.length ? { tab: this.#view.tab, before } : undefined;
  }

  /** Shows rows of a tab, as the office gives them; head is the first row. */
  async show(view) {
    const otherTab = view.tab !== this.#view.tab;
    const elsewhere = otherTab || view.from !== this.#view.from;
    const rows = view.rows.filter((row) => !row.hidden);
    const width = Math.max(0, view.headers.length, ...rows.map((row) => row.cells.length));
    const columns = view.columns
      .slice(0, width)
      .map((column, index) => ({ ...column, index, header: view.headers[index] ?? "" }))
      .filter((column) => !column.hidden);
    const held = elsewhere && !otherTab ? this.#held : undefined;
    this.#view = { ...view, rows };
    if (this.#news.watch(rows, columns, elsewhere)) {
      setTimeout(() => this.#table.forgetNews(this.#view.rows), NEWS_AFTER_MILLIS);
    }
    if (otherTab || JSON.stringify(columns) !== JSON.stringify(this.#columns)) {
      this.#columns = columns;
      await this.#build();
    } else if (elsewhere) {
      this.#closeEditor();
      this.#chosen.forget();
      await this.#return(held);
    } else {
      const atEnd = this.#table.isAtEnd;
      await this.#table.update(rows, this.#editor);
      if (atEnd) {
        this.goToEnd();
      }
    }
    this.#table.dressHead(view.head);
    this.#goTo(this.#at, this.#to, false);
    this.#table.bringOwnIntoView(view.tab);
    this.#keepFocus();
  }

  /** Where people are and what they look at, by the numbers of the rows. */
  get #held() {
    const number = (slot) => this.#view.rows[slot]?.row;
    const first = this.#table.first;
    return {
      at: number(this.#at.row),
      to: number(this.#to.row),
      first: first && { row: number(first.slot), top: first.top },
      focused: Boolean(document.activeElement.closest("#grid")),
    };
  }

  /** Goes on looking at the same rows, where they are still here, or begins at the first. */
  async #return({ at, to, first, focused }) {
    const { rows } = this.#view;
    const slot = (number) => rows.findIndex(({ row }) => row >= number);
    const near = (number) => (slot(number) < 0 ? rows.length - 1 : slot(number));
    const same = first ? rows.findIndex(({ row }) => row === first.row) : -1;
    this.#at.row = near(at);
    this.#to.row = near(to);
    await this.#table.replace(rows, same < 0 ? undefined : { slot: same, top: first.top });
    this.#scrolledTo = this.#table.holder.scrollTop;
    if (focused) {
      this.#refocus();
      requestAnimationFrame(() => document.activeElement === document.body && this.#refocus()); // drawn once more
    }
  }

  #refocus() {
    this.#offerFocus();
    (this.#cell?.isConnected ? this.#cell : this.#table.holder).focus({ preventScroll: true });
  }

  #scrolled() {
    this.#keepFocus();
    requestAnimationFrame(() => this.#keepFocus()); // drawn once more
    const { scrollTop, clientHeight, scrollHeight } = this.#table.holder;
    const down = scrollTop - this.#scrolledTo;
    this.#scrolledTo = scrollTop;
    if (this.#editor || down === 0) {
      return;
    }
    if (down > 0 && scrollTop + (1 + AHEAD) * clientHeight > scrollHeight) {
      this.#hears.near(1);
    } else if (down < 0 && scrollTop < AHEAD * clientHeight) {
      this.#hears.near(-1);
    }
  }

  async #build() {
    this.#closeEditor();
    this.#chosen.forget();
    await this.#table.build(this.#view.rows, this.#columns, {
      roomy: this.#roomy,
      scrolled: () => this.#scrolled(),
      drawn: () => this.#keepFocus(),
    });
  }

  /** Columns as wide as the sheet says, or as there is room beside the mailbox. */
  async setRoomy(roomy) {
    this.#roomy = roomy;
    if (this.#columns.length) {
      await this.#build();
      this.#table.dressHead(this.#view.head);
      this.#goTo(this.#at, this.#to, false);
    }
  }

  /** Goes to the first row or to the last one. */
  goToEdge(direction) {
    const to = { row: direction < 0 ? 0 : Infinity, column: this.#at.column };
    this.#goTo(to, to, true);
  }

  /** Goes to a cell by its row's number and its column's letters, or near it where it is hidden. */
  goToCell(number, letters) {
    const row = this.#view.rows.findIndex((shown) => shown.row >= number);
    const column = this.#columns.findIndex(({ name }) => name === letters);
    const to = { row: row < 0 ? Infinity : row, column: Math.max(0, column) };
    this.#goTo(to, to, true);
  }

  /** Scrolls to a row by its number, and to a part of its cells; the focus stays where it is. */
  bringIntoView(number, part) {
    const row = this.#view.rows.findIndex((shown) => shown.row >= number);
    const { first, best } = columnsOf(this.#columns, part);
    if (!this.#editor) {
      this.#goTo({ row, column: first }, { row, column: first }, false);
    }
    return this.#table.bringIntoView(row, best < 0 ? first : best, best >= 0);
  }

  /** Scrolls to the last row. */
  goToEnd() {
    this.#table.goToEnd(this.#view.rows);
  }

  // Where people are: one cell of the grid is in the order of the page, arrows move it.

  #place(target) {
    const cell = target.closest?.("[data-slot]");
    return cell && { row: Number(cell.dataset.slot), column: Number(cell.dataset.column) };
  }

  get #here() {
    return { row: this.#view.rows[this.#at.row], column: this.#columns[this.#at.column] };
  }

  get #last() {
    return { row: this.#view.rows.length - 1, column: this.#columns.length - 1 };
  }

  get #cell() {
    return this.#table.cell(this.#at.row, this.#at.column);
  }

  /** Goes to a cell and chooses all from there to another one. */
  #goTo(at, to, focus) {
    const last = this.#last;
    const within = ({ row, column }) => ({
      row: Math.max(0, Math.min(row, last.row)),
      column: Math.max(0, Math.min(column, last.column)),
    });
    this.#at = within(at);
    this.#to = within(to);
    this.#paint();
    if (focus) {
      const drawn = [this.#table.reveal(this.#at.row)];
      this.#cell?.focus({ preventScroll: true });
      drawn.push(this.#table.reveal(this.#to.row));
      this.#showEnd();
      // rows are as high as their text once they are drawn
      Promise.all(drawn).then(() => requestAnimationFrame(() => this.#showEnd()));
    }
    const { row, column } = this.#here;
    setText(document.getElementById("cell-name"), row && column ? column.name + row.row : "");
    setText(document.getElementById("cell-content"), row && column ? textOf(row, column) : "");
  }

  #showEnd() {
    bringIntoSight(this.#table.cell(this.#to.row, this.#to.column));
  }

  #paint() {
    this.#chosen.mark(this.#at, this.#to, (row, column) => this.#table.cell(row, column));
    this.#offerFocus();
  }

  /** Where the cell that people are in is too far away to be drawn, the whole grid stands in for it. */
  #offerFocus() {
    const cell = this.#cell;
    if (cell) {
      cell.tabIndex = 0;
    }
    this.#table.holder.tabIndex = cell?.isConnected ? -1 : 0;
  }

  /** Rows that are drawn anew lose the focus: people who were in the grid stay there. */
  #keepFocus() {
    if (!this.#table.holder) {
      return; // it is being built anew
    }
    this.#offerFocus();
    if (this.#inside && [document.body, this.#table.holder].includes(document.activeElement)) {
      this.#refocus();
    }
  }

  #enter(target) {
    const place = this.#place(target);
    if (place && place.column >= 0 && (place.row !== this.#at.row || place.column !== this.#at.column)) {
      this.#goTo(place, place, false);
    }
  }

  #press(event) {
    const choice = pressed(event, this.#place(event.target), this.#at, this.#last, this.#editor);
    if (choice?.prevented) {
      event.preventDefault();
    }
    if (choice) {
      this.#goTo(choice.at, choice.to, Boolean(choice.follow));
    }
    if (choice?.focus) {
      this.#cell?.focus({ preventScroll: true });
    }
  }

  #drag(target) {
    const place = this.#place(target);
    if (place && place.column >= 0 && !this.#editor) {
      this.#goTo(this.#at, place, false);
    }
  }

  #key(event) {
    if (event.target === this.#editor || event.altKey) {
      if (event.key === "Enter" && event.target !== this.#editor && this.#follow()) {
        event.preventDefault(); // as in Sheets
      }
      return;
    }
    const to = aim(event, this.#at, this.#to, this.#last);
    const end = edge(event);
    if (end && this.#hears.far(end)) {
      event.preventDefault();
      return;
    }
    if (to) {
      this.#goTo(event.shiftKey ? this.#at : to, to, true);
    } else if (isFar(event)) {
      this.#chord(event);
      return;
    } else if (event.key === " " && this.#isBox()) {
      this.#tick();
    } else if (event.key === "Enter" || event.key === "F2") {
      this.#edit();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.#clear();
    } else if (event.key.length === 1) {
      this.#edit(event.key);
    } else {
      return;
    }
    event.preventDefault();
  }

  #chord(event) {
    const key = event.key.toLowerCase();
    if (key === "a") {
      this.#goTo({ row: 0, column: 0 }, { row: Infinity, column: Infinity }, false);
    } else if (key === "y" || (key === "z" && event.shiftKey)) {
      this.#hears.redo();
    } else if (key === "z") {
      this.#hears.undo();
    } else {
      return;
    }
    event.preventDefault();
  }

  // Typing into a cell, ticking a box, and whole blocks.

  #typed(value) {
    const { column } = this.#here;
    if (this.current && column && (this.current.before[column.index] ?? "") !== value) {
      this.#hears.type({ ...this.current, column: column.name, value });
    }
  }

  #isBox() {
    const { row, column } = this.#here;
    return Boolean(row && column && isBox(row, column));
  }

  #click(event) {
    if (event.target.type === "checkbox") {
      event.preventDefault(); // it is ticked once the sheet says so
      event.target.closest("[data-slot]").focus();
      this.#tick();
    } else if (event.target.closest("a")) {
      event.preventDefault(); // links lead to places on this page
      this.#follow();
    } else if (isOnArrow(event)) {
      this.#edit();
      this.#editor?.showPicker();
    }
  }

  /** Goes where the link of the cell leads that people are in, and says whether it has one. */
  #follow() {
    const { row, column } = this.#here;
    const link = column && linkOf(row, column);
    if (link) {
      this.#hears.follow(link);
    }
    return Boolean(link);
  }

  /** The words for a ticked box and an empty one are those that the cell offers. */
  #tick() {
    const { row, column } = this.#here;
    const [yes, no] = this.#view.choices[row.offers[column.index]];
    this.#typed(row.ticks[column.index] ? no : yes);
  }

  #clear() {
    const area = rectangle(this.#at, this.#to);
    if (area.top === area.bottom && area.left === area.right) {
      this.#typed("");
    } else {
      this.#write(area, repeated([[""]], area));
    }
  }

  #exchange(deed, event) {
    if (this.#editor || !this.current) {
      return;
    }
    event.preventDefault();
    const area = rectangle(this.#at, this.#to);
    if (deed === "paste") {
      const values = repeated(read(event.clipboardData.getData("text/plain").replace(/\r?\n$/, "")), area);
      this.#write(area, values);
      return;
    }
    const columns = this.#columns.slice(area.left, area.right + 1);
    const rows = this.#view.rows.slice(area.top, area.bottom + 1);
    event.clipboardData.setData("text/plain", written(rows.map((row) => columns.map((c) => textOf(row, c)))));
    if (deed === "cut") {
      this.#clear();
    }
  }

  /** Writes a block; what is hidden between its rows and columns stays as it is. */
  #write({ top, left }, values) {
    const rows = this.#view.rows.slice(top, top + values.length);
    const columns = this.#columns.slice(left, left + values[0].length);
    this.#hears.write({
      tab: this.#view.tab,
      row: rows[0].row,
      column: columns[0].name,
      before: rows.map(({ row, cells }) => ({ row, cells })),
      values: spread(values, rows, columns),
    });
  }

  #edit(typed) {
    const cell = this.#cell;
    if (!cell || this.#editor || this.#isBox()) {
      return;
    }
    const { row, column } = this.#here;
    const { tab } = this.#view;
    const start = textOf(row, column);
    const editor = openEditor(cell, {
      label: say("sheet.cell", { cell: column.name + row.row }),
      value: typed ?? start,
      select: typed === undefined,
      words: this.#view.choices?.[row.offers?.[column.index]],
      ended: ({ keep, stay }) => {
        if (this.#editor !== editor) {
          return;
        }
        const { value } = editor;
        this.#closeEditor();
        if (stay) {
          cell.focus();
        }
        if (keep && value !== start) {
          this.#hears.type({ tab, row: row.row, column: column.name, before: row.cells, value });
        }
      },
    });
    this.#editor = editor;
  }

  #closeEditor() {
    const cell = this.#editor?.closest("[data-slot]");
    this.#editor = null;
    const row = cell && this.#view.rows[cell.dataset.slot];
    const column = cell && this.#columns[cell.dataset.column];
    if (row && column) {
      cell.replaceChildren(content(row, column));
    }
  }
}
