// The daemon's state, what its cycles are at, and what one can do to it.

import { get, post } from "./api.js";
import { say, teach } from "./words.js";

const STAGES = ["observe", "interpret", "locate", "match", "plan", "apply"];
const EFFECTS = ["draft", "write", "ledger", "delete_draft", "follow_up", "put_back"];
const QUOTAS = ["sheets.read", "sheets.write"];
/** What Google lets one user ask for in a minute, of each kind. */
const A_MINUTE = 60;
const LATER_MINUTES = 10;
const ERRAND_MILLIS = 300;

teach(
  {
    "stage.observe": "observer",
    "stage.interpret": "comprendre",
    "stage.locate": "situer",
    "stage.match": "apparier",
    "stage.plan": "prévoir",
    "stage.apply": "écrire",
    "stage.took": "{ms} ms",
    "course.title": "Le cycle",
    "course.next": "Prochain cycle dans {s} s",
    "course.now": "Un cycle est en cours",
    "course.none": "Aucun cycle",
    "course.cycles": "{changed|# cycle a écrit|# cycles ont écrit}, {quiet|# n’avait|# n’avaient} rien à faire, {failed|# a échoué|# ont échoué}",
    "course.quota": "Quota d’une minute : {reads|# lecture|# lectures} et {writes|# écriture|# écritures} sur {most}",
    "course.ahead": "Horloge avancée de {minutes} min",
    "effect.draft": "{count|brouillon fait|brouillons faits}",
    "effect.write": "{count|ligne écrite|lignes écrites}",
    "effect.ledger": "{count|inscription|inscriptions} au registre",
    "effect.delete_draft": "{count|brouillon repris|brouillons repris}",
    "effect.follow_up": "{count|relance|relances}",
    "effect.put_back": "{count|cellule remise|cellules remises}",
    "daemon.once": "Un cycle",
    "daemon.dry-run": "Essai à blanc",
    "daemon.later": "Dix minutes plus tard",
    "daemon.effects": "Ce que ferait le prochain cycle",
    "daemon.nothing": "Rien à faire : tout est déjà en ordre.",
    "daemon.done.once": "Un cycle est fait : {words}",
    "daemon.done.dry-run": "Le cycle à blanc est prêt : rien n’a été changé.",
    "daemon.done.later": "Dix minutes ont passé.",
    "daemon.done.pause": "Entraide s’est arrêté proprement.",
    "daemon.off.once": "Mettez le démon en pause d’abord : deux à la fois, ce serait un de trop.",
    close: "Fermer",
  },
  {
    "stage.observe": "observe",
    "stage.interpret": "interpret",
    "stage.locate": "locate",
    "stage.match": "match",
    "stage.plan": "plan",
    "stage.apply": "apply",
    "stage.took": "{ms} ms",
    "course.title": "The cycle",
    "course.next": "Next cycle in {s} s",
    "course.now": "A cycle is running",
    "course.none": "No cycle",
    "course.cycles": "{changed|# cycle wrote|# cycles wrote}, {quiet} had nothing to do, {failed} failed",
    "course.quota": "Quota for one minute: {reads|# read|# reads} and {writes|# write|# writes} of {most}",
    "course.ahead": "The clock was moved on by {minutes} min",
    "effect.draft": "{count|draft|drafts} made",
    "effect.write": "{count|row|rows} written",
    "effect.ledger": "{count|entry|entries} in the ledger",
    "effect.delete_draft": "{count|draft|drafts} taken back",
    "effect.follow_up": "{count|follow-up|follow-ups}",
    "effect.put_back": "{count|cell|cells} put back",
    "daemon.once": "One cycle",
    "daemon.dry-run": "Dry run",
    "daemon.later": "Ten minutes later",
    "daemon.effects": "What the next cycle would do",
    "daemon.nothing": "Nothing to do: all is in order already.",
    "daemon.done.once": "One cycle is done: {words}",
    "daemon.done.dry-run": "The dry run is ready: nothing was changed.",
    "daemon.done.later": "Ten minutes have passed.",
    "daemon.done.pause": "The daemon stopped in an orderly way.",
    "daemon.off.once": "Pause the daemon first: two at once would be one too many.",
    close: "Close",
  },
);

const byId = (id) => document.getElementById(id);

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * Has an errand done and waits for its end: the daemon asks the office meanwhile.
 *
 * @returns what came of it
 */
export async function errand(kind, body = {}) {
  await post("/office/daemon/" + kind, body);
  for (;;) {
    await new Promise((done) => setTimeout(done, ERRAND_MILLIS));
    const { errand: last } = await get("/office/daemon");
    if (last && !last.running) {
      return last;
    }
  }
}

