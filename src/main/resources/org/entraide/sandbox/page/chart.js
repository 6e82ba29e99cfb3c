// The charts of a tab: standing columns, or else lying bars, with the titles of their axes.

const SVG = "http://www.w3.org/2000/svg";
const LINE = 18;
const LABEL = 175;
const WIDTH = 470;
const HEIGHT = 240;
const SLANTED = 60;

/**
 * Figures for charts as the office gives them: { title, type, labels, labelAxis, valueAxis,
 * series: [{ name, values }] }.
 */
export function figures(charts) {
  return charts.map((chart) => {
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = chart.title;
    figure.append(caption, chart.type === "COLUMN" ? columns(chart) : bars(chart));
    return figure;
  });
}

/** Every bar with its place among all: { label, value, nth, kind }. */
function parts({ labels, series }) {
  return labels.flatMap((label, i) =>
    series.map((one, s) => ({
      label: series.length > 1 && one.name ? `${label} (${one.name})` : label,
      value: one.values[i] ?? 0,
      nth: i * series.length + s,
      kind: "bar-" + (s % 3),
    })));
}

/** What the longest bar stands for. */
const most = (all) => Math.max(1, ...all.map(({ value }) => value));

function bars(chart) {
  const all = parts(chart);
  const top = chart.labelAxis ? LINE : 0;
  const bottom = top + Math.max(1, all.length) * LINE;
  const svg = picture(chart, bottom + (chart.valueAxis ? LINE : 0));
  svg.append(
    element("line", { x1: LABEL, x2: LABEL, y1: top, y2: bottom }),
    axis(chart.labelAxis, { x: LABEL - 6, y: 12, "text-anchor": "end" }),
    axis(chart.valueAxis, { x: (LABEL + WIDTH) / 2, y: bottom + 13, "text-anchor": "middle" }));
  for (const { label, value, nth, kind } of all) {
    const y = top + nth * LINE;
    const width = (WIDTH - LABEL - 50) * Math.max(0, value) / most(all);
    svg.append(
      text(label, { x: LABEL - 6, y: y + 13, "text-anchor": "end" }),
      element("rect", { x: LABEL, y: y + 3, width, height: LINE - 6, class: kind }),
      text(String(value), { x: LABEL + width + 5, y: y + 13 }));
  }
  return svg;
}

function columns(chart) {
  const all = parts(chart);
  const foot = HEIGHT - LINE - SLANTED;
  const left = 40; // where the first label slants to
  const step = (WIDTH - left) / Math.max(1, all.length);
  const svg = picture(chart, HEIGHT);
  svg.append(
    element("line", { x1: left, x2: WIDTH, y1: foot, y2: foot }),
    axis(chart.valueAxis, { x: left, y: 12 }),
    axis(chart.labelAxis, { x: WIDTH / 2, y: HEIGHT - 4, "text-anchor": "middle" }));
  for (const { label, value, nth, kind } of all) {
    const middle = left + (nth + 0.5) * step;
    const height = (foot - 2 * LINE) * Math.max(0, value) / most(all);
    const width = Math.min(60, step * 0.6);
    svg.append(
      element("rect", { x: middle - width / 2, y: foot - height, width, height, class: kind }),
      text(String(value), { x: middle, y: foot - height - 4, "text-anchor": "middle" }),
      text(label, { transform: `translate(${middle + 4} ${foot + 12}) rotate(-45)`, "text-anchor": "end" }));
  }
  return svg;
}

const picture = ({ title }, height) =>
  element("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": title });

const axis = (title, attributes) => text(title ?? "", { ...attributes, class: "axis" });

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function text(content, attributes) {
  const made = element("text", attributes);
  made.textContent = content;
  return made;
}
