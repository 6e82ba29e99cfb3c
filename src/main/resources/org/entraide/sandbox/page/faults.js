// What goes wrong at Google's, on purpose.

import { get, post, remove } from "./api.js";
import { say } from "./words.js";

const byId = (id) => document.getElementById(id);
const SLOW_MILLIS = 3000;
const EVER = { times: 0 };

/** The office's own rules for each fault. */
const RULES = {
  slow: [{ effect: "DELAY", delayMillis: SLOW_MILLIS }],
  quota: [
    { kind: "sheets\\.read", effect: "READ_QUOTA" },
    { kind: "sheets\\.write", effect: "WRITE_QUOTA" },
    { kind: "gmail\\..*", effect: "GMAIL_RATE" },
  ],
  lost: [{ effect: "DROP" }],
  revoked: [{ effect: "UNAUTHENTICATED" }],
};

export class Faults {
  #on = "";

  constructor(act) {
    for (const button of document.querySelectorAll("[data-fault]")) {
      const { fault } = button.dataset;
      button.addEventListener("click", () => act(() => this.#turn(fault === this.#on ? "" : fault)));
    }
    byId("faults-none").addEventListener("click", () => act(() => this.#turn("")));
    this.#draw();
  }

  /** The fault that is on; empty without one. */
  get on() {
    return this.#on;
  }

  async refresh() {
    const { faults } = await get("/office/faults");
    const is = (rule) => faults.some(({ effect, times }) => effect === rule.effect && times === EVER.times);
    const on = Object.keys(RULES).find((fault) => RULES[fault].every(is)) ?? "";
    if (on !== this.#on) {
      this.#on = on;
      this.#draw();
    }
  }

  /** One fault at a time, so that what is seen is of that one. */
  async #turn(fault) {
    await remove("/office/faults");
    for (const rule of RULES[fault] ?? []) {
      await post("/office/faults", { ...rule, ...EVER });
    }
    if (fault === "revoked") {
      const { accounts } = await get("/office/accounts");
      for (const account of accounts) {
        await post("/office/accounts/revoke", { account });
      }
    }
    return say(fault ? "faults.begins" : "faults.ended");
  }

  #draw() {
    for (const button of document.querySelectorAll("[data-fault]")) {
      button.setAttribute("aria-pressed", button.dataset.fault === this.#on);
    }
    byId("faults-none").setAttribute("aria-disabled", !this.#on);
    byId("faults-seen").textContent = say("faults.seen." + (this.#on || "none"));
  }
}
