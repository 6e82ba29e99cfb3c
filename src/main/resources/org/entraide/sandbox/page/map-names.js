// Names on the map: those of people beside their points and, fainter, those of towns and neighbourhoods.
// A name that has no room is left out. All lengths are pixels.

const HEIGHT = 17;
const GAP = 3;
/** More points than that at once have no room for names. */
const MOST_NAMED = 300;
/** Neighbourhoods nearer to each other than that share the name of their town. */
const TOWN_PIXELS = 110;
const BRACKETS = /\s*\([^()]*\)$/;

/**
 * Finds a place for each name that has room, the first ones first.
 *
 * @param wanted [{ text, width, spots: [{ x, y }], must }]: where the left upper corner may be, best
 *     first; a name that must be seen is placed even where it hides something
 * @param points [{ x, y }] that no name may hide
 * @param room { width, height, reach } of the picture, and the radius of a point
 * @returns [{ text, x, y, ... }]: what was wanted, with its place
 */
export function placeNames(wanted, points, { width, height, reach }) {
  const dots = points.map(({ x, y }) => ({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }));
  const names = [];
  for (const name of wanted) {
    const boxes = name.spots.map(({ x, y }) => ({ x, y, width: name.width, height: HEIGHT }));
    const inside = boxes.filter((box) => isInside(box, width, height));
    const free = inside.filter((box) => !names.some((other) => overlap(box, other)));
    const clear = free.find((box) => !dots.some((dot) => overlap(box, dot)));
    const box = clear ?? (name.must ? free[0] ?? inside[0] : undefined);
    if (box) {
      names.push({ ...name, ...box });
    }
  }
  return names;
}

const isInside = ({ x, y, width, height }, across, down) =>
  x >= 0 && y >= 0 && x + width <= across && y + height <= down;

const overlap = (a, b) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Those whose points can be told from others', and those who must be named: of a heap, a name says nothing. */
const apart = (people, reach) =>
  people.filter((person) =>
    person.must || !people.some((other) =>
      other !== person && Math.hypot(other.x - person.x, other.y - person.y) < reach));

/** Right, left, above or below a point; then farther up and down beside it. */
function beside({ x, y }, width, reach) {
  const [right, left, middle] = [x + reach + GAP, x - reach - GAP - width, x - width / 2];
  const half = Math.max(reach, HEIGHT / 2);
  const [above, below] = [y - half - HEIGHT, y + half];
  return [
    { x: right, y: y - HEIGHT / 2 }, { x: left, y: y - HEIGHT / 2 }, { x: middle, y: above },
    { x: middle, y: below }, { x: right - reach, y: above }, { x: right - reach, y: below },
    { x: left + reach, y: above }, { x: left + reach, y: below },
  ];
}

/** At the upper or lower edge of a circle, or in it; of a small one, beside it too. */
function onCircle({ x, y, r }, width, reach) {
  const left = x - width / 2;
  const outside = r + reach;
  return [y - outside - HEIGHT, y - HEIGHT / 2, y + outside, y - r, y + r - HEIGHT]
    .map((top) => ({ x: left, y: top }))
    .concat(beside({ x, y }, width, outside).slice(0, 2));
}

/** Layers of an SVG picture with names, whose unit is a pixel. */
export class Names {
  #picture;
  #pen = document.createElement("canvas").getContext("2d");
  #widths = new Map();

  constructor(picture) {
    this.#picture = picture;
  }

  /**
   * Draws the names that have room.
   *
   * @param people [{ text, x, y, must }], those who must be seen first
   * @param places what the sheet says of places, and where they are: [{ text, x, y, r }]
   * @param reach the radius of a point
   */
  draw(people, places, reach) {
    const { clientWidth: width, clientHeight: height } = this.#picture;
    const [faint, clear] = this.#picture.children;
    const isSeen = ({ x, y }) => x > 0 && y > 0 && x < width && y < height;
    const seen = people.filter(isSeen);
    const named = seen.length > MOST_NAMED ? seen.filter(({ must }) => must) : apart(seen, reach);
    const own = named.map((person) => {
      const across = this.#width(person.text, clear);
      return { ...person, width: across, spots: beside(person, across, reach), layer: clear };
    });
    const around = places.length > MOST_NAMED ? [] : placeWords(places).filter(isSeen).map((place) => {
      const across = this.#width(place.text, faint);
      return { ...place, width: across, spots: onCircle(place, across, reach), layer: faint };
    });
    const found = placeNames([...own, ...around], seen, { width, height, reach });
    for (const layer of [faint, clear]) {
      layer.replaceChildren(...found.filter((name) => name.layer === layer).map(drawn));
    }
  }

  #width(text, layer) {
    const key = layer.id + text;
    if (!this.#widths.has(key)) {
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(layer);
      this.#pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
      this.#widths.set(key, Math.ceil(this.#pen.measureText(text).width) + 2);
    }
    return this.#widths.get(key);
  }
}

function drawn({ text, x, y, ref }) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "text");
  made.setAttribute("x", x + 1);
  made.setAttribute("y", y + HEIGHT - 4.5);
  made.textContent = text;
  if (ref) {
    made.dataset.of = ref;
  }
  return made;
}

/**
 * What to write for places: the name of a town while its neighbourhoods are close to each other, else
 * theirs. The sheet writes "SW6, London (postcode district, within 2 km)".
 *
 * @param places [{ text, x, y, r }]
 * @returns [{ text, x, y, r }], each text once, towns with most places first
 */
export function placeWords(places) {
  const parts = places
    .map((place) => ({ ...place, words: place.text.replace(BRACKETS, "").split(", ") }))
    .filter(({ words }) => words[0]);
  const written = new Map();
  const towns = [...Map.groupBy(parts, ({ words }) => words.at(-1))].sort(([, a], [, b]) => b.length - a.length);
  for (const [town, of] of towns) {
    const [xs, ys] = [of.map(({ x }) => x), of.map(({ y }) => y)];
    const across = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    if (across < TOWN_PIXELS) {
      const middle = (all) => all.reduce((sum, one) => sum + one, 0) / all.length;
      written.set(town, { text: town, x: middle(xs), y: middle(ys), r: across / 2 });
    } else {
      of.forEach(({ words: [text], x, y, r }) => written.has(text) || written.set(text, { text, x, y, r }));
    }
  }
  return [...written.values()];
}
