// Where a cell's content is written.

/**
 * Opens an editor in a cell.
 *
 * @param label what it is called
 * @param value what stands in it; all of it is chosen if select
 * @param words the cell's own words, if it offers any
 * @param ended hears { keep, stay }: whether what was written counts, and whether people stay in the cell
 */
export function openEditor(cell, { label, value, select, words, ended }) {
  const editor = document.createElement("input");
  editor.value = value;
  editor.setAttribute("aria-label", label);
  cell.replaceChildren(editor, ...offered(words, editor));
  editor.focus();
  if (select) {
    editor.select();
  }
  editor.addEventListener("blur", () => ended({ keep: true, stay: false }));
  editor.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      ended({ keep: event.key === "Enter", stay: true });
    }
  });
  return editor;
}

/** The words that a cell offers, below its editor. */
function offered(words, editor) {
  if (!words) {
    return [];
  }
  const list = document.createElement("datalist");
  list.id = "offered";
  list.append(...words.map((word) => new Option(word)));
  editor.setAttribute("list", list.id);
  return [list];
}
