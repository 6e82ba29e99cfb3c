// Where people are, and who is introduced to whom: an SVG picture of our own data, with the outlines of
// countries around it. Lengths are in kilometres, on a plane that touches the earth in the middle.

import { get } from "./api.js";
import { kindOf } from "./statuses.js";
import { say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const KM_A_DEGREE = 111.2;
/** Who is farther out than all but so many of a hundred is not in the first view. */
const MOST_PER_CENT = 50;
const LEAST_KM = 4;
const MARGIN = 1.25;
const ZOOM = 1.6;
/** More points make no picture: of a longer sheet the first answers are shown, every now and then. */
const MOST_POINTS = 2000;
const PATIENCE_MILLIS = 10_000;
const POINT_PIXELS = 6;
const SCALES_KM = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

const byId = (id) => document.getElementById(id);

export class PeopleMap {
  #spreadsheet;
  #versionOf;
  #seen = false;
  #version = "";
  #asked = 0;
  #answers = 0;
  #people = [];
  #pairs = [];
  #places = new Map();
  #middle = { latitude: 0, longitude: 0 };
  #view = null;
  #land = "";
  #chosen = "";
  #drag = null;

  /** @param versionOf gives the spreadsheet's version, which tells whether anything changed */
  constructor({ spreadsheet }, versionOf) {
    this.#spreadsheet = spreadsheet;
    this.#versionOf = versionOf;
    const zoom = (factor) => () => this.#zoom(factor);
    byId("map-in").addEventListener("click", zoom(1 / ZOOM));
    byId("map-out").addEventListener("click", zoom(ZOOM));
    byId("map-all").addEventListener("click", () => this.#show(100));
    byId("map-middle").addEventListener("click", () => this.#show(MOST_PER_CENT));
    const picture = byId("map-picture");
    picture.addEventListener("click", (event) => {
      const point = event.target.closest("[data-ref]");
      if (point) {
        this.#choose(point.dataset.ref);
      }
    });
    picture.addEventListener("keydown", (event) => this.#key(event));
    picture.addEventListener("pointerdown", (event) => (this.#drag = { x: event.clientX, y: event.clientY }));
    picture.addEventListener("pointermove", (event) => this.#pull(event));
    picture.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.#zoom(event.deltaY > 0 ? ZOOM : 1 / ZOOM);
    });
    new ResizeObserver(() => this.#place()).observe(picture);
    byId("map-nowhere").addEventListener("change", (event) => this.#choose(event.target.value));
    this.#draw();
  }

  /** Whether anybody looks at it; what nobody sees is not asked for. */
  set seen(seen) {
    this.#seen = seen;
  }

  async refresh() {
    const version = this.#versionOf();
    const tooSoon = this.#answers > MOST_POINTS && performance.now() - this.#asked < PATIENCE_MILLIS;
    if (!this.#seen || version === this.#version || tooSoon) {
      return;
    }
    const { people, pairs, answers } = await get("/office/map?" + new URLSearchParams({ sheet: this.#spreadsheet, most: MOST_POINTS }));
    this.#version = version;
    this.#asked = performance.now();
    this.#answers = answers;
    this.#people = people;
    this.#pairs = pairs;
    this.#spread();
    if (!this.#view && this.#places.size) {
      this.#show(MOST_PER_CENT);
    }
    this.#draw();
  }

  /** Gives everybody a place of their own within the circle that they may be anywhere in. */
  #spread() {
    const here = this.#people.filter(({ latitude }) => latitude !== undefined);
    const sorted = (name) => here.map((person) => person[name]).sort((a, b) => a - b);
    const half = Math.floor(here.length / 2);
    this.#middle = {
      latitude: sorted("latitude")[half] ?? 0,
      longitude: sorted("longitude")[half] ?? 0,
    };
    this.#places.clear();
    const circles = Map.groupBy(here, (person) => `${person.latitude} ${person.longitude}`);
    for (const together of circles.values()) {
      const { x, y } = this.#project(together[0]);
      together.forEach((person, n) => {
        const far = 0.8 * person.uncertaintyKm * Math.sqrt((n + (together.length > 1 ? 0.5 : 0)) / together.length);
        const turn = n * GOLDEN_ANGLE;
        this.#places.set(person.ref, {
          x: x + far * Math.cos(turn), y: y + far * Math.sin(turn), cx: x, cy: y, km: person.uncertaintyKm,
        });
      });
    }
  }

  #project({ latitude, longitude }) {
    const { latitude: lat0, longitude: lon0 } = this.#middle;
    return {
      x: (longitude - lon0) * KM_A_DEGREE * Math.cos((lat0 * Math.PI) / 180),
      y: (lat0 - latitude) * KM_A_DEGREE,
    };
  }

  /** Shows the nearest of people: so many of a hundred. */
  #show(perCent) {
    const middle = this.#project(this.#middle);
    const far = [...this.#places.values()]
      .map(({ x, y, km }) => Math.hypot(x - middle.x, y - middle.y) + km)
      .sort((a, b) => a - b);
    const last = far[Math.min(far.length - 1, Math.floor((far.length * perCent) / 100))] ?? LEAST_KM;
    this.#view = { ...middle, km: Math.max(LEAST_KM, last * MARGIN) };
    this.#place();
  }

  #zoom(factor) {
    if (this.#view) {
      this.#view.km = Math.min(8000, Math.max(0.2, this.#view.km * factor));
      this.#place();
    }
  }

  #pull(event) {
    if (this.#drag && event.buttons === 1 && this.#view) {
      this.#view.x -= (event.clientX - this.#drag.x) / this.#scale;
      this.#view.y -= (event.clientY - this.#drag.y) / this.#scale;
      this.#drag = { x: event.clientX, y: event.clientY };
      this.#place();
    }
  }

  /** Pixels a kilometre. */
  get #scale() {
    const { clientWidth, clientHeight } = byId("map-picture");
    return Math.max(1, Math.min(clientWidth, clientHeight)) / (2 * (this.#view?.km ?? LEAST_KM));
  }

  /** Moves the picture to what is looked at, its points staying as large as they were. */
  #place() {
    const picture = byId("map-picture");
    const { clientWidth, clientHeight } = picture;
    if (!this.#view || !clientWidth) {
      return;
    }
    const scale = this.#scale;
    const [width, height] = [clientWidth / scale, clientHeight / scale];
    picture.setAttribute("viewBox", `${this.#view.x - width / 2} ${this.#view.y - height / 2} ${width} ${height}`);
    for (const point of picture.querySelectorAll("circle.person")) {
      point.setAttribute("r", POINT_PIXELS / scale);
    }
    const km = SCALES_KM.find((length) => length * scale >= 60) ?? SCALES_KM.at(-1);
    byId("map-scale").style.width = km * scale + "px";
    byId("map-scale").textContent = say("map.km", { km: km.toLocaleString(document.documentElement.lang) });
    this.#askForLand(width, height);
  }

  async #askForLand(width, height) {
    const degrees = ({ x, y }) => [
      this.#middle.longitude + x / KM_A_DEGREE / Math.cos((this.#middle.latitude * Math.PI) / 180),
      this.#middle.latitude - y / KM_A_DEGREE,
    ];
    const { x, y } = this.#view;
    const [west, north] = degrees({ x: x - width, y: y - height }).map(Math.floor);
    const [east, south] = degrees({ x: x + width, y: y + height }).map(Math.ceil);
    const wanted = new URLSearchParams({ west, south, east, north }).toString();
    if (wanted === this.#land) {
      return;
    }
    this.#land = wanted;
    try {
      const rings = await get("/office/map/land?" + wanted);
      if (wanted === this.#land) {
        byId("map-land").replaceChildren(...rings.map((ring) => this.#outline(ring)));
      }
    } catch {
      this.#land = ""; // asked for again when the picture moves; that nobody answers is told elsewhere
    }
  }

  #outline(ring) {
    const points = [];
    for (let i = 0; i < ring.length; i += 2) {
      const { x, y } = this.#project({ longitude: ring[i], latitude: ring[i + 1] });
      points.push(`${x.toFixed(2)} ${y.toFixed(2)}`);
    }
    return element("path", { d: `M${points.join("L")}Z` });
  }

  #draw() {
    const seen = this.#people.filter(({ ref }) => this.#places.has(ref));
    const circles = new Map(seen.map(({ ref }) => {
      const { cx, cy, km } = this.#places.get(ref);
      return [`${cx} ${cy} ${km}`, { cx, cy, r: km, class: "uncertain" }];
    }));
    byId("map-circles").replaceChildren(...[...circles.values()].map((circle) => element("circle", circle)));
    const byRef = new Map(this.#people.map((person) => [person.ref, person]));
    byId("map-pairs").replaceChildren(...this.#pairs
      .filter((pair) => pair.every((ref) => this.#places.has(ref)))
      .map(([from, to]) => this.#line(byRef.get(from), byRef.get(to))));
    const held = document.activeElement?.dataset?.ref;
    byId("map-people").replaceChildren(...seen.map((person) => this.#point(person)));
    if (held) {
      this.#pointOf(held)?.focus({ preventScroll: true });
    }
    this.#drawNowhere();
    this.#mark();
    this.#place();
  }

  #line(from, to) {
    const [a, b] = [this.#places.get(from.ref), this.#places.get(to.ref)];
    const sent = [from, to].every(({ status }) => kindOf(status) === "introduced");
    const line = element("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, class: sent ? "sent" : "drafted" });
    line.dataset.pair = `${from.ref} ${to.ref}`;
    return line;
  }

  #point(person) {
    const { x, y } = this.#places.get(person.ref);
    const point = element("circle", { cx: x, cy: y, class: "person", role: "button", tabindex: -1 });
    point.dataset.ref = person.ref;
    point.dataset.kind = kindOf(person.status);
    point.setAttribute("aria-label", say("map.person", person));
    return point;
  }

  #drawNowhere() {
    byId("map-some").hidden = this.#answers <= MOST_POINTS;
    byId("map-some").textContent = say("map.some", { most: MOST_POINTS, answers: this.#answers });
    const nowhere = this.#people.filter(({ ref }) => !this.#places.has(ref));
    byId("map-elsewhere").hidden = nowhere.length === 0;
    const options = nowhere.map(({ ref, status }) => new Option(`${ref} – ${status}`, ref));
    const first = new Option(say("map.nowhere", { count: nowhere.length }), "");
    byId("map-nowhere").replaceChildren(first, ...options);
    byId("map-nowhere").value = nowhere.some(({ ref }) => ref === this.#chosen) ? this.#chosen : "";
  }

  #pointOf(ref) {
    return [...byId("map-people").children].find((point) => point.dataset.ref === ref);
  }

  #choose(ref) {
    this.#chosen = ref;
    this.#mark();
  }

  /** Tells of the person who is chosen, and makes theirs the point that the keyboard comes to. */
  #mark() {
    const person = this.#people.find(({ ref }) => ref === this.#chosen);
    const points = [...byId("map-people").children];
    const stop = points.find((point) => point.dataset.ref === this.#chosen) ?? points[0];
    for (const point of points) {
      point.setAttribute("tabindex", point === stop ? 0 : -1);
      point.setAttribute("aria-pressed", point.dataset.ref === this.#chosen);
    }
    for (const line of byId("map-pairs").children) {
      line.classList.toggle("chosen", line.dataset.pair.split(" ").includes(this.#chosen));
    }
    byId("map-about").hidden = !person;
    byId("map-hint").hidden = Boolean(person);
    if (person) {
      byId("map-ref").textContent = person.ref;
      byId("map-status").textContent = person.status;
      byId("map-status").dataset.kind = kindOf(person.status);
      byId("map-where").textContent = person.place || say("map.noPlace");
      byId("map-introduced").textContent = person.introduced || say("map.nobody");
      byId("map-explanation").textContent = person.explanation;
    }
  }

  /** Arrows go to the nearest person in that direction. */
  #key(event) {
    const at = event.target.dataset?.ref;
    const direction = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (!at) {
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      this.#choose(at);
    } else if (direction) {
      this.#step(this.#places.get(at), direction);
    } else {
      return;
    }
    event.preventDefault();
  }

  #step(from, [dx, dy]) {
    let best = { cost: Infinity };
    for (const [ref, to] of this.#places) {
      const ahead = (to.x - from.x) * dx + (to.y - from.y) * dy;
      const aside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
      const cost = ahead + 2 * aside;
      if (ahead > 1e-6 && aside <= 2 * ahead && cost < best.cost) {
        best = { ref, to, cost };
      }
    }
    if (best.ref) {
      this.#choose(best.ref);
      this.#pointOf(best.ref).focus({ preventScroll: true });
      const { km } = this.#view;
      if (Math.abs(best.to.x - this.#view.x) > km || Math.abs(best.to.y - this.#view.y) > km) {
        Object.assign(this.#view, { x: best.to.x, y: best.to.y });
        this.#place();
      }
    }
  }
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}
