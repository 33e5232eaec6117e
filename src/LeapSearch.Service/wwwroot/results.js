// Results of a search, grouped by type in the order in which the types first appear.

import { el } from "./dom.js";
import { get, types } from "./api.js";
import { articleItem, filmItem, personItem } from "./parts.js";

const titles = { films: "Films", people: "People", articles: "Articles" };

function item(result) {
  const { film, person, article } = result.document;
  if (film) {
    const articles = (result.articles ?? []).map((a) => el("li", {}, el("a", { href: `#/articles/${encodeURIComponent(a.id)}` }, a.title)));
    return ["films", filmItem(film, result.highlights, articles.length > 0 && el("ul", { class: "reasons" }, articles))];
  }
  return person ? ["people", personItem(person, result.highlights)] : ["articles", articleItem(article, result.highlights)];
}

function tabs(query, chosen) {
  const tab = (folder, title) => el("a", {
    href: `#/search?${new URLSearchParams(folder === "" ? { q: query } : { q: query, type: folder })}`,
    "aria-current": folder === chosen ? "page" : undefined,
  }, title);
  return el("nav", { class: "tabs", "aria-label": "Types" }, tab("", "All"), Object.entries(titles).map(([folder, title]) => tab(folder, title)));
}

export async function resultsPage(main, query, chosen, signal, live) {
  const ask = (pageToken) => get("search", { query, types: types[chosen], pageSize: 30, pageToken }, signal);
  let answer = await ask();
  const groups = new Map();
  const place = el("div");
  const total = Number(answer.totalSize ?? 0);
  const count = `${answer.totalSizeIsExact || total === 0 ? "" : "at least "}${total.toLocaleString("en")} ${total === 1 ? "result" : "results"}`;
  main.replaceChildren(
    el("h1", { tabindex: "-1" }, query === "" ? "Everything" : `“${query}”`),
    el("p", { class: "soft" }, count, answer.correctedQuery && ` · shown for “${answer.correctedQuery}”`),
    tabs(query, chosen), place);
  live.textContent = `${count}.`;

  const show = () => {
    for (const result of answer.results ?? []) {
      const [folder, element] = item(result);
      if (!groups.has(folder)) {
        const list = el("ul", { class: "list" });
        groups.set(folder, list);
        place.append(el("section", { "data-type": folder }, el("h2", {}, titles[folder]), list));
      }
      groups.get(folder).append(element);
    }
  };

  show();
  if (total === 0) {
    place.append(el("p", {}, "Nothing was found. Try fewer words, or another spelling."));
  }

  const more = el("button", { type: "button" }, "More results");
  more.addEventListener("click", async () => {
    more.disabled = true;
    try {
      answer = await ask(answer.nextPageToken);
      show();
      more.hidden = !answer.nextPageToken;
    } catch (error) {
      if (!signal.aborted) {
        place.append(el("p", { class: "error", role: "alert" }, error.message));
      }
    }
    more.disabled = false;
  });
  if (answer.nextPageToken) {
    main.append(more);
  }
}
