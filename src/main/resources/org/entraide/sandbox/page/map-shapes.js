// What the map draws: outlines of countries, people, and lines between those who are introduced.

import { kindOf } from "./statuses.js";
import { say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/** An element of the picture. */
export function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

/** The outline of land, from a ring of longitudes and latitudes. */
export function outline(ring, plane) {
  const points = [];
  for (let i = 0; i < ring.length; i += 2) {
    const { x, y } = plane.project({ longitude: ring[i], latitude: ring[i + 1] });
    points.push(`${x.toFixed(2)} ${y.toFixed(2)}`);
  }
  return shape("path", { d: `M${points.join("L")}Z` });
}

/** A line between two people, from place to place. */
export function line(people, [a, b]) {
  const sent = people.every(({ status }) => kindOf(status) === "introduced");
  const made = shape("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, class: sent ? "sent" : "drafted" });
  made.dataset.pair = people.map(({ ref }) => ref).join(" ");
  return made;
}

/** A person's point, which says who it is. */
export function dot(person, { x, y }) {
  const made = shape("circle", { cx: x, cy: y, class: "person", role: "button", tabindex: -1 });
  made.dataset.ref = person.ref;
  made.dataset.kind = kindOf(person.status);
  made.dataset.status = person.status;
  const who = person.name ? say("map.who", person) : person.ref;
  made.setAttribute("aria-label", say("map.person", { ...person, who }));
  return made;
}
