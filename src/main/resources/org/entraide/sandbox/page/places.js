// Which of the places is seen: beside the mailbox on a wide screen, one alone on a narrow one.

const byId = (id) => document.getElementById(id);
const PLACES = ["sheet", "map", "mail"];

/** Lets people choose; tells the place that is now seen. */
export function choosePlaces(chosen) {
  const choose = (place) => {
    document.body.dataset.place = place;
    for (const other of PLACES) {
      byId("place-" + other).setAttribute("aria-pressed", other === place);
    }
    chosen(place);
  };
  for (const place of PLACES) {
    byId("place-" + place).addEventListener("click", () => choose(place));
  }
  // on a wide screen the mailbox is always there, and something has to be beside it
  const wide = matchMedia("(min-width: 900px)");
  const settle = () => wide.matches && document.body.dataset.place === "mail" && choose("sheet");
  // on a narrow one, the places are what people came for
  const fold = () => (byId("fold").open = wide.matches);
  fold();
  wide.addEventListener("change", () => {
    settle();
    fold();
  });
  choose("sheet");
}
