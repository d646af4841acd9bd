/* The first view: how much there is, of what, and where to begin. */
(() => {
  const { h, t } = NX;
  const tile = (number, label, route) => NX.link(route, { class: "tile" }, h("span", { class: "tile-n" }, NX.count(number)), h("span", { class: "tile-label" }, label));

  const byDay = (pages) => {
    const days = new Map();
    for (const page of pages) if (page.published) days.set(page.published, (days.get(page.published) || 0) + 1);
    let rows = [...days].sort();
    if (rows.length > 60) {
      // Too many days for one row of columns: months.
      const months = new Map();
      for (const [day, n] of rows) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) || 0) + n);
      rows = [...months];
    }
    return rows.map(([label, value]) => ({ label, value }));
  };

  const panel = (title, route, ...inside) => h("section", { class: "panel" }, h("h2", {}, title, route ? NX.link(route, { class: "panel-more" }, t("more") + " ›") : null), inside);

  NX.views.overview = (main) => {
    const articles = NX.filtered();
    const pages = [...new Set(articles.map((a) => a.page))];
    const mentions = articles.flatMap((a) => a.mentions);
    const facts = articles.flatMap((a) => a.facts);
    const entities = NX.rankedEntities();
    main.append(
      h("div", { class: "view-head masthead" }, h("h1", {}, NX.data.title), h("p", { class: "count" }, dates(pages))),
      h("div", { class: "tiles" },
        tile(NX.isFiltered() ? pages.length : NX.data.pages.length, t("pages"), "articles"), tile(articles.length, t("articles"), "articles"),
        tile(mentions.length, t("mentions"), "articles"), tile(facts.length, t("facts"), "facts"), tile(entities.length, t("entities"), "entities")));
    if (!articles.length) return main.append(h("p", { class: "nothing" }, NX.isFiltered() ? t("nothing") : t("nothingFound")));
    const counts = new Map();
    for (const m of mentions) counts.set(m.t, (counts.get(m.t) || 0) + 1);
    const panels = h("div", { class: "panels" });
    main.append(panels);
    panels.append(panel(t("byType"), null, NX.bars(NX.TYPES.filter((k) => counts.has(k)).map((k) => ({
      label: NX.typeName(k), value: counts.get(k), words: NX.count(counts.get(k)), hue: NX.hue(k),
    })).sort((x, y) => y.value - x.value))));
    if (entities.length) {
      panels.append(panel(t("topEntities"), "entities", NX.bars(entities.slice(0, 12).map(({ entity, mentions: ms }) => ({
        label: entity.name, value: ms.length, words: NX.count(ms.length), hue: NX.hue(entity.type), href: "#/" + NX.entityRoute(entity),
      })))));
    }
    const amounts = NX.largestAmounts(8);
    if (amounts.length) panels.append(panel(t("largest"), "figures", NX.bars(amounts)));
    const within = new Set(articles);
    const policies = NX.policies.map((p) => [p, p.mentions.filter((m) => within.has(m.article))]).filter(([, ms]) => ms.length).slice(0, 8);
    if (policies.length) {
      panels.append(panel(t("topPolicies"), null, h("ol", { class: "plain" }, policies.map(([p, ms]) => h("li", {},
        NX.link(`${NX.routeOf(ms[0].article)}/m${ms[0].number}`, { lang: "zh-Hans", class: "policy" }, p.name),
        h("span", { class: "row-path" }, [p.value.kind, p.value.doc_number, p.value.issuer, t("times", ms.length)].filter(Boolean).join(" · ")))))));
    }
    const days = byDay(pages);
    if (days.length > 1) panels.append(panel(t("perDay"), "timeline", NX.columns(days, { label: t("perDay") })));
    const rich = [...articles].sort((x, y) => y.facts.length - x.facts.length).slice(0, 6).filter((a) => a.facts.length);
    if (rich.length) {
      panels.append(panel(t("recent"), "facts", h("ol", { class: "plain" }, rich.map((a) => h("li", {}, NX.link(NX.routeOf(a), { lang: "zh-Hans" }, NX.titleOf(a)),
        h("span", { class: "row-path" }, [a.page.published, NX.FACTS.map((k) => [k, a.facts.filter((f) => f.kind === k).length]).filter(([, n]) => n).map(([k, n]) => `${NX.factName(k)} ${n}`).join("，")].filter(Boolean).join(" · ")))))));
    }
    return undefined;
  };

  const dates = (pages) => {
    const days = pages.map((p) => p.published).filter(Boolean).sort();
    if (!days.length) return "";
    return days[0] === days.at(-1) ? days[0] : `${days[0]} – ${days.at(-1)}`;
  };
})();
