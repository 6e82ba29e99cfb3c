// The filter views of a tab: one of them at a time, and for this person alone.

import { say } from "./words.js";

const byId = (id) => document.getElementById(id);

export class Views {
  #there = [];
  #tab = "";

  /**
   * @param chosen hears that people look at the tab through another view, or through none
   */
  constructor(chosen) {
    byId("view").addEventListener("change", chosen);
    this.#draw();
  }

  /** The number of the view that is looked through; empty without one. */
  get current() {
    return byId("view").value;
  }

  /** Another tab is looked at without a view. */
  forget() {
    byId("view").value = "";
  }

  /** Offers the views of a tab: [{ id, title }]. */
  offer(tab, views) {
    if (tab !== this.#tab || JSON.stringify(views) !== JSON.stringify(this.#there)) {
      this.#tab = tab;
      this.#there = views;
      this.#draw();
    }
  }

  #draw() {
    const select = byId("view");
    const chosen = this.current;
    const none = new Option(say("sheet.noView"), "");
    select.replaceChildren(
      none,
      ...this.#there.map(({ id, title }) => new Option(title, id, false, String(id) === chosen)));
    byId("views").hidden = !this.#there.length;
  }
}
