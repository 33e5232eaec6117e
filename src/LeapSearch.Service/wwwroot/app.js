// Which page the address names: #/, #/search?q=…&type=…, #/films/ID, #/people/ID, #/articles/ID.

import { el } from "./dom.js";
import { get, types } from "./api.js";
import { combobox } from "./combobox.js";
import { articlePage, filmPage, personPage } from "./pages.js";
import { filmItem } from "./parts.js";
import { resultsPage } from "./results.js";

const main = document.getElementById("main");
const live = document.getElementById("live");
const input = document.getElementById("q");
const pages = { films: filmPage, people: personPage, articles: articlePage };
let current = new AbortController();

async function homePage(signal) {
  main.replaceChildren(
    el("h1", { tabindex: "-1" }, "Find a film"),
    el("p", {}, "Search by title, name or word, in any script: ", ...["leap", "夺冠", "gong li", "peter chan"].flatMap((q, i) =>
      [i > 0 && ", ", el("a", { href: `#/search?${new URLSearchParams({ q })}` }, q)].filter(Boolean)), "."));
  const answer = await get("search", { types: types.films, orderBy: "popularity desc", pageSize: 12 }, signal);
  if ((answer.results ?? []).length > 0) {
    main.append(el("section", {}, el("h2", {}, "Much asked for"), el("ul", { class: "cards" }, answer.results.map((r) => filmItem(r.document.film)))));
  }
}

async function route() {
  current.abort();
  const { signal } = current = new AbortController();
  const [path, query] = location.hash.slice(1).split("?");
  const [, folder, ...rest] = path.split("/");
  const parameters = new URLSearchParams(query ?? "");
  let title = "";
  main.setAttribute("aria-busy", "true");
  try {
    if (folder === "search") {
      title = parameters.get("q") ?? "";
      input.value = title;
      await resultsPage(main, title, parameters.get("type") ?? "", signal, live);
    } else if (pages[folder] && rest.length > 0) {
      title = await pages[folder](main, decodeURIComponent(rest.join("/")), signal);
    } else {
      await homePage(signal);
    }
  } catch (error) {
    if (signal.aborted) {
      return;
    }
    title = "Error";
    main.replaceChildren(el("h1", { tabindex: "-1" }, "That did not work"), el("p", { class: "error", role: "alert" }, error.message));
  }
  if (!signal.aborted) {
    main.removeAttribute("aria-busy");
    document.title = title === "" ? "LeapSearch" : `${title} · LeapSearch`;
  }
}

combobox(document.getElementById("search"), input, document.getElementById("suggestions"), live, (query) => {
  const target = `#/search?${new URLSearchParams({ q: query })}`;
  if (location.hash === target) {
    route();
  } else {
    location.hash = target;
  }
});

// The way past the header: not an address of a page.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

window.addEventListener("hashchange", async () => {
  window.scrollTo(0, 0);
  await route();

  // A reader of a new page starts at its heading; one who refines a search stays in the box.
  if (!location.hash.startsWith("#/search")) {
    main.querySelector("h1")?.focus({ preventScroll: true });
  }
});
route();
