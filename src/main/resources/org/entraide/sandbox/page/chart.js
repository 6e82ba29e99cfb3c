// The charts of a tab, each as bars with their labels and numbers, whatever its type.

const SVG = "http://www.w3.org/2000/svg";
const LINE = 18;
const LABEL = 150;
const WIDTH = 420;

/** Figures for charts as the office gives them: { title, labels, series: [{ name, values }] }. */
export function figures(charts) {
  return charts.map((chart) => {
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = chart.title;
    figure.append(caption, bars(chart));
    return figure;
  });
}

function bars({ title, labels, series }) {
  const values = series.flatMap((one) => one.values.map((value) => value ?? 0));
  const most = Math.max(1, ...values);
  const lines = labels.length * Math.max(1, series.length);
  const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${Math.max(1, lines) * LINE}`, role: "img", "aria-label": title });
  labels.forEach((label, i) => {
    series.forEach((one, s) => {
      const value = one.values[i] ?? 0;
      const y = (i * series.length + s) * LINE;
      const width = (WIDTH - LABEL - 50) * Math.max(0, value) / most;
      const name = series.length > 1 && one.name ? `${label} (${one.name})` : label;
      svg.append(
        text(name, { x: LABEL - 6, y: y + 13, "text-anchor": "end" }),
        element("rect", { x: LABEL, y: y + 3, width, height: LINE - 6, class: "bar-" + (s % 3) }),
        text(String(value), { x: LABEL + width + 5, y: y + 13 }));
    });
  });
  return svg;
}

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
