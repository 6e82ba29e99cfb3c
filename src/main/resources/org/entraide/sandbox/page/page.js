// Puts the page together and keeps it fresh.

import { Silence } from "./api.js";
import { openCampaign, turnTo } from "./campaign.js";
import { Daemon } from "./daemon.js";
import { Engine } from "./engine.js";
import { Faults } from "./faults.js";
import { AnswerForm } from "./form.js";
import { Mailbox } from "./mailbox.js";
import { PeopleMap } from "./map.js";
import { People } from "./people-rows.js";
import { choosePlaces } from "./places.js";
import { Scenes } from "./scenes.js";
import { Sheet } from "./sheet.js";
import { Story } from "./story.js";
import { say, speak } from "./words.js";

const EVERY_MILLIS = 1000;
const SAID_MILLIS = 5000;
const LANGUAGES = { fr: "Français", en: "English" };

const byId = (id) => document.getElementById(id);
let silence = 0;

/** Tells people something, politely. */
function tell(words) {
  clearTimeout(silence);
  byId("said").textContent = words;
  silence = setTimeout(() => (byId("said").textContent = ""), SAID_MILLIS);
}

/** Does what a person asked for, shows what came of it at once, and says what went wrong. */
async function act(deed) {
  try {
    const words = await deed();
    if (words) {
      tell(words);
    }
    await refresh();
  } catch (error) {
    tell(problem(error));
  }
}

function problem(error) {
  return error instanceof Silence
    ? say("error.silent")
    : say("error.refused", { why: error.message });
}

const campaign = await openCampaign();
speak(campaign.language);
const [other] = campaign.others;
byId("language").hidden = !other;
if (other) {
  byId("language").textContent = LANGUAGES[other];
  byId("language").lang = other;
  byId("language").addEventListener("click", () => turnTo(other));
}

const people = new People(campaign);
const mailbox = new Mailbox(campaign, act);
const sheet = new Sheet(campaign, act, (reference) => {
  const found = mailbox.seek(reference);
  if (found) {
    go("mail");
  }
  return found;
});
const engine = new Engine(new Daemon(campaign, act), new Faults(act));
const map = new PeopleMap(campaign, () => sheet.version);
const go = choosePlaces({
  chosen: (place) => {
    map.seen = place === "map";
    if (place === "map") {
      act(async () => {});
    }
  },
  answers: () => sheet.kind === "todo" && act(async () => sheet.open(sheet.answersTab)),
  letters: () => mailbox.list(),
  todo: () => act(async () => sheet.open(await people.tab("todo"))),
});
const story = new Story(campaign, act, { people, sheet, mailbox, map, engine, go });
const scenes = new Scenes(campaign, { people, sheet, mailbox, engine, story, go, refresh });
new AnswerForm(campaign, act, people, (email) => story.follow(email));
const content = [sheet, map, mailbox, engine];
/** They tell of what the others hold. */
const guides = [story, scenes];

let going = Promise.resolve();

/** Refreshes everything, never twice at once. */
function refresh() {
  const next = going
    .then(() => Promise.all(content.map((part) => part.refresh())))
    .then(pressPlaces)
    .then(() => Promise.all(guides.map((part) => part.refresh())));
  going = next.catch(() => {});
  return next;
}

/** What is to be done is a tab of the sheet that has a button of its own. */
function pressPlaces() {
  const isSheet = document.body.dataset.place === "sheet";
  byId("place-todo").setAttribute("aria-pressed", isSheet && sheet.kind === "todo");
  byId("place-sheet").setAttribute("aria-pressed", isSheet && sheet.kind !== "todo");
}

let lost = false;

async function keepFresh() {
  try {
    await refresh();
    if (lost) {
      tell("");
    }
    lost = false;
  } catch (error) {
    if (!lost) {
      tell(problem(error));
    }
    lost = true;
  }
  setTimeout(keepFresh, EVERY_MILLIS);
}

keepFresh();
