// Elements from values. Text only ever becomes text nodes, so nothing that a document says can become markup.

export function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  append(element, children);
  return element;
}

export function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== undefined && child !== null && child !== false && child !== "") {
      parent.append(child);
    }
  }
}

// A highlight of the service: text with spans counted in code points.
export function marked(highlight) {
  const points = Array.from(highlight.text ?? "");
  const nodes = [];
  let at = 0;
  for (const span of highlight.spans ?? []) {
    const start = span.start ?? 0;
    nodes.push(points.slice(at, start).join(""), el("mark", {}, points.slice(start, span.end).join("")));
    at = span.end;
  }
  nodes.push(points.slice(at).join(""));
  return nodes;
}

const entities = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": "\"", "&#39;": "'" };

// A suggestion's highlight is escaped text with <mark> as the only markup; it is taken apart here rather than trusted as HTML.
export function markedHtml(html) {
  const plain = (text) => text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity]);
  return html.split("<mark>").flatMap((part, i) => {
    if (i === 0) {
      return [plain(part)];
    }
    const [inside, ...after] = part.split("</mark>");
    return [el("mark", {}, plain(inside)), plain(after.join(""))];
  });
}

// The paragraphs of a text that may be HTML. The parser runs no script and loads nothing; only the text is kept.
export function paragraphs(text) {
  const blocks = new Set(["P", "DIV", "LI", "UL", "OL", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "BR", "SECTION", "ARTICLE", "FIGURE", "TR"]);
  const silent = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "NOSCRIPT"]);
  const found = [""];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        found[found.length - 1] += child.data;
      } else if (child.nodeType === Node.ELEMENT_NODE && !silent.has(child.tagName)) {
        const block = blocks.has(child.tagName);
        if (block) {
          found.push("");
        }
        walk(child);
        if (block) {
          found.push("");
        }
      }
    }
  };
  const html = /<[a-z!/]/i.test(text) ? text : text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/\n\s*\n/g, "<p>");
  walk(new DOMParser().parseFromString(html, "text/html").body);
  return found.map((p) => p.trim()).filter((p) => p !== "").map((p) => el("p", {}, p));
}
