// The rows and columns of a tab as Tabulator lays them out: only those near what is seen are in the
// document.

import { content, dress, fill, isOwn, setText } from "./cells.js";
import { bringIntoSight } from "./sight.js";
import { say } from "./words.js";

const { Tabulator } = window;

const NUMBER_WIDTH = 46;
/** Rows are drawn so many pixels before they are seen. */
const BUFFER = 160;
/** Rows are as high as their text once they are drawn: so often the middle is looked for anew. */
const CENTRINGS = 3;
/** A column at least as wide is for sentences. */
const TEXT_WIDTH = 300;
/** Beside the mailbox there is no room for columns as wide as the sheet's. */
const WIDEST = 120;
const WIDEST_TEXT = 272;
/** With less room than this, all of them are narrower. */
const ROOM = 760;
/** But by so much at most. */
const LEAST = 0.7;
/** A reference has five letters, the widest of them MWMWM. */
const REFERENCE = 76;

/** What stays in sight while people look at Entraide's columns. */
const WHO = /^form:.*:(first_name|name)$/;

export class Table {
  #element;
  #drew;
  #tabulator = null;
  #columns = [];
  /** The elements of the cells that were drawn so far, by row and column; -1 is the row's number. */
  #drawn = [];
  #shownOwn = "";

  /** @param drew hears of each cell that is drawn anew: its element, row and column, from 0 */
  constructor(element, drew) {
    this.#element = element;
    this.#drew = drew;
    new ResizeObserver(() => this.#fit()).observe(element);
  }

  /** Where it was made out of sight, it did not know how much room there is. */
  #fit() {
    const { clientHeight } = this.#element;
    if (clientHeight && this.holder?.clientHeight > clientHeight) {
      this.#tabulator.redraw(true);
    }
  }

