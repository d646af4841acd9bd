/* Amounts of money and indicators as small charts. */
(() => {
  const { h, t } = NX;

  const amounts = () => NX.filtered().flatMap((a) => a.mentions).filter((m) => m.t === "MONEY" && NX.mentionPasses(m) && NX.yuan(m.v) !== null);

  /** The largest amounts as rows for bars; one said twice in an article counts once. */
  NX.largestAmounts = (n) => {
    const seen = new Set();
    return amounts().sort((x, y) => NX.yuan(y.v) - NX.yuan(x.v)).filter((m) => {
      const key = `${m.article.index}:${NX.yuan(m.v)}`;
      return seen.has(key) ? false : seen.add(key);
    }).slice(0, n).map((m) => ({
      label: m.w, value: NX.yuan(m.v), words: NX.short(NX.yuan(m.v)), hue: NX.hue("MONEY"),
      href: `#/${NX.routeOf(m.article)}/m${m.number}`, note: NX.sentenceOf(m).text,
    }));
  };

  /* How many amounts are of which order of magnitude. */
  const spread = (all) => {
    const counts = new Map();
    for (const m of all) {
      const yuan = NX.yuan(m.v);
      const power = yuan < 1 ? 0 : Math.floor(Math.log10(yuan));
      counts.set(power, (counts.get(power) || 0) + 1);
    }
    const powers = [...counts.keys()];
    const rows = [];
    for (let p = Math.min(...powers); p <= Math.max(...powers); p += 1) {
      rows.push({
        label: NX.short(10 ** p), value: counts.get(p) || 0,
        go: () => { NX.setFilter({ min: 10 ** p, max: 10 ** (p + 1) - 0.01 }); NX.rebuild(); },
      });
    }
    return rows;
  };

  /* Statements of one thing about one subject in one unit belong together. */
  const series = () => {
    const groups = new Map();
    for (const fact of NX.filtered().flatMap((a) => a.facts)) {
      if (fact.kind !== "indicator") continue;
      const key = [fact.subject || "", fact.indicator, fact.unit || ""].join("\u0000");
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(fact);
    }
    return [...groups.values()].sort((x, y) => y.length - x.length);
  };

  const trend = (fact) => {
    const kind = (fact.change && fact.change.kind) || "";
    if (/降|减|跌|少|缩|回落|低/.test(kind)) return "down";
    return kind ? "up" : "";
  };

  const card = (facts) => {
    const points = facts.filter((f) => f.value !== undefined && (f.end || f.start))
      .map((f) => ({ at: f.end || f.start, value: Number(f.value), words: NX.fieldOf(f, "value") })).sort((x, y) => (x.at < y.at ? -1 : 1));
    const several = new Set(points.map((p) => p.at)).size > 1;
    const last = facts.reduce((x, y) => ((y.end || "") >= (x.end || "") ? y : x));
    const change = NX.fieldOf(last, "change"), rank = NX.fieldOf(last, "rank");
    return h("li", { class: "gauge" }, h("a", { href: last.article ? `#/${NX.routeOf(last.article)}/f${last.number}` : null },
      h("span", { class: "gauge-subject", lang: "zh-Hans" }, last.subject || ""),
      h("span", { class: "gauge-name", lang: "zh-Hans" }, last.indicator),
      h("span", { class: "gauge-value", title: NX.fieldOf(last, "value") }, NX.gaugeValue(last)),
      change ? h("span", { class: `gauge-change ${trend(last)}`, lang: "zh-Hans" }, change) : null,
      rank ? h("span", { class: "gauge-rank", lang: "zh-Hans" }, rank) : null,
      several ? NX.line(points, { label: `${last.indicator}: ${points.map((p) => `${p.at} ${p.words}`).join("; ")}` }) : h("span", { class: "gauge-period" }, NX.fieldOf(last, "period"))));
  };

  NX.views.figures = (main) => {
    const all = amounts(), groups = series();
    main.append(h("div", { class: "view-head" }, h("h1", {}, t("figures"))));
    if (!all.length && !groups.length) return main.append(h("p", { class: "nothing" }, NX.isFiltered() ? t("nothing") : t("nothingFound")));
    if (all.length) {
      main.append(h("div", { class: "panels" },
        h("section", { class: "panel" }, h("h2", {}, t("largest")), NX.bars(NX.largestAmounts(14))),
        h("section", { class: "panel" }, h("h2", {}, t("spread")), h("p", { class: "panel-hint" }, t("spreadHint")), NX.columns(spread(all), { height: 200, label: t("spread") }))));
    }
    if (groups.length) {
      const list = h("ol", { class: "gauges" });
      main.append(h("section", {}, h("h2", {}, t("indicators"), h("span", { class: "n" }, NX.count(groups.length))), h("p", { class: "panel-hint" }, t("indicatorsHint")), list));
      NX.lazily(list, groups, card, 80);
    }
    return undefined;
  };
})();
