/* Values and facts in words. */
(() => {
  const bound = (value) => (value.bound && value.bound !== "exact" ? NX.t(value.bound) + " " : "");
  const reach = (value) => {
    const low = NX.figure(value.low), high = NX.figure(value.high);
    return high && low !== high ? `${low} – ${high}` : low;
  };
  const CURRENCY = { CNY: ["yuan", "元"] };
  const currency = (code) => (CURRENCY[code] ? CURRENCY[code][NX.language === "zh" ? 1 : 0] : code || "");
  const days = (start, end) => (!start && !end ? "" : start === end ? start : `${start || "…"} – ${end || "…"}`);

  const WORDS = {
    MONEY: (v) => `${bound(v)}${reach(v)} ${currency(v.currency)}`,
    PERCENT: (v) => `${bound(v)}${reach(v)}${v.unit === "pp" ? (NX.language === "zh" ? " 个百分点" : " pp") : " %"}`,
    QUANTITY: (v) => (v.terms ? v.terms.join(" : ") : `${bound(v)}${reach(v)}${v.unit ? " " + v.unit : ""}`),
    ORDINAL: (v) => (v.value ? "№ " + NX.figure(v.value) : ""),
    TIME: (v) => {
      const when = v.duration || days(v.start, v.end) || v.timex || NX.valueName(v.kind || "");
      const aside = [v.part && NX.valueName(v.part), v.working_days && NX.t("working")].filter(Boolean);
      return [when, ...aside].join(" · ");
    },
    POLICY: (v) => [v.kind, v.doc_number, v.issuer, v.date, v.status].filter(Boolean).join(" · "),
    DOC_NUMBER: (v) => [v.value, v.issuer].filter(Boolean).join(" · "),
    ORG: (v) => v.canonical || "",
    PLACE: (v) => v.code || "",
  };

  /** A mention's value for people; empty where it says nothing that the text does not. */
  NX.inWords = (mention) => (mention.v && WORDS[mention.t] ? WORDS[mention.t](mention.v) : "");

  /** The value of an indicator, short enough for a chart's heading: 2180.5亿 元. */
  NX.gaugeValue = (fact) => {
    const value = Number(fact.value);
    if (fact.terms || fact.high || !(Math.abs(value) >= 1e5)) return NX.fieldOf(fact, "value") || "—";
    return `${bound(fact)}${NX.short(value, 5)}${fact.unit ? " " + fact.unit : ""}`;
  };

  const COLUMNS = {
    appointment: ["person", "position", "organization", "action"],
    indicator: ["subject", "indicator", "value", "change", "rank", "period"],
    issuance: ["policy", "issuer", "doc_number", "date"],
    assignment: ["task", "bodies"],
    deal: ["deal", "amount", "parties", "instrument", "collateral", "rate", "count", "date"],
  };
  NX.columnsOf = (kind) => COLUMNS[kind] || [];

  /* Where the words of a column stand: the fields of the fact whose spans it has. */
  const FIELDS_OF = { period: ["start", "end", "time", "period"], value: ["value", "high", "terms", "unit"], amount: ["amount", "high"] };
  NX.spansOf = (fact, column) => {
    const fields = FIELDS_OF[column] || [column];
    return Object.entries(fact.s || {}).filter(([f]) => fields.includes(f.split(".")[0])).flatMap(([, spans]) => spans);
  };

  const FIELD = {
    value: (f) => {
      if (f.terms) return f.terms.join(" : ");
      if (f.value === undefined) return "";
      return `${bound(f)}${reach({ low: f.value, high: f.high })}${f.unit ? " " + f.unit : ""}`;
    },
    amount: (f) => (f.amount === undefined ? "" : `${bound(f)}${reach({ low: f.amount, high: f.high })} ${currency(f.currency || "CNY")}`),
    change: (f) => (f.change ? [f.change.kind, NX.figure(f.change.value) + (f.change.unit ? " " + f.change.unit : "")].join(" ").trim() : ""),
    rank: (f) => (f.rank ? [f.rank.scope, f.rank.text || (f.rank.value && "№ " + f.rank.value)].filter(Boolean).join(" ") : ""),
    period: (f) => days(f.start, f.end),
    parties: (f) => (f.parties || []).map((p) => `${NX.valueName(p.role)}: ${p.name}`).join("；"),
    bodies: (f) => (f.bodies || []).join("、"),
    rate: (f) => (f.rate === undefined ? "" : f.rate + " %"),
    deal: (f) => NX.valueName(f.deal),
    action: (f) => (f.action ? NX.valueName(f.action) : ""),
  };

  /** A field of a fact in words. */
  NX.fieldOf = (fact, column) => (FIELD[column] ? FIELD[column](fact) : String(fact[column] ?? ""));

  /** A figure by which a column is sorted, or its words. */
  NX.sortKey = (fact, column) => {
    const figure = { value: fact.value, amount: fact.amount, rate: fact.rate, rank: fact.rank && fact.rank.value, change: fact.change && fact.change.value }[column];
    if (figure !== undefined && figure !== null) return Number(figure);
    return NX.fieldOf(fact, column);
  };

  /** Read an amount as people write it: 500万, 1.2亿, 30 000. Null where it is none. */
  NX.readAmount = (text) => {
    const hit = /^\s*([\d.,\s]+)\s*(万亿|亿|万|千|k|m|b)?\s*元?\s*$/i.exec(text || "");
    if (!hit) return null;
    const size = { 万亿: 1e12, 亿: 1e8, 万: 1e4, 千: 1e3, k: 1e3, m: 1e6, b: 1e9 }[(hit[2] || "").toLowerCase()] || 1;
    const amount = Number(hit[1].replace(/[,\s]/g, "")) * size;
    return hit[1].trim() && Number.isFinite(amount) ? amount : null;
  };
})();
