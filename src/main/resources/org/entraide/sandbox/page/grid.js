// A grid of cells as people see them in a spreadsheet. Rows and cells stay where they are in the
// document, only their text changes, so that scroll and focus stay, too.

import { say } from "./words.js";

const FRESH_MILLIS = 5000;

/** The columns that Entraide adds, in both languages. */
const OWN = new Set([
  "Réf", "Statut", "Lieu compris", "Mise en relation", "Explication", "Consigne", "Vérifié", "Avec",
  "Jamais avec", "Lieu corrigé", "Personne", "Aidant", "Besoins", "Distance (km)", "État", "Envoyé le",
  "Suite", "Ref", "Status", "Place understood", "Introduced to", "Explanation", "Instruction", "Checked",
  "With", "Never with", "Corrected place", "Person", "Helper", "Needs", "State", "Sent on", "Outcome",
]);
const CHIPS = new Set(["Statut", "Status", "État", "State"]);
const LONG = new Set(["Explication", "Explanation"]);
const SHORT = new Set(["Réf", "Ref", "Personne", "Person", "Aidant", "Helper"]);
const NAMES = ["Prénom", "First name"];

/** How a status or the state of an introduction looks; other words are no chips. */
const KINDS = new Map(Object.entries({
  introduced: "Mis en relation|Introduced|Envoyé|Sent|Acceptée|Accepted",
  ready: "Brouillon prêt|Draft ready",
  proposed: "Proposé|Proposed|En préparation|Being drafted",
  waiting: "En attente|Waiting|Sans réponse|No answer",
  full: "Complet|Full",
  done: "Terminé|Terminée|Done",
  place: "Lieu à préciser|Place unclear",
  incomplete: "Incomplet|Incomplete|Adresse refusée|Bounced|Refusée|Declined",
  apart: "Doublon|Duplicate|En pause|Paused|Retiré|Retirée|Withdrawn|Orienté ailleurs|Signposted|"
    + "Exclu|Barred|Écartée|Discarded",
}).flatMap(([kind, words]) => words.split("|").map((word) => [word, kind])));

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
  }

  #classes(column) {
    return [
      OWN.has(column.header) && "own",
      LONG.has(column.header) && "long",
      SHORT.has(column.header) && "short",
      NAMES.includes(column.header) && "who",
    ].filter(Boolean).join(" ");
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
        this.#fill(cell, column, texts[c]);
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

  #fill(cell, column, text) {
    if (cell.contains(this.#editor)) {
      return;
    }
    if (!OWN.has(column.header)) {
      setText(cell, text);
      return;
    }
    const words = cell.firstElementChild ?? document.createElement("span");
    const kind = CHIPS.has(column.header) ? KINDS.get(text) : undefined;
    words.className = kind ? "chip" : "";
    words.dataset.kind = kind ?? "";
    setText(words, text);
    if (!words.parentElement) {
      cell.replaceChildren(words);
    }
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
    } else if (event.key === "Enter" || event.key === "F2") {
      this.#edit(this.#cell(this.#at));
    } else {
      return;
    }
    event.preventDefault();
  }

  // Typing into a cell.

  #edit(cell) {
    if (!cell || this.#editor) {
      return;
    }
    this.#enter(cell);
    const row = this.#view.rows[this.#at.row];
    const column = this.#columns[this.#at.column];
    const start = row.cells[column.index] ?? "";
    const editor = document.createElement("input");
    editor.value = start;
    editor.setAttribute("aria-label", say("sheet.cell", { cell: column.name + row.row }));
    this.#editor = editor;
    cell.replaceChildren(editor, ...this.#offered(row, column, editor));
    editor.focus();
    editor.select();
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
      this.#fill(cell, column, row.cells[column.index] ?? "");
    }
  }
}

/** Gives a cell its colours and its note. */
function dress(cell, row, column) {
  const look = row?.looks?.[column.index] ?? {};
  const style = { backgroundColor: look.background ?? "", color: look.color ?? "", fontWeight: look.bold ? "600" : "" };
  for (const [name, value] of Object.entries(style)) {
    if ((cell.dataset[name] ?? "") !== value) {
      cell.style[name] = cell.dataset[name] = value;
    }
  }
  const note = row?.notes?.[column.index];
  const title = note ?? (cell.tagName === "TH" ? column.header : "");
  if (cell.title !== title) {
    cell.title = title;
  }
  cell.classList.toggle("noted", Boolean(note));
}

function setText(element, text) {
  if (element.textContent !== text || element.firstElementChild) {
    element.textContent = text;
  }
}

const marks = new WeakMap();

/** Highlights cells for some seconds. */
function mark(cells) {
  cells.forEach(unmark);
  if (cells.length) {
    void cells[0].offsetWidth; // has the animations start anew, at the cost of one layout for all
  }
  const end = setTimeout(() => cells.filter((cell) => marks.get(cell) === end).forEach(unmark), FRESH_MILLIS);
  for (const cell of cells) {
    cell.classList.add("fresh");
    marks.set(cell, end);
  }
}

function unmark(cell) {
  marks.delete(cell);
  cell.classList.remove("fresh");
}
