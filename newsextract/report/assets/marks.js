/* Mentions in running text: highlighted by type, with their value in a card on hover and on keyboard focus. */
(() => {
  const { h, t } = NX;
  let card = null;
  let shownFor = null;

  const line = (name, value) => (value ? [h("dt", {}, name), h("dd", {}, value)] : []);

  /* An amount with many noughts is read more easily as 3.2亿 or 320M. */
  const short = (m) => {
    const amount = m.t === "MONEY" && m.v && m.v.low === m.v.high ? Number(m.v.low) : 0;
    return amount >= 1e5 ? h("span", { class: "card-short" }, NX.short(amount)) : null;
  };

  const fill = (m) => {
    const entity = m.e !== null && m.e !== undefined ? NX.entities[m.e] : null;
    const words = NX.inWords(m);
    NX.clear(card).append(
      h("div", { class: `card-head ${NX.hue(m.t)}` }, h("span", { class: "swatch", "aria-hidden": "true" }), NX.typeName(m.t),
        h("span", { class: "card-text", lang: "zh-Hans" }, m.w)),
      words ? h("p", { class: "card-value" }, words, short(m)) : "",
      h("dl", {},
        entity && entity.name !== m.w ? line(t("entity"), h("span", { lang: "zh-Hans" }, entity.name)) : [],
        line(t("code"), m.t !== "PLACE" && entity ? entity.code : null),
        line(t("confidence"), m.c !== undefined ? [h("meter", { min: 0, max: 1, value: m.c, low: 0.6, high: 0.85, optimum: 1 }), ` ${Math.round(100 * m.c)} %`] : null),
        line(t("evidence"), (m.y || []).join(" · ")),
        m.v && m.v.repaired ? line("OCR", t("repaired")) : []),
      entity && entity.mentions.length > 1 ? h("p", { class: "card-hint" }, `${t("times", entity.mentions.length)} · ${t("openEntity")}`) : "");
  };

  const place = (node) => {
    const box = node.getClientRects()[0] || node.getBoundingClientRect();
    const size = card.getBoundingClientRect();
    const left = Math.min(Math.max(8, box.left), document.documentElement.clientWidth - size.width - 8);
    const below = box.bottom + 8 + size.height < window.innerHeight || box.top < size.height + 16;
    card.style.left = `${left}px`;
    card.style.top = `${below ? box.bottom + 8 : box.top - size.height - 8}px`;
  };

  const twins = (m, on) => {
    for (const node of document.querySelectorAll(`[data-m="${m.page.number}.${m.number}"]`)) node.classList.toggle("lit", on);
  };

  const show = (m, node) => {
    hide();
    if (!card) {
      card = h("div", { class: "card", id: "card", role: "tooltip" });
      document.body.append(card);
    }
    fill(m);
    card.hidden = false;
    place(node);
    node.setAttribute("aria-describedby", "card");
    shownFor = [m, node];
    twins(m, true);
  };

  const hide = () => {
    if (!shownFor) return;
    twins(shownFor[0], false);
    shownFor[1].removeAttribute("aria-describedby");
    shownFor = null;
    card.hidden = true;
  };
  NX.hideCard = hide;

  const open = (m) => {
    if (m.e !== null && m.e !== undefined) location.hash = "#/" + NX.entityRoute(NX.entities[m.e]);
  };

  const faded = (m) => NX.filter.types.size && !NX.filter.types.has(m.t);

  /** Make the mark of a mention; one in the article can be reached by keyboard. */
  NX.mark = (m, inside, focusable) => {
    const node = h("mark", {
      class: `m ${NX.hue(m.t)}${faded(m) ? " faded" : ""}`, dataset: { m: `${m.page.number}.${m.number}`, type: m.t },
      tabindex: focusable ? 0 : null, "aria-label": focusable ? `${m.w}, ${NX.typeName(m.t)}` : null,
      onmouseenter: (event) => show(m, event.currentTarget), onmouseleave: hide,
      onfocus: (event) => show(m, event.currentTarget), onblur: hide,
      onclick: () => NX.findTwin(m, focusable), ondblclick: () => open(m),
      onkeydown: (event) => {
        if (event.key === "Enter") open(m);
        if (event.key === "Escape") hide();
      },
    }, inside);
    return node;
  };

  /** Bring the same mention into sight on the other side. */
  NX.findTwin = (m, inArticle) => {
    const there = document.querySelector(`${inArticle ? ".printed" : ".reading"} [data-m="${m.page.number}.${m.number}"]`);
    if (there) there.scrollIntoView({ block: "nearest", behavior: NX.calm() ? "auto" : "smooth" });
  };
  NX.calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  /** Text with pieces of it marked: pieces are [start, end, mention], sorted; what overlaps an earlier one is left out. */
  NX.marked = (text, start, end, pieces, { focusable = false, plain = (words) => words } = {}) => {
    const out = document.createDocumentFragment();
    let at = start;
    for (const [from, to, m] of pieces) {
      if (to <= at || from >= end) continue;
      if (from > at) out.append(plain(text.slice(at, from), at));
      const inside = plain(text.slice(Math.max(at, from), Math.min(to, end)), Math.max(at, from));
      out.append(NX.mark(m, inside, focusable));
      at = Math.min(to, end);
    }
    if (at < end) out.append(plain(text.slice(at, end), at));
    return out;
  };
})();
