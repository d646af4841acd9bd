/* What every other file uses: making elements, numbers and dates for people, small tools.
   Elements are made with textContent and properties only: no string ever becomes markup. */
const NX = { views: {} };

(() => {
  const SVG = "http://www.w3.org/2000/svg";

  const fill = (node, children) => {
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === false) continue;
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return node;
  };

  /** Make an element: h("p", {class: "lead", onclick: f, dataset: {n: 1}}, "text", node, …). */
  NX.h = (tag, properties, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (name === "dataset") Object.assign(node.dataset, value);
      else if (name === "vars") for (const [k, v] of Object.entries(value)) node.style.setProperty(k, v);
      else if (name === "class") node.className = value;
      else if (name === "value" || name === "checked") node[name] = value;
      else node.setAttribute(name, value === true ? "" : String(value));
    }
    return fill(node, children);
  };

  /** Make an SVG element. */
  NX.svg = (tag, attributes, ...children) => {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, String(value));
    }
    return fill(node, children);
  };

  NX.clear = (node) => {
    node.replaceChildren();
    return node;
  };

  /** Group the figures of a decimal string by thousands, without going through a float. */
  NX.figure = (text) => {
    if (text === null || text === undefined) return "";
    const [, sign, whole, rest] = /^(-?)(\d+)(\.\d+)?$/.exec(String(text)) || [null, "", String(text), ""];
    return sign + whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest || "");
  };

  /** A figure short enough for a chart: 3.2亿 or 320M. */
  NX.short = (value, digits = 3) => {
    const steps = NX.language === "zh"
      ? [[1e12, "万亿"], [1e8, "亿"], [1e4, "万"]]
      : [[1e12, "T"], [1e9, "B"], [1e6, "M"], [1e3, "k"]];
    for (const [size, name] of steps) {
      if (Math.abs(value) >= size) return trim(value / size, digits) + name;
    }
    return trim(value, digits);
  };
  const trim = (x, digits) => String(Number(x.toPrecision(digits)));

  NX.count = (n) => n.toLocaleString("en-US");

  /** Call a function once things have been quiet for a while. */
  NX.quietly = (milliseconds, call) => {
    let waiting;
    return (...args) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => call(...args), milliseconds);
    };
  };

  /** Show a long list bit by bit: more of it is made when its end comes near. */
  NX.lazily = (holder, items, make, step = 60) => {
    let shown = 0;
    const tail = NX.h("div", { class: "tail", "aria-hidden": "true" });
    holder.append(tail);
    const more = (upTo) => {
      const part = document.createDocumentFragment();
      for (; shown < Math.min(items.length, upTo); shown += 1) part.append(make(items[shown], shown));
      tail.before(part);
      if (shown >= items.length) {
        watcher.disconnect();
        tail.remove();
      }
    };
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((s) => s.isIntersecting)) more(shown + step);
      // Still in sight after one step (a tall window): look again.
      if (tail.isConnected) {
        watcher.unobserve(tail);
        watcher.observe(tail);
      }
    }, { rootMargin: "800px" });
    more(step);
    if (tail.isConnected) watcher.observe(tail);
    return { showTo: (index) => more(index + 1) };
  };

  /** Remember a choice of the reader's; a browser that forbids it forgets. */
  NX.remember = (name, value) => {
    try {
      localStorage.setItem("newsextract." + name, value);
    } catch (_) { /* private mode, or a file: page without storage */ }
  };
  NX.recall = (name) => {
    try {
      return localStorage.getItem("newsextract." + name);
    } catch (_) {
      return null;
    }
  };

  /** The CSS class of a mention's type; types come from our own list, never from a page. */
  NX.hue = (type) => "t-" + type;

  NX.link = (route, properties, ...children) => NX.h("a", { href: "#/" + route, ...properties }, ...children);

  /** Put the words that are looked for in <mark>s. */
  NX.found = (text, words) => {
    const out = document.createDocumentFragment();
    const lower = text.toLowerCase();
    let at = 0;
    while (at < text.length) {
      let next = -1, size = 0;
      for (const word of words) {
        const hit = lower.indexOf(word, at);
        if (hit >= 0 && (next < 0 || hit < next)) { next = hit; size = word.length; }
      }
      if (next < 0) break;
      out.append(text.slice(at, next), NX.h("mark", { class: "hit" }, text.slice(next, next + size)));
      at = next + size;
    }
    out.append(text.slice(at));
    return out;
  };
})();
