// The delegate's mailbox: lists, a reader, an editor.

import { get, path, post, put } from "./api.js";
import { bringIntoSight } from "./sight.js";
import { say } from "./words.js";

const BOXES = ["drafts", "scheduled", "sent", "inbox", "trash"];
const byId = (id) => document.getElementById(id);

export class Mailbox {
  #act;
  #email;
  #name;
  #box = "drafts";
  #content = Object.fromEntries(BOXES.map((box) => [box, []]));
  #shown = "";
  #chosen = "";
  #lit = "";
  /** Whether no letter is to be read: what is told has none yet. */
  #closed = false;
  /** Which of "draft" and "reply" is being written, if any. */
  #editing = "";

  constructor({ mailbox, title, delegate }, act) {
    this.#email = mailbox;
    this.#name = title;
    byId("mail-title").textContent = say("mail.title", { name: delegate });
    this.#act = act;
    for (const box of BOXES) {
      byId("box-" + box).addEventListener("click", () => this.#open(box));
    }
    const leaving = { send: ["drafts", {}], discard: ["drafts", { trash: true }], schedule: ["drafts", {}],
      due: ["messages", {}], undo: ["messages", {}], restore: ["messages", {}] };
    for (const [deed, [kind, body]] of Object.entries(leaving)) {
      // the second click of two quick ones would be on the next letter, which nobody has read
      byId("letter-" + deed).addEventListener("click", ({ detail }) => detail > 1 || this.#leave(kind, deed, body));
    }
    byId("letter-bounce").addEventListener("click", () => act(() => this.#bounce()));
    byId("letter-edit").addEventListener("click", () => this.#edit());
    byId("letter-reply").addEventListener("click", () => this.#reply());
    byId("edit-cancel").addEventListener("click", () => this.#stopEditing());
    byId("letters-back").addEventListener("click", () => this.list());
    byId("editor").addEventListener("submit", (event) => {
      event.preventDefault();
      act(() => (this.#editing === "reply" ? this.#receive() : this.#save()));
    });
    this.#draw();
  }

  async refresh() {
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

  /** Grows with every change of the mailbox. */
  get version() {
    return this.#shown;
  }

  /** Shows the letter with that reference in its subject, and says whether there is one. */
  seek(reference) {
    const found = this.find(({ subject }) => subject.includes(`[${reference}]`));
    if (found) {
      this.show(found);
      byId("letters").querySelector("[aria-pressed=true]").focus();
    }
    return Boolean(found);
  }

  /** The first letter that is so, with the folder that it is in: { box, letter }; undefined without one. */
  find(isIt) {
    for (const box of BOXES) {
      const letter = this.#content[box].find(isIt);
      if (letter) {
        return { box, letter };
      }
    }
    return undefined;
  }

  /** Opens a letter that was found, and lights it. */
  show({ box, letter }) {
    document.body.classList.add("reading");
    this.light(letter);
    this.#closed = false;
    this.#box = box;
    this.#editing = "";
    this.#chosen = key(letter);
    this.#draw();
    byId("letter").scrollTop = 0;
    bringIntoSight(byId("letters").querySelector("[aria-pressed=true]"));
  }

  /** On a narrow screen, the list or a letter: this is the list. */
  list() {
    document.body.classList.remove("reading");
  }

  /** Shows the list alone: another letter would be taken for the one that is spoken of. */
  close() {
    this.#lit = "";
    this.list();
    this.#chosen = "";
    this.#closed = true;
    this.#draw();
  }

  /** Lights a letter where it is read; none without one. */
  light(letter) {
    this.#lit = letter ? key(letter) : "";
    this.#drawReader();
  }

  #open(box) {
    this.list();
    this.#closed = false;
    this.#box = box;
    this.#editing = "";
    this.#chosen = "";
    this.#draw();
  }

  get #letter() {
    return this.#content[this.#box].find((letter) => key(letter) === this.#chosen);
  }

  #draw() {
    for (const box of BOXES) {
      const button = byId("box-" + box);
      const { length } = this.#content[box];
      button.textContent = length ? `${say("mail." + box)} (${length})` : say("mail." + box);
      button.setAttribute("aria-pressed", box === this.#box);
    }
    const letters = this.#content[this.#box];
    if (!this.#letter) {
      this.#chosen = this.#closed || !letters.length ? "" : key(letters[0]);
      this.#editing = "";
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
      button.children[0].textContent = names(other(letter, this.#box));
      button.children[1].textContent = this.#short(letter.subject);
      button.title = letter.subject;
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
    const who = document.createElement("span");
    who.className = "who";
    const subject = document.createElement("span");
    subject.className = "subject";
    button.append(who, " ", subject);
    button.addEventListener("click", () => {
      this.#closed = false;
      document.body.classList.add("reading");
      this.#chosen = item.dataset.key;
      this.#editing = "";
      this.#draw();
      bringIntoSight(button); // the list is shorter beside a letter
    });
    item.append(button);
    return item;
  }

  /** A subject without what all of them begin with. */
  #short(subject) {
    const rest = subject.startsWith(this.#name) ? subject.slice(this.#name.length).replace(/^\s*:\s*/, "") : subject;
    return rest || subject;
  }

  #drawReader() {
    const letter = this.#letter;
    byId("reader").hidden = !letter;
    byId("reader").classList.toggle("lit", Boolean(letter) && key(letter) === this.#lit);
    byId("letter").hidden = Boolean(this.#editing);
    byId("editor").hidden = !this.#editing;
    byId("letter-actions").hidden = Boolean(this.#editing) || this.#box === "inbox";
    for (const button of byId("letter-actions").children) {
      button.hidden = !button.dataset.of.split(" ").includes(this.#box);
    }
    byId("edit-who").textContent = say(this.#editing === "reply" ? "mail.from" : "mail.to");
    byId("edit-save").textContent = say(this.#editing === "reply" ? "mail.sendReply" : "mail.save");
    byId("letter-who").textContent = say(this.#box === "inbox" ? "mail.from" : "mail.to");
    if (!letter) {
      return;
    }
    byId("letter-subject").textContent = letter.subject;
    byId("letter-to").textContent = other(letter, this.#box);
    byId("letter-text").textContent = letter.text;
  }

  #post(kind, letter, deed, body = {}) {
    const id = kind === "drafts" ? letter.draftId : letter.id;
    return post(path("office", "mailboxes", this.#email, kind, id, deed), body);
  }

  /** Has the letter leave its folder; the focus goes on to whatever is read next. */
  #leave(kind, deed, body) {
    const letter = this.#letter;
    if (!letter) {
      return;
    }
    const next = this.#after(letter);
    this.#act(async () => {
      await this.#post(kind, letter, deed === "undo" ? "undo-send" : deed, body);
      if (this.#chosen === key(letter)) {
        this.#chosen = next;
      }
      await this.refresh();
      (byId("reader").hidden ? byId("box-" + this.#box) : byId("letter-subject")).focus();
      return say("mail.done." + deed, { subject: letter.subject });
    });
  }

  /** The mail system says that the first address does not exist. */
  async #bounce() {
    const letter = this.#letter;
    await this.#post("messages", letter, "bounce", { address: address(letter.to) });
    return say("mail.done.bounce", { address: address(letter.to) });
  }

  #after(letter) {
    const letters = this.#content[this.#box];
    const i = letters.indexOf(letter);
    const next = letters[i + 1] ?? letters[i - 1];
    return next ? key(next) : "";
  }

  #edit() {
    const letter = this.#letter;
    this.#write("draft", letter.to, letter.subject, letter.text);
  }

  /** Writes what one of the people answers, in the letter's own thread. */
  #reply() {
    const letter = this.#letter;
    this.#write("reply", address(letter.to), "Re: " + letter.subject, say("mail.thanks"));
  }

  #write(what, who, subject, text) {
    this.#editing = what;
    byId("edit-to").value = who;
    byId("edit-subject").value = subject;
    byId("edit-text").value = text;
    this.#drawReader();
    byId("edit-text").setSelectionRange(0, 0);
    byId("edit-text").focus();
  }

  #stopEditing() {
    const button = this.#editing === "reply" ? "letter-reply" : "letter-edit";
    this.#editing = "";
    this.#drawReader();
    byId(button).focus();
  }

  async #receive() {
    await post(path("office", "mailboxes", this.#email, "received"), {
      threadId: this.#letter.threadId,
      raw: [
        "From: <" + address(byId("edit-to").value) + ">",
        "To: <" + this.#email + ">",
        "Subject: " + encoded(byId("edit-subject").value),
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        byId("edit-text").value,
      ].join("\r\n"),
    });
    this.#stopEditing();
    return say("mail.done.reply");
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

/** Who the letter is from or to, whichever is not the delegate. */
const other = (letter, box) => (box === "inbox" ? letter.from : letter.to);

/** The first address of some. */
const address = (addresses) => /<([^>]+)>/.exec(addresses)?.[1] ?? addresses.split(",")[0].trim();

/** Names alone, or addresses where there are none. */
const names = (addresses) =>
  addresses.split(",").map((one) => one.replace(/\s*<[^>]+>/, "").trim() || address(one)).join(", ");

/** A header's text as RFC 2047 wants it. */
function encoded(text) {
  const bytes = new TextEncoder().encode(text.replace(/[\r\n]+/g, " "));
  return `=?UTF-8?B?${btoa(String.fromCharCode(...bytes))}?=`;
}
