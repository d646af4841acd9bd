/* People, bodies and places: the list, and a page for each with all its mentions in context. */
(() => {
  const { h, t } = NX;
  let type = "";

  /** The mentions of an entity that stand in articles which pass. */
  const within = (entity, articles) => entity.mentions.filter((m) => articles.has(m.article));

  NX.rankedEntities = () => {
    const articles = new Set(NX.filtered());
    return NX.entities.map((entity) => ({ entity, mentions: within(entity, articles) })).filter((row) => row.mentions.length)
      .sort((x, y) => y.mentions.length - x.mentions.length || x.entity.index - y.entity.index);
  };

  NX.views.entities = (main) => {
    const words = NX.words();
    const ranked = NX.rankedEntities();
    const types = NX.TYPES.filter((k) => ranked.some((r) => r.entity.type === k));
    if (type && !types.includes(type)) type = "";
    const rows = ranked.filter((r) => !type || r.entity.type === type);
    // Names that the search asks for come first.
    if (words.length) rows.sort((x, y) => words.some((w) => y.entity.name.toLowerCase().includes(w)) - words.some((w) => x.entity.name.toLowerCase().includes(w)));
    const tab = (key, label, n) => h("button", { type: "button", "aria-pressed": String(type === key), onclick: () => { type = key; NX.refresh(); } }, label, h("span", { class: "n" }, NX.count(n)));
    main.append(h("div", { class: "view-head" }, h("h1", {}, t("entities"))),
      h("div", { class: "subtabs", role: "group" }, tab("", t("all"), ranked.length),
        types.map((k) => tab(k, NX.typeName(k), ranked.filter((r) => r.entity.type === k).length))));
    if (!rows.length) main.append(h("p", { class: "nothing" }, NX.isFiltered() ? t("nothing") : t("nothingFound")));
    const list = h("ol", { class: "cards" });
    main.append(list);
    NX.lazily(list, rows, ({ entity, mentions }) => h("li", {}, NX.link(NX.entityRoute(entity), { class: `entity ${NX.hue(entity.type)}` },
      h("span", { class: "swatch", "aria-hidden": "true" }),
      h("span", { class: "entity-name", lang: "zh-Hans" }, NX.found(entity.name, words)),
      h("span", { class: "entity-aside" }, [NX.typeName(entity.type), entity.code].filter(Boolean).join(" · ")),
      h("span", { class: "entity-n" }, NX.count(mentions.length)))), 120);
  };

  /** A mention with the words around it, the mentions one below the other. */
  NX.inContext = (m) => {
    const { text, start, end } = NX.sentenceOf(m);
    const before = text.slice(Math.max(0, start - 40), start).replace(/\n/g, " ");
    const after = text.slice(end, end + 60).replace(/\n/g, " ");
    return NX.link(m.article ? `${NX.routeOf(m.article)}/m${m.number}` : `articles`, { class: "kwic", lang: "zh-Hans" },
      h("span", { class: "kwic-before" }, (start > 40 ? "…" : "") + before), h("mark", { class: `m ${NX.hue(m.t)}` }, text.slice(start, end)), h("span", { class: "kwic-after" }, after));
  };

  const together = (entity) => {
    const counts = new Map();
    for (const article of entity.articles) {
      for (const e of new Set(article.mentions.map((m) => m.e))) {
        if (e !== null && e !== undefined && e !== entity.index) counts.set(e, (counts.get(e) || 0) + 1);
      }
    }
    return [...counts].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, 16);
  };

  /* Facts in which one of its mentions, or its name, stands. */
  const factsAbout = (entity) => {
    const own = new Set(entity.mentions);
    return [...entity.articles].flatMap((a) => a.facts).filter((f) => (f.m || []).some((n) => own.has(f.page.mentions[n]))
      || NX.columnsOf(f.kind).some((c) => f[c] === entity.name));
  };

  NX.views.entity = (main, [n]) => {
    const entity = NX.entities[Number(n)];
    if (!entity) return main.append(h("p", { class: "nothing" }, t("nothing")));
    const forms = new Map();
    for (const m of entity.mentions) forms.set(m.w, (forms.get(m.w) || 0) + 1);
    const facts = factsAbout(entity);
    main.append(
      h("nav", { class: "reader-nav" }, NX.link("entities", { class: "button" }, "‹ " + t("entities"))),
      h("header", { class: "reader-head" },
        h("p", { class: `eyebrow ${NX.hue(entity.type)}` }, h("span", { class: "swatch", "aria-hidden": "true" }), [NX.typeName(entity.type), entity.code].filter(Boolean).join(" · ")),
        h("h1", { lang: "zh-Hans" }, entity.name),
        h("p", { class: "count" }, `${t("nMentions", NX.count(entity.mentions.length))} · ${t("inArticles", entity.articles.size)}`),
        forms.size > 1 ? h("p", { class: "forms", lang: "zh-Hans" }, [...forms].map(([form, times]) => h("span", { class: "form" }, form, h("span", { class: "n" }, times)))) : null),
      ...NX.FACTS.filter((kind) => facts.some((f) => f.kind === kind)).map((kind) => {
        const rows = facts.filter((f) => f.kind === kind);
        const { columns, make } = NX.factTable(kind, rows, { source: true });
        return h("section", {}, h("h2", {}, NX.factName(kind)), h("div", { class: "scroll" }, h("table", {},
          h("thead", {}, h("tr", {}, columns.map((c) => h("th", { scope: "col" }, NX.fieldName(c))), h("th", { scope: "col" }, t("article")))), h("tbody", {}, rows.slice(0, 200).map(make)))));
      }));
    const company = together(entity);
    if (company.length) {
      main.append(h("section", {}, h("h2", {}, t("together")), h("p", { class: "company" }, company.map(([e, times]) => NX.link(NX.entityRoute(NX.entities[e]), {
        class: `entity small ${NX.hue(NX.entities[e].type)}`,
      }, h("span", { class: "swatch", "aria-hidden": "true" }), h("span", { lang: "zh-Hans" }, NX.entities[e].name), h("span", { class: "n" }, times))))));
    }
    const list = h("ol", { class: "kwics" });
    main.append(h("section", {}, h("h2", {}, t("inContext")), list));
    const byArticle = [...entity.mentions].sort((x, y) => (x.page.published || "").localeCompare(y.page.published || ""));
    let last = null;
    NX.lazily(list, byArticle, (m) => {
      const item = h("li", {}, m.article !== last && m.article ? h("p", { class: "kwic-source", lang: "zh-Hans" }, [m.page.published, NX.titleOf(m.article)].filter(Boolean).join(" · ")) : null, NX.inContext(m));
      last = m.article;
      return item;
    });
    return undefined;
  };
})();
