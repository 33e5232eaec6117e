// The JSON API of the service. A failed call throws an Error with the service's own message.

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    throw new Error("The service cannot be reached.");
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(body.message || `The service answered ${answer.status}.`);
  }
  return body;
}

export function get(path, parameters, signal) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters ?? {})) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== "") {
        query.append(name, one);
      }
    }
  }
  const text = query.toString();
  return call(`v1/${path}${text === "" ? "" : `?${text}`}`, { signal });
}

export function post(path, body, signal) {
  return call(`v1/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), signal });
}

const folders = { DOCUMENT_TYPE_FILM: "films", DOCUMENT_TYPE_PERSON: "people", DOCUMENT_TYPE_ARTICLE: "articles" };

export const kinds = { films: "Film", people: "Person", articles: "Article" };

export const types = { films: "DOCUMENT_TYPE_FILM", people: "DOCUMENT_TYPE_PERSON", articles: "DOCUMENT_TYPE_ARTICLE" };

export function folderOf(type) {
  return folders[type];
}

export function linkTo(folder, id) {
  return `#/${folder}/${encodeURIComponent(id)}`;
}
