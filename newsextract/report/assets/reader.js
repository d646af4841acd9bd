/* One article beside its page as printed, with the facts that rest on its words. */
(() => {
  const { h, t } = NX;

  /** For each character of an article's text the offset on the page that it came from (-1: put in between blocks). */
  NX.offsetsOf = (article) => {
    if (article.offsets) return article.offsets;
    const { text } = article, page = article.page.text || "";
    const own = article.page.blocks.map((b, n) => [b, n]).filter(([b]) => b[3] === article.number);
    const places = article.order ? article.order.map((n) => [article.page.blocks[n], n]).filter(([b]) => b) : own;
    const offsets = new Int32Array(text.length).fill(-1);
    let at = 0;
    for (const [[start, end]] of places) {
      if (text[at] === "\n" && page[start] !== "\n") at += 1;
      for (let p = start; p < end && at < text.length; p += 1) {
        if (page[p] === text[at]) {
          offsets[at] = p;
          at += 1;
        }
      }
    }
    article.offsets = offsets;
    return offsets;
  };

  /* Where page spans stand in the article: [start, end] pieces. */
  const inArticle = (offsets, spans) => {
    const pieces = [];
    for (const [start, end] of spans) {
      let from = -1;
      for (let n = 0; n <= offsets.length; n += 1) {
        const inside = n < offsets.length && offsets[n] >= start && offsets[n] < end;
        if (inside && from < 0) from = n;
        if (!inside && from >= 0 && !(n < offsets.length && offsets[n] === -1)) {
          pieces.push([from, n]);
          from = -1;
        }
      }
    }
    return pieces;
  };

  /* Cuts plain text where the words of facts begin and end, so that they can be lit one by one. */
  const cutter = (ranges) => (words, offset) => {
    const end = offset + words.length;
    const touching = ranges.filter(([from, to]) => from < end && to > offset);
    if (!touching.length) return words;
    const cuts = [...new Set([offset, end, ...touching.flatMap(([from, to]) => [from, to])])].filter((c) => c >= offset && c <= end).sort((x, y) => x - y);
    const out = document.createDocumentFragment();
    for (let n = 0; n + 1 < cuts.length; n += 1) {
      const names = touching.filter(([from, to]) => from <= cuts[n] && to >= cuts[n + 1]).map(([, , name]) => name);
      const piece = words.slice(cuts[n] - offset, cuts[n + 1] - offset);
      out.append(names.length ? h("span", { class: "seg", dataset: { f: ` ${names.join(" ")} ` } }, piece) : piece);
    }
    return out;
  };

  const columnsWithSpans = (fact) => NX.columnsOf(fact.kind).map((c) => [c, NX.spansOf(fact, c)]).filter(([, spans]) => spans.length);

  const roleAt = (article, offsets, start, end) => {
    for (let n = start; n < end; n += 1) {
      if (offsets[n] < 0) continue;
      const block = article.page.blocks.find((b) => b[0] <= offsets[n] && offsets[n] < b[1]);
      return block ? block[2] : "body";
    }
    return "body";
  };

  const hasHeadline = (article) => article.page.blocks.some((b) => b[3] === article.number && b[2] === "headline");

  const reading = (article) => {
    const offsets = NX.offsetsOf(article);
    const ranges = article.facts.flatMap((f) => columnsWithSpans(f)
      .flatMap(([c, spans]) => inArticle(offsets, spans).map(([from, to]) => [from, to, `${f.number}:${c}`])));
    const pieces = article.mentions.filter((m) => m.x).map((m) => [m.x[0], m.x[1], m]);
    const holder = h("div", { class: "reading", lang: "zh-Hans" });
    const plain = cutter(ranges);
    let start = 0;
    for (const line of article.text.split("\n")) {
      const end = start + line.length;
      if (line) {
        const role = roleAt(article, offsets, start, end);
        holder.append(h(role === "headline" ? "h2" : role === "crosshead" ? "h3" : "p", { class: "r-" + role },
          NX.marked(article.text, start, end, pieces, { focusable: true, plain })));
      }
      start = end + 1;
    }
    return holder;
  };

  const printed = (article) => {
    const { page } = article;
    if (!page.text) return h("p", { class: "nothing" }, t("noText"));
    const ranges = article.facts.flatMap((f) => columnsWithSpans(f).flatMap(([c, spans]) => spans.map(([from, to]) => [from, to, `${f.number}:${c}`])));
    const pieces = page.mentions.flatMap((m) => m.s.map(([from, to]) => [from, to, m])).sort((x, y) => x[0] - y[0]);
    const holder = h("div", { class: "printed", lang: "zh-Hans", tabindex: 0 });
    const plain = cutter(ranges);
    let at = 0;
    for (const [start, end, role, owner] of page.blocks) {
      if (start > at) holder.append(page.text.slice(at, start));
      const own = owner === article.number;
      const there = page.articles[owner];
      holder.append(h("span", {
        class: `block${own ? " own" : ""} b-${role}`, dataset: { role },
        title: own ? null : there ? NX.titleOf(there) : t("furniture"),
        onclick: own || !there ? null : (event) => { if (!event.target.closest(".m")) location.hash = "#/" + NX.routeOf(there); },
      }, NX.marked(page.text, start, end, pieces, { plain })));
      at = end;
    }
    holder.append(page.text.slice(at));
    return holder;
  };

  /* The fact that was clicked stays lit until another one is. */
  let pinned = null;
  const pin = (fact) => {
    if (pinned && pinned !== fact) {
      const before = pinned;
      pinned = null;
      light(before, null, false);
    }
    pinned = fact;
    for (const row of document.querySelectorAll(".reader-facts tr")) row.classList.toggle("pinned", row.dataset.fact === String(fact.number));
    light(fact, null, true);
    bring(fact);
  };

  const light = (fact, column, on) => {
    if (!on && !column && fact === pinned) return;
    const name = column ? `${fact.number}:${column} ` : `${fact.number}:`;
    for (const node of document.querySelectorAll(`.seg[data-f*=" ${name}"]`)) node.classList.toggle(column ? "lit-strong" : "lit", on);
  };

  const bring = (fact) => {
    const calm = NX.calm() ? "auto" : "smooth";
    for (const side of [".reading", ".printed"]) {
      const first = document.querySelector(`${side} .seg[data-f*=" ${fact.number}:"]`);
      if (first) first.scrollIntoView({ block: "center", behavior: calm });
    }
  };

  /** Tables of facts; ones of the article on show light its words. */
  NX.factTable = (kind, facts, { lights = false, source = false } = {}) => {
    const columns = NX.columnsOf(kind).filter((c) => facts.some((f) => NX.fieldOf(f, c)));
    const make = (fact) => h("tr", {
      tabindex: 0, dataset: { fact: fact.number },
      onmouseenter: lights ? () => light(fact, null, true) : null, onmouseleave: lights ? () => light(fact, null, false) : null,
      onfocus: lights ? () => light(fact, null, true) : null, onblur: lights ? () => light(fact, null, false) : null,
      onclick: (event) => (event.target.closest("a") ? null : lights ? pin(fact) : NX.openFact(fact)),
      onkeydown: (event) => { if (event.key === "Enter") (lights ? pin : NX.openFact)(fact); },
    }, columns.map((c) => h("td", {
      class: `c-${c}`, lang: "zh-Hans",
      onmouseenter: lights ? () => light(fact, c, true) : null, onmouseleave: lights ? () => light(fact, c, false) : null,
    }, NX.fieldOf(fact, c))),
    source ? h("td", { class: "c-source" }, fact.article ? NX.link(`${NX.routeOf(fact.article)}/f${fact.number}`, { lang: "zh-Hans", tabindex: -1 }, NX.titleOf(fact.article)) : NX.where(fact.page)) : null);
    return { columns, make };
  };
  NX.openFact = (fact) => { if (fact.article) location.hash = `#/${NX.routeOf(fact.article)}/f${fact.number}`; };

  const factsOf = (article) => NX.FACTS.filter((kind) => article.facts.some((f) => f.kind === kind)).map((kind) => {
    const facts = article.facts.filter((f) => f.kind === kind);
    const { columns, make } = NX.factTable(kind, facts, { lights: true });
    return h("section", { class: "facts-of" }, h("h3", {}, NX.factName(kind), h("span", { class: "n" }, facts.length)),
      h("div", { class: "scroll" }, h("table", {}, h("thead", {}, h("tr", {}, columns.map((c) => h("th", { scope: "col" }, NX.fieldName(c))))), h("tbody", {}, facts.map(make)))));
  });

  /* Beside the article: the page as printed, or the facts; both stay where they are while the article scrolls. */
  const aside = (article) => {
    const panes = [["printed", t("asPrinted"), null, printed(article)]];
    if (article.facts.length) panes.push(["facts", t("facts"), article.facts.length, h("div", { class: "reader-facts" }, factsOf(article))]);
    const choose = (name) => {
      for (const tab of tabs) tab.setAttribute("aria-selected", String(tab.dataset.pane === name));
      for (const [other, , , content] of panes) content.classList.toggle("away", other !== name);
      NX.pane = name;
    };
    const tabs = panes.map(([name, label, n]) => h("button", {
      type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `pane-${name}`, dataset: { pane: name }, onclick: () => choose(name),
    }, label, n ? h("span", { class: "n" }, n) : null));
    for (const [name, , , content] of panes) {
      content.id = `pane-${name}`;
      content.setAttribute("role", "tabpanel");
      content.setAttribute("aria-labelledby", `tab-${name}`);
    }
    choose(panes.some(([name]) => name === NX.pane) ? NX.pane : "printed");
    NX.showPane = choose;
    return h("section", { class: "sheet sheet-aside" }, h("div", { class: "pane-title", role: "tablist" }, tabs), panes.map(([, , , content]) => content));
  };

  const people = (article) => [["reporters", article.reporters], ["correspondents", article.correspondents], ["photographers", article.photographers]]
    .filter(([, names]) => names && names.length)
    .map(([role, names]) => h("span", {}, h("b", {}, t(role)), " ", h("span", { lang: "zh-Hans" }, names.join("、"))));

  const steps = (article) => {
    const order = NX.sequence && NX.sequence.includes(article) ? NX.sequence : NX.filtered().includes(article) ? NX.filtered() : NX.articles;
    const n = order.indexOf(article);
    return [order[n - 1], order[n + 1], n, order.length];
  };
  NX.step = (by) => {
    const [before, after] = steps(NX.current);
    const to = by < 0 ? before : after;
    if (to) location.hash = "#/" + NX.routeOf(to);
  };

  NX.views.article = (main, [p, a, target]) => {
    const page = NX.data.pages[Number(p)];
    const article = page && page.articles[Number(a)];
    if (!article) return main.append(h("p", { class: "nothing" }, t("nothing")));
    NX.current = article;
    pinned = null;
    const [before, after, n, all] = steps(article);
    const arrow = (to, label, mark) => (to ? NX.link(NX.routeOf(to), { class: "button", rel: mark === "←" ? "prev" : "next", title: NX.titleOf(to) }, label) : h("span", { class: "button off" }, label));
    const where = [page.published ? `${page.published}${page.basis && page.basis !== "unknown" ? ` (${NX.valueName(page.basis)})` : ""}` : t("undated"), page.region].filter(Boolean);
    main.append(
      h("nav", { class: "reader-nav", "aria-label": t("article") }, NX.link("articles", { class: "button" }, "‹ " + t("back")),
        h("span", { class: "spring" }), h("span", { class: "count" }, `${n + 1} / ${all}`), arrow(before, t("previous"), "←"), arrow(after, t("next"), "→")),
      h("header", { class: "reader-head" },
        h("p", { class: "eyebrow" }, NX.where(page), " · ", where.join(" · "), article.section ? [" · ", h("span", { lang: "zh-Hans" }, article.section)] : null),
        // Where the article prints its headline, with what is marked in it, it need not stand here as well.
        h("h1", { lang: "zh-Hans", class: hasHeadline(article) ? "sr" : null }, NX.titleOf(article)),
        people(article).length ? h("p", { class: "people" }, people(article)) : null,
        article.duplicate !== undefined ? h("p", { class: "note" }, t("duplicate")) : null,
        (page.warnings || []).map((w) => h("p", { class: "note" }, w))),
      h("div", { class: "reader" },
        h("section", { class: "sheet" }, h("h2", { class: "pane-title" }, t("asArticle")), reading(article)),
        aside(article)),
      page.articles.length > 1 ? h("section", { class: "siblings" }, h("h2", {}, t("allOfPage")), h("ol", {}, page.articles.map((other) => h("li", {},
        NX.link(NX.routeOf(other), { lang: "zh-Hans", "aria-current": other === article ? "page" : null }, NX.titleOf(other)))))) : null);
    arrive(article, target);
    return undefined;
  };

  /* Come to the fact or the mention that the reader followed a link to. */
  const arrive = (article, target) => {
    const hit = /^([fm])(\d+)$/.exec(target || "");
    const own = document.querySelector(".printed .own");
    const side = document.querySelector(".printed");
    if (side && own) side.scrollTop = own.offsetTop - 16;
    if (!hit) return;
    NX.showPane(hit[1] === "m" ? "printed" : "facts");
    if (hit[1] === "m") {
      const mark = document.querySelector(`.reading [data-m="${article.page.number}.${hit[2]}"]`);
      if (mark) {
        mark.scrollIntoView({ block: "center" });
        mark.focus({ preventScroll: true });
        NX.findTwin({ page: article.page, number: hit[2] }, true);
      }
    } else {
      const fact = article.page.facts[Number(hit[2])];
      const row = document.querySelector(`.reader-facts tr[data-fact="${hit[2]}"]`);
      if (fact && row) {
        row.scrollIntoView({ block: "nearest" });
        row.focus({ preventScroll: true });
        pin(fact);
      }
    }
  };
})();
