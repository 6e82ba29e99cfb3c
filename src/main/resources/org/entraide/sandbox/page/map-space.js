// The geometry of the map: a plane, where most people are, and a place for each person in their circle.
// All of it is pure, and knows nothing of the picture.

const KM_A_DEGREE = 111.2;
const EARTH_KM = 6371;
const RADIAN = Math.PI / 180;
/** Mercator's plane has no poles. */
const FARTHEST_NORTH = 85;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** How far apart people of one neighbourhood are at most from its middle. */
const NEIGHBOURHOOD_KM = 60;
/** How many of a neighbourhood's people are seen at least; the last ones would make the others small. */
const MOST = 0.9;
/** More middles than that are not tried: the circle may then be a little wider than the smallest. */
const MOST_MIDDLES = 300;

/**
 * Mercator's plane, since a circle stays a circle on it. A unit is a kilometre at the middle; y grows
 * to the south.
 */
export class Plane {
  #middle;
  #unit;

  /** @param middle { latitude, longitude } in degrees */
  constructor(middle) {
    this.#middle = middle;
    this.#unit = KM_A_DEGREE * Math.cos(middle.latitude * RADIAN);
  }

  project({ latitude, longitude }) {
    return {
      x: (longitude - this.#middle.longitude) * this.#unit,
      y: (degreesNorth(this.#middle.latitude) - degreesNorth(latitude)) * this.#unit,
    };
  }

  /** The inverse of project. */
  place({ x, y }) {
    const north = (degreesNorth(this.#middle.latitude) - y / this.#unit) * RADIAN;
    return {
      longitude: this.#middle.longitude + x / this.#unit,
      latitude: Math.atan(Math.sinh(north)) / RADIAN,
    };
  }

  /** How many units a kilometre has at a latitude. */
  kilometre(latitude) {
    return Math.cos(this.#middle.latitude * RADIAN) / Math.cos(within(latitude) * RADIAN);
  }
}

const within = (latitude) => Math.max(-FARTHEST_NORTH, Math.min(FARTHEST_NORTH, latitude));

const degreesNorth = (latitude) => Math.asinh(Math.tan(within(latitude) * RADIAN)) / RADIAN;

/** Kilometres between two places. */
export function distance(a, b) {
  const [north, east] = [(b.latitude - a.latitude) * RADIAN, (b.longitude - a.longitude) * RADIAN];
  const h = Math.sin(north / 2) ** 2
    + Math.cos(a.latitude * RADIAN) * Math.cos(b.latitude * RADIAN) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Those who live where most people live: the smallest circle round a place that holds nine tenths of
 * the people of the most populous neighbourhood, with the whole of their own circles.
 *
 * @param people [{ latitude, longitude, uncertaintyKm }]
 * @returns some of them, in their order
 */
export function mostPeople(people) {
  const spots = Map.groupBy(people, spotOf);
  const places = [...spots.values()].map(([first]) => first);
  const count = (near) => near.reduce((sum, place) => sum + spots.get(spotOf(place)).length, 0);
  let near = [];
  for (const place of places) {
    const others = places.filter((other) => areNear(place, other));
    near = count(others) > count(near) ? others : near;
  }
  const smallest = smallestCircle(near, (place) => spots.get(spotOf(place)).length, MOST * count(near));
  return smallest ? people.filter((person) => reach(smallest.middle, person) <= smallest.km) : [];
}

const spotOf = ({ latitude, longitude, uncertaintyKm }) => `${latitude} ${longitude} ${uncertaintyKm}`;

const areNear = (a, b) =>
  Math.abs(a.latitude - b.latitude) * KM_A_DEGREE <= NEIGHBOURHOOD_KM && distance(a, b) <= NEIGHBOURHOOD_KM;

/** How far from a middle the farthest point of a person's circle is. */
const reach = (middle, person) => distance(middle, person) + person.uncertaintyKm;

function smallestCircle(places, weight, wanted) {
  let best;
  for (let i = 0; i < places.length; i += Math.ceil(places.length / MOST_MIDDLES)) {
    const middle = places[i];
    let held = 0;
    const last = places
      .map((place) => ({ km: reach(middle, place), people: weight(place) }))
      .sort((a, b) => a.km - b.km)
      .find(({ people }) => (held += people) >= wanted);
    if (!best || last.km < best.km) {
      best = { middle, km: last.km };
    }
  }
  return best;
}

/**
 * Gives everybody a place of their own within the circle that they may be anywhere in.
 *
 * @param people who have a ref, a latitude, a longitude and an uncertaintyKm
 * @returns by ref { x, y } of the point, { cx, cy, r } of the circle, in units of the plane
 */
export function spread(people, plane) {
  const places = new Map();
  const circles = Map.groupBy(people, ({ latitude, longitude }) => `${latitude} ${longitude}`);
  for (const together of circles.values()) {
    const { x, y } = plane.project(together[0]);
    together.forEach((person, n) => {
      const r = person.uncertaintyKm * plane.kilometre(person.latitude);
      const far = 0.8 * r * Math.sqrt((n + (together.length > 1 ? 0.5 : 0)) / together.length);
      const turn = n * GOLDEN_ANGLE;
      places.set(person.ref, { x: x + far * Math.cos(turn), y: y + far * Math.sin(turn), cx: x, cy: y, r });
    });
  }
  return places;
}

/**
 * The box round some circles.
 *
 * @param circles [{ cx, cy, r }], at least one
 * @returns { x, y } of its middle, its width and height
 */
export function boxRound(circles) {
  const edge = (most, of) => circles.reduce((found, circle) => most(found, of(circle)), of(circles[0]));
  const [west, east] = [edge(Math.min, ({ cx, r }) => cx - r), edge(Math.max, ({ cx, r }) => cx + r)];
  const [north, south] = [edge(Math.min, ({ cy, r }) => cy - r), edge(Math.max, ({ cy, r }) => cy + r)];
  return { x: (west + east) / 2, y: (north + south) / 2, width: east - west, height: south - north };
}
