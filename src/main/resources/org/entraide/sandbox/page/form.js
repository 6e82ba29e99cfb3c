// The questionnaire, as the form's own description gives it.

import { get, path, post } from "./api.js";
import { say, spoken } from "./words.js";

const byId = (id) => document.getElementById(id);

const NAMES = [
  ["Camille", "Aubry"], ["Inès", "Lambert"], ["Théo", "Garnier"], ["Jeanne", "Moulin"],
  ["Malik", "Perrin"], ["Louise", "Tessier"], ["Hugo", "Delmas"], ["Odile", "Rivière"],
];
const PLACES = ["South Kensington", "SW7 2AZ", "Clapham", "Islington", "Ealing", "Greenwich", "Hammersmith"];

/** Fictitious people; every second one needs help, the others offer it. Telephone numbers are Ofcom's for drama. */
function example(n) {
  const [first, last] = NAMES[n % NAMES.length];
  const common = {
    Prénom: first,
    Nom: last,
    Téléphone: "07700 900" + String(n % 1000).padStart(3, "0"),
    Où: PLACES[n % PLACES.length],
    Langues: "Français, anglais",
    "J'accepte": ["J'accepte"],
  };
  const own = n % 2
    ? { Que: ["Courses", "Conversation, rompre la solitude"], Combien: "2", "Jusqu'à": "5", Êtes: ["Non"] }
    : { "De quoi": ["Courses"], Êtes: ["Oui"], "Votre âge": "74", "Un mot": "Plutôt le matin, merci." };
  const plain = (first + "." + last).normalize("NFD").replace(/[^a-z.]/gi, "").toLowerCase();
  return { email: `${plain}.${n}@example.org`, answers: { ...common, ...own } };
}

export class AnswerForm {
  #form = null;
  #examples = 0;
  #sheet;

  /** @param sheet where the answers go */
  constructor(act, sheet) {
    this.#sheet = sheet;
    byId("answer").addEventListener("click", () => act(() => this.#open()));
    byId("form-example").addEventListener("click", () => this.#fillIn());
    byId("form-cancel").addEventListener("click", () => byId("form").close());
    byId("answers").addEventListener("submit", (event) => {
      event.preventDefault();
      act(() => this.#submit());
    });
    spoken(() => this.#drawLabels());
  }

  async #open() {
    this.#form ??= (await get("/office/forms")).forms[0];
    byId("form-title").textContent = this.#form.title;
    byId("questions").replaceChildren(emailField(), ...this.#form.questions.filter(isAsked).map(field));
    this.#drawLabels();
    byId("form").showModal();
  }

  #drawLabels() {
    for (const star of byId("questions").querySelectorAll(".required")) {
      star.textContent = " (" + say("form.required") + ")";
    }
    for (const other of byId("questions").querySelectorAll("[data-other]")) {
      other.textContent = say("form.other");
    }
    const email = byId("questions").querySelector("label[for=answer-email] span");
    if (email) {
      email.textContent = say("form.email");
    }
  }

  #fillIn() {
    const { email, answers } = example(this.#sheet.answers + this.#examples++);
    byId("answers").reset();
    byId("answer-email").value = email;
    for (const question of this.#form.questions.filter(isAsked)) {
      const name = Object.keys(answers).find((start) => question.header.startsWith(start));
      for (const input of inputs(question)) {
        const said = name ? answers[name] : "";
        if (input.type === "checkbox" || input.type === "radio") {
          input.checked = said.includes(input.value);
        } else {
          input.value = Array.isArray(said) ? "" : said;
        }
      }
    }
    byId("answers").querySelector("[type=submit]").focus();
  }

  async #submit() {
    const answers = {};
    for (const question of this.#form.questions.filter(isAsked)) {
      const said = inputs(question)
        .filter((input) => input.checked || (input.type !== "checkbox" && input.type !== "radio"))
        .map((input) => input.value)
        .filter((value) => value !== "");
      if (said.length) {
        answers[question.id] = said;
      }
    }
    await post(path("office", "forms", this.#form.id, "responses"), {
      email: byId("answer-email").value,
      answers,
    });
    byId("form").close();
    this.#sheet.follow();
    return say("form.done");
  }
}

const isAsked = (question) => question.shape !== undefined;
const inputs = (question) => [...document.getElementsByName(question.id)];

function emailField() {
  const { label, input } = labelled("answer-email", "", true);
  input.type = "email";
  const box = document.createElement("div");
  box.append(label, input);
  return box;
}

function field(question) {
  return question.kind === "choiceQuestion" ? choices(question) : text(question);
}

function text(question) {
  const paragraph = question.shape.paragraph;
  const { label, input } = labelled("answer-" + question.id, question.header, question.required, paragraph);
  input.name = question.id;
  const box = document.createElement("div");
  box.append(label, input);
  return box;
}

function labelled(id, words, required, paragraph) {
  const label = document.createElement("label");
  label.htmlFor = id;
  const span = document.createElement("span");
  span.textContent = words;
  label.append(span, ...(required ? [star()] : []));
  const input = document.createElement(paragraph ? "textarea" : "input");
  input.id = id;
  input.required = Boolean(required);
  input.autocomplete = "off";
  return { label, input };
}

function choices(question) {
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.append(question.header, ...(question.required ? [star()] : []));
  const options = question.shape.options.map((option) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.name = question.id;
    if (option.isOther) {
      const other = document.createElement("span");
      other.dataset.other = "";
      label.append(other, " ", input);
      return label;
    }
    input.type = question.shape.type === "CHECKBOX" ? "checkbox" : "radio";
    input.value = option.value;
    label.append(input, " " + option.value);
    return label;
  });
  group.append(legend, ...options);
  return group;
}

function star() {
  const words = document.createElement("span");
  words.className = "required";
  return words;
}
