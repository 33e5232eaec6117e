// The pages of a film, a person and an article. Each first shows the document, then adds what is related as it comes.

import { el, paragraphs } from "./dom.js";
import { get, post, types } from "./api.js";
import { mapSection } from "./map.js";
import { articleItem, comma, country, credit, day, facts, filmItem, language, personItem, reasons } from "./parts.js";

const path = (folder, id) => `${folder}/${encodeURIComponent(id)}`;

function section(title, tag, className, items) {
  return items.length > 0 && el("section", {}, el("h2", {}, title), el(tag, { class: className }, items));
}

// What is related is a help: when a part of it cannot be had, the page stands without.
async function add(main, signal, answer, make) {
  try {
    const part = make(await answer);
    if (part && !signal.aborted) {
      main.append(part);
    }
  } catch {
    // Left out.
  }
}

const others = (names, shown) => [...new Set(names)].filter((name) => name && !shown.includes(name)).join(", ");

function releaseText(release) {
  const word = (value, prefix) => value?.replace(prefix, "").toLowerCase();
  return [release.date, release.country && country(release.country), word(release.kind, "RELEASE_KIND_"), word(release.status, "RELEASE_STATUS_"), release.note]
    .filter(Boolean).join(" · ");
}

export async function filmPage(main, id, signal) {
  const related = get(`${path("films", id)}/related`, { pageSize: 12 }, signal);
  const articles = get(`${path("films", id)}/articles`, { pageSize: 8 }, signal);
  related.catch(() => {});
  articles.catch(() => {});
  const film = await get(path("films", id), {}, signal);
  const lang = film.languages?.[0];
  main.replaceChildren();
  main.append(...[
    el("h1", { tabindex: "-1" }, film.title, film.year ? el("span", { class: "soft" }, ` ${film.year}`) : ""),
    film.originalTitle && film.originalTitle !== film.title && el("p", { class: "original", lang }, film.originalTitle),
    facts([
      ["Director", comma((film.directors ?? []).map(credit))],
      ["Writer", comma((film.writers ?? []).map(credit))],
      ["About", comma((film.subjects ?? []).map(credit))],
      ["Genres", (film.genres ?? []).join(", ")],
      ["Countries", (film.countries ?? []).map(country).join(", ")],
      ["Languages", (film.languages ?? []).map(language).join(", ")],
      ["Running time", film.runtimeMinutes ? `${film.runtimeMinutes} minutes` : ""],
      ["Releases", (film.releases ?? []).map((release) => el("div", {}, releaseText(release)))],
      ["Also known as", others([...(film.alternativeTitles ?? []), ...(film.localizedTitles ?? []).map((t) => t.text)], [film.title, film.originalTitle])],
    ]),
    film.synopsis && el("p", {}, film.synopsis),
    section("Cast", "ul", "cast", (film.cast ?? []).map((one) => el("li", {}, credit(one), one.character && el("span", { class: "soft" }, ` as ${one.character}`)))),
  ].filter(Boolean));
  await add(main, signal, related, (answer) => section("Related films", "ul", "cards", (answer.results ?? []).map((r) => filmItem(r.film, [], reasons(r.reasons)))));
  await add(main, signal, related, (answer) => mapSection(film, answer.results ?? [], main.clientWidth, signal));
  await add(main, signal, articles, (answer) => section("Articles", "ul", "list", (answer.results ?? []).map((r) => articleItem(r.article))));
  return film.title;
}

export async function personPage(main, id, signal) {
  const films = get("search", { filter: `person = "${id}"`, types: types.films, orderBy: "date desc", pageSize: 50 }, signal);
  const people = get(`${path("people", id)}/related`, { pageSize: 8 }, signal);
  const articles = get(`${path("people", id)}/articles`, { pageSize: 8 }, signal);
  for (const answer of [films, people, articles]) {
    answer.catch(() => {});
  }
  const person = await get(path("people", id), {}, signal);
  main.replaceChildren();
  main.append(...[
    el("h1", { tabindex: "-1" }, person.name),
    person.originalName && person.originalName !== person.name && el("p", { class: "original", lang: person.nameLanguage }, person.originalName),
    facts([
      ["Professions", (person.professions ?? []).join(", ")],
      ["Born", person.birthDate],
      ["Also known as", others(person.alternativeNames ?? [], [person.name, person.originalName])],
    ]),
    person.biography && el("p", {}, person.biography),
  ].filter(Boolean));
  await add(main, signal, films, (answer) => section("Films", "ul", "list", (answer.results ?? []).map((r) => filmItem(r.document.film))));
  await add(main, signal, people, (answer) => section("Works with", "ul", "cards", (answer.results ?? []).map((r) => personItem(r.person, [], reasons(r.reasons)))));
  await add(main, signal, articles, (answer) => section("Articles", "ul", "list", (answer.results ?? []).map((r) => articleItem(r.article))));
  return person.name;
}

export async function articlePage(main, id, signal) {
  const films = post("related/films", { articleId: id, pageSize: 6 }, signal);
  const articles = get(`${path("articles", id)}/related`, { pageSize: 6 }, signal);
  films.catch(() => {});
  articles.catch(() => {});
  const article = await get(path("articles", id), {}, signal);
  main.replaceChildren();
  main.append(...[
    el("h1", { tabindex: "-1" }, article.title),
    el("p", { class: "soft" }, [
      article.publishedAt && day(article.publishedAt),
      ...(article.authors?.length > 0 ? [" · ", comma(article.authors.map(credit))].flat() : []),
      article.categories?.length > 0 && ` · ${article.categories.join(", ")}`,
    ].filter(Boolean)),
    ...paragraphs(article.body || article.excerpt || ""),
    article.tags?.length > 0 && el("p", { class: "soft" }, article.tags.join(", ")),
  ].filter(Boolean));
  await add(main, signal, films, (answer) => section("Films", "ul", "cards", (answer.results ?? []).map((r) => filmItem(r.film, [], reasons(r.reasons)))));
  await add(main, signal, articles, (answer) => section("Related articles", "ul", "list", (answer.results ?? []).map((r) => articleItem(r.article, [], reasons(r.reasons)))));
  return article.title;
}
