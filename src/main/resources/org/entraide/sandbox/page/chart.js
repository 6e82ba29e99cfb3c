// The charts of a tab, drawn by Chart.js: standing columns, or else lying bars, with the titles of
// their axes and the figures at their ends; beneath each, for whoever cannot see it, its table.

const { Chart } = window;

const LINE = 22;
const FRAME = 60;
const STANDING = 250;
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
    ctx.font = "12px system-ui, sans-serif";
    ctx.textAlign = lying ? "left" : "center";
    ctx.textBaseline = lying ? "middle" : "bottom";
    data.datasets.forEach((series, s) => {
      chart.getDatasetMeta(s).data.forEach((bar, i) => {
        const [x, y] = lying ? [bar.x + 4, bar.y] : [bar.x, bar.y - 2];
        ctx.fillText(String(series.data[i] ?? ""), x, y);
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
  const bars = chart.labels.length * chart.series.length;
  frame.style.height = (isStanding(chart) ? STANDING : FRAME + LINE * Math.max(1, bars)) + "px";
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", true);
  frame.append(canvas);
  made.append(caption, frame, table(chart));
  return made;
}

const isStanding = ({ type }) => type === "COLUMN";

function table(chart) {
  const made = document.createElement("table");
  made.className = "unseen";
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

function settings(chart) {
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
  const labels = {
    ticks: { color: ink, autoSkip: false },
    grid: { display: false },
    border: { color: line },
    title: axisTitle(chart.labelAxis),
  };
  const standing = isStanding(chart);
  return {
    type: "bar",
    data: {
      labels: chart.labels,
      datasets: chart.series.map(({ name, values: data }, s) => ({
        label: name,
        data,
        backgroundColor: colour(COLOURS[s % COLOURS.length]),
        maxBarThickness: standing ? 60 : 14,
      })),
    },
    options: {
      indexAxis: standing ? "x" : "y",
      animation: false,
      maintainAspectRatio: false,
      scales: standing ? { x: labels, y: values } : { x: values, y: labels },
      plugins: {
        legend: { display: chart.series.length > 1, labels: { color: ink } },
        tooltip: { enabled: true },
      },
    },
    plugins: [figuresAtEnds],
  };
}
