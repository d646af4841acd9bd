/* Search and filters: what passes them is what every view shows and what is exported. */
(() => {
  const { h, t } = NX;
  const blank = () => ({ q: "", types: new Set(), min: null, max: null, from: "", to: "", entity: null, policy: null });
  const state = blank();
  NX.filter = state;

  let cached = null;
  NX.forget = () => { cached = null; };
  const changed = () => {
    NX.forget();
    NX.refresh();
  };
  NX.setFilter = (change) => {
    Object.assign(state, change);
    changed();
  };
  NX.words = () => state.q.toLowerCase().split(/\s+/).filter(Boolean);
  NX.isFiltered = () => Boolean(
    state.q || state.types.size || state.min !== null || state.max !== null || state.from || state.to
    || state.entity !== null || state.policy !== null,
  );

  const inAmounts = (m) => {
    if (state.min === null && state.max === null) return true;
    if (m.t !== "MONEY") return false;
    const amount = NX.yuan(m.v);
    return amount !== null && (state.min === null || amount >= state.min) && (state.max === null || amount <= state.max);
  };

  /** Whether a mention is of the kinds that are asked for (amounts: only the ones in range). */
  NX.mentionPasses = (m) => (!state.types.size || state.types.has(m.t)) && (m.t !== "MONEY" || inAmounts(m));

  const passes = (article, words) => {
    const day = article.page.published;
    if ((state.from && !(day >= state.from)) || (state.to && !(day <= state.to))) return false;
    if (words.some((word) => !article.haystack.includes(word))) return false;
    for (const type of state.types) if (!article.types.has(type)) return false;
    if ((state.min !== null || state.max !== null) && !article.mentions.some(inAmounts)) return false;
    if (state.entity !== null && !NX.entities[state.entity].articles.has(article)) return false;
    if (state.policy !== null && !article.mentions.some((m) => m.t === "POLICY" && NX.policyName(m) === state.policy)) return false;
    return true;
  };

  /** The articles that pass, in the order of the pages. */
  NX.filtered = () => {
    if (!cached) {
      const words = NX.words();
      cached = NX.articles.filter((a) => passes(a, words));
    }
    return cached;
  };

  const section = (label, ...inside) => h("fieldset", { class: "filter" }, h("legend", {}, label), inside);

  const typeButtons = () => {
    const totals = new Map();
    for (const article of NX.articles) for (const [type, n] of article.types) totals.set(type, (totals.get(type) || 0) + n);
    return NX.TYPES.filter((type) => totals.has(type)).map((type) => h("button", {
      type: "button", class: `chip ${NX.hue(type)}`, "aria-pressed": String(state.types.has(type)), dataset: { type },
      onclick: (event) => {
        if (state.types.has(type)) state.types.delete(type);
        else state.types.add(type);
        event.currentTarget.setAttribute("aria-pressed", String(state.types.has(type)));
        changed();
      },
    }, h("span", { class: "swatch", "aria-hidden": "true" }), NX.typeName(type), h("span", { class: "n" }, NX.count(totals.get(type)))));
  };

  const field = (label, properties) => h("label", { class: "field" }, h("span", {}, label), h("input", properties));

  const amountField = (which, label) => field(label, {
    type: "text", inputmode: "decimal", placeholder: which === "min" ? t("amountLow") : t("amountHigh"), value: state[which] === null ? "" : NX.short(state[which]), name: which,
    oninput: NX.quietly(150, (event) => {
      const { value } = event.target;
      const amount = value.trim() ? NX.readAmount(value) : null;
      event.target.setAttribute("aria-invalid", String(Boolean(value.trim()) && amount === null));
      NX.setFilter({ [which]: amount });
    }),
  });

  const dayField = (which, label) => field(label, {
    type: "date", value: state[which], name: which, onchange: (event) => NX.setFilter({ [which]: event.target.value }),
  });

  /* A box to write in, with what there is to choose from below it. */
  const chooser = (name, options, chosen, choose) => {
    const list = h("datalist", { id: "list-" + name }, options.slice(0, 400).map((o) => h("option", { value: o.label })));
    const byLabel = new Map(options.map((o) => [o.label, o.key]));
    return [h("input", {
      type: "text", list: "list-" + name, name, value: chosen || "", placeholder: t("any"), "aria-label": t(name), autocomplete: "off",
      onchange: (event) => {
        const key = byLabel.get(event.target.value);
        event.target.setAttribute("aria-invalid", String(Boolean(event.target.value) && key === undefined));
        choose(key === undefined ? null : key);
      },
    }), list];
  };

  /** Make the panel of filters. */
  NX.filterPanel = () => {
    const entities = NX.entities.filter((e) => e.mentions.length).sort((x, y) => y.mentions.length - x.mentions.length);
    const seen = new Map();
    const labels = entities.map((e) => {
      // Two of one name (people on two pages) are told apart by a number.
      const n = (seen.get(e.name) || 0) + 1;
      seen.set(e.name, n);
      return { key: e.index, label: n > 1 ? `${e.name} (${n})` : e.name };
    });
    const chosen = labels.find((o) => o.key === state.entity);
    return h("form", { class: "filters", id: "filters", "aria-label": t("filters"), onsubmit: (event) => event.preventDefault() },
      h("div", { class: "filters-head" }, h("h2", {}, t("filters")),
        h("button", { type: "button", class: "quiet", id: "clear", onclick: () => { Object.assign(state, blank()); NX.rebuild(); } }, t("clear"))),
      section(t("types"), h("div", { class: "chips" }, typeButtons())),
      section(t("amount"), h("div", { class: "pair" }, amountField("min", t("from")), amountField("max", t("to")))),
      section(t("published"), h("div", { class: "stack" }, dayField("from", t("from")), dayField("to", t("to")))),
      section(t("entity"), chooser("entity", labels, chosen && chosen.label, (key) => NX.setFilter({ entity: key }))),
      NX.policies.length
        ? section(t("policy"), chooser("policy", NX.policies.map((p) => ({ key: p.name, label: p.name })), state.policy, (key) => NX.setFilter({ policy: key })))
        : null);
  };
})();
