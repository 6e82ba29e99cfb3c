// One cell of the grid: what it shows, and how.

const FRESH_MILLIS = 5000;

/** Whether a cell is a box to tick. */
export const isBox = (row, column) => column.index in (row?.ticks ?? {});

/** Shows a cell's text, or a box for it. */
export function fill(cell, row, column) {
  if (isBox(row, column)) {
    let box = cell.querySelector("input[type=checkbox]");
    if (!box) {
      box = document.createElement("input");
      box.type = "checkbox";
      box.tabIndex = -1;
      cell.replaceChildren(box);
    }
    box.checked = row.ticks[column.index];
    box.setAttribute("aria-label", column.header);
    return;
  }
  const text = row.cells[column.index] ?? "";
  if (!column.mark) {
    setText(cell, text);
    return;
  }
  if (cell.firstElementChild?.tagName !== "SPAN") {
    cell.replaceChildren(document.createElement("span"));
  }
  setText(cell.firstElementChild, text);
}

/** Gives a cell its colours and its note. */
export function dress(cell, row, column) {
  const look = row?.looks?.[column.index] ?? {};
  const style = {
    backgroundColor: look.background ?? "",
    // a coloured cell was made for black on white, whatever the page's own colours are
    color: look.color ?? (look.background ? "#1b262c" : ""),
    fontWeight: look.bold ? "600" : "",
    textAlign: look.right ? "right" : "",
  };
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
  cell.classList.toggle("wrap", Boolean(look.wrap));
  cell.classList.toggle("offering", column.index in (row?.offers ?? {}) && !isBox(row, column));
}

export function setText(element, text) {
  if (element.textContent !== text || element.firstElementChild) {
    element.textContent = text;
  }
}

const marks = new WeakMap();

/** Highlights cells for some seconds. */
export function mark(cells) {
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

export function unmark(cell) {
  marks.delete(cell);
  cell.classList.remove("fresh");
}
