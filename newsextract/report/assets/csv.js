/* Export of what passes the filters, as CSV that a spreadsheet opens safely. */
(() => {
  /* A spreadsheet takes a cell that begins like this for a formula; figures are left alone. */
  const FORMULA = /^[=+\-@\t\r]/;
  const NUMBER = /^-?\d+(\.\d+)?$/;

  NX.csvCell = (value) => {
    let text = value === null || value === undefined ? "" : String(value);
    if (FORMULA.test(text) && !NUMBER.test(text)) text = "'" + text;
    return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };

  NX.csv = (header, rows) => [header, ...rows].map((row) => row.map(NX.csvCell).join(",")).join("\r\n") + "\r\n";

  const save = (name, text) => {
    // The mark at the start tells Excel that this is UTF-8.
    const url = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
    const link = NX.h("a", { href: url, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };

  const pageOf = (page) => [page.path, page.published];

  const EXPORTS = {
    articles: (articles) => [
      ["page", "published", "article", "headline", "section", "reporters", "mentions", "facts", "largest_amount_yuan", "text"],
      articles.map((a) => [...pageOf(a.page), a.number + 1, a.headline, a.section, (a.reporters || []).join("; "),
        a.mentions.length, a.facts.length, a.amount, a.text]),
    ],
    mentions: (articles) => [
      ["page", "published", "article", "headline", "type", "text", "start", "end", "value", "low", "high", "unit", "bound",
        "date_start", "date_end", "entity", "code", "confidence", "sentence"],
      articles.flatMap((a) => a.mentions.filter(NX.mentionPasses).map((m) => {
        const v = m.v || {}, entity = NX.entities[m.e] || {};
        return [...pageOf(a.page), a.number + 1, a.headline, m.t, m.w, m.s[0][0], m.s.at(-1)[1], NX.inWords(m), v.low, v.high,
          v.currency || v.unit, v.bound, v.start, v.end, entity.name, entity.code, m.c, NX.sentenceOf(m).text];
      })),
    ],
    entities: (articles) => {
      const within = new Set(articles);
      return [
        ["type", "name", "code", "mentions", "articles"],
        NX.entities.map((e) => [e, e.mentions.filter((m) => within.has(m.article))]).filter(([, ms]) => ms.length)
          .map(([e, ms]) => [e.type, e.name, e.code, ms.length, new Set(ms.map((m) => m.article)).size]),
      ];
    },
  };

  const facts = (kind) => (articles) => [
    ["page", "published", "article", "headline", ...NX.columnsOf(kind)],
    articles.flatMap((a) => a.facts.filter((f) => f.kind === kind)
      .map((f) => [...pageOf(a.page), a.number + 1, a.headline, ...NX.columnsOf(kind).map((c) => (c === "value" || c === "amount" ? f[c] ?? NX.fieldOf(f, c) : NX.fieldOf(f, c)))])),
  ];

  /** What can be exported: [name, label, number of rows, export]. */
  NX.exports = () => {
    const articles = NX.filtered();
    const kinds = NX.FACTS.filter((kind) => articles.some((a) => a.facts.some((f) => f.kind === kind)));
    const make = (name, label, table) => [name, label, () => save(`newsextract-${name}.csv`, NX.csv(...table(articles)))];
    return [
      ...["articles", "mentions", "entities"].map((name) => make(name, NX.t(name), EXPORTS[name])),
      ...kinds.map((kind) => make(kind, NX.factName(kind), facts(kind))),
    ];
  };
})();
