// The questionnaire, as the form's own description gives it.

import { get, path, post } from "./api.js";
import { answersTo, invent } from "./invented.js";
import { fieldOf } from "./people-rows.js";
import { say } from "./words.js";

const byId = (id) => document.getElementById(id);

/** The people before that one are the scenes'. */
const FIRST_EXAMPLE = 2;

export class AnswerForm {
  #campaign;
  #form = null;
  #people;
  #columns = [];
  #examples = FIRST_EXAMPLE;
  #answered;

  /**
   * @param people of the sheet that the answers go to
   * @param answered hears the address of somebody who has answered
   */
  constructor(campaign, act, people, answered) {
    this.#campaign = campaign;
    this.#people = people;
    this.#answered = answered;
    byId("answer").addEventListener("click", () => act(() => this.#open()));
    byId("form-example").addEventListener("click", () => act(() => this.#fillIn()));
    byId("form-cancel").addEventListener("click", () => byId("form").close());
    byId("answers").addEventListener("submit", (event) => {
      event.preventDefault();
      act(() => this.#submit());
    });
  }

  async #open() {
    this.#form ??= (await get("/office/forms")).forms.find(({ id }) => id === this.#campaign.form);
    byId("form-title").textContent = this.#form.title;
    byId("questions").replaceChildren(emailField(), ...this.#form.questions.filter(isAsked).map(field));
    byId("form").showModal();
  }

  /** Every second one needs help, the others offer it. */
  async #fillIn() {
    this.#columns = await this.#people.columns();
    if (!this.#form.questions.some((question) => fieldOf(this.#columns, question))) {
      return say("form.early");
    }
    const n = this.#examples++;
    const wish = n % 2 ? { offers: ["shopping", "conversation"] } : { needs: ["shopping"] };
    const person = invent(this.#campaign.language, n, wish);
    const questions = this.#form.questions.filter(isAsked);
    const answers = answersTo(questions, (question) => fieldOf(this.#columns, question), person);
    byId("answers").reset();
    byId("answer-email").value = person.email;
    for (const question of questions) {
      const said = answers[question.id] ?? [];
      for (const input of inputs(question)) {
        if (input.type === "checkbox" || input.type === "radio") {
          input.checked = said.includes(input.value);
        } else if (question.kind !== "choiceQuestion") {
          input.value = said.join();
        }
      }
    }
    byId("answers").querySelector("[type=submit]").focus();
    return undefined;
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
    const email = byId("answer-email").value;
    await post(path("office", "forms", this.#form.id, "responses"), { email, answers });
    byId("form").close();
    await this.#answered(email);
    return say("form.done");
  }
}

const isAsked = (question) => question.shape !== undefined;
const inputs = (question) => [...document.getElementsByName(question.id)];

function emailField() {
  const { label, input } = labelled("answer-email", say("form.email"), true);
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
      label.append(say("form.other") + " ", input);
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
  words.textContent = " (" + say("form.required") + ")";
  return words;
}
