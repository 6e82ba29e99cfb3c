// Which of the places is seen: beside the mailbox on a wide screen, one alone on a narrow one.

const byId = (id) => document.getElementById(id);
const PLACES = ["story", "sheet", "map", "mail"];

/**
 * Lets people choose.
 *
 * @param chosen hears of the place that is now seen
 * @param todo opens the tab of what is to be done
 * @param answers leaves it
 * @param letters shows the list of letters
 * @returns a function that brings a place into sight
 */
export function choosePlaces({ chosen, todo, answers, letters }) {
  // on a wide screen the story and the mailbox are always there, and something has to be between them
  const wide = matchMedia("(min-width: 900px)");
  const always = (place) => wide.matches && (place === "story" || place === "mail");
  const choose = (place) => {
    document.body.dataset.place = place;
    for (const other of PLACES) {
      byId("place-" + other).setAttribute("aria-pressed", other === place);
    }
    chosen(place);
  };
  const go = (place) => always(place) || document.body.dataset.place === place || choose(place);
  for (const place of PLACES) {
    byId("place-" + place).addEventListener("click", () => choose(place));
  }
  byId("place-sheet").addEventListener("click", answers);
  byId("place-mail").addEventListener("click", letters);
  byId("place-todo").addEventListener("click", () => {
    go("sheet");
    todo();
  });
  wide.addEventListener("change", () => always(document.body.dataset.place) && choose("sheet"));
  choose(wide.matches ? "sheet" : "story");
  return go;
}
