// Where people are, and who is introduced to whom: an SVG picture of our own data, with the outlines of
// countries around it. What is looked at is a part of the plane in map-space.js.

import { get } from "./api.js";
import { Legend } from "./map-legend.js";
import { moves } from "./map-moves.js";
import { Names } from "./map-names.js";
import { dot, line, outline, shape } from "./map-shapes.js";
import { Plane, boxRound, mostPeople, spread } from "./map-space.js";
import "./map-words.js";
import { kindOf } from "./statuses.js";
import { say } from "./words.js";

/** Half of the shorter side of what is seen, at least at first, and how near and far one can go. */
const FIRST_KM = 2;
const [NEAREST_KM, FARTHEST_KM] = [0.2, 12_000];
const MARGIN = 1.08;
const ZOOM = 1.6;
/** More points make no picture: of a longer sheet the first answers are shown, every now and then. */
const MOST_POINTS = 2000;
const PATIENCE_MILLIS = 10_000;
const POINT_PIXELS = 7;
/** How near to a point a click or a finger means it. */
const CLICK_PIXELS = 14;
const TOUCH_PIXELS = 24;
const SCALES_KM = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

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
  #plane = null;
  #places = new Map();
  #view = null;
  #framed = "most";
  #land = "";
  #chosen = "";
  #told = "";
  #pointed = "";
  #only = "";
  #names = new Names(byId("map-names"));
  #legend = new Legend((status) => {
    this.#only = status;
    this.#draw();
  });

  /** @param versionOf gives the spreadsheet's version, which tells whether anything changed */
  constructor({ spreadsheet }, versionOf) {
    this.#spreadsheet = spreadsheet;
    this.#versionOf = versionOf;
    byId("map-in").addEventListener("click", () => this.#zoom(1 / ZOOM));
    byId("map-out").addEventListener("click", () => this.#zoom(ZOOM));
    byId("map-all").addEventListener("click", () => this.#frame("all"));
    byId("map-middle").addEventListener("click", () => this.#frame("most"));
    const picture = byId("map-picture");
    moves(picture, {
      drag: (dx, dy) => this.#drag(dx, dy),
      zoom: (factor, at) => this.#zoom(factor, at),
      point: (event) => this.#choose(this.#near(event) ?? this.#chosen),
      hover: (event) => this.#point(this.#near(event) ?? ""),
    });
    picture.addEventListener("pointerleave", () => this.#point(""));
    picture.addEventListener("focusin", (event) => this.#point(event.target.dataset.ref ?? ""));
    picture.addEventListener("focusout", () => this.#point(""));
    picture.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.#frame(this.#framed)).observe(picture);
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
    const here = this.#here();
    // the plane stays where it was put first: what is looked at is a part of it
    this.#plane ??= here.length ? new Plane(mostPeople(here)[0]) : null;
    this.#places = this.#plane ? spread(here, this.#plane) : new Map();
    this.#draw();
    this.#frame(this.#framed);
  }

  #here() {
    return this.#people.filter(({ latitude }) => latitude !== undefined);
  }

  /** Shows those who live where most people live, or all, until people move the map themselves. */
  #frame(framed) {
    this.#framed = framed;
    const { clientWidth, clientHeight } = byId("map-picture");
    if (framed && this.#places.size && clientWidth) {
      const people = framed === "most" ? mostPeople(this.#here()) : this.#here();
      const { x, y, width, height } = boxRound(people.map(({ ref }) => this.#places.get(ref)));
      const unit = MARGIN * Math.max(width / clientWidth, height / clientHeight);
      this.#view = { x, y, km: Math.max(FIRST_KM, (unit * Math.min(clientWidth, clientHeight)) / 2) };
    }
    this.#place();
  }

  /** Zooms round what is at a pointer, else round the middle. */
  #zoom(factor, at) {
    if (this.#view) {
      const { left, top, width, height } = byId("map-picture").getBoundingClientRect();
      const [dx, dy] = at ? [at.clientX - left - width / 2, at.clientY - top - height / 2] : [0, 0];
      const before = this.#scale;
      this.#view.km = Math.min(FARTHEST_KM, Math.max(NEAREST_KM, this.#view.km * factor));
      const gone = 1 / before - 1 / this.#scale;
      this.#look(this.#view.x + dx * gone, this.#view.y + dy * gone);
    }
  }

  #drag(dx, dy) {
    if (this.#view) {
      this.#look(this.#view.x - dx / this.#scale, this.#view.y - dy / this.#scale);
    }
  }

  #look(x, y) {
    Object.assign(this.#view, { x, y });
    this.#framed = "";
    this.#place();
  }

  /** Pixels a unit of the plane. */
  get #scale() {
    const { clientWidth, clientHeight } = byId("map-picture");
    return Math.max(1, Math.min(clientWidth, clientHeight)) / (2 * (this.#view?.km ?? FIRST_KM));
  }

  /** Where something of the plane is in the picture, in pixels. */
  #seenAt({ x, y }) {
    const { clientWidth, clientHeight } = byId("map-picture");
    const scale = this.#scale;
    return {
      x: clientWidth / 2 + (x - this.#view.x) * scale,
      y: clientHeight / 2 + (y - this.#view.y) * scale,
    };
  }

  /** Whom a pointer means: the nearest person, if near enough. */
  #near({ target, clientX, clientY, pointerType }) {
    const own = target.closest?.("[data-ref]")?.dataset.ref;
    if (own || !this.#view) {
      return own;
    }
    const { left, top } = byId("map-picture").getBoundingClientRect();
    let best = { far: pointerType === "touch" ? TOUCH_PIXELS : CLICK_PIXELS };
    for (const [ref, place] of this.#places) {
      const { x, y } = this.#seenAt(place);
      const far = Math.hypot(x - clientX + left, y - clientY + top);
      best = far < best.far ? { ref, far } : best;
    }
    return best.ref;
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
    for (const point of byId("map-people").children) {
      point.setAttribute("r", POINT_PIXELS / scale);
    }
    const kilometre = scale * this.#plane.kilometre(this.#plane.place(this.#view).latitude);
    const km = SCALES_KM.find((length) => length * kilometre >= 60) ?? SCALES_KM.at(-1);
    byId("map-scale").style.width = km * kilometre + "px";
    byId("map-scale").textContent = say("map.km", { km: km.toLocaleString(document.documentElement.lang) });
    this.#drawNames();
    this.#askForLand(width, height);
  }

  async #askForLand(width, height) {
    const { x, y } = this.#view;
    const first = this.#plane.place({ x: x - width, y: y - height });
    const last = this.#plane.place({ x: x + width, y: y + height });
    const [west, north, east, south] =
      [first.longitude, first.latitude, last.longitude, last.latitude].map((degrees, i) =>
        i % 3 ? Math.ceil(degrees) : Math.floor(degrees));
    const wanted = new URLSearchParams({ west, south, east, north }).toString();
    if (wanted === this.#land) {
      return;
    }
    this.#land = wanted;
    try {
      const rings = await get("/office/map/land?" + wanted);
      if (wanted === this.#land) {
        byId("map-land").replaceChildren(...rings.map((ring) => outline(ring, this.#plane)));
      }
    } catch {
      this.#land = ""; // asked for again when the picture moves; that nobody answers is told elsewhere
    }
  }

  #draw() {
    const seen = this.#people.filter(({ ref }) => this.#places.has(ref));
    const circles = new Map(seen.map(({ ref }) => {
      const { cx, cy, r } = this.#places.get(ref);
      return [`${cx} ${cy} ${r}`, { cx, cy, r }];
    }));
    const drawn = (name) => [...circles.values()].map((circle) => shape("circle", { ...circle, class: name }));
    byId("map-tints").replaceChildren(...drawn("tint"));
    byId("map-circles").replaceChildren(...drawn("uncertain"));
    const byRef = new Map(this.#people.map((person) => [person.ref, person]));
    byId("map-pairs").replaceChildren(...this.#pairs
      .filter((pair) => pair.every((ref) => this.#places.has(ref)))
      .map((pair) => line(pair.map((ref) => byRef.get(ref)), pair.map((ref) => this.#places.get(ref)))));
    const held = document.activeElement?.dataset?.ref;
    const isAside = ({ status }) => status !== this.#only; // what people want to see is drawn over the others
    const below = [...seen].sort((a, b) => isAside(b) - isAside(a));
    byId("map-people").replaceChildren(...below.map((person) => dot(person, this.#places.get(person.ref))));
    if (held) {
      this.#dotOf(held)?.focus({ preventScroll: true });
    }
    this.#legend.draw(seen.map(({ status }) => status));
    this.#drawNowhere();
    this.#mark();
    this.#place();
  }

  /** Whom people chose or point at, their partners, then everybody who has room. */
  #drawNames() {
    const held = [this.#pointed, this.#chosen].filter((ref) => ref);
    const partners = this.#pairs.filter((pair) => pair.includes(this.#chosen)).flat();
    const first = new Set([...held, ...partners].filter((ref) => this.#places.has(ref)));
    const names = new Map(this.#people.map(({ ref, name }) => [ref, name || ref]));
    const refs = new Set([...first, ...this.#places.keys()]);
    const people = [...refs].map((ref) => ({
      ref, text: names.get(ref), must: first.has(ref), ...this.#seenAt(this.#places.get(ref)),
    }));
    const places = new Map(this.#here().filter(({ place }) => place).map(({ ref, place }) => {
      const { cx, cy, r } = this.#places.get(ref);
      return [place, { text: place, ...this.#seenAt({ x: cx, y: cy }), r: r * this.#scale }];
    }));
    this.#names.draw(people, [...places.values()], POINT_PIXELS + 1);
  }

  #drawNowhere() {
    byId("map-some").hidden = this.#answers <= MOST_POINTS;
    byId("map-some").textContent = say("map.some", { most: MOST_POINTS, answers: this.#answers });
    const nowhere = this.#people.filter(({ ref }) => !this.#places.has(ref));
    byId("map-elsewhere").hidden = nowhere.length === 0;
    const options = nowhere.map(({ ref, status, name }) => new Option(`${name || ref} – ${status}`, ref));
    const first = new Option(say("map.nowhere", { count: nowhere.length }), "");
    byId("map-nowhere").replaceChildren(first, ...options);
    byId("map-nowhere").value = nowhere.some(({ ref }) => ref === this.#chosen) ? this.#chosen : "";
  }

  #dotOf(ref) {
    return [...byId("map-people").children].find((dot) => dot.dataset.ref === ref);
  }

  /** Who is told of elsewhere on the page is chosen here, too, until people choose somebody else. */
  set told(ref) {
    if (ref !== this.#told && this.#chosen === this.#told) {
      this.#chosen = ref;
      this.#mark();
      this.#place();
    }
    this.#told = ref;
  }

  #choose(ref) {
    this.#chosen = ref;
    this.#framed = ref ? "" : this.#framed; // what is read about does not move away
    this.#mark();
    this.#place();
  }

  /** Somebody is pointed at, by a mouse or the keyboard; empty for nobody. */
  #point(ref) {
    if (ref !== this.#pointed) {
      this.#pointed = ref;
      this.#markCircle();
      if (this.#view) {
        this.#drawNames();
      }
    }
  }

  /** Makes the circle clearer of whom people point at, else of whom they chose. */
  #markCircle() {
    const place = this.#places.get(this.#pointed) ?? this.#places.get(this.#chosen);
    byId("map-held").setAttribute("visibility", place ? "visible" : "hidden");
    for (const [name, value] of Object.entries(place ? { cx: place.cx, cy: place.cy, r: place.r } : {})) {
      byId("map-held").setAttribute(name, value);
    }
  }

  /** Tells of the person who is chosen, and makes theirs the point that the keyboard comes to. */
  #mark() {
    const person = this.#people.find(({ ref }) => ref === this.#chosen);
    const dots = [...byId("map-people").children];
    const stop = dots.find((dot) => dot.dataset.ref === this.#chosen) ?? dots[0];
    for (const dot of dots) {
      dot.setAttribute("tabindex", dot === stop ? 0 : -1);
      dot.setAttribute("aria-pressed", dot.dataset.ref === this.#chosen);
      dot.classList.toggle("aside", Boolean(this.#only) && dot.dataset.status !== this.#only);
    }
    for (const line of byId("map-pairs").children) {
      line.classList.toggle("chosen", line.dataset.pair.split(" ").includes(this.#chosen));
      line.classList.toggle("aside", Boolean(this.#only));
    }
    this.#markCircle();
    byId("map-about").hidden = !person;
    byId("map-hint").hidden = Boolean(person);
    if (person) {
      byId("map-name").textContent = person.name ?? "";
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
      this.#dotOf(best.ref).focus({ preventScroll: true });
      const { clientWidth, clientHeight } = byId("map-picture");
      const { x, y } = this.#seenAt(best.to);
      if (x < POINT_PIXELS || y < POINT_PIXELS || x > clientWidth - POINT_PIXELS || y > clientHeight - POINT_PIXELS) {
        this.#look(best.to.x, best.to.y);
      }
    }
  }
}
