// The spreadsheet: its tabs, one of them as a grid, sorting, and the counts by status.

import { get, path, post } from "./api.js";
import { showCharts } from "./chart.js";
import { Grid } from "./grid.js";
import { bringIntoSight } from "./sight.js";
import { STATUSES } from "./statuses.js";
import { Views } from "./views.js";
import { say } from "./words.js";

/** Rows that are here at once; a campaign of an evening fits. */
const PAGE = 500;
/** Whoever comes near the end of those gets so many others. */
const FURTHER = 250;
const PATIENCE_MILLIS = 10_000;

const byId = (id) => document.getElementById(id);

/** Links as the daemon writes them: to a cell of this spreadsheet, to letters about a reference. */
const TO_CELL = /^#gid=(\d+)&range=([A-Z]+)(\d+)$/;
const TO_LETTER = /^https:\/\/mail\.google\.com\/.*#search\/(.+)$/;

/** A cell as ranges are written. */
const at = (tab, column, row) => `'${tab.replaceAll("'", "''")}'!${column}${row}`;

export class Sheet {
  #act;
  #seek;
  #views;
  #grid;
  #id;
  #tabs = [];
  #tab = "";
  #from = 2;
  #shown = "";
  #counted = -1;
  #statuses = new Map();
  #headers = [];
  #sortedBy = "";
  #charts = "[]";
  #lit = null;
  #kind = "";
  #moving = false;
  #going = Promise.resolve();
  #version = -1;

