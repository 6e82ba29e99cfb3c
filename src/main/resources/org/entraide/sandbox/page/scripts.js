// Eight stories of a minute: what is done in each step, and what is shown once it is done.

import { errand } from "./daemon.js";
import { reference } from "./play.js";

/** Longer than a draft may be missing. */
const LATER_MINUTES = 11;

/**
 * Each has a key, under which scenes-words.js tells it, and steps of [deed, shown]: the deed leaves
 * what the next ones need in `it`; what is shown is a list of { row, part } by an address, { letter }
 * by an address, { entry } of the ledger by its reference, and { engine } by the id of a part of the
 * engine room. Words name people as {person}, {helper} and so on, by what `it` holds.
 */
export const SCENES = [
  {
    key: "first",
    steps: [
      [async (play, it) => {
        it.person = await play.needs(); // one after the other at once: who waits is helped by whoever is there
        it.helper = await play.offers();
      }, (it) => [{ row: it.person, part: "answer" }]],
      [async () => {}, (it) => [{ row: it.helper, part: "answer" }]],
      [async (play, it) => {
        await play.until("a draft is told of in the sheet", () => play.isOf(it.person.email, "ready"));
      }, (it) => [{ row: it.person, part: "own" }]],
      [async (play, it) => { it.draft = await play.draftTo(it.person.email); }, (it) => [{ letter: it.person }]],
      [async (play, it) => {
        await play.delegate(it.draft, "send");
        await play.until("the sheet knows that it was sent", () => play.isOf(it.person.email, "introduced"));
      }, (it) => [{ row: it.person, part: "own" }, { letter: it.person }]],
    ],
  },
  {
    key: "sort",
    steps: [
      [async (play, it) => {
        await play.cycles(1);
        it.before = await play.references();
        await play.pause();
        it.everybody = [];
        for (let i = 0; i < 3; i++) {
          it.everybody.push(await play.needs(), await play.offers());
        }
        it.person = it.everybody[0];
      }, (it) => [{ row: it.person, part: "answer" }]],
      [async (play, it) => {
        await play.daemon("start");
        for (let i = 0; i < 8; i++) {
          await play.sort(i % 2 ? "last_name" : "timestamp", i % 4 > 1);
          await new Promise((done) => setTimeout(done, 300));
        }
        for (const { email } of it.everybody) {
          await play.until("everybody has a status", () => play.shown(email, "status"));
        }
      }, (it) => [{ row: it.person, part: "own" }]],
      [async (play, it) => {
        // a cell that a sort moved under the write is put right in the next cycle
        let now;
        await play.until("everybody keeps their reference", async () => {
          now = await play.references();
          return [...it.before].every(([answer, ref]) => now.get(answer) === ref);
        });
        const refs = await Promise.all(it.everybody.map(({ email }) => play.shown(email, "ref")));
        play.expect("no reference is two people's", new Set(refs).size === refs.length);
      }, (it) => [{ row: it.person, part: "ref" }]],
    ],
  },
  {
    key: "discard",
    steps: [
      [async (play, it) => {
        it.person = await play.needs();
        await play.offers();
        it.draft = await play.draftTo(it.person.email);
        it.reference = reference(it.draft.subject);
      }, (it) => [{ letter: it.person }]],
      [async (play, it) => {
        await play.delegate(it.draft, "discard", { trash: true });
        await play.cycles(2);
      }, (it) => [{ letter: it.person }, { entry: it.reference, part: "ledger_state" }]],
      [async (play, it) => {
        await errand("later", { minutes: LATER_MINUTES });
        await play.until("the ledger says so", () => play.became(it.reference, "discarded"));
      }, (it) => [{ entry: it.reference, part: "ledger_state" }]],
    ],
  },
  {
    key: "pin",
    steps: [
      [async (play, it) => {
        it.kept = await play.offers("pets");
        it.wanted = await play.offers("pets");
        it.keptRef = await play.until("the first has a reference", () => play.shown(it.kept.email, "ref"));
        it.wantedRef = await play.until("the second has one", () => play.shown(it.wanted.email, "ref"));
      }, (it) => [{ row: it.wanted, part: "own" }]],
      [async (play, it) => {
        await play.pause();
        it.person = await play.needs("pets");
        await play.type(it.person.email, "with", it.wantedRef);
        await play.type(it.person.email, "never_with", it.keptRef);
      }, (it) => [{ row: it.person, part: "with" }]],
      [async (play, it) => {
        await play.daemon("start");
        const introduced = await play.until("they are introduced", () => play.shown(it.person.email, "introduced"));
        play.expect("to whom was asked for", introduced.includes(it.wantedRef));
        play.expect("and to nobody else", !introduced.includes(it.keptRef));
      }, (it) => [{ row: it.person, part: "introduced" }]],
    ],
  },
  {
    key: "crash",
    steps: [
      [async (play, it) => {
        await play.pause();
        it.person = await play.needs();
        await play.offers();
        await play.fault({ kind: "gmail\\.write", effect: "DELAY", delayMillis: 5000, times: 1 });
        await play.daemon("start");
        await play.draftTo(it.person.email);
        await play.daemon("kill");
      }, (it) => [{ row: it.person, part: "answer" }, { engine: "engine-daemon" }]],
      [async (play, it) => {
        await play.daemon("start");
        await play.until("the sheet tells of the draft", () => play.isOf(it.person.email, "ready"));
      }, (it) => [{ row: it.person, part: "own" }]],
      [async (play, it) => {
        await play.cycles(2);
        play.expect("there is one draft and no second", (await play.draftsTo(it.person.email)).length === 1);
      }, (it) => [{ letter: it.person }]],
    ],
  },
  {
    key: "withdraw",
    steps: [
      [async (play, it) => {
        it.person = await play.needs();
        await play.offers();
        it.draft = await play.draftTo(it.person.email);
        it.reference = reference(it.draft.subject);
      }, (it) => [{ letter: it.person }]],
      [async (play, it) => {
        await play.withdraw(it.person.email);
        await play.until("the row answers", () => play.isWithdrawn(it.person.email));
      }, (it) => [{ row: it.person, part: "own" }]],
      [async (play, it) => {
        await play.until("the draft is taken back", async () => !(await play.draftsTo(it.person.email)).length);
        await play.until("the ledger says so", () => play.became(it.reference, "withdrawn"));
      }, (it) => [{ entry: it.reference, part: "ledger_state" }]],
    ],
  },
  {
    key: "lost",
    steps: [
      [async (play, it) => {
        await play.cycles(2);
        it.references = await play.references();
        it.drafts = (await play.drafts()).map((draft) => draft.draftId).sort();
        await play.daemon("kill");
        await errand("lose-state");
      }, () => [{ engine: "engine-daemon" }]],
      [async (play) => {
        await play.daemon("start");
        await play.until("it works again", async () => {
          await play.cycles(2);
          return true;
        });
      }, () => [{ engine: "engine-course" }]],
      [async (play, it) => {
        const now = await play.references();
        play.expect("everybody is called as before",
          [...it.references].every(([answer, ref]) => now.get(answer) === ref));
        const drafts = (await play.drafts()).map((draft) => draft.draftId).sort();
        play.expect("no letter is written twice", JSON.stringify(drafts) === JSON.stringify(it.drafts));
        it.person = await play.somebody();
      }, (it) => [{ row: it.person, part: "ref" }]],
    ],
  },
  {
    key: "multitude",
    steps: [
      [async (play, it) => {
        const done = await errand("multitude", { people: 100_000 });
        it.figures = done.figures;
        it.figures.seconds = (it.figures.milliseconds / 1000).toFixed(1);
        play.expect("a certificate came", it.figures.blockingPairs === 0 && it.figures.helped > 0);
      }, () => []],
      [async () => {}, () => []],
    ],
  },
];
