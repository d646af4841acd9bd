/* All facts that pass, one table a kind, sortable. */
(() => {
  const { h, t } = NX;
  let kind = null;
  let sort = { column: null, down: false };

  const compare = (x, y) => {
    if (typeof x === "number" && typeof y === "number") return x - y;
    if (typeof x !== typeof y) return typeof x === "number" ? -1 : 1;
    // Empty cells come last, whichever way.
    return x.localeCompare(y, "zh");
  };

  NX.views.facts = (main, [asked]) => {
    const all = NX.filtered().flatMap((a) => a.facts);
    const kinds = NX.FACTS.filter((k) => all.some((f) => f.kind === k));
    if (asked && NX.FACTS.includes(asked)) kind = asked;
    if (!kinds.includes(kind)) [kind] = kinds;
    main.append(h("div", { class: "view-head" }, h("h1", {}, t("facts"))));
    if (!kinds.length) return main.append(h("p", { class: "nothing" }, NX.isFiltered() ? t("nothing") : t("nothingFound")));
    main.append(h("div", { class: "subtabs", role: "group" }, kinds.map((k) => NX.link(`facts/${k}`, { "aria-current": k === kind ? "page" : null },
      NX.factName(k), h("span", { class: "n" }, NX.count(all.filter((f) => f.kind === k).length))))));
    const facts = all.filter((f) => f.kind === kind);
    const { columns, make } = NX.factTable(kind, facts, { source: true });
    if (sort.column && columns.includes(sort.column)) {
      facts.sort((x, y) => (sort.down ? -1 : 1) * compare(NX.sortKey(x, sort.column), NX.sortKey(y, sort.column)));
    }
    const head = (c) => h("th", { scope: "col", "aria-sort": sort.column === c ? (sort.down ? "descending" : "ascending") : "none" },
      h("button", {
        type: "button", onclick: () => {
          sort = { column: c, down: sort.column === c && !sort.down };
          NX.refresh();
        },
      }, NX.fieldName(c), h("span", { "aria-hidden": "true", class: "arrow" }, sort.column === c ? (sort.down ? "▾" : "▴") : "")));
    const body = h("tbody");
    main.append(h("div", { class: "scroll" }, h("table", { class: "all-facts" }, h("thead", {}, h("tr", {}, columns.map(head), h("th", { scope: "col" }, t("article")))), body)));
    lazyRows(body, facts, make);
    return undefined;
  };

  /* A table body takes rows only, so the end that is watched is a row too. */
  const lazyRows = (body, facts, make) => {
    let shown = 0;
    const tail = h("tr", { class: "tail", "aria-hidden": "true" }, h("td"));
    body.append(tail);
    const more = () => {
      const part = document.createDocumentFragment();
      for (const end = Math.min(facts.length, shown + 100); shown < end; shown += 1) part.append(make(facts[shown]));
      tail.before(part);
      if (shown >= facts.length) tail.remove();
    };
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((s) => s.isIntersecting)) more();
      if (tail.isConnected) { watcher.unobserve(tail); watcher.observe(tail); } else watcher.disconnect();
    }, { rootMargin: "800px" });
    more();
    if (tail.isConnected) watcher.observe(tail);
  };
})();
