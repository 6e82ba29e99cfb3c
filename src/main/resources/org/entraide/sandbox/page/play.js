// What scenes do in the office, in place of its people, and what they see there.

import { get, path, post } from "./api.js";
import { errand } from "./daemon.js";

const PATIENCE_MILLIS = 90_000;
const LOOK_MILLIS = 400;
const LEDGER = "Mises en relation";

/** Something that a scene tells did not come about. */
export class Unexpected extends Error {}

const wait = (millis) => new Promise((done) => setTimeout(done, millis));

/** People whom scenes invent: no two have an address or a number in common, however often. */
let invented = Date.now() % 1_000_000;

const NAMES = [
  ["Jeanne", "Moulin"], ["Bastien", "Roche"], ["Odile", "Rivière"], ["Karim", "Benali"],
  ["Lucie", "Fabre"], ["Étienne", "Caron"], ["Yvonne", "Leclerc"], ["Noé", "Marchal"],
];
const PLACE = "Islington";

export class Play {
  #sheet = "";
  #form = {};
  #mailbox = "";

  async open() {
    this.#sheet = (await get("/office/sheets")).spreadsheets[0].id;
    this.#form = (await get("/office/forms")).forms[0];
    this.#mailbox = (await get("/office/mailboxes")).mailboxes[0];
    if ((await get("/office/daemon")).state !== "running") {
      await post("/office/daemon/start");
    }
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

  // ---- respondents

  async #answer(own) {
    const number = invented++;
    const [first, last] = NAMES[number % NAMES.length];
    const email = `scene.${number}@example.org`;
    const said = {
      Prénom: first,
      Nom: last,
      Téléphone: "07700 " + (900_000 + (number % 1000)),
      Où: PLACE,
      Langues: "Français",
      "J'accepte": ["J'accepte"],
      ...own,
    };
    const answers = {};
    for (const question of this.#form.questions) {
      const key = Object.keys(said).find((start) => question.header.startsWith(start));
      if (key) {
        answers[question.header] = said[key];
      }
    }
    await post(path("office", "forms", this.#form.id, "responses"), { email, answers });
    await this.until("the answer is in the sheet", () => this.row(email));
    return email;
  }

  needs(need = "Courses") {
    return this.#answer({ "De quoi": [need], Êtes: ["Oui"], "Votre âge": "74" });
  }

  offers(offer = "Courses") {
    return this.#answer({ Que: [offer], Combien: "1", "Jusqu'à": "5" });
  }

  // ---- the sheet

  async #rows(tab) {
    const query = new URLSearchParams({ from: 1, count: 2000, ...(tab ? { tab } : {}) });
    const { rows, tab: title, columns } = await get(path("office", "sheets", this.#sheet, "rows") + "?" + query);
    const headers = rows[0]?.cells ?? [];
    return {
      title,
      column: (header) => columns[headers.indexOf(header)].name,
      rows: rows.slice(1).map(({ row, cells }) => ({
        row,
        cells,
        of: (header) => cells[headers.indexOf(header)] ?? "",
      })),
    };
  }

  /** Somebody's row, known by the address. */
  async row(email) {
    return (await this.#rows()).rows.find(({ cells }) => cells.includes(email));
  }

  async shows(email, header, ...texts) {
    const row = await this.row(email);
    const shown = row?.of(header) ?? "";
    return (texts.length ? texts.includes(shown) : shown !== "") && shown;
  }

  /** How everybody is called, by address. */
  async references() {
    const all = await this.#rows();
    return new Map(
      all.rows
        .map((row) => [row.cells.find((cell) => cell.includes("@")), row.of("Réf")])
        .filter(([address, reference]) => address && reference),
    );
  }

  async #organises(operation, body) {
    await post(path("office", "sheets", this.#sheet, operation), body);
  }

  async type(email, header, value) {
    const { title, column, rows } = await this.#rows();
    const { row } = rows.find(({ cells }) => cells.includes(email));
    await this.#organises("type", { range: `'${title}'!${column(header)}${row}`, value });
  }

  async sort(header, descending = false) {
    const { title, column } = await this.#rows();
    await this.#organises("sort", { tab: title, by: [{ column: column(header), descending }] });
  }

  /** How far an introduction is, as the ledger says. */
  async state(reference) {
    const entry = (await this.#rows(LEDGER)).rows.find(({ cells }) => cells.includes(reference));
    return entry?.of("État") ?? "";
  }

  // ---- the delegate

  async drafts() {
    return (await get(path("office", "mailboxes", this.#mailbox))).drafts;
  }

  async draftsTo(email) {
    return (await this.drafts()).filter(({ to }) => to.includes(email));
  }

  /** The draft that introduces somebody, once it is there. */
  async draftTo(email) {
    return this.until("there is a draft", async () => (await this.draftsTo(email))[0]);
  }

  /** An introduction's reference: subjects end with it. */
  reference({ subject }) {
    return /\[(M-[0-9A-Z]+)\]/.exec(subject)?.[1] ?? "";
  }

  async delegate(draft, deed, body = {}) {
    await post(path("office", "mailboxes", this.#mailbox, "drafts", draft.draftId, deed), body);
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
      const { cycles } = await get("/office/daemon");
      return cycles ? cycles.quiet + cycles.changed : -1;
    };
    const before = Math.max(0, await count());
    await this.until("cycles go on", async () => (await count()) >= before + number);
  }

  async fault(rule) {
    await post("/office/faults", rule);
  }
}
