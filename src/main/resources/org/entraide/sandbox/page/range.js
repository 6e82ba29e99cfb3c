// A rectangle of cells: which one, and what it is as the text that spreadsheet programs exchange.

/** From one corner to the other, whichever way people went. */
export const rectangle = (from, to) => ({
  top: Math.min(from.row, to.row),
  bottom: Math.max(from.row, to.row),
  left: Math.min(from.column, to.column),
  right: Math.max(from.column, to.column),
});

export const holds = ({ top, bottom, left, right }, row, column) =>
  top <= row && row <= bottom && left <= column && column <= right;

/** Lines of cells with tabs between them; what has a tab, a line's end or a quote in it is quoted. */
export const written = (values) =>
  values.map((line) => line.map(quoted).join("\t")).join("\n");

const quoted = (text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The cells of such a text. */
export function read(text) {
  const lines = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/y;
  for (;;) {
    const [, raw, end] = cell.exec(text);
    lines.at(-1).push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "" || cell.lastIndex === text.length) {
      return lines;
    }
    if (end !== "\t") {
      lines.push([]);
    }
  }
}

/** Values for a whole rectangle: one value, or one block, is repeated as often as it fits. */
export function repeated(values, { top, bottom, left, right }) {
  const rows = bottom - top + 1;
  const columns = right - left + 1;
  const times = (size, room) => (room % size ? size : Math.max(size, room));
  const high = times(values.length, rows);
  const wide = times(values[0].length, columns);
  return Array.from({ length: high }, (_, r) =>
    Array.from({ length: wide }, (_, c) => values[r % values.length][c % values[0].length] ?? ""));
}

/** Values with null in between for what is hidden: rows by their number, columns by their index. */
export function spread(values, rows, columns) {
  const block = [];
  values.forEach((line, r) => {
    const cells = [];
    line.forEach((value, c) => (cells[beyond(columns, c, ({ index }) => index) - columns[0].index] = value));
    block[beyond(rows, r, ({ row }) => row) - rows[0].row] = Array.from(cells, (value) => value ?? null);
  });
  return Array.from(block, (line) => line ?? []);
}

/** The place of the nth of some lines, counted on where there are no more. */
const beyond = (lines, n, place) =>
  n < lines.length ? place(lines[n]) : place(lines.at(-1)) + 1 + n - lines.length;