  /** Scrolls up or down, and not sideways, as Tabulator would. */
  async #scrollTo(row, position, always) {
    const { holder } = this;
    const { scrollLeft } = holder;
    const done = this.#tabulator.scrollToRow(row, position, always).catch(() => {}); // it is drawn as it is
    holder.scrollLeft = scrollLeft;
    await done;
    holder.scrollLeft = scrollLeft;
  }

  /** What scrolls. */
  get holder() {
    return this.#element.querySelector(".tabulator-tableholder");
  }

  /** A cell's element, unless it never was near enough to be drawn. */
  cell(row, column) {
    return this.#drawn[row]?.[column];
  }

  /** Starts anew, with the widths that the sheet has if there is room. */
  async build(rows, columns, { roomy, scrolled, drawn }) {
    this.#tabulator?.destroy();
    this.#columns = columns;
    this.#drawn = [];
    this.#element.classList.toggle("plain", !columns.some(isOwn));
    const tabulator = new Tabulator(this.#element, {
      data: slots(rows),
      height: "100%",
      renderVerticalBuffer: BUFFER,
      layout: "fitData",
      columnDefaults: { headerSort: false, minWidth: 30, resizable: "header", vertAlign: "top" },
      rowHeader: {
        field: "row", title: say("sheet.row"), width: NUMBER_WIDTH, frozen: true, resizable: false,
        headerSort: false, cssClass: "number", titleFormatter: unseen,
        formatter: (cell) => this.#drawNumber(cell.getElement(), cell.getData()),
      },
      columns: columns.map((column, c) => ({
        title: column.header,
        field: "cells." + column.index,
        width: roomy ? column.width : narrow(column, this.#element.clientWidth),
        cssClass: classes(column, spills(columns, c)),
        titleFormatter: () => title(column),
        formatter: (cell) => this.#draw(cell.getElement(), cell.getData(), c),
      })),
    });
    this.#tabulator = tabulator;
    await new Promise((done) => tabulator.on("tableBuilt", done));
    tabulator.on("scrollVertical", scrolled);
    tabulator.on("renderComplete", drawn);
    // a grid holds groups of rows, and neither groups of groups nor a nameless thing that takes the focus
    this.#element.querySelector(".tabulator-header").removeAttribute("role");
    this.#element.querySelector(".tabulator-table").removeAttribute("role");
    this.holder.setAttribute("role", "rowgroup");
    this.holder.style.scrollPadding = `0 0 0 ${this.#covered()}px`;
  }

  /** What always stays in sight at the left, in pixels. */
  #covered() {
    return [...this.#element.querySelectorAll(".tabulator-header :is(.number, .who)")]
      .filter((cell) => getComputedStyle(cell).position === "sticky")
      .reduce((sum, cell) => sum + cell.offsetWidth, 0);
  }

  #drawNumber(element, data) {
    element.setAttribute("role", "rowheader");
    this.#remember(element, data.slot, -1);
    const number = document.createElement("span");
    number.textContent = data.row;
    return number;
  }

  #draw(element, data, c) {
    this.#remember(element, data.slot, c);
    element.tabIndex = -1;
    dress(element, data, this.#columns[c]);
    this.#drew(element, data.slot, c);
    return content(data, this.#columns[c]);
  }

  #remember(element, row, column) {
    element.dataset.slot = row;
    element.dataset.column = column;
    (this.#drawn[row] ??= [])[column] = element;
  }

  /**
   * Shows other rows. What is drawn stays, only its content changes, so that scroll and focus stay, too.
   *
   * @param editor an element whose cell is left alone
   */
  async update(rows, editor) {
    const there = this.#tabulator.getRows();
    for (const row of this.#exchange(slots(rows), there)) {
      this.#redraw(row.getData(), editor);
      if (row.getElement().isConnected) {
        row.normalizeHeight();
      }
    }
    if (rows.length < there.length) {
      this.#drawn.length = Math.min(this.#drawn.length, rows.length);
      await this.#tabulator.deleteRow(there.slice(rows.length));
    } else if (rows.length > there.length) {
      await this.#tabulator.addData(slots(rows).slice(there.length));
    }
  }

  /** Gives the rows that are there other data; returns those for which it is another. */
  #exchange(wanted, there) {
    return there.slice(0, wanted.length).filter((row, i) => {
      const data = row.getData();
      const same = JSON.stringify(wanted[i]) === JSON.stringify(data);
      if (!same) {
        Object.keys(data).forEach((key) => delete data[key]);
        Object.assign(data, wanted[i]);
      }
      return !same;
    });
  }

  /**
   * Shows other rows from one of them on, where {@link first} told of it; without one, from their first.
   * Each is drawn once it comes near what is seen: drawing all would keep people waiting.
   */
  async replace(rows, { slot, top } = { slot: 0, top: 0 }) {
    const there = this.#tabulator.getRows();
    const near = there.filter((row) => row.getElement().isConnected);
    if (rows.length === there.length) {
      this.#exchange(slots(rows), there);
      this.#forget(there.filter((row) => !near.includes(row)));
    } else {
      this.#drawn = [];
      near.length = 0;
      await this.#tabulator.setData(slots(rows));
    }
    const row = this.#tabulator.getRowFromPosition(slot + 1);
    if (row) {
      await this.#scrollTo(row, "top", true);
      this.#forget(near.filter((other) => !other.getElement().isConnected));
      near.filter((other) => other.getElement().isConnected).forEach((other) => this.#redraw(other.getData(), null));
      const { holder } = this;
      holder.scrollTop += row.getElement().getBoundingClientRect().top - holder.getBoundingClientRect().top - top;
    }
  }

  /** Rows that are not seen are drawn anew when they are. */
  #forget(rows) {
    for (const row of rows) {
      delete this.#drawn[row.getData().slot];
      row.reformat();
    }
  }

  /** The first row that is seen, and by how much of it: { slot, top }, in pixels. */
  get first() {
    const { top } = this.holder.getBoundingClientRect();
    for (const element of this.#element.querySelectorAll(".tabulator-tableholder .tabulator-row")) {
      const box = element.getBoundingClientRect();
      if (box.bottom > top) {
        return { slot: Number(element.querySelector("[data-slot]").dataset.slot), top: box.top - top };
      }
    }
    return undefined;
  }

  #redraw(data, editor) {
    const drawn = this.#drawn[data.slot];
    if (!drawn) {
      return;
    }
    if (drawn[-1]?.firstElementChild) {
      setText(drawn[-1].firstElementChild, String(data.row));
    }
    this.#columns.forEach((column, c) => {
      if (drawn[c] && !drawn[c].contains(editor)) {
        fill(drawn[c], data, column);
        dress(drawn[c], data, column);
      }
    });
  }

  dressHead(head) {
    const heads = this.#element.querySelectorAll(".tabulator-header .tabulator-col:not(.number)");
    this.#columns.forEach((column, c) => {
      heads[c].dataset.head = c;
      dress(heads[c], head, column);
    });
  }

  /** Takes the mark of news from what is none any more. */
  forgetNews(rows) {
    for (const element of this.#element.querySelectorAll(".fresh")) {
      dress(element, rows[element.dataset.slot], this.#columns[element.dataset.column]);
    }
  }

  /** Whoever looks at the last row goes on seeing it when rows above it grow. */
  get isAtEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.holder;
    return scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2;
  }

  goToEnd(rows) {
    if (rows.length) {
      const { holder } = this;
      const bottom = () => (holder.scrollTop = holder.scrollHeight);
      this.#scrollTo(this.#tabulator.getRows().at(-1), "bottom", false);
      bottom();
      requestAnimationFrame(bottom); // once rows are drawn that were only guessed at
    }
  }

  /** Has a row drawn that is too far away to be. */
  async reveal(row) {
    if (!this.cell(row, -1)?.isConnected) {
      const far = this.#tabulator.getRowFromPosition(row + 1);
      if (far) {
        await this.#scrollTo(far, "nearest", false);
      }
    }
  }

  /** Brings a row into the middle of what is seen, and a column to its left end, or no farther than its right. */
  async bringIntoView(row, column, atRight) {
    const there = this.#tabulator.getRowFromPosition(row + 1);
    const head = this.#element.querySelectorAll(".tabulator-header .tabulator-col:not(.number)")[column];
    if (!there || !head) {
      return;
    }
    const { holder } = this;
    this.#fit();
    for (let i = 0; i < CENTRINGS; i++) {
      await this.#scrollTo(there, "center", true);
      const { top, height } = there.getElement().getBoundingClientRect();
      holder.scrollTop += top - holder.getBoundingClientRect().top - (holder.clientHeight - height) / 2;
      holder.scrollLeft = atRight ? head.offsetLeft + head.offsetWidth - holder.clientWidth : head.offsetLeft - this.#covered();
      await new Promise(requestAnimationFrame);
    }
    const block = matchMedia("(max-width: 899px)").matches ? "center" : "nearest"; // of the window, too
    bringIntoSight(this.cell(row, column), block);
  }

  /** Scrolls to Entraide's columns when they first appear. */
  bringOwnIntoView(tab) {
    const own = [...this.#element.querySelectorAll(".tabulator-header .own")];
    const shown = tab + own.length;
    if (shown !== this.#shownOwn) {
      this.#shownOwn = shown;
      this.holder.scrollLeft = own.length ? own[0].offsetLeft - this.#covered() : 0;
    }
  }
}

/** Rows as Tabulator keeps them; each knows its own number among them. */
const slots = (rows) => rows.map((row, slot) => ({ ...row, slot }));

const narrow = ({ width, mark }, room) =>
  mark === "ref" ? REFERENCE : Math.min(width, (width < TEXT_WIDTH ? WIDEST : WIDEST_TEXT) * Math.min(1, Math.max(LEAST, room / ROOM)));

/** Whether a title runs on over the empty ones beside it. */
function spills(columns, c) {
  return Boolean(columns[c].header) && [1, 2].every((n) => columns[c + n]?.header === "");
}

/** Columns that came from the form are not Entraide's own, although it knows them by a mark, too. */
function classes(column, spill) {
  const who = WHO.test(column.mark ?? "");
  return [isOwn(column) && "own", who && "who", spill && "spill"].filter(Boolean).join(" ");
}

function title(column) {
  const box = document.createElement("div");
  const letters = document.createElement("small");
  letters.textContent = column.name;
  const words = document.createElement("span");
  words.textContent = column.header;
  box.append(letters, " ", words);
  return box;
}

function unseen(cell) {
  const words = document.createElement("span");
  words.className = "unseen";
  words.textContent = cell.getValue();
  return words;
}