export class Daemon {
  #campaign;
  #told = { state: "" };
  #quota = { reads: 0, writes: 0 };
  #drawn = "";
  #stages = new Map();

  constructor({ name }, act) {
    this.#campaign = name;
    for (const deed of ["start", "kill"]) {
      byId("daemon-" + deed).addEventListener("click", () =>
        act(async () => void (await post("/office/daemon/" + deed))));
    }
    for (const kind of ["once", "dry-run", "later"]) {
      const button = element("button", { type: "button", id: "daemon-" + kind });
      button.textContent = say("daemon." + kind);
      byId("daemon-buttons").append(button);
    }
    byId("daemon-pause").addEventListener("click", () => act(() => this.#run("pause")));
    byId("daemon-once").addEventListener("click", () => act(() => this.#once()));
    byId("daemon-dry-run").addEventListener("click", () => act(() => this.#dryRun()));
    byId("daemon-later").addEventListener("click", () =>
      act(() => this.#run("later", { minutes: LATER_MINUTES })));
    byId("effects-close").addEventListener("click", () => byId("effects").close());
    for (const stage of STAGES) {
      const item = element("li", {}, element("span", { className: "stage" }), element("b", {}));
      item.dataset.stage = stage;
      this.#stages.set(stage, item);
      byId("stages").append(item);
    }
  }

  async refresh() {
    this.#show(await get("/office/daemon?campaign=" + encodeURIComponent(this.#campaign)));
  }

  /** What the office last said of it. */
  get told() {
    return this.#told;
  }

  /** The last requests, as the office's log gives them. */
  heard(requests) {
    this.#quota = quota(requests);
  }

  async #run(kind, body) {
    const done = await errand(kind, body);
    return say("daemon.done." + kind, { words: done.lines.join(" ") });
  }

  async #once() {
    if (this.#told.state === "running") {
      return say("daemon.off.once");
    }
    return this.#run("once");
  }

  async #dryRun() {
    const done = await errand("dry-run");
    const effects = done.lines.filter((line) => !line.endsWith(": nothing to do"));
    byId("effects-list").replaceChildren(
      ...(effects.length ? effects : [say("daemon.nothing")]).map((line) =>
        element("li", { textContent: line })));
    byId("effects").showModal();
    return say("daemon.done.dry-run");
  }

  #show(told) {
    this.#told = told;
    this.#draw();
  }

  /** What cannot be done now stays where it is and keeps the focus, and says that it is off. */
  #draw() {
    const wanted = JSON.stringify([this.#told, this.#quota]);
    if (wanted === this.#drawn) {
      return;
    }
    this.#drawn = wanted;
    const { state } = this.#told;
    const shown = byId("daemon-state");
    shown.textContent = state ? say("daemon." + state) : "";
    shown.dataset.state = state;
    const running = state === "running";
    byId("daemon-start").setAttribute("aria-disabled", running);
    byId("daemon-pause").setAttribute("aria-disabled", !running);
    byId("daemon-kill").setAttribute("aria-disabled", !running);
    byId("daemon-once").setAttribute("aria-disabled", running);
    this.#drawCourse();
  }

  #drawCourse() {
    const { stage, stages = {}, nextSeconds, cycles, effects = {}, aheadMinutes } = this.#told;
    for (const [name, item] of this.#stages) {
      const [label, took] = item.children;
      label.textContent = say("stage." + name);
      took.textContent = name in stages ? say("stage.took", { ms: Math.round(1000 * stages[name]) }) : "";
      item.toggleAttribute("aria-current", name === stage);
    }
    byId("course-next").textContent = stage
      ? say("course.now")
      : nextSeconds === undefined
        ? say("course.none")
        : say("course.next", { s: Math.ceil(nextSeconds) });
    const lines = [say("course.quota", { ...this.#quota, most: A_MINUTE })];
    if (cycles) {
      lines.unshift(say("course.cycles", cycles));
    }
    if (aheadMinutes) {
      lines.push(say("course.ahead", { minutes: aheadMinutes }));
    }
    byId("course-lines").replaceChildren(
      ...lines.map((line) => element("li", { textContent: line })),
      ...EFFECTS.filter((kind) => effects[kind]).map((kind) =>
        element("li", {}, element("b", { textContent: effects[kind] }), " " + say("effect." + kind, { count: effects[kind] }))));
  }
}

/** What was asked of Sheets in the last minute, by the office's own clock. */
function quota(requests) {
  const newest = Math.max(0, ...requests.map((it) => Date.parse(it.time)));
  const fresh = requests.filter((it) => Date.parse(it.time) > newest - 60_000);
  const [reads, writes] = QUOTAS.map((kind) => fresh.filter((it) => it.kind === kind).length);
  return { reads, writes };
}
