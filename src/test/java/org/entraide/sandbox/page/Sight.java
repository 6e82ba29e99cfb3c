package org.entraide.sandbox.page;

import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * What people see of the page: what lies within the window, with nothing over it. That something is
 * in the document, or displayed, is not enough.
 */
@NullMarked
record Sight(Browser browser) {

  /** Whether the middle of an element is in the window, and on top there. */
  private static final String SEES =
      """
      const sees = element => {
        const box = element?.getClientRects()[0]; // of its first line, if it runs over several
        const x = box && (box.left + box.right) / 2;
        const y = box && (box.top + box.bottom) / 2;
        return Boolean(box) && box.width > 0 && box.height > 0 && x >= 0 && y >= 0
          && x < innerWidth && y < innerHeight && element.contains(document.elementFromPoint(x, y));
      };
      """;

  /** The rows that have a cell with a text; and the cell of a row by its column's mark. */
  private static final String CELLS =
      """
      const shownColumns = async spreadsheet => {
        const tab = document.querySelector('#tabs [aria-pressed=true]').textContent;
        const asked = '/office/sheets/' + spreadsheet + '/rows?from=1&count=1&tab=' + encodeURIComponent(tab);
        const { columns } = await (await fetch(asked)).json();
        return columns.filter(it => !it.hidden).map(it => it.mark ?? '');
      };
      const rowsWith = text => [...document.querySelectorAll('#grid .tabulator-row')].filter(
        row => [...row.children].some(cell => cell.textContent.toLowerCase() === text.toLowerCase()));
      """;

  /** Whether the first element of those is seen. */
  boolean sees(String css) {
    return browser
        .evaluate(SEES + "return sees(document.querySelector(arguments[0]));", css)
        .asBoolean();
  }

  /** How many elements of those are seen. */
  int count(String css) {
    return browser
        .evaluate(
            SEES + "return [...document.querySelectorAll(arguments[0])].filter(sees).length;", css)
        .asInt();
  }

  /**
   * Whether cells of a row of the tab that is open are seen, and lit; one of the rows, if several
   * have the text.
   *
   * @param text what one of the row's cells holds, such as an address or a reference
   * @param marks of the columns
   */
  boolean seesLit(String spreadsheet, String text, List<String> marks) {
    return browser
        .settle(
            "(async ([spreadsheet, text, marks]) => {"
                + SEES
                + CELLS
                + """
                  const shown = await shownColumns(spreadsheet);
                  const isOf = (given, mark) => given === mark || given.endsWith(':' + mark);
                  const isLit = row => marks.every(mark => {
                    const column = shown.findIndex(given => isOf(given, mark));
                    const cell = row.querySelector(`[data-column="${column}"]`);
                    return sees(cell) && cell.classList.contains('lit');
                  });
                  return rowsWith(text).some(isLit);
                })([...arguments])\
                """,
            spreadsheet,
            text,
            marks)
        .asBoolean();
  }

  /** Whether a letter to somebody is read, all that is said of it is seen, and it is lit. */
  boolean seesLetterTo(String email) {
    return browser
        .evaluate(
            SEES
                + """
                const [to, subject, text] = ['to', 'subject', 'text'].map(
                  part => document.getElementById('letter-' + part));
                const box = text.getBoundingClientRect();
                const reader = document.getElementById('reader');
                const first = document.elementFromPoint(box.left + 9, box.top + 9);
                return to.textContent.toLowerCase().includes('<' + arguments[0].toLowerCase() + '>')
                  && sees(to) && sees(subject) && text.contains(first)
                  && reader.classList.contains('lit');\
                """,
            email)
        .asBoolean();
  }

  /** Whether a part of the engine room is seen, and lit. */
  boolean seesLit(String id) {
    return browser
        .evaluate(
            SEES
                + """
                const part = document.getElementById(arguments[0]);
                return sees(part) && part.classList.contains('lit');\
                """,
            id)
        .asBoolean();
  }

  /** An organiser's sort of the tab that is open, in another window. */
  void sort(String spreadsheet, String column, boolean descending) {
    browser.settle(
        """
        import('/page/api.js').then(api => api.post('/office/sheets/' + arguments[0] + '/sort',
          { tab: document.querySelector('#tabs button').textContent,
            by: [{ column: arguments[1], descending: arguments[2] }] }))\
        """,
        spreadsheet,
        column,
        descending);
  }

  String text(String css) {
    return browser
        .evaluate("return document.querySelector(arguments[0]).textContent;", css)
        .asText();
  }
}
