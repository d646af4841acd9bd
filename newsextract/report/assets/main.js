/* The frame around the views: head, tabs, filters, routes, keys, language and colours. */
(() => {
  const { h, t } = NX;
  const VIEWS = ["overview", "articles", "facts", "figures", "entities", "timeline"];
  const HOME = { article: "articles", entity: "entities" };
  let main = null;

  const route = () => {
    const [name, ...rest] = location.hash.replace(/^#\/?/, "").split("/");
    return Object.hasOwn(NX.views, name) ? [name, rest] : ["overview", []];
  };

  const draw = () => {
    const [name, rest] = route();
    NX.hideCard();
    NX.current = null;
    NX.clear(main).className = `view view-${name}`;
    NX.views[name](main, rest);
    for (const tab of document.querySelectorAll(".tabs a")) {
      if (tab.dataset.view === (HOME[name] || name)) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    document.body.classList.toggle("reading-now", name === "article");
    document.title = name === "article" && NX.current ? `${NX.titleOf(NX.current)} · ${NX.data.title}` : `${t(HOME[name] || name)} · ${NX.data.title}`;
    drawExports();
  };

  /** Draw the view again (the filters have changed). */
  NX.refresh = () => {
    const [name] = route();
    // Who filters while reading wants to see what is left.
    if (HOME[name]) location.hash = "#/" + HOME[name];
    else draw();
    document.getElementById("clear")?.classList.toggle("on", NX.isFiltered());
  };

  const option = (value, label, now) => h("option", { value, selected: value === now ? "selected" : null }, label);

  const theme = () => {
    const now = NX.recall("theme") || "auto";
    return h("select", {
      "aria-label": t("theme"), id: "theme", onchange: (event) => {
        NX.remember("theme", event.target.value);
        paint();
      },
    }, ["auto", "light", "dark"].map((k) => option(k, t(k), now)));
  };
  const paint = () => {
    const now = NX.recall("theme") || document.getElementById("theme")?.value || "auto";
    if (now === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = now;
  };

  const drawExports = () => {
    const menu = document.getElementById("exports");
    if (menu) NX.clear(menu).append(...NX.exports().map(([name, label, go]) => h("button", { type: "button", dataset: { csv: name }, onclick: () => { go(); menu.parentNode.open = false; } }, label)));
  };

  const keysDialog = () => {
    const row = (keys, what) => [h("dt", {}, keys.map((k) => h("kbd", {}, k))), h("dd", {}, what)];
    return h("dialog", { id: "keys" }, h("h2", {}, t("keys")), h("dl", {},
      row(["/"], t("keySearch")), row(["j", "k"], t("keyNext")), row(["u"], t("keyBack")), row(["1", "…", "6"], t("keyViews")), row(["Tab"], t("keyMention")), row(["?"], t("keyHelp"))),
    h("form", { method: "dialog" }, h("button", { class: "button" }, t("close"))));
  };

  const head = () => h("header", { class: "top" },
    h("a", { class: "brand", href: "#/overview", "aria-label": NX.data.title }, h("span", { class: "seal", "aria-hidden": "true" }, "聞"), h("span", { class: "brand-title" }, NX.data.title)),
    h("label", { class: "search" }, h("span", { class: "sr" }, t("search")), h("input", {
      type: "search", id: "search", placeholder: t("search"), value: NX.filter.q, autocomplete: "off", spellcheck: "false",
      oninput: NX.quietly(120, (event) => {
        if (route()[0] === "overview" && event.target.value) location.hash = "#/articles";
        NX.setFilter({ q: event.target.value });
      }),
    })),
    h("div", { class: "tools" },
      h("button", { type: "button", class: "tool only-narrow", id: "menu", "aria-expanded": "false", "aria-controls": "filters", onclick: (event) => event.currentTarget.setAttribute("aria-expanded", String(document.body.classList.toggle("filters-open"))) }, t("menu")),
      h("details", { class: "menu" }, h("summary", { class: "tool" }, t("csv")), h("div", { class: "menu-list", id: "exports" })),
      h("button", { type: "button", class: "tool wide", onclick: () => window.print() }, t("print")),
      theme(),
      h("button", {
        type: "button", class: "tool", id: "language", lang: NX.language === "zh" ? "en" : "zh-Hans", onclick: () => {
          NX.language = NX.language === "zh" ? "en" : "zh";
          NX.remember("language", NX.language);
          NX.rebuild();
        },
      }, t("language")),
      h("button", { type: "button", class: "tool wide", "aria-label": t("help"), onclick: () => document.getElementById("keys").showModal() }, "?")));

  const tabs = () => h("nav", { class: "tabs", "aria-label": t("views") }, VIEWS.map((name) => NX.link(name, { dataset: { view: name } }, t(name))));

  /** Make everything anew (the language has changed, or the filters were set from elsewhere). */
  NX.rebuild = () => {
    document.documentElement.lang = NX.language === "zh" ? "zh-Hans" : "en";
    main = h("main", { id: "main", tabindex: -1 });
    NX.clear(document.getElementById("app")).append(
      h("a", { class: "skip", href: "#main", onclick: (event) => { event.preventDefault(); main.focus(); } }, t("skip")),
      head(), tabs(), h("div", { class: "body" }, NX.filterPanel(), main),
      h("footer", { class: "foot" }, t("made", NX.data.version)), keysDialog());
    paint();
    NX.forget();
    draw();
    document.getElementById("clear").classList.toggle("on", NX.isFiltered());
  };

  const KEYS = {
    "/": () => document.getElementById("search").focus(),
    j: () => NX.current && NX.step(1),
    k: () => NX.current && NX.step(-1),
    u: () => { location.hash = "#/" + (HOME[route()[0]] || "articles"); },
    "?": () => document.getElementById("keys").showModal(),
  };
  VIEWS.forEach((name, n) => { KEYS[String(n + 1)] = () => { location.hash = "#/" + name; }; });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
  const closeMenus = (but) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!but || !menu.contains(but)) menu.open = false;
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    closeMenus();
    NX.hideCard();
  });
  document.addEventListener("click", (event) => closeMenus(event.target));
  window.addEventListener("hashchange", () => {
    draw();
    if (!/\/[fm]\d+$/.test(location.hash)) window.scrollTo(0, 0);
  });
  window.addEventListener("scroll", () => NX.hideCard(), { passive: true });

  NX.load();
  NX.language = NX.data.language || NX.recall("language") || ((navigator.language || "").startsWith("zh") ? "zh" : "en");
  NX.rebuild();
})();
