// The delegate's mailbox: lists, a reader, an editor.

import { get, path, post, put } from "./api.js";
import { say, spoken } from "./words.js";

const BOXES = ["drafts", "sent", "trash"];
const byId = (id) => document.getElementById(id);

export class Mailbox {
  #act;
  #email = "";
  #box = "drafts";
  #content = { drafts: [], sent: [], trash: [] };
  #shown = "";
  #chosen = "";
  #editing = false;

  constructor(act) {
    this.#act = act;
    for (const box of BOXES) {
      byId("box-" + box).addEventListener("click", () => this.#open(box));
    }
    byId("letter-send").addEventListener("click", () => this.#leave("send", {}, "mail.isSent"));
    byId("letter-discard").addEventListener("click", () =>
      this.#leave("discard", { trash: true }, "mail.isDiscarded"));
    byId("letter-edit").addEventListener("click", () => this.#edit());
    byId("edit-cancel").addEventListener("click", () => this.#stopEditing());
    byId("editor").addEventListener("submit", (event) => {
      event.preventDefault();
      act(() => this.#save());
    });
    spoken(() => this.#draw());
  }

  async refresh() {
    if (!this.#email) {
      const { mailboxes } = await get("/office/mailboxes");
      if (!mailboxes.length) {
        return;
      }
      this.#email = mailboxes[0];
    }
    const content = await get(path("office", "mailboxes", this.#email));
    const text = JSON.stringify(content);
    if (text !== this.#shown) {
      this.#shown = text;
      this.#content = content;
      byId("count-drafts").textContent = content.drafts.length;
      byId("count-sent").textContent = content.sent.length;
      this.#draw();
    }
  }

  #open(box) {
    this.#box = box;
    this.#editing = false;
    this.#chosen = "";
    this.#draw();
  }

  get #letter() {
    return this.#content[this.#box].find((letter) => key(letter) === this.#chosen);
  }

  #draw() {
    for (const box of BOXES) {
      const button = byId("box-" + box);
      button.textContent = `${say("mail." + box)} (${this.#content[box].length})`;
      button.setAttribute("aria-pressed", box === this.#box);
    }
    const letters = this.#content[this.#box];
    if (!this.#letter) {
      this.#chosen = letters.length ? key(letters[0]) : "";
      this.#editing = false;
    }
    this.#drawList(letters);
    this.#drawReader();
  }

  /** Keeps the buttons that are there, and with them the focus. */
  #drawList(letters) {
    const list = byId("letters");
    const there = new Map([...list.children].map((item) => [item.dataset.key, item]));
    letters.forEach((letter, i) => {
      const item = there.get(key(letter)) ?? this.#item(letter);
      there.delete(key(letter));
      const button = item.firstElementChild;
      button.children[0].textContent = letter.subject;
      button.children[1].textContent = letter.to;
      button.setAttribute("aria-pressed", key(letter) === this.#chosen);
      if (list.children[i] !== item) {
        list.insertBefore(item, list.children[i] ?? null);
      }
    });
    there.forEach((item) => item.remove());
    list.hidden = letters.length === 0;
    byId("no-letter").hidden = letters.length > 0;
    byId("no-letter").textContent = say("mail.none");
  }

  #item(letter) {
    const item = document.createElement("li");
    item.dataset.key = key(letter);
    const button = document.createElement("button");
    button.type = "button";
    const subject = document.createElement("span");
    subject.className = "subject";
    const to = document.createElement("span");
    to.className = "to";
    button.append(subject, to);
    button.addEventListener("click", () => {
      this.#chosen = item.dataset.key;
      this.#editing = false;
      this.#draw();
    });
    item.append(button);
    return item;
  }

  #drawReader() {
    const letter = this.#letter;
    byId("reader").hidden = !letter;
    byId("letter").hidden = this.#editing;
    byId("editor").hidden = !this.#editing;
    byId("letter-actions").hidden = this.#editing || this.#box !== "drafts";
    if (!letter) {
      return;
    }
    byId("letter-subject").textContent = letter.subject;
    byId("letter-to").textContent = letter.to;
    byId("letter-text").textContent = letter.text;
  }

  /** Has the draft leave the drafts; the focus goes on to whatever is read next. */
  #leave(deed, body, words) {
    const letter = this.#letter;
    if (!letter) {
      return;
    }
    const next = this.#after(letter);
    this.#act(async () => {
      await post(path("office", "mailboxes", this.#email, "drafts", letter.draftId, deed), body);
      if (this.#chosen === key(letter)) {
        this.#chosen = next;
      }
      await this.refresh();
      (byId("reader").hidden ? byId("box-drafts") : byId("letter-subject")).focus();
      return say(words, { subject: letter.subject });
    });
  }

  #after(letter) {
    const letters = this.#content[this.#box];
    const i = letters.indexOf(letter);
    const next = letters[i + 1] ?? letters[i - 1];
    return next ? key(next) : "";
  }

  #edit() {
    const letter = this.#letter;
    this.#editing = true;
    byId("edit-to").value = letter.to;
    byId("edit-subject").value = letter.subject;
    byId("edit-text").value = letter.text;
    this.#drawReader();
    byId("edit-text").setSelectionRange(0, 0);
    byId("edit-text").focus();
  }

  #stopEditing() {
    this.#editing = false;
    this.#drawReader();
    byId("letter-edit").focus();
  }

  async #save() {
    await put(path("office", "mailboxes", this.#email, "drafts", this.#letter.draftId), {
      to: byId("edit-to").value,
      subject: byId("edit-subject").value,
      text: byId("edit-text").value,
    });
    this.#stopEditing();
    return say("mail.isSaved");
  }
}

/** What stays the same while a draft is edited. */
const key = (letter) => letter.draftId ?? letter.id;
