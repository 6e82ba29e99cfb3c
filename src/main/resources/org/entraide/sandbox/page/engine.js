// The engine room: a drawer with the daemon, its requests and faults, and, in the header, what is wrong.

import { get } from "./api.js";
import { bringIntoSight } from "./sight.js";
import { say, teach } from "./words.js";

/** More than a minute has but at the very beginning. */
const REQUESTS = 400;
const KINDS = ["sheets.read", "sheets.write", "gmail.read", "gmail.write", "forms.read", "forms.write", "token"];

teach(
  {
    "engine.open": "Coulisses",
    "trouble.paused": "Entraide est en pause : la feuille ne change plus.",
    "trouble.dead": "Le programme est arrêté : la feuille ne change plus.",
    "trouble.suspended": "La campagne est suspendue (onglet Réglages).",
    "trouble.signed_out": "Google refuse l’accès : Entraide réessaiera bientôt.",
    "trouble.failing": "Le dernier passage a échoué : Entraide réessaie.",
    "trouble.fault.slow": "Panne en cours : Google est lent.",
    "trouble.fault.quota": "Panne en cours : Google refuse tout, faute de quota.",
    "trouble.fault.lost": "Panne en cours : Google ne répond plus.",
    "trouble.fault.revoked": "Panne en cours : l’accès est révoqué.",
  },
  {
    "engine.open": "Engine room",
    "trouble.paused": "Entraide is paused: the sheet no longer changes.",
    "trouble.dead": "The program has stopped: the sheet no longer changes.",
    "trouble.suspended": "The campaign is suspended (Settings tab).",
    "trouble.signed_out": "Google refuses access: Entraide will try again soon.",
    "trouble.failing": "The last pass failed: Entraide tries again.",
    "trouble.fault.slow": "A fault is on: Google is slow.",
    "trouble.fault.quota": "A fault is on: Google refuses everything, for want of quota.",
    "trouble.fault.lost": "A fault is on: Google does not answer.",
    "trouble.fault.revoked": "A fault is on: access is revoked.",
  },
);

const byId = (id) => document.getElementById(id);

export class Engine {
  #daemon;
  #faults;
  #requests = "";
  #wrong = "";
  /** What mends it at once: "start" or "none", as the buttons of the engine room do. */
  #cure = "";

  constructor(daemon, faults) {
    this.#daemon = daemon;
    this.#faults = faults;
    byId("engine-open").addEventListener("click", () => this.open(byId("engine").hidden));
    byId("trouble-mend").addEventListener("click", () =>
      byId(this.#cure === "start" ? "daemon-start" : "faults-none").click());
    byId("engine-close").addEventListener("click", () => {
      this.open(false);
      byId("engine-open").focus();
    });
  }

  /** Opens the drawer, or closes it. */
  open(open) {
    byId("engine").hidden = !open;
    byId("engine-open").setAttribute("aria-expanded", open);
  }

  /** Opens it and lights a part of it by its id; closes it for none. */
  light(id) {
    for (const part of byId("engine").querySelectorAll(".lit")) {
      part.classList.remove("lit");
    }
    this.open(Boolean(id));
    if (id) {
      byId(id).classList.add("lit");
    }
    this.reveal();
  }

  /** Scrolls to what is lit, below the words that may stay above it. */
  reveal() {
    bringIntoSight(byId("engine").querySelector(".lit"), "center");
  }

  async refresh() {
    await Promise.all([this.#daemon.refresh(), this.#faults.refresh(), this.#look()]);
    const { state, trouble } = this.#daemon.told;
    const stopped = ["paused", "dead"].includes(state);
    this.#cure = stopped ? "start" : this.#faults.on ? "none" : "";
    const wrong = stopped ? state : this.#faults.on ? "fault." + this.#faults.on : trouble;
    this.#wrong = wrong ? say("trouble." + wrong) : "";
    if (byId("trouble-words").textContent !== this.#wrong) {
      byId("trouble-words").textContent = this.#wrong;
    }
    byId("trouble").hidden = !this.#wrong;
    byId("trouble-mend").hidden = !this.#cure;
    byId("trouble-mend").textContent = say(this.#cure === "start" ? "daemon.start" : "faults.none");
  }

  /** What is wrong, in words; empty while all is well. */
  get wrong() {
    return this.#wrong;
  }

  async #look() {
    const { counts, requests } = await get("/office/log?last=" + REQUESTS);
    this.#daemon.heard(requests);
    const lines = KINDS.filter((kind) => counts[kind]).map((kind) => [say("kind." + kind), counts[kind]]);
    if (JSON.stringify(lines) !== this.#requests) {
      this.#requests = JSON.stringify(lines);
      byId("requests").replaceChildren(...lines.map(([name, count]) => line(name, count)));
    }
  }
}

function line(name, count) {
  const item = document.createElement("li");
  const number = document.createElement("b");
  number.textContent = count;
  item.append(number, " " + name);
  return item;
}
