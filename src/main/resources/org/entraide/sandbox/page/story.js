// One answer's way: what somebody answered, the row that Entraide wrote, the letter that a person sends.
// It tells of somebody of the campaign, or of the answer that was just given on this page.

import { kindOf } from "./statuses.js";
import { say, teach } from "./words.js";

/** So many of the first answers may become stories. */
const MOST_ROWS = 200;

teach(
  {
    "story.title": "Une réponse, sa ligne, un brouillon qu’une personne envoie",
    "story.answers": "{name} répond",
    "story.you": "Vous répondez",
    "story.answer.place": "Le formulaire",
    "story.needs": "cherche : {what}",
    "story.offers": "propose : {what}",
    "story.row": "Entraide écrit dans la ligne de {name}",
    "story.row.you": "Entraide écrit dans votre ligne",
    "story.sends": "{name}, déléguée, relit et envoie",
    "story.letter.place": "La lettre est un brouillon. Entraide n’envoie jamais rien.",
    "story.play": "Voir pas à pas",
    "story.letter.sent": "Une personne l’a envoyée ; la feuille le sait un instant après.",
    "story.other": "Une autre histoire",
    "story.mine": "Ma réponse",
    "story.wait": "Entraide lit les réponses…",
    "story.read": "lue",
    "story.placed": "située",
    "story.matched": "mise en relation",
    "story.drafted": "lettre",
    "story.no.letter": "Pas de lettre : il n’y a personne à présenter pour l’instant.",
    "story.letter.wait": "Dès que deux personnes peuvent s’aider, la lettre attend ici.",
    "story.in.drafts": "À relire : {subject}",
    "story.in.scheduled": "Programmée : {subject}",
    "story.in.sent": "Envoyée : {subject}",
    "story.in.trash": "Jetée : {subject}",
    "story.said.answered": "Votre réponse est dans la feuille. Suivez-la ici.",
    "story.said.ref": "Votre réponse est lue : référence {ref}.",
    "story.said.letter": "Un brouillon vous présente : {subject}",
  },
  {
    "story.title": "An answer, its row, a draft that a person sends",
    "story.answers": "{name} answers",
    "story.you": "You answer",
    "story.answer.place": "The form",
    "story.needs": "needs: {what}",
    "story.offers": "offers: {what}",
    "story.row": "Entraide writes into {name}’s row",
    "story.row.you": "Entraide writes into your row",
    "story.sends": "{name}, the delegate, reads and sends",
    "story.letter.place": "The letter is a draft. Entraide never sends anything.",
    "story.play": "Watch step by step",
    "story.letter.sent": "A person has sent it; the sheet knows a moment later.",
    "story.other": "Another story",
    "story.mine": "My answer",
    "story.wait": "Entraide is reading the answers…",
    "story.read": "read",
    "story.placed": "placed",
    "story.matched": "matched",
    "story.drafted": "letter",
    "story.no.letter": "No letter: there is nobody to introduce for now.",
    "story.letter.wait": "As soon as two people can help each other, the letter waits here.",
    "story.in.drafts": "To be read: {subject}",
    "story.in.scheduled": "Scheduled: {subject}",
    "story.in.sent": "Sent: {subject}",
    "story.in.trash": "Discarded: {subject}",
    "story.said.answered": "Your answer is in the sheet. Follow it here.",
    "story.said.ref": "Your answer is read: reference {ref}.",
    "story.said.letter": "A draft introduces you: {subject}",
  },
);

const byId = (id) => document.getElementById(id);

export class Story {
  #campaign;
  #people;
  #sheet;
  #mailbox;
  #map;
  #engine;
  #go;
  /** Who it is about: the e-mail address and when they answered. */
  #who = null;
  #mine = null;
  #examples = [];
  #row = null;
  #found = undefined;
  #seen = "";
  #said = "";
  #opened = false;
  #held = false;

