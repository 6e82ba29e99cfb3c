// Guided stories: what is done is done for people, where it happens, and told beside it.

import { Play, Unexpected } from "./play.js";
import "./scenes-words.js";
import { SCENES } from "./scripts.js";
import { say, spoken } from "./words.js";

const byId = (id) => document.getElementById(id);

/** Where a scene's text stands, for each place that a step may concern. */
const PLACES = { form: "mail", mail: "mail", sheet: "sheet", daemon: "strip" };

export class Scenes {
  #play = new Play();
  #scene = null;
  #step = 0;
  #it = {};
  #state = "";
  #problem = "";
  #buttons = new Map();
  #refresh;

  /** @param refresh shows at once what came of a step */
  constructor(refresh) {
    this.#refresh = refresh;
    for (const [i, scene] of SCENES.entries()) {
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.id = "scene-" + scene.key;
      button.addEventListener("click", () => this.#begin(i));
      this.#buttons.set(scene.key, button);
      byId("scene-list").append(Object.assign(document.createElement("li"), {}));
      byId("scene-list").lastElementChild.append(button);
    }
    byId("scenes-open").addEventListener("click", () => byId("scenes").showModal());
    byId("scenes-close").addEventListener("click", () => byId("scenes").close());
    byId("scene-next").addEventListener("click", () => this.#next());
    byId("scene-again").addEventListener("click", () => this.#begin(SCENES.indexOf(this.#scene)));
    byId("scene-stop").addEventListener("click", () => this.#end());
    spoken(() => this.#draw());
  }

  #begin(i) {
    byId("scenes").close();
    this.#scene = SCENES[i];
    this.#step = 0;
    this.#it = {};
    this.#state = "ready";
    this.#draw();
    byId("scene-next").focus();
  }

  /** Does the step whose text is shown, and goes on to the next. */
  async #next() {
    if (this.#state !== "ready") {
      return;
    }
    const scene = this.#scene;
    this.#state = "busy";
    this.#draw();
    try {
      if (this.#step === 0) {
        await this.#play.open();
      }
      await scene.steps[this.#step][1](this.#play, this.#it);
      await this.#refresh();
      if (scene !== this.#scene) {
        return; // it was left meanwhile
      }
      this.#step++;
      this.#state = this.#step === scene.steps.length ? "done" : "ready";
    } catch (error) {
      this.#state = "failed";
      this.#problem = say(error instanceof Unexpected ? "scene.unexpected" : "error.refused", {
        what: error.message,
        why: error.message,
      });
    }
    this.#draw();
    byId(this.#state === "ready" ? "scene-next" : "scene-again").focus();
  }

  #end() {
    this.#scene = null;
    this.#state = "";
    this.#draw();
    byId("scenes-open").focus();
  }

  #draw() {
    for (const [key, button] of this.#buttons) {
      button.textContent = say(`scene.${key}`);
    }
    for (const place of document.querySelectorAll(".told")) {
      place.classList.remove("told");
    }
    const bubble = byId("scene");
    bubble.hidden = !this.#scene;
    if (!this.#scene) {
      return;
    }
    const { key, steps } = this.#scene;
    const last = this.#step === steps.length;
    const name = PLACES[steps[last ? this.#step - 1 : this.#step][0]];
    const place = document.querySelector("." + name);
    if (place.offsetParent === null) {
      byId("place-" + name).click(); // on a narrow screen one place is seen at a time
    }
    const folded = place.closest("details");
    if (folded) {
      folded.open = true;
    }
    place.classList.add("told");
    place.prepend(bubble);
    bubble.dataset.state = this.#state;
    byId("scene-title").textContent = say(`scene.${key}`);
    byId("scene-count").textContent = `${Math.min(this.#step + 1, steps.length)}/${steps.length}`;
    byId("scene-text").textContent =
      this.#state === "failed"
        ? this.#problem
        : say(`scene.${key}.${last ? "end" : this.#step + 1}`, this.#it.figures);
    byId("scene-next").hidden = last || this.#state === "failed";
    byId("scene-next").setAttribute("aria-disabled", this.#state === "busy");
    byId("scene-next").textContent = say(this.#state === "busy" ? "scene.busy" : "scene.next");
    byId("scene-again").hidden = !byId("scene-next").hidden;
    place.scrollIntoView({ block: "nearest" });
  }
}
