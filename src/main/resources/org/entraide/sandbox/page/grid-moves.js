// Where keys and the mouse lead in a grid of cells, as in Google's sheets.

/** How far the keys for a page go. */
const PAGE = 10;

/**
 * The cell that a key leads to, from the end of what is chosen where Shift is held, else from where
 * people are: { row, column }, maybe beyond the last; undefined for other keys.
 */
export function aim(event, at, to, last) {
  const { row, column } = event.shiftKey ? to : at;
  const far = isFar(event);
  return {
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowDown: { row: far ? last.row : row + 1, column },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    ArrowRight: { row, column: far ? last.column : column + 1 },
    PageUp: { row: row - PAGE, column },
    PageDown: { row: row + PAGE, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? last.row : row, column: last.column },
  }[event.key];
}

/** Whether a key is held that makes others go to the end of something. */
export function isFar(event) {
  return event.ctrlKey || event.metaKey;
}

/** -1 for keys that lead to the beginning of all rows, 1 for those that lead to their end, else 0. */
export function edge(event) {
  if (!isFar(event) || event.shiftKey) {
    return 0;
  }
  return { ArrowUp: -1, Home: -1, ArrowDown: 1, End: 1 }[event.key] ?? 0;
}

/**
 * What pressing a place chooses: { at, to, focus, prevented }, all of a column by its head, all of a
 * row by its number, more with Shift; undefined where it chooses nothing.
 */
export function pressed(event, place, at, last, editor) {
  const head = event.target.closest("[data-head]");
  if (head && !event.target.closest(".tabulator-col-resize-handle")) {
    const column = Number(head.dataset.head);
    return { at: { row: 0, column }, to: { row: last.row, column }, focus: true, prevented: true };
  }
  if (place?.column === -1) {
    const from = event.shiftKey ? at.row : place.row;
    return { at: { row: from, column: 0 }, to: { row: place.row, column: last.column }, focus: true, prevented: true };
  }
  if (place && event.shiftKey && !editor) {
    return { at, to: place, follow: true, prevented: true };
  }
  return place && event.target !== editor ? { at: place, to: place } : undefined;
}

/** Where a cell that offers words has its arrow, from its right edge. */
const ARROW = 18;

/** Whether somebody pressed the arrow of a cell that offers words. */
export function isOnArrow(event) {
  const cell = event.target.closest(".offering");
  return Boolean(cell) && cell.getBoundingClientRect().right - event.clientX < ARROW;
}