  /**
   * @param people of the sheet
   * @param go brings a place into sight: "sheet" or "mail"
   */
  constructor(campaign, act, { people, sheet, mailbox, map, engine, go }) {
    this.#campaign = campaign;
    this.#people = people;
    this.#sheet = sheet;
    this.#mailbox = mailbox;
    this.#map = map;
    this.#engine = engine;
    this.#go = go;
    byId("who-sends").textContent = say("story.sends", { name: campaign.delegate });
    byId("step-answer").addEventListener("click", () => act(() => this.#reveal("answer")));
    byId("step-row").addEventListener("click", () => act(() => this.#reveal("own")));
    byId("step-letter").addEventListener("click", () => act(() => this.#open()));
    byId("story-other").addEventListener("click", () => act(() => this.#tellOther()));
    byId("story-mine").addEventListener("click", () => act(() => this.#tell(this.#mine)));
  }

  /** While a scene is played, it lights what it speaks of. */
  hold(held) {
    this.#held = held;
    byId("story").hidden = held;
    if (!held) {
      this.#light();
    }
  }

  /** Tells of the answer that somebody at this page has given: it is the last one with that address. */
  async follow(email) {
    const row = (await this.#people.find(email)).at(-1);
    this.#mine = { email, time: row?.of("timestamp") ?? "" };
    byId("story-mine").hidden = false;
    this.#said = "";
    await this.#tell(this.#mine);
    this.#speak("answered");
  }

  /** Looks again where something has changed. */
  async refresh() {
    const seen = JSON.stringify([this.#sheet.version, this.#mailbox.version, this.#engine.wrong]);
    if (seen === this.#seen) {
      return;
    }
    if (!this.#who) {
      await this.#choose();
    }
    await this.#look();
    this.#seen = seen;
    if (this.#who && !this.#opened) {
      this.#opened = true;
      if (!document.activeElement.closest(".place")) {
        await this.#show(); // whoever is at work already is not taken elsewhere
      }
    }
  }

  /** People whose letter waits, those with one introduction first: theirs are told at a glance. */
  async #choose() {
    const rows = await this.#people.first(MOST_ROWS);
    const [delegate] = this.#campaign.delegate.split(" ");
    const told = rows.filter((row) => kindOf(row.of("status")) === "ready" && row.of("email") && row.of("needs")
      && !row.of("introduced").startsWith(delegate)); // two of one name would be taken for each other
    const length = (row) => row.of("introduced").length + row.of("explanation").length;
    this.#examples = told.sort((a, b) => length(a) - length(b)).map((row) => ({ email: row.of("email"), time: row.of("timestamp") }));
    this.#who = this.#examples[0] ?? null;
  }

  async #tellOther() {
    const next = this.#examples.shift();
    if (next) {
      this.#examples.push(next);
      await this.#tell(this.#examples[0]);
    }
  }

  async #tell(who) {
    this.#who = who;
    this.#found = undefined;
    await this.#look();
    await this.#show();
  }

  async #look() {
    const { email, time } = this.#who ?? {};
    const rows = email ? await this.#people.find(email) : [];
    this.#row = rows.find((row) => row.of("timestamp") === time) ?? null;
    // a later answer of the same person replaces this one, and letters go to whoever has the address
    const isTheirs = ({ to = "" }) => Boolean(email) && to.toLowerCase().includes(`<${email.toLowerCase()}>`);
    const introduces = ({ subject }) => /\[M-\w+\]/.test(subject);
    const before = this.#found;
    this.#found = this.#mailbox.find((letter) => isTheirs(letter) && introduces(letter)) ?? this.#mailbox.find(isTheirs);
    this.#map.told = this.#row?.of("ref") ?? "";
    this.#draw();
    this.#light();
    this.#announce();
    if (this.#isMine && this.#found && !before) {
      await this.#show(); // what they wait for
    }
  }

  get #isMine() {
    return this.#mine !== null && this.#who === this.#mine;
  }

  /** By what their row is known. */
  get #holds() {
    return [this.#who.email, this.#who.time];
  }

  #light() {
    if (!this.#held) {
      this.#sheet.light(this.#row && { tab: this.#sheet.answersTab, row: this.#row.row, part: this.#part, holds: this.#holds });
      this.#mailbox.light(this.#found?.letter);
    }
  }

  #part = "own";

  async #show() {
    if (this.#held) {
      return;
    }
    if (this.#found) {
      this.#mailbox.show(this.#found);
    } else {
      this.#mailbox.close();
    }
    if (this.#row) {
      this.#part = "own";
      await this.#sheet.reveal({ tab: this.#sheet.answersTab, row: this.#row.row, part: "own", holds: this.#holds });
    }
    this.#press("");
  }

  async #reveal(part) {
    await this.#look(); // it may have been sorted elsewhere a moment ago
    if (this.#row) {
      this.#part = part;
      this.#go("sheet");
      await this.#sheet.reveal({ tab: this.#sheet.answersTab, row: this.#row.row, part, holds: this.#holds });
      this.#press(part === "own" ? "row" : part);
    }
  }

  async #open() {
    if (this.#found) {
      this.#go("mail");
      this.#mailbox.show(this.#found);
      this.#press("letter");
    }
  }

  #press(step) {
    for (const one of ["answer", "row", "letter"]) {
      byId("step-" + one).setAttribute("aria-pressed", one === step);
    }
  }

  #draw() {
    const row = this.#row;
    const of = (mark) => row?.of(mark) ?? "";
    const name = of("first_name") || of("name");
    byId("who-answers").textContent = this.#isMine ? say("story.you") : row ? say("story.answers", { name }) : say("story.wait");
    byId("who-writes").textContent = say(this.#isMine ? "story.row.you" : "story.row", { name });
    byId("told-answer").textContent = [
      of("needs") && say("story.needs", { what: of("needs").toLocaleLowerCase() }),
      of("offers") && say("story.offers", { what: of("offers").toLocaleLowerCase() }),
      of("address") || of("city"),
    ].filter(Boolean).join(" · ");
    byId("told-status").textContent = of("status");
    byId("told-status").dataset.kind = kindOf(of("status"));
    byId("told-row").textContent =
      [of("introduced"), of("explanation")].filter(Boolean).join(" · ") || (row ? this.#waiting : "");
    this.#drawProgress(of);
    this.#drawLetter(of);
    byId("story-other").disabled = this.#examples.length < 2;
  }

  get #waiting() {
    return this.#engine.wrong || say("story.wait");
  }

  #drawProgress(of) {
    const done = [["read", of("ref")], ["placed", of("place")], ["matched", of("introduced")], ["drafted", this.#found]];
    byId("progress").replaceChildren(...done.map(([step, is]) =>
      Object.assign(document.createElement("span"), { className: is ? "done" : "", textContent: (is ? "✓ " : "· ") + say("story." + step) })));
  }

  #drawLetter(of) {
    const subject = this.#found?.letter.subject ?? "";
    byId("letter-note").textContent = say(this.#found?.box === "sent" ? "story.letter.sent" : "story.letter.place");
    byId("told-letter").textContent = this.#found
      ? say("story.in." + this.#found.box, { subject: subject.replace(this.#campaign.title, "").replace(/^\s*:\s*/, "") })
      : say(of("explanation") ? "story.no.letter" : "story.letter.wait");
  }

  /** Says once, of the answer given here, what came of it. */
  #announce() {
    if (!this.#isMine) {
      return;
    }
    if (this.#found) {
      this.#speak("letter", { subject: this.#found.letter.subject });
    } else if (this.#row?.of("ref")) {
      this.#speak("ref", { ref: this.#row.of("ref") });
    }
  }

  #speak(what, values = {}) {
    if (this.#said !== what) {
      this.#said = what;
      byId("story-said").textContent = say("story.said." + what, values);
    }
  }
}
