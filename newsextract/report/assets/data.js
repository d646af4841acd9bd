/* The data of the report: parsed once, with the indexes that the views ask for. */
(() => {
  const read = () => JSON.parse(document.getElementById("data").textContent);

  const largestAmount = (mentions) => {
    let most = null;
    for (const m of mentions) {
      if (m.t !== "MONEY" || !m.v) continue;
      const amount = NX.yuan(m.v);
      if (amount !== null && (most === null || amount > most)) most = amount;
    }
    return most;
  };

  /** The amount of a money value in yuan as a number (for charts and filters); null in another currency. */
  NX.yuan = (value) => {
    if (!value || (value.currency && value.currency !== "CNY")) return null;
    const amount = Number(value.high ?? value.low);
    return Number.isFinite(amount) ? amount : null;
  };

  /** The name of a policy: its title without marks. */
  NX.policyName = (mention) => (mention.v && mention.v.title) || mention.w;

  NX.load = () => {
    const data = read();
    NX.data = data;
    NX.articles = [];
    NX.entities = data.entities;
    for (const entity of NX.entities) {
      entity.mentions = [];
      entity.articles = new Set();
    }
    const policies = new Map();
    data.pages.forEach((page, p) => {
      page.number = p;
      for (const key of ["articles", "mentions", "facts", "blocks"]) page[key] ||= [];
      page.articles.forEach((article, a) => {
        article.page = page;
        article.number = a;
        article.index = NX.articles.length;
        article.mentions = [];
        article.facts = [];
        article.types = new Map();
        article.text ||= "";
        NX.articles.push(article);
      });
      page.mentions.forEach((m, n) => {
        m.page = page;
        m.number = n;
        m.a ??= -1;
        m.article = page.articles[m.a] || null;
        if (m.article) {
          m.article.mentions.push(m);
          m.article.types.set(m.t, (m.article.types.get(m.t) || 0) + 1);
        }
        if (m.e !== null && m.e !== undefined) {
          const entity = NX.entities[m.e];
          entity.mentions.push(m);
          if (m.article) entity.articles.add(m.article);
        }
        if (m.t === "POLICY" && m.article) {
          const name = NX.policyName(m);
          if (!policies.has(name)) policies.set(name, { name, mentions: [], articles: new Set(), value: {} });
          const policy = policies.get(name);
          policy.mentions.push(m);
          policy.articles.add(m.article);
          policy.value = { ...policy.value, ...m.v };
        }
      });
      page.facts.forEach((fact, n) => {
        fact.page = page;
        fact.number = n;
        fact.article = page.articles[fact.a] || null;
        if (fact.article) fact.article.facts.push(fact);
      });
    });
    NX.entities.forEach((entity, n) => { entity.index = n; });
    for (const article of NX.articles) {
      article.mentions.sort((x, y) => x.x[0] - y.x[0]);
      article.amount = largestAmount(article.mentions);
      article.haystack = [
        article.headline, ...(article.kicker || []), ...(article.subhead || []), article.section, article.text,
        ...(article.reporters || []), ...(article.correspondents || []), article.page.path, article.page.newspaper,
      ].filter(Boolean).join("\n").toLowerCase();
    }
    NX.policies = [...policies.values()].sort((x, y) => y.mentions.length - x.mentions.length || (x.name < y.name ? -1 : 1));
  };

  NX.titleOf = (article) => article.headline || (article.text ? article.text.slice(0, 28) + "…" : NX.t("untitled"));
  NX.routeOf = (article) => `article/${article.page.number}/${article.number}`;
  NX.entityRoute = (entity) => `entity/${entity.index}`;

  /** The sentence that a mention stands in, and where in it. */
  NX.sentenceOf = (mention) => {
    const { article } = mention;
    if (!article || !mention.x) return { text: mention.w, start: 0, end: mention.w.length };
    const [start, end] = (mention.n !== undefined && article.sentences[mention.n])
      || article.sentences.find(([s, e]) => s <= mention.x[0] && mention.x[0] < e) || [0, article.text.length];
    return { text: article.text.slice(start, end), start: mention.x[0] - start, end: Math.min(mention.x[1], end) - start };
  };
})();
