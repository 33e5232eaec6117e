// What the map of a film shows: the film in the middle, the films related to it, and the people and genres that tie them. Values only;
// map.js draws them.

import { linkTo } from "./api.js";

// The reasons that are a person or a genre, and what is said of one.
const people = {
  REASON_KIND_DIRECTOR: "director",
  REASON_KIND_CAST: "cast",
  REASON_KIND_WRITER: "writing",
  REASON_KIND_SUBJECT: "subject",
};

function searchFor(query) {
  return `#/search?${new URLSearchParams({ q: query, type: "films" })}`;
}

// The ties that a film's reasons name. A keyword is one only where there is neither person nor genre.
function tiesOf(reasons) {
  const found = [];
  for (const { kind, items } of reasons) {
    for (const { id, name } of items ?? []) {
      if (people[kind] && id) {
        found.push({ key: `person:${id}`, kind: "person", role: people[kind], label: name || id, href: linkTo("people", id) });
      } else if (kind === "REASON_KIND_GENRE") {
        found.push({ key: `genre:${name}`, kind: "genre", role: "genre", label: name, href: searchFor(name) });
      }
    }
  }
  const keywords = reasons.filter((reason) => reason.kind === "REASON_KIND_KEYWORD").flatMap((reason) => reason.items ?? []).slice(0, 1);
  return found.length > 0 ? found
    : keywords.map(({ name }) => ({ key: `keyword:${name}`, kind: "keyword", role: "keyword", label: name, href: searchFor(name) }));
}

function filmNode(film, about) {
  return {
    key: `film:${film.id}`, kind: "film", label: film.title, href: linkTo("films", film.id), near: [],
    name: [film.year ? `${film.title}, ${film.year}` : film.title, ...about].join(". "),
  };
}

// Nodes in reading order (the middle, then the ties by how many films they have, then the films, best first) and the lines between them.
// Each node has a key, a kind (film, person, genre, keyword), a label, an address, the name that a screen reader says, and its neighbours.
export function neighbourhood(film, results) {
  const middle = { ...filmNode(film, ["In the middle of the map"]), middle: true };
  const films = [];
  const ties = new Map();
  const links = [];
  const join = (source, target) => {
    if (!source.near.includes(target)) {
      source.near.push(target);
      target.near.push(source);
      links.push({ source, target });
    }
  };

  for (const { film: other, reasons = [] } of results) {
    const node = filmNode(other, reasons.slice(0, 3).map((reason) => reason.text));
    films.push(node);
    for (const { role, ...tie } of tiesOf(reasons)) {
      const known = ties.get(tie.key) ?? { ...tie, roles: new Set(), near: [] };
      ties.set(tie.key, known);
      known.roles.add(role);
      join(middle, known);
      join(known, node);
    }
    if (node.near.length === 0) {
      join(middle, node);
    }
  }

  const order = [...ties.values()].sort((a, b) => b.near.length - a.near.length);
  for (const tie of order) {
    tie.films = tie.near.filter((node) => node !== middle);
    tie.about = [...tie.roles].join(", ");
    tie.name = `${tie.label}, ${tie.about}. Ties ${film.title} to ${tie.films.map((node) => node.label).join(", ")}`;
  }
  return { middle, ties: order, films, nodes: [middle, ...order, ...films], links };
}
