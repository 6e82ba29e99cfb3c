// Eight stories of a minute: what is done in each step, where, and what is told of it.

import { errand } from "./daemon.js";

const READY = "Brouillon prêt";
/** Longer than a draft may be missing. */
const LATER_MINUTES = 11;

/**
 * Each has a key, under which scenes-words.js tells it, and steps: the place where it happens, and
 * what is done there. What a step leaves for the next ones is in `it`.
 */
export const SCENES = [
  {
    key: "first",
    steps: [
      ["form", async (play, it) => { it.person = await play.needs(); }],
      ["form", async (play, it) => { it.helper = await play.offers(); }],
      ["sheet", async (play, it) => {
        await play.until("a draft is told of in the sheet", () => play.shows(it.person, "Statut", READY));
      }],
      ["mail", async (play, it) => {
        const draft = await play.draftTo(it.person);
        await play.delegate(draft, "send");
        await play.until("the sheet knows that it was sent", () =>
          play.shows(it.person, "Statut", "Mis en relation"));
      }],
    ],
  },
  {
    key: "sort",
    steps: [
      ["daemon", async (play, it) => {
        await play.cycles(1);
        it.before = await play.references();
        await play.pause();
        it.people = [];
        for (let i = 0; i < 3; i++) {
          it.people.push(await play.needs(), await play.offers());
        }
      }],
      ["sheet", async (play, it) => {
        await play.daemon("start");
        for (let i = 0; i < 8; i++) {
          await play.sort(i % 2 ? "Nom" : "Horodateur", i % 4 > 1);
          await new Promise((done) => setTimeout(done, 300));
        }
        for (const person of it.people) {
          await play.until("everybody has a status", () => play.shows(person, "Statut"));
        }
      }],
      ["sheet", async (play, it) => {
        // a cell that a sort moved under the write is put right in the next cycle
        let now;
        await play.until("everybody keeps their reference", async () => {
          now = await play.references();
          return [...it.before].every(([email, reference]) => now.get(email) === reference);
        });
        play.expect("no reference is two people's",
          new Set(it.people.map((email) => now.get(email))).size === it.people.length);
      }],
    ],
  },
  {
    key: "discard",
    steps: [
      ["mail", async (play, it) => {
        it.person = await play.needs();
        await play.offers();
        const draft = await play.draftTo(it.person);
        it.reference = play.reference(draft);
        await play.delegate(draft, "discard", { trash: true });
      }],
      ["daemon", async (play) => {
        await play.cycles(2);
        await errand("later", { minutes: LATER_MINUTES });
      }],
      ["sheet", async (play, it) => {
        await play.until("the ledger says so", async () => (await play.state(it.reference)) === "Écartée");
      }],
    ],
  },
  {
    key: "pin",
    steps: [
      ["form", async (play, it) => {
        it.kept = await play.offers("Animaux");
        it.wanted = await play.offers("Animaux");
        it.keptRef = await play.until("the first has a reference", () => play.shows(it.kept, "Réf"));
        it.wantedRef = await play.until("the second has one", () => play.shows(it.wanted, "Réf"));
      }],
      ["sheet", async (play, it) => {
        await play.pause();
        it.person = await play.needs("Animaux");
        await play.type(it.person, "Avec", it.wantedRef);
        await play.type(it.person, "Jamais avec", it.keptRef);
      }],
      ["sheet", async (play, it) => {
        await play.daemon("start");
        const introduced = await play.until("they are introduced", () =>
          play.shows(it.person, "Mise en relation"));
        play.expect("to whom was asked for", introduced.includes(it.wantedRef));
        play.expect("and to nobody else", !introduced.includes(it.keptRef));
      }],
    ],
  },
  {
    key: "crash",
    steps: [
      ["daemon", async (play, it) => {
        await play.pause();
        it.person = await play.needs();
        await play.offers();
        await play.fault({ kind: "gmail\\.write", effect: "DELAY", delayMillis: 5000, times: 1 });
        await play.daemon("start");
        await play.draftTo(it.person);
        await play.daemon("kill");
      }],
      ["daemon", async (play, it) => {
        await play.daemon("start");
        await play.until("the sheet tells of the draft", () => play.shows(it.person, "Statut", READY));
      }],
      ["mail", async (play, it) => {
        await play.cycles(2);
        play.expect("there is one draft and no second", (await play.draftsTo(it.person)).length === 1);
      }],
    ],
  },
  {
    key: "withdraw",
    steps: [
      ["mail", async (play, it) => {
        it.person = await play.needs();
        await play.offers();
        const draft = await play.draftTo(it.person);
        it.reference = play.reference(draft);
      }],
      ["sheet", async (play, it) => {
        await play.type(it.person, "Consigne", "Retirer");
        await play.until("the row answers", () => play.shows(it.person, "Statut", "Retiré"));
      }],
      ["mail", async (play, it) => {
        await play.until("the draft is taken back", async () => !(await play.draftsTo(it.person)).length);
        await play.until("the ledger says so", async () => (await play.state(it.reference)) === "Retirée");
      }],
    ],
  },
  {
    key: "lost",
    steps: [
      ["daemon", async (play, it) => {
        await play.cycles(2);
        it.references = await play.references();
        it.drafts = (await play.drafts()).map((draft) => draft.draftId).sort();
        await play.daemon("kill");
        await errand("lose-state");
      }],
      ["daemon", async (play) => {
        await play.daemon("start");
        await play.until("it works again", async () => {
          await play.cycles(2);
          return true;
        });
      }],
      ["sheet", async (play, it) => {
        const now = await play.references();
        play.expect("everybody is called as before",
          [...it.references].every(([email, reference]) => now.get(email) === reference));
        const drafts = (await play.drafts()).map((draft) => draft.draftId).sort();
        play.expect("no letter is written twice", JSON.stringify(drafts) === JSON.stringify(it.drafts));
      }],
    ],
  },
  {
    key: "multitude",
    steps: [
      ["daemon", async (play, it) => {
        const done = await errand("multitude", { people: 100_000 });
        it.figures = done.figures;
        it.figures.seconds = (it.figures.milliseconds / 1000).toFixed(1);
        play.expect("a certificate came", it.figures.blockingPairs === 0 && it.figures.helped > 0);
      }],
      ["daemon", async () => {}],
    ],
  },
];
