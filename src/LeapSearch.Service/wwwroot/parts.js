// Pieces that several pages share.

import { el, marked } from "./dom.js";
import { linkTo } from "./api.js";

const countryNames = new Intl.DisplayNames(["en"], { type: "region" });
const languageNames = new Intl.DisplayNames(["en"], { type: "language" });

export function country(code) {
  try {
    return countryNames.of(code);
  } catch {
    return code;
  }
}

export function language(code) {
  try {
    return languageNames.of(code);
  } catch {
    return code;
  }
}

export function day(timestamp) {
  const date = new Date(timestamp);
  return Number.isNaN(date.getTime()) ? timestamp : date.toLocaleDateString("en", { year: "numeric", month: "long", day: "numeric" });
}

export function comma(nodes) {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [", ", node]));
}

export function credit(one) {
  return one.personId ? el("a", { href: linkTo("people", one.personId) }, one.name || one.personId) : one.name;
}

export function facts(pairs) {
  const known = pairs.filter(([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0));
  return known.length > 0 && el("dl", { class: "facts" }, known.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

export function reasons(list) {
  return (list ?? []).length > 0 && el("ul", { class: "reasons" }, list.slice(0, 3).map((reason) => el("li", {}, reason.text)));
}

function snippet(highlights, fields) {
  const found = (highlights ?? []).find((h) => fields.includes(h.field));
  return found && el("p", {}, marked(found));
}

// The title as found: with its marks where the match was in it.
function heading(folder, id, text, field, highlights) {
  const found = (highlights ?? []).find((h) => h.field === field && h.text === text);
  return el("h3", {}, el("a", { href: linkTo(folder, id) }, found ? marked(found) : text));
}

function original(text, shown, lang, field, highlights) {
  const found = (highlights ?? []).find((h) => h.field === field && h.text === text);
  return text && text !== shown && el("span", { lang }, found ? marked(found) : text);
}

const dot = (nodes) => nodes.filter(Boolean).flatMap((node, i) => (i === 0 ? [node] : [" · ", node]));

export function filmItem(film, highlights, extra) {
  return el("li", {},
    heading("films", film.id, film.title, "title", highlights),
    el("p", { class: "soft" }, dot([
      original(film.originalTitle, film.title, film.languages?.[0], "original_title", highlights),
      film.year,
      film.directors?.length > 0 && el("span", {}, comma(film.directors.slice(0, 3).map(credit))),
      film.genres?.slice(0, 3).join(", "),
    ])),
    snippet(highlights, ["synopsis", "alternative_titles", "localized_titles", "cast", "writers", "subjects", "keywords"]),
    extra);
}

export function personItem(person, highlights, extra) {
  return el("li", {},
    heading("people", person.id, person.name, "name", highlights),
    el("p", { class: "soft" }, dot([
      original(person.originalName, person.name, person.nameLanguage, "original_name", highlights),
      person.professions?.join(", "),
    ])),
    snippet(highlights, ["biography", "alternative_names"]),
    extra);
}

export function articleItem(article, highlights, extra) {
  return el("li", {},
    heading("articles", article.id, article.title, "title", highlights),
    el("p", { class: "soft" }, dot([article.publishedAt && day(article.publishedAt), article.categories?.join(", ")])),
    snippet(highlights, ["excerpt", "body"]),
    extra);
}
