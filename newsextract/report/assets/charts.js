/* Small charts as SVG: bars, columns, lines. Each has its figures as text too, for screen readers and for print. */
(() => {
  const { svg } = NX;
  const title = (text) => svg("title", {}, text);

  /** Columns over named steps: [{label, value, note, go}]. Every column's label where there is room, else some. */
  NX.columns = (rows, { width = 640, height = 140, label = "" } = {}) => {
    const foot = 22, head = 16;
    const most = Math.max(1, ...rows.map((r) => r.value));
    const step = width / Math.max(1, rows.length);
    const every = Math.ceil(rows.length / 12);
    const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart columns", role: "img", "aria-label": label });
    chart.append(svg("line", { x1: 0, x2: width, y1: height - foot, y2: height - foot, class: "axis" }));
    rows.forEach((row, n) => {
      const tall = row.value ? Math.max(2, (height - foot - head) * row.value / most) : 0;
      const wide = Math.min(46, Math.max(1, step * 0.72));
      const middle = n * step + step / 2;
      const group = svg("g", row.go ? { class: "go", onclick: row.go } : {}, title(`${row.label}: ${NX.count(row.value)}`));
      group.append(svg("rect", { x: n * step, y: 0, width: step, height, class: "reach" }));
      group.append(svg("rect", { x: middle - wide / 2, y: height - foot - tall, width: wide, height: tall, rx: Math.min(3, wide / 3), class: "bar" }));
      if (row.value && rows.length <= 16) {
        group.append(svg("text", { x: middle, y: height - foot - tall - 5, class: "number" }, NX.count(row.value)));
      }
      if (n % every === 0) group.append(svg("text", { x: middle, y: height - 6, class: "label" }, row.short || row.label));
      chart.append(group);
    });
    return chart;
  };

  /** Bars to the right, as rows of HTML with an SVG in each: [{label, value, words, href, note, hue}]. */
  NX.bars = (rows) => {
    const most = Math.max(1e-9, ...rows.map((r) => r.value));
    return NX.h("ol", { class: "bars" }, rows.map((row) => {
      const bar = svg("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", class: `bar-line ${row.hue || ""}`, "aria-hidden": "true" },
        svg("rect", { x: 0, y: 0, width: 100, height: 8, class: "ground" }),
        svg("rect", { x: 0, y: 0, width: Math.max(0.6, 100 * row.value / most), height: 8, class: "bar" }));
      return NX.h("li", {},
        NX.h("a", { class: "bar-label", href: row.href || null, title: row.label }, row.label),
        NX.h("span", { class: "bar-words" }, row.words),
        bar,
        row.note ? NX.h("span", { class: "bar-note", title: row.note }, row.note) : null);
    }));
  };

  /** A line through points in time: [{at: ISO date, value, words}]. */
  NX.line = (points, { label = "" } = {}) => {
    const width = 260, height = 72, side = 10, head = 14, foot = 16;
    const times = points.map((p) => Date.parse(p.at)), values = points.map((p) => p.value);
    const [t0, t1] = [Math.min(...times), Math.max(...times)], [v0, v1] = [Math.min(...values), Math.max(...values)];
    const x = (t) => (t1 === t0 ? width / 2 : side + (width - 2 * side) * (t - t0) / (t1 - t0));
    const y = (v) => (v1 === v0 ? height / 2 : height - foot - (height - foot - head) * (v - v0) / (v1 - v0));
    const places = points.map((p, n) => [x(times[n]), y(p.value)]);
    const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart line", role: "img", "aria-label": label });
    chart.append(svg("polyline", { points: places.map((p) => p.join(",")).join(" "), class: "path" }));
    points.forEach((point, n) => {
      chart.append(svg("circle", { cx: places[n][0], cy: places[n][1], r: 3.2, class: "dot" }, title(`${point.at}: ${point.words}`)));
    });
    chart.append(svg("text", { x: side, y: height - 2, class: "label start" }, points[0].at.slice(0, 7)));
    if (points.length > 1) chart.append(svg("text", { x: width - side, y: height - 2, class: "label end" }, points.at(-1).at.slice(0, 7)));
    return chart;
  };
})();
