/* What happened when: the dates that the texts name, with the sentences that name them. */
(() => {
  const { h, t } = NX;
  let chosen = null;

  const dated = () => NX.filtered().flatMap((a) => a.mentions.filter((m) => m.t === "TIME" && m.v && m.v.start && m.v.kind !== "vague")
    .map((m) => ({ at: m.v.start, end: m.v.end, m })))
    .sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0));

  const monthsBetween = (first, last) => {
    const names = [];
    for (let [y, m] = first.split("-").map(Number); ; [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1]) {
      const name = `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}`;
      names.push(name);
      if (name >= last || names.length > 60) return names;
    }
  };

  /* Columns by month where five years hold all of the dates, else by year; empty ones stand too, so that time runs evenly. */
  const columns = (rows) => {
    const [first, last] = [rows[0].at, rows.at(-1).at];
    const months = monthsBetween(first.slice(0, 7), last.slice(0, 7));
    const byYear = months.length > 60;
    const size = byYear ? 4 : 7;
    const counts = new Map();
    for (const row of rows) counts.set(row.at.slice(0, size), (counts.get(row.at.slice(0, size)) || 0) + 1);
    // A few dates long past would leave the rest no room.
    const end = Number(last.slice(0, 4)), begin = Math.max(Number(first.slice(0, 4)), end - 39);
    const names = byYear ? Array.from({ length: end - begin + 1 }, (_, n) => String(begin + n).padStart(4, "0")) : months;
    const chart = names.map((name) => ({
      label: name, value: counts.get(name) || 0, go: () => {
        chosen = chosen === name ? null : name;
        NX.refresh();
      },
    }));
    return [byYear ? "perYear" : "perMonth", NX.columns(chart, { width: 1080, height: 170, label: t(byYear ? "perYear" : "perMonth") })];
  };

  /* A whole year or month is called by its name, anything else that is longer than a day by both ends. */
  const span = ({ at, end }) => {
    if (!end || end === at) return at;
    if (at.endsWith("-01-01") && end === `${at.slice(0, 4)}-12-31`) return at.slice(0, 4);
    const [y, m] = at.split("-").map(Number);
    const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
    if (at.endsWith("-01") && end === `${at.slice(0, 7)}-${last}`) return at.slice(0, 7);
    return `${at} – ${end}`;
  };

  const entry = ({ m }) => {
    const { text, start, end: stop } = NX.sentenceOf(m);
    const from = Math.max(0, start - 50);
    return h("li", {}, NX.link(`${NX.routeOf(m.article)}/m${m.number}`, { class: "event", lang: "zh-Hans" },
      (from ? "…" : "") + text.slice(from, start), h("mark", { class: `m ${NX.hue("TIME")}` }, text.slice(start, stop)), text.slice(stop, stop + 90) + (text.length > stop + 90 ? "…" : "")),
    h("span", { class: "row-path" }, [m.v.part && NX.valueName(m.v.part), NX.titleOf(m.article)].filter(Boolean).join(" · ")));
  };

  NX.views.timeline = (main) => {
    const all = dated();
    main.append(h("div", { class: "view-head" }, h("h1", {}, t("timeline"))));
    if (!all.length) return main.append(h("p", { class: "nothing" }, NX.isFiltered() ? t("nothing") : t("nothingFound")));
    if (chosen && !all.some((row) => row.at.startsWith(chosen))) chosen = null;
    const [name, chart] = columns(all);
    main.append(h("section", { class: "panel" }, h("h2", {}, t(name), chosen ? h("button", { type: "button", class: "quiet", onclick: () => { chosen = null; NX.refresh(); } }, `${chosen} ×`) : null), chart));
    const days = new Map();
    for (const row of all) {
      if (chosen && !row.at.startsWith(chosen)) continue;
      const name = span(row);
      if (!days.has(name)) days.set(name, []);
      days.get(name).push(row);
    }
    const list = h("ol", { class: "timeline" });
    main.append(list);
    NX.lazily(list, [...days].reverse(), ([day, rows]) => h("li", { class: "day" }, h("h3", {}, h("time", {}, day)), h("ul", {}, rows.map(entry))), 30);
    return undefined;
  };
})();
