/* What happened when: the dates that the texts name, with the sentences that name them. */
(() => {
  const { h, t } = NX;
  let month = null;

  const dated = () => NX.filtered().flatMap((a) => a.mentions.filter((m) => m.t === "TIME" && m.v && m.v.start && m.v.kind !== "vague")
    .map((m) => ({ at: m.v.start, end: m.v.end, m })))
    .sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0));

  const perMonth = (rows) => {
    const counts = new Map();
    for (const row of rows) counts.set(row.at.slice(0, 7), (counts.get(row.at.slice(0, 7)) || 0) + 1);
    const names = [...counts.keys()].sort();
    // A few dates long past would leave the rest no room: the span shown is where nearly all of them stand.
    const recent = names.slice(-48);
    return recent.map((name) => ({
      label: name, value: counts.get(name), go: () => {
        month = month === name ? null : name;
        NX.refresh();
      },
    }));
  };

  const entry = ({ at, end, m }) => {
    const { text, start, end: stop } = NX.sentenceOf(m);
    const from = Math.max(0, start - 50);
    return h("li", {}, NX.link(`${NX.routeOf(m.article)}/m${m.number}`, { class: "event", lang: "zh-Hans" },
      (from ? "…" : "") + text.slice(from, start), h("mark", { class: `m ${NX.hue("TIME")}` }, text.slice(start, stop)), text.slice(stop, stop + 90) + (text.length > stop + 90 ? "…" : "")),
    h("span", { class: "row-path" }, [end && end !== at ? `${at} – ${end}` : null, m.v.part && NX.valueName(m.v.part), NX.titleOf(m.article)].filter(Boolean).join(" · ")));
  };

  NX.views.timeline = (main) => {
    const all = dated();
    main.append(h("div", { class: "view-head" }, h("h1", {}, t("timeline"))));
    if (!all.length) return main.append(h("p", { class: "nothing" }, NX.isFiltered() ? t("nothing") : t("nothingFound")));
    if (month && !all.some((row) => row.at.startsWith(month))) month = null;
    main.append(h("section", { class: "panel" }, h("h2", {}, t("perMonth"), month ? h("button", { type: "button", class: "quiet", onclick: () => { month = null; NX.refresh(); } }, `${month} ×`) : null), NX.columns(perMonth(all), { label: t("perMonth") })));
    const days = new Map();
    for (const row of all) {
      if (month && !row.at.startsWith(month)) continue;
      if (!days.has(row.at)) days.set(row.at, []);
      days.get(row.at).push(row);
    }
    const list = h("ol", { class: "timeline" });
    main.append(list);
    NX.lazily(list, [...days].reverse(), ([day, rows]) => h("li", { class: "day" }, h("h3", {}, h("time", { datetime: day }, day)), h("ul", {}, rows.map(entry))), 30);
    return undefined;
  };
})();
