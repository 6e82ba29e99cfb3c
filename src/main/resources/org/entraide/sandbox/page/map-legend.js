// What the colours and lines of the map mean: only the statuses that are there, with how many people have
// each. A status that is pressed makes the others fainter, so that nobody depends on colours alone.

import { STATUSES, kindOf } from "./statuses.js";
import { say } from "./words.js";

/** A map narrower than that has no room for a legend beside it. */
const BESIDE_PIXELS = 620;

const byId = (id) => document.getElementById(id);

export class Legend {
  #chosen;
  #only = "";
  #shown = "";

  /** @param chosen hears the status that people want to see, empty for all */
  constructor(chosen) {
    this.#chosen = chosen;
    byId("map-kinds").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) {
        this.#only = this.#only === button.dataset.status ? "" : button.dataset.status;
        this.#press();
        this.#chosen(this.#only);
      }
    });
    const room = byId("map-legend").closest(".around");
    let wide;
    new ResizeObserver(() => {
      if (room.clientWidth && (room.clientWidth >= BESIDE_PIXELS) !== wide) {
        wide = room.clientWidth >= BESIDE_PIXELS;
        byId("map-legend").open = wide;
      }
    }).observe(room);
  }

  /** @param statuses of everybody on the map, in the sheet's words */
  draw(statuses) {
    const order = (status) => STATUSES.findIndex((words) => words.includes(status));
    const counts = [...Map.groupBy(statuses.filter(Boolean), (status) => status)]
      .map(([status, all]) => [status, all.length])
      .sort(([a], [b]) => order(a) - order(b));
    const shown = JSON.stringify(counts);
    if (shown !== this.#shown) {
      this.#shown = shown;
      const held = document.activeElement?.dataset?.status;
      byId("map-kinds").replaceChildren(...counts.map(entry));
      this.#buttons().find(({ dataset }) => dataset.status === held)?.focus();
      if (this.#only && !counts.some(([status]) => status === this.#only)) {
        this.#only = "";
        this.#chosen("");
      }
      this.#press();
    }
  }

  #buttons() {
    return [...byId("map-kinds").querySelectorAll("button")];
  }

  #press() {
    this.#buttons().forEach((button) =>
      button.setAttribute("aria-pressed", button.dataset.status === this.#only));
  }
}

function entry([status, count]) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.status = status;
  button.dataset.kind = kindOf(status);
  button.title = say("map.only");
  const words = document.createElement("span");
  words.textContent = status;
  const number = document.createElement("b");
  number.textContent = count;
  button.append(words, " ", number);
  item.append(button);
  return item;
}
