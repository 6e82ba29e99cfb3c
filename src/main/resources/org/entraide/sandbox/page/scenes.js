// Guided stories: what is done is done for people, and what is told is shown, in its place.

import { Play, Unexpected, reference } from "./play.js";
import "./scenes-words.js";
import { SCENES } from "./scripts.js";
import { say } from "./words.js";

const byId = (id) => document.getElementById(id);

export class Scenes {
  #parts;
  #delegate;
  #play;
  #scene = null;
  #step = 0;
  #it = {};
  /** "", "busy", "ready", "done" or "failed". */
  #state = "";
  #problem = "";
  #rows = "";

  /**
   * @param parts { people, sheet, mailbox, engine, story } of the page, go(place) to bring one into
   *     sight, and refresh() to show at once what came of a step
   */
  constructor(campaign, parts) {
    this.#parts = parts;
    this.#delegate = campaign.delegate;
    this.#play = new Play(campaign, parts.people);
    for (const [i, { key }] of SCENES.entries()) {
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.id = "scene-" + key;
      button.textContent = say("scene." + key);
      button.addEventListener("click", () => this.#begin(i));
      const item = document.createElement("li");
      item.append(button);
      byId("scene-list").append(item);
    }
    byId("scenes-open").addEventListener("click", () => byId("scenes").showModal());
    byId("scenes-close").addEventListener("click", () => byId("scenes").close());
    byId("story-play").addEventListener("click", () => this.#begin(0));
    byId("scene-next").addEventListener("click", () => this.#state === "ready" && this.#next());
    byId("scene-again").addEventListener("click", () => this.#begin(SCENES.indexOf(this.#scene)));
    byId("scene-stop").addEventListener("click", () => this.#end());
  }

  /** Holds what is shown where it can be seen, also when its row was sorted elsewhere. */
  async refresh() {
    if (this.#step > 0 && ["ready", "done", "busy"].includes(this.#state)) {
      await this.#show(false);
    }
  }

  async #begin(i) {
    byId("scenes").close();
    this.#scene = SCENES[i];
    this.#step = 0;
    this.#it = {};
    this.#parts.story.hold(true);
    this.#parts.sheet.light(null);
    this.#parts.mailbox.close();
    await this.#next();
  }

  /** Does the next step; then its words are read, and what they speak of is seen. */
  async #next() {
    const scene = this.#scene;
    this.#state = "busy";
    this.#draw();
    byId("scene-next").focus();
    try {
      if (this.#step === 0) {
        await this.#play.open();
      }
      await scene.steps[this.#step][0](this.#play, this.#it);
      if (scene !== this.#scene) {
        return; // it was left meanwhile
      }
      this.#step++;
      this.#draw();
      await this.#parts.refresh();
      await this.#show(true);
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

  /** Reveals and lights what the step speaks of; unless anew, only what has moved. */
  async #show(anew) {
    const { sheet, mailbox, engine, go } = this.#parts;
    const shown = this.#scene.steps[this.#step - 1][1](this.#it);
    const places = await Promise.all(shown.map((one) => this.#find(one)));
    const rows = places.filter(({ row }) => row);
    if (anew) {
      engine.light(shown.find((one) => one.engine)?.engine);
      const letter = places.find(({ found }) => found)?.found;
      if (letter) {
        go("mail");
        mailbox.show(letter);
      } else {
        mailbox.close();
      }
    }
    if (anew || JSON.stringify(rows) !== this.#rows) {
      this.#rows = JSON.stringify(rows);
      if (rows.length) {
        go("sheet");
        await sheet.reveal(rows[0]);
      } else {
        sheet.light(null);
        await sheet.refresh();
      }
      engine.reveal(); // a row that came into sight may have taken it away
    }
  }

  /** Where something is now: { tab, row, part } of the sheet, or { found } in the mailbox. */
  async #find({ row, letter, entry, part }) {
    const { people, sheet, mailbox } = this.#parts;
    if (letter) {
      return { found: mailbox.find(({ to = "", subject }) => to.includes(`<${letter.email}>`) && reference(subject)) };
    }
    const tab = row ? sheet.answersTab : entry ? await people.tab("ledger") : undefined;
    const there = tab ? (await people.find(row?.email ?? entry, tab)).at(-1) : undefined;
    const holds = row ? [row.email, there?.of("timestamp")] : [entry];
    return there ? { tab, row: there.row, part, holds } : {};
  }

  #end() {
    this.#scene = null;
    this.#state = "";
    this.#parts.engine.light("");
    this.#parts.story.hold(false);
    this.#draw();
    byId("scenes-open").focus();
  }

  #draw() {
    byId("scene").hidden = !this.#scene;
    if (!this.#scene) {
      return;
    }
    const { key, steps } = this.#scene;
    const names = Object.entries(this.#it).filter(([, { name } = {}]) => name).map(([who, { name }]) => [who, name]);
    const values = { delegate: this.#delegate, ...this.#it.figures, ...Object.fromEntries(names) };
    const ended = this.#state === "done" || this.#state === "failed";
    byId("scene").dataset.state = this.#state;
    byId("scene-title").textContent = say("scene." + key);
    byId("scene-count").textContent = `${Math.max(1, this.#step)}/${steps.length}`;
    byId("scene-text").textContent =
      this.#state === "failed" ? this.#problem : say(`scene.${key}.${this.#step}`, values);
    byId("scene-next").hidden = ended;
    byId("scene-next").setAttribute("aria-disabled", this.#state === "busy");
    byId("scene-next").textContent = say(this.#state === "busy" ? "scene.busy" : "scene.next");
    byId("scene-again").hidden = !ended;
  }
}
