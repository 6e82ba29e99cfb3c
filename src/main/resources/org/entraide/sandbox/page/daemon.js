// The daemon's state, and what one can do to it.

import { get, post } from "./api.js";
import { say, spoken } from "./words.js";

const byId = (id) => document.getElementById(id);

export class Daemon {
  #state = "";

  constructor(act) {
    for (const deed of ["start", "pause", "kill"]) {
      byId("daemon-" + deed).addEventListener("click", () =>
        act(async () => this.#show((await post("/office/daemon/" + deed)).state)));
    }
    spoken(() => this.#draw());
  }

  async refresh() {
    this.#show((await get("/office/daemon")).state);
  }

  #show(state) {
    if (state !== this.#state) {
      this.#state = state;
      this.#draw();
    }
  }

  /** What cannot be done now stays where it is and keeps the focus, and says that it is off. */
  #draw() {
    const shown = byId("daemon-state");
    shown.textContent = this.#state ? say("daemon." + this.#state) : "";
    shown.dataset.state = this.#state;
    const running = this.#state === "running";
    byId("daemon-start").setAttribute("aria-disabled", running);
    byId("daemon-pause").setAttribute("aria-disabled", !running);
    byId("daemon-kill").setAttribute("aria-disabled", !running);
  }
}
