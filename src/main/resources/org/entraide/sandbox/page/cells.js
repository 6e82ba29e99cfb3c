// One cell of the grid: what it shows, and how.

const FRESH_MILLIS = 5000;

/** Whether a cell is a box to tick. */
export const isBox = (row, column) => column.index in (row?.ticks ?? {});

/** Where a cell's link leads; undefined where it has none. */
export const linkOf = (row, column) => row?.links?.[column.index];

/** Shows a cell's text, or a box or a link for it, in an element that stays if it can. */
export function fill(cell, row, column) {
  const there = cell.firstElementChild;
  const link = linkOf(row, column);
  const wanted = isBox(row, column) ? "INPUT" : link ? "A" : "SPAN";
  if (there?.tagName !== wanted || cell.childNodes.length > 1) {
    cell.replaceChildren(content(row, column));
  } else if (wanted === "INPUT") {
    show(there, row, column);
  } else {
    setText(there, textOf(row, column));
    if (link && there.getAttribute("href") !== link) {
      there.href = link;
    }
  }
}

/** A new element for what a cell holds. */
export function content(row, column) {
  if (isBox(row, column)) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.tabIndex = -1;
    show(box, row, column);
    return box;
  }
  const link = linkOf(row, column);
  const text = document.createElement(link ? "a" : "span");
  text.textContent = textOf(row, column);
  if (link) {
    Object.assign(text, { href: link, tabIndex: -1, draggable: false });
  }
  return text;
}

export const textOf = (row, column) => row.cells[column.index] ?? "";

function show(box, row, column) {
  box.checked = row.ticks[column.index];
  box.setAttribute("aria-label", column.header);
}

/** Whether a column came from no form. */
export const isOwn = ({ mark }) => Boolean(mark) && !mark.startsWith("form:");

/** Whether a column belongs to a part of a row: the form's answer, Entraide's own, or one by its mark. */
const isPart = (column, part) =>
  part === "answer" ? !isOwn(column) : part === "own" ? isOwn(column) : column.mark === part;

/**
 * Where a part of a row is among its columns: the first of it, and the one that tells most of it, -1
 * where none does.
 *
 * @param part "answer" for the form's cells, of which what is needed and offered tells most, "own" for
 *     Entraide's, or a column's mark
 */
export function columnsOf(columns, part) {
  const first = columns.findIndex((column) => isPart(column, part));
  const best = part === "answer" ? columns.findIndex(({ mark }) => mark?.endsWith(":offers")) : -1;
  return { first, best };
}

/** Gives a cell its colours, its note, and the mark of what was just written. */
export function dress(cell, row, column) {
  const look = row?.looks?.[column.index] ?? {};
  given(cell, "background", "--given", look.background);
  given(cell, "color", "--given-ink", look.color);
  const style = { fontWeight: look.bold ? "600" : "", textAlign: look.right ? "right" : "" };
  for (const [name, value] of Object.entries(style)) {
    if ((cell.dataset[name] ?? "") !== value) {
      cell.style[name] = cell.dataset[name] = value;
    }
  }
  const note = row?.notes?.[column.index];
  const title = note ?? (cell.classList.contains("tabulator-col") ? column.header : "");
  if (cell.title !== title) {
    cell.title = title;
  }
  cell.classList.toggle("noted", Boolean(note));
  cell.classList.toggle("wrap", Boolean(look.wrap));
  cell.classList.toggle("offering", column.index in (row?.offers ?? {}) && !isBox(row, column));
  cell.classList.toggle("lit", Boolean(row?.lit) && isPart(column, row.lit));
  cell.classList.toggle("fresh", (row?.fresh?.[column.index] ?? 0) > performance.now());
}

/** A colour that the sheet gives; how it is shown is the style sheet's. */
function given(cell, name, property, colour) {
  if (cell.dataset[name] !== colour) {
    cell.style.setProperty(property, colour ?? "");
    cell.style.setProperty(property + "-dark", colour ? inTheDark(colour) : "");
    if (colour) {
      cell.dataset[name] = colour;
    } else {
      delete cell.dataset[name];
    }
  }
}

/** The same hue, as dark as the page's own paper at night: #rrggbb. */
function inTheDark(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  const turn = range === 0 ? 0
    : most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  return `hsl(${Math.round(turn * 60)} ${range < 0.04 ? 8 : 45}% 25%)`;
}

/** When what is written now is no news any more. */
export const endOfNews = () => performance.now() + FRESH_MILLIS;

export function setText(element, text) {
  if (element.textContent !== text || element.firstElementChild) {
    element.textContent = text;
  }
}