  /**
   * @param seek shows the letter about a reference, and says whether there is one
   */
  constructor({ spreadsheet }, act, seek) {
    this.#id = spreadsheet;
    this.#act = act;
    this.#seek = seek;
    this.#views = new Views(() => act(async () => (this.#from = 2) && undefined));
    this.#grid = new Grid(byId("grid"), {
      type: (cell) => act(() => this.#type(cell)),
      write: (block) => act(() => this.#write(block)),
      undo: () => act(() => this.#undo()),
      redo: () => act(() => this.#redo()),
      follow: (link) => act(() => this.#follow(link)),
      near: (direction) => this.#further(direction),
      far: (direction) => this.#far(direction),
    });
    byId("sort").addEventListener("click", () => act(() => this.#sort()));
    byId("copy-row").addEventListener("click", () => act(() => this.#copyRow()));
    byId("insert-row").addEventListener("click", () => act(() => this.#insertRow()));
    byId("delete-rows").addEventListener("click", () => act(() => this.#deleteRows()));
    byId("undo").addEventListener("click", () => act(() => this.#undo()));
    byId("redo").addEventListener("click", () => act(() => this.#redo()));
    byId("enlarge").addEventListener("click", () => this.#enlarge());
    byId("page-before").addEventListener("click", () => this.#turn(-PAGE));
    byId("page-after").addEventListener("click", () => this.#turn(PAGE));
    this.#drawStatuses();
    this.#drawPages();
  }

  /** Grows with every change of the spreadsheet; -1 before it is known. */
  get version() {
    return this.#version;
  }

  /** How many people answered. */
  get answers() {
    return this.#tabs.length ? Math.max(0, this.#tabs[0].usedRows - 1) : 0;
  }

  /** What the tab that is shown is for, as its columns are marked: "todo", "ledger" and so on. */
  get kind() {
    return this.#kind;
  }

  /** The tab of the people's answers. */
  get answersTab() {
    return this.#tabs[0]?.title ?? "";
  }

  /** Keeps a row lit from the next look on: { tab, part, holds }; null for none. See {@link reveal}. */
  light(lit) {
    this.#lit = lit;
  }

  /**
   * Goes to a row and lights it.
   *
   * @param lit { tab, row, part, holds }: the row's number, which of its cells, "answer" for the form's,
   *     "own" for Entraide's, or the mark of one column, and texts by which the row is known
   */
  async reveal(lit) {
    this.light(lit);
    if (lit.tab !== this.#tab) {
      this.#choose(lit.tab);
    }
    this.#views.forget();
    this.#from = 2 + Math.floor(Math.max(0, lit.row - 2) / PAGE) * PAGE;
    await this.refresh();
    await this.#grid.bringIntoView(lit.row, lit.part);
  }

  /** Shows a tab by its title. */
  async open(title) {
    this.#choose(title);
    await this.refresh();
  }

  /** Shows what changed, never twice at once. */
  refresh() {
    const next = this.#going.then(() => this.#look());
    this.#going = next.catch(() => {}); // whoever asked hears of it
    return next;
  }

  async #look() {
    const overview = await get(path("office", "sheets", this.#id));
    this.#version = overview.version;
    this.#drawTabs(overview.tabs);
    // what time alone changes, such as a colour, is looked at every now and then
    const moment = Math.floor(performance.now() / (3 * PATIENCE_MILLIS));
    const wanted = JSON.stringify([overview.version, this.#tab, this.#from, this.#views.current, this.#lit, moment]);
    if (wanted === this.#shown) {
      return;
    }
    await this.#show();
    await this.#count(overview.version);
    this.#shown = wanted;
  }

  #rows(tab, from, count, view = "") {
    const query = new URLSearchParams({ tab, from, count, view });
    return get(path("office", "sheets", this.#id, "rows") + "?" + query);
  }

  /** How often each text stands in a column; a sheet may be too long to be counted here. */
  async #tally(tab, column) {
    const query = new URLSearchParams({ tab, column });
    return (await get(path("office", "sheets", this.#id, "tally") + "?" + query)).counts;
  }

  async #show() {
    const tab = this.#tab;
    const from = this.#from;
    const view = this.#views.current;
    const top = await this.#rows(tab, 1, from === 2 ? PAGE + 1 : 1, view);
    const page = from === 2 ? top : await this.#rows(tab, from, PAGE, view);
    const rest = from === 2 ? top.rows.slice(1) : page.rows;
    this.#mark(tab, rest);
    const head = top.rows[0];
    const headers = head?.cells ?? [];
    this.#kind = /^([a-z]+)_/.exec(top.columns[0]?.mark ?? "")?.[1] ?? "answers";
    byId("grid").dataset.kind = this.#kind;
    byId("whose").textContent = say("whose." + this.#kind);
    await this.#grid.show({ tab, from, head, headers, columns: top.columns, rows: rest, choices: page.choices });
    this.#drawCharts(top.charts);
    this.#views.offer(tab, top.views);
    if (tab === this.answersTab) {
      this.#offerColumns(headers, top.columns);
    }
    // what works in this tab: Entraide writes the others anew, and a row more would not stay
    byId("sorting").hidden = tab !== this.answersTab;
    byId("row-tools").hidden = !["answers", "ledger"].includes(this.#kind);
    this.#drawPages();
  }

  /** Lights the row that holds what it held when it was found: rows move as they are sorted. */
  #mark(tab, rows) {
    const { part, holds } = this.#lit?.tab === tab ? this.#lit : {};
    const lit = part && rows.find(({ cells }) => holds.every((text) => cells.includes(text)));
    if (lit) {
      lit.lit = part;
    }
  }

  #drawCharts(charts) {
    const wanted = JSON.stringify(charts);
    if (wanted !== this.#charts) {
      this.#charts = wanted;
      byId("charts").hidden = !charts.length;
      showCharts(byId("charts"), charts);
    }
  }

  #offerColumns(headers, columns) {
    const offered = headers
      .map((header, i) => ({ header, column: columns[i] }))
      .filter(({ header, column }) => header && column && !column.hidden);
    if (JSON.stringify(offered) === JSON.stringify(this.#headers)) {
      return;
    }
    this.#headers = offered;
    const select = byId("sort-by");
    const chosen = select.value;
    select.replaceChildren(
      ...offered.map(({ header, column }) => {
        const text = header.length > 40 ? header.slice(0, 39) + "…" : header;
        return new Option(text, column.name, false, column.name === chosen);
      }));
  }

  async #sort() {
    const column = byId("sort-by").value;
    const descending = column === this.#sortedBy;
    this.#sortedBy = descending ? "" : column;
    await this.#post("sort", {
      tab: this.#tabs[0].title,
      by: [{ column, descending }],
    });
    const header = this.#headers.find((offered) => offered.column.name === column)?.header;
    return say("sheet.sorted", { column: header ?? column });
  }

  /** Makes sure that rows still hold what they held when the person began: [{ row, cells }]. */
  async #still(tab, before) {
    const first = before[0].row;
    const { rows } = await this.#rows(tab, first, before.at(-1).row - first + 1);
    for (const { row, cells } of before) {
      if (JSON.stringify(rows[row - first]?.cells ?? []) !== JSON.stringify(cells)) {
        throw new Error(say("sheet.moved"));
      }
    }
  }

  #post(operation, body = {}) {
    return post(path("office", "sheets", this.#id, operation), body);
  }

  /** Copies the row that people are in to a new row below it. */
  async #copyRow() {
    const current = this.#grid.current;
    if (!current) {
      return undefined;
    }
    const { tab, row, before } = current;
    await this.#still(tab, [{ row, cells: before }]);
    await this.#post("copyRows", { tab, from: row, to: row + 1, insert: true });
    return say("sheet.copied", { row, below: row + 1 });
  }

  async #undo() {
    const { undone } = await this.#post("undo");
    return say(undone ? "sheet.undone" : "sheet.nothingToUndo");
  }

  async #redo() {
    const { redone } = await this.#post("redo");
    return say(redone ? "sheet.redone" : "sheet.nothingToRedo");
  }

  async #insertRow() {
    const current = this.#grid.current;
    if (!current) {
      return undefined;
    }
    await this.#post("insertRows", { tab: current.tab, at: current.row });
    return say("sheet.inserted", { row: current.row });
  }

  async #deleteRows() {
    const chosen = this.#grid.chosen;
    if (!chosen) {
      return undefined;
    }
    await this.#still(chosen.tab, chosen.before);
    // from below, so that the numbers of those above stay; hidden ones between them stay, too
    for (const { row } of chosen.before.toReversed()) {
      await this.#post("deleteRows", { tab: chosen.tab, from: row });
    }
    return say("sheet.deleted", { count: chosen.before.length });
  }

  /** The sheet alone, as in a window of its own, or beside all the rest again. */
  #enlarge() {
    const alone = document.body.classList.toggle("sheet-alone");
    byId("enlarge").setAttribute("aria-pressed", alone);
    this.#act(() => this.#grid.setRoomy(alone));
  }

  /** Types into a cell. */
  async #type({ tab, row, column, before, value }) {
    await this.#still(tab, [{ row, cells: before }]);
    await this.#post("type", { range: at(tab, column, row), value });
  }

  /** Writes a block of cells, as after a paste. */
  async #write({ tab, row, column, before, values }) {
    await this.#still(tab, before);
    await this.#post("paste", { range: at(tab, column, row), values });
  }

  /** Goes where a link leads; what is outside of this office stays closed. */
  async #follow(link) {
    const [, gid, column, row] = TO_CELL.exec(link) ?? [];
    const tab = this.#tabs.find(({ sheetId }) => sheetId === Number(gid));
    if (tab) {
      this.#choose(tab.title);
      this.#from = 2 + Math.floor(Math.max(0, row - 2) / PAGE) * PAGE;
      await this.refresh();
      this.#grid.goToCell(Number(row), column);
      return undefined;
    }
    const [, reference] = TO_LETTER.exec(link) ?? [];
    if (!reference) {
      return say("sheet.outside", { link });
    }
    return this.#seek(decodeURIComponent(reference)) ? undefined : say("mail.notFound", { reference });
  }

  #turn(by) {
    this.#from = Math.max(2, this.#from + by);
    this.#act(async () => {});
  }

  get #last() {
    return this.#tabs.find(({ title }) => title === this.#tab)?.usedRows ?? 1;
  }

  /** The rows that are here move on as people scroll, so that they can scroll through all. */
  async #further(direction) {
    const from = Math.min(this.#from + direction * FURTHER, this.#last - PAGE + 1);
    if (!this.#moving && Math.max(2, from) !== this.#from) {
      this.#from = Math.max(2, from);
      this.#moving = true;
      await this.refresh().catch(() => {}); // it is told by whoever asks again, each second
      this.#moving = false;
    }
  }

  /** Whether the first or the last of all rows was not here. */
  #far(direction) {
    const from = direction < 0 ? 2 : Math.max(2, this.#last - PAGE + 1);
    if (from === this.#from) {
      return false;
    }
    this.#from = from;
    this.#act(async () => {}).then(() => this.#grid.goToEdge(direction));
    return true;
  }

  #drawPages() {
    const tab = this.#tabs.find(({ title }) => title === this.#tab);
    const all = tab ? tab.usedRows : 0;
    byId("pages").hidden = all <= PAGE + 1;
    byId("page-before").disabled = this.#from === 2;
    byId("page-after").disabled = this.#from + PAGE > all;
    byId("page-shown").textContent = say("sheet.shown", {
      from: this.#from,
      to: Math.min(all, this.#from + PAGE - 1),
      all,
    });
  }

  #drawTabs(tabs) {
    const shown = tabs.filter((tab) => !tab.hidden);
    const titles = shown.map((tab) => tab.title);
    const before = this.#tabs.map((tab) => tab.title);
    this.#tabs = shown;
    byId("count-answers").textContent = this.answers;
    if (!titles.includes(this.#tab)) {
      this.#choose(titles[0] ?? "");
    }
    if (JSON.stringify(titles) !== JSON.stringify(before)) {
      byId("tabs").replaceChildren(
        ...titles.map((title) => {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = title;
          button.addEventListener("click", () => {
            this.#choose(title);
            this.#act(async () => {});
          });
          return button;
        }));
      this.#press();
    }
  }

  #choose(title) {
    this.#tab = title;
    this.#from = 2;
    this.#views.forget();
    this.#press();
  }

  #press() {
    for (const button of byId("tabs").children) {
      button.setAttribute("aria-pressed", button.textContent === this.#tab);
      if (button.textContent === this.#tab) {
        bringIntoSight(button);
      }
    }
  }

  async #count(version) {
    if (version === this.#counted) {
      return;
    }
    const { title } = this.#tabs[0];
    const { columns } = await this.#rows(title, 1, 1);
    const status = columns.find(({ mark }) => mark === "status");
    const counts = status ? await this.#tally(title, status.name) : {};
    this.#counted = version;
    this.#statuses = new Map(Object.entries(counts));
    this.#drawStatuses();
  }

  #drawStatuses() {
    const known = STATUSES.flatMap(([kind, ...words]) => words.map((word) => [kind, word]))
      .filter(([, word]) => this.#statuses.has(word));
    const parts = known.map(([kind, word]) => {
      const part = document.createElement("span");
      part.dataset.kind = kind;
      part.style.flexGrow = this.#statuses.get(word);
      return part;
    });
    byId("status-bar").replaceChildren(...parts);
    byId("statuses").replaceChildren(
      ...known.map(([kind, word]) => {
        const item = document.createElement("li");
        item.dataset.kind = kind;
        const number = document.createElement("b");
        number.textContent = this.#statuses.get(word);
        item.append(word + " ", number);
        return item;
      }));
    if (!known.length) {
      const item = document.createElement("li");
      item.textContent = say("strip.nobody");
      byId("statuses").append(item);
    }
  }
}
