// Puts the page together and keeps it fresh.

import { Silence, get } from "./api.js";
import { Daemon } from "./daemon.js";
import { Faults } from "./faults.js";
import { AnswerForm } from "./form.js";
import { Mailbox } from "./mailbox.js";
import { Scenes } from "./scenes.js";
import { PeopleMap } from "./map.js";
import { choosePlaces } from "./places.js";
import { Sheet } from "./sheet.js";
import { fillIn, otherLanguage, say, spoken } from "./words.js";

const EVERY_MILLIS = 1000;
const SAID_MILLIS = 8000;
/** More than a minute has but at the very beginning. */
const REQUESTS = 400;
const KINDS = ["sheets.read", "sheets.write", "gmail.read", "gmail.write", "forms.read", "forms.write", "token"];

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

let shownRequests = "";

async function showRequests() {
  const { counts, requests } = await get("/office/log?last=" + REQUESTS);
  daemon.heard(requests);
  const lines = KINDS.filter((kind) => counts[kind]).map((kind) => [say("kind." + kind), counts[kind]]);
  if (JSON.stringify(lines) !== shownRequests) {
    shownRequests = JSON.stringify(lines);
    byId("requests").replaceChildren(...lines.map(([name, count]) => line(name, count)));
  }
}

function line(name, count) {
  const item = document.createElement("li");
  const number = document.createElement("b");
  number.textContent = count;
  item.append(number, " " + name);
  return item;
}

const mailbox = new Mailbox(act);
const sheet = new Sheet(act, (reference) => {
  const found = mailbox.seek(reference);
  if (found && byId("place-mail").checkVisibility()) {
    byId("place-mail").click(); // on a narrow screen the mailbox is not beside the sheet
  }
  return found;
});
const daemon = new Daemon(act);
const map = new PeopleMap(() => sheet.version);
const parts = [
  sheet,
  map,
  mailbox,
  daemon,
  new Faults(act),
  { refresh: showRequests },
];
new AnswerForm(act, sheet);
new Scenes(() => refresh());

let going = Promise.resolve();

/** Refreshes everything, never twice at once. */
function refresh() {
  const next = going.then(() => Promise.all(parts.map((part) => part.refresh())));
  going = next.catch(() => {});
  return next;
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

byId("language").addEventListener("click", otherLanguage);
spoken(() => {
  fillIn();
  byId("language").textContent = say("other.language");
  byId("language").lang = say("other.language") === "English" ? "en" : "fr";
});
choosePlaces((place) => {
  map.seen = place === "map";
  if (place === "map") {
    act(async () => {});
  }
});
keepFresh();
