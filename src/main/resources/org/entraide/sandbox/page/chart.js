// The charts of a tab, drawn by Chart.js: standing columns, or else lying bars, with the titles of
// their axes and the figures at their ends; beneath each, for whoever cannot see it, its table. Lying
// bars of nothing are left out, and listed below instead.

const { Chart } = window;

const BAR = 14;
const WORDS_LINE = 14;
const GAP = 4;
const DAY = 46;
const FRAME = 52;
const STANDING = 230;
/** Longer words beside a lying bar are broken into lines. */
const BESIDE = 24;
const FONT = "12px system-ui, sans-serif";
const FACTOR = 1.15; // leaves room for the figure at the end of the longest bar
const COLOURS = ["--accent", "--introduced", "--soft"];

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Figures at the ends of bars, which Chart.js leaves to plug-ins. */
const figuresAtEnds = {
  id: "figuresAtEnds",
  afterDatasetsDraw(chart) {
    const { ctx, data, options } = chart;
    const lying = options.indexAxis === "y";
    ctx.save();
    ctx.fillStyle = colour("--ink");
    ctx.font = FONT;
    ctx.textAlign = lying ? "left" : "center";
    ctx.textBaseline = lying ? "middle" : "bottom";
    data.datasets.forEach((series, s) => {
      chart.getDatasetMeta(s).data.forEach((bar, i) => {
        const [x, y] = lying ? [bar.x + 4, bar.y] : [bar.x, bar.y - 2];
        ctx.fillText(series.data[i] ? String(series.data[i]) : "", x, y);
      });
    });
    ctx.restore();
  },
};

let drawn = [];
let shown = [];

/**
 * Shows charts as the office gives them: { title, type, labels, labelAxis, valueAxis,
 * series: [{ name, values }] }.
 */
export function showCharts(element, charts) {
  drawn.forEach((chart) => chart.destroy());
  shown = charts;
  const figures = charts.map(figure);
  element.replaceChildren(...figures);
  drawn = charts.map((chart, i) => new Chart(figures[i].querySelector("canvas"), settings(chart)));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  drawn.forEach((chart, i) => {
    chart.options = settings(shown[i]).options;
    chart.data = settings(shown[i]).data;
    chart.update();
  });
});

function figure(chart) {
  const made = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = chart.title;
  const frame = document.createElement("div");
  frame.className = "frame";
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", true);
  frame.append(canvas);
  const { shown: bars, nothing } = withoutNothing(chart);
  frame.style.height = (isStanding(chart) ? STANDING : FRAME + lyingHeight(bars)) + "px";
  made.append(caption, frame);
  if (nothing.length) {
    const zeros = document.createElement("p");
    zeros.setAttribute("aria-hidden", true); // the table has them
    zeros.textContent = "0 – " + nothing.join(", ");
    made.append(zeros);
  }
  const unseen = document.createElement("div"); // a table itself would not become small
  unseen.className = "unseen";
  unseen.append(table(chart));
  made.append(unseen);
  return made;
}

/** A lying chart's bars that are seen, and the labels of those that would have no length. */
function withoutNothing(chart) {
  const isSomething = (i) => chart.series.some(({ values }) => values[i]);
  const kept = chart.labels.map((label, i) => i).filter(isSomething);
  if (isStanding(chart) || !kept.length) {
    return { shown: chart, nothing: [] };
  }
  const shown = {
    ...chart,
    labels: kept.map((i) => chart.labels[i]),
    series: chart.series.map((series) => ({ ...series, values: kept.map((i) => series.values[i]) })),
  };
  return { shown, nothing: chart.labels.filter((label, i) => label && !isSomething(i)) };
}

/** Bars of one chart are equally high: as its longest label needs. */
function lyingHeight({ labels, series }) {
  const lines = Math.max(1, ...labels.map((label) => broken(label).length));
  return Math.max(1, labels.length) * (GAP + Math.max(BAR * series.length, WORDS_LINE * lines));
}

/** Words in lines that leave room for bars. */
function broken(label) {
  const lines = [""];
  for (const word of String(label).split(" ")) {
    const longer = (lines.at(-1) + " " + word).trim();
    if (longer.length <= BESIDE || !lines.at(-1)) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** Days of one year are short: without the year, they have room beside each other. */
function withoutYear(labels) {
  const years = new Set(labels.map((label) => /^\d+\/\d+(\/\d{4})$/.exec(label)?.[1]));
  return years.size === 1 && !years.has(undefined)
    ? labels.map((label) => label.slice(0, -"/2026".length))
    : labels;
}

const isStanding = ({ type }) => type === "COLUMN";

function table(chart) {
  const made = document.createElement("table");
  const head = made.createTHead().insertRow();
  head.append(...[chart.labelAxis, ...chart.series.map(({ name }) => name || chart.valueAxis)].map((words) =>
    heading(words, "col")));
  const body = made.createTBody();
  chart.labels.forEach((label, i) => {
    const row = body.insertRow();
    row.append(heading(label, "row"));
    chart.series.forEach(({ values }) => (row.insertCell().textContent = values[i] ?? ""));
  });
  return made;
}

function heading(words, scope) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = words;
  return cell;
}

function settings(whole) {
  const { shown: chart } = withoutNothing(whole);
  const [ink, soft, line] = [colour("--ink"), colour("--soft"), colour("--line")];
  const axisTitle = (text) => ({ display: Boolean(text), text, color: soft, font: { style: "italic" } });
  const longest = Math.max(1, ...chart.series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const values = {
    beginAtZero: true,
    suggestedMax: longest * FACTOR,
    ticks: { display: false },
    grid: { display: false },
    border: { display: false },
    title: axisTitle(chart.valueAxis),
  };
  const standing = isStanding(chart);
  const words = standing ? withoutYear(chart.labels) : chart.labels.map(broken);
  const labels = {
    ticks: {
      color: ink,
      font: { size: 12 },
      autoSkip: false,
      maxRotation: 0,
      callback(value) {
        // as many as have room, and the last one always: it is the one that people look for
        const step = standing ? Math.ceil((words.length * DAY) / this.chart.width) : 1;
        return (words.length - 1 - value) % step ? "" : words[value];
      },
    },
    grid: { display: false },
    border: { color: line },
    title: axisTitle(chart.labelAxis),
  };
  return {
    type: "bar",
    data: {
      labels: chart.labels,
      datasets: chart.series.map(({ name, values: data }, s) => ({
        label: name,
        data,
        backgroundColor: colour(COLOURS[s % COLOURS.length]),
        maxBarThickness: standing ? 60 : BAR,
      })),
    },
    options: {
      indexAxis: standing ? "x" : "y",
      animation: false,
      maintainAspectRatio: false,
      scales: standing ? { x: labels, y: values } : { x: values, y: labels },
      plugins: {
        legend: { display: chart.series.length > 1, position: "bottom", labels: { color: ink } },
        tooltip: { enabled: true },
      },
    },
    plugins: [figuresAtEnds],
  };
}
