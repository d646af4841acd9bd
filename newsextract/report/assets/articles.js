/* The list of articles that pass the filters. */
(() => {
  const { h, t } = NX;
  let sort = "order";

  const SORTS = {
    order: () => 0,
    date: (x, y) => (y.page.published || "").localeCompare(x.page.published || ""),
    amount: (x, y) => (y.amount ?? -1) - (x.amount ?? -1),
    facts: (x, y) => y.facts.length - x.facts.length,
  };

  /* Some words around the first hit, or the beginning of the first paragraph. */
  const snippet = (article, words) => {
    const lower = article.text.toLowerCase();
    const hit = words.map((w) => lower.indexOf(w)).filter((n) => n >= 0).sort((x, y) => x - y)[0];
    const line = article.text.split("\n").find((l) => l.length > 40);
    const begin = line ? article.text.indexOf(line) : 0;
    const start = hit === undefined ? begin : Math.max(0, hit - 24);
    const text = article.text.slice(start, start + 130).replace(/\n/g, " ").trim();
    return NX.found((hit !== undefined && start > 0 ? "…" : "") + text + (start + 130 < article.text.length ? "…" : ""), words);
  };

  NX.where = (page) => [page.newspaper, page.page_no, page.path].filter(Boolean).join(" · ") || page.id;

  const dots = (article) => h("span", { class: "dots", "aria-hidden": "true" },
    NX.TYPES.filter((type) => article.types.has(type)).map((type) => h("span", {
      class: `dot ${NX.hue(type)}`, title: `${NX.typeName(type)} ${article.types.get(type)}`,
    }, article.types.get(type))));

  const row = (article, words) => h("li", { class: "row" },
    NX.link(NX.routeOf(article), { class: "row-link" },
      h("span", { class: "row-title", lang: "zh-Hans" }, NX.found(NX.titleOf(article), words)),
      h("span", { class: "row-snippet", lang: "zh-Hans" }, snippet(article, words))),
    h("div", { class: "row-side" },
      h("span", { class: "row-date" }, article.page.published || t("undated")),
      h("span", { class: "row-path", title: NX.where(article.page) }, NX.where(article.page)),
      dots(article)));

  /* Pages that gave no article still have to be seen: they failed, or hold no text. */
  const silent = () => NX.data.pages.filter((page) => !page.articles.length);

  NX.views.articles = (main) => {
    const found = NX.filtered();
    const words = NX.words();
    const sorted = sort === "order" ? found : [...found].sort(SORTS[sort]);
    const choose = h("label", { class: "sort" }, t("sortBy"), h("select", {
      onchange: (event) => {
        sort = event.target.value;
        NX.refresh();
      },
    }, [["order", "byOrder"], ["date", "byDate"], ["amount", "byAmount"], ["facts", "facts"]].map(([key, name]) => h("option", {
      value: key, selected: key === sort ? "selected" : null,
    }, t(name)))));
    main.append(h("div", { class: "view-head" },
      h("h1", {}, t("articles")),
      h("p", { class: "count", role: "status" }, NX.isFiltered()
        ? t("ofArticles", NX.count(found.length), NX.count(NX.articles.length)) : t("nArticles", NX.count(found.length))),
      choose));
    if (!found.length) main.append(h("p", { class: "nothing" }, t("nothing")));
    const list = h("ol", { class: "rows" });
    main.append(list);
    NX.lazily(list, sorted, (article) => row(article, words));
    const rest = NX.isFiltered() ? [] : silent();
    if (rest.length) {
      main.append(h("h2", {}, `${t("pages")} · ${t("empty")} / ${t("failed")}`), h("ul", { class: "silent" }, rest.map((page) => h("li", {},
        NX.where(page), h("span", { class: "row-path" }, [page.status === "failed" ? t("failed") : t("empty"), ...(page.warnings || [])].join(" · "))))));
    }
    /* The order of the list is the order in which the reader goes on. */
    NX.sequence = sorted;
  };
})();
