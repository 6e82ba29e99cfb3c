// What scenes do in the office, in place of its people, and what they see there.

import { get, path, post } from "./api.js";
import { errand } from "./daemon.js";
import { APART, answersTo, invent } from "./invented.js";
import { fieldOf } from "./people-rows.js";
import { kindOf } from "./statuses.js";

const PATIENCE_MILLIS = 90_000;
const LOOK_MILLIS = 400;

/** How the ledger calls what became of an introduction, in both languages of sheets. */
const STATES = { discarded: ["Écartée", "Discarded"], withdrawn: ["Retirée", "Withdrawn"] };
const INSTRUCTIONS = { fr: { withdraw: "Retirer" }, en: { withdraw: "Withdraw" } };

/** Something that a scene tells did not come about. */
export class Unexpected extends Error {}

const wait = (millis) => new Promise((done) => setTimeout(done, millis));

export class Play {
  #campaign;
  #people;
  #form = null;
  /** Other people and another place for each scene, also when the page is opened anew. */
  #place = "";
  #ladies = 0;
  #others = 0;

  constructor(campaign, people) {
    this.#campaign = campaign;
    this.#people = people;
  }

  async open() {
    this.#place = await this.#freePlace();
    this.#ladies = this.#others = APART.indexOf(this.#place);
    this.#form ??= (await get("/office/forms")).forms.find(({ id }) => id === this.#campaign.form);
    if ((await get("/office/daemon")).state !== "running") {
      await post("/office/daemon/start");
    }
  }

  /** Where no scene was played yet: who was left there would be helped first. */
  async #freePlace() {
    for (const place of APART) {
      if (!(await this.#people.find(place)).length) {
        return place;
      }
    }
    return APART.at(-1);
  }

  /** Looks until something is so. */
  async until(what, isSo) {
    const end = performance.now() + PATIENCE_MILLIS;
    for (;;) {
      const found = await isSo();
      if (found) {
        return found;
      }
      if (performance.now() > end) {
        throw new Unexpected(what);
      }
      await wait(LOOK_MILLIS);
    }
  }

  expect(what, isSo) {
    if (!isSo) {
      throw new Unexpected(what);
    }
  }

  // ---- respondents: { email, name }

  async #answer(n, wish) {
    const { language, form } = this.#campaign;
    const columns = await this.until("the sheet knows the form's questions", async () => {
      const there = await this.#people.columns();
      return there.some(({ mark = "" }) => mark.startsWith("form:")) && there;
    });
    const person = invent(language, n, { address: this.#place, ...wish });
    const answers = answersTo(this.#form.questions, (question) => fieldOf(columns, question), person);
    await post(path("office", "forms", form, "responses"), { email: person.email, answers });
    await this.until("the answer is in the sheet", () => this.row(person.email));
    return { email: person.email, name: person.first_name };
  }

  needs(need = "shopping") {
    return this.#answer(2 * this.#ladies++, { needs: [need] });
  }

  offers(offer = "shopping") {
    return this.#answer(2 * this.#others++ + 1, { offers: [offer], capacity: "1" });
  }

  // ---- the sheet

  /** Somebody's row, known by the address. */
  async row(email) {
    return (await this.#people.find(email)).at(-1);
  }

  /** What a row has in one of Entraide's columns; empty while nothing is there. */
  async shown(email, mark) {
    return (await this.row(email))?.of(mark) ?? "";
  }

  async isOf(email, kind) {
    return kindOf(await this.shown(email, "status")) === kind;
  }

  async isWithdrawn(email) {
    return ["Retiré", "Withdrawn"].includes(await this.shown(email, "status"));
  }

  /** Who has the newest letter that waits. */
  async somebody() {
    const [{ to }] = (await this.drafts()).filter(({ subject }) => reference(subject));
    return { email: /<([^>]+)>/.exec(to)[1] };
  }

  /** How everybody is called, by their answer: a household may write from one address. */
  async references() {
    const all = await this.#people.first();
    const answer = (row) => ["timestamp", "email", "first_name", "name"].map(row.of).join(" ");
    return new Map(all.filter((row) => row.of("ref")).map((row) => [answer(row), row.of("ref")]));
  }

  async #organises(operation, body) {
    await post(path("office", "sheets", this.#campaign.spreadsheet, operation), body);
  }

  async #column(mark) {
    const columns = await this.#people.columns();
    return columns.find((column) => column.mark === mark || column.mark?.endsWith(":" + mark)).name;
  }

  async type(email, mark, value) {
    const tab = await this.#people.tab("answers");
    const { row } = await this.row(email);
    await this.#organises("type", { range: `'${tab}'!${await this.#column(mark)}${row}`, value });
  }

  async withdraw(email) {
    await this.type(email, "instruction", INSTRUCTIONS[this.#campaign.language].withdraw);
  }

  async sort(mark, descending = false) {
    const tab = await this.#people.tab("answers");
    await this.#organises("sort", { tab, by: [{ column: await this.#column(mark), descending }] });
  }

  /** Whether the ledger says "discarded" or "withdrawn" of an introduction. */
  async became(reference, state) {
    const ledger = await this.#people.tab("ledger");
    const [entry] = await this.#people.find(reference, ledger);
    return STATES[state].includes(entry?.of("ledger_state"));
  }

  // ---- the delegate

  async drafts() {
    return (await get(path("office", "mailboxes", this.#campaign.mailbox))).drafts;
  }

  async draftsTo(email) {
    return (await this.drafts()).filter(({ to, subject }) => to.includes(`<${email}>`) && reference(subject));
  }

  /** The draft that introduces somebody, once it is there. */
  async draftTo(email) {
    return this.until("there is a draft", async () => (await this.draftsTo(email))[0]);
  }

  async delegate(draft, deed, body = {}) {
    await post(path("office", "mailboxes", this.#campaign.mailbox, "drafts", draft.draftId, deed), body);
  }

  // ---- the daemon and its machine

  async daemon(deed) {
    await post("/office/daemon/" + deed);
  }

  async pause() {
    await errand("pause");
  }

  /** Waits until it has ended so many cycles more. */
  async cycles(number) {
    const count = async () => {
      const { cycles } = await get("/office/daemon?campaign=" + encodeURIComponent(this.#campaign.name));
      return cycles ? cycles.quiet + cycles.changed : -1;
    };
    const before = Math.max(0, await count());
    await this.until("cycles go on", async () => (await count()) >= before + number);
  }

  async fault(rule) {
    await post("/office/faults", rule);
  }
}

/** An introduction's reference: subjects end with it. */
export const reference = (subject) => /\[(M-[0-9A-Z]+)\]/.exec(subject)?.[1] ?? "";
