// The search box: an editable combobox with a list of suggestions, by the ARIA Authoring Practices.
// Down and Up move, Enter opens what is chosen or else searches, Escape closes the list and then empties the box.

import { append, el, markedHtml } from "./dom.js";
import { folderOf, get, kinds, linkTo } from "./api.js";

const pauseMilliseconds = 90;

export function combobox(form, input, list, live, search) {
  let suggestions = [];
  let active = -1;
  let timer;
  let request;

  function close() {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
    if (index < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  }

  function open(suggestion) {
    close();
    input.value = suggestion.text ?? "";
    location.hash = linkTo(folderOf(suggestion.type), suggestion.id);
  }

  function show(found) {
    suggestions = found.filter((s) => folderOf(s.type) !== undefined);
    list.replaceChildren(...suggestions.map((s, i) => {
      const item = el("li", { id: `suggestion-${i}`, role: "option", "aria-selected": "false" });
      const notes = [s.originalText !== s.text && s.originalText, s.year, s.detail].filter(Boolean).join(" · ");
      append(item, [
        el("span", { class: "kind" }, kinds[folderOf(s.type)]),
        el("span", {}, s.highlight ? markedHtml(s.highlight) : s.text),
        notes !== "" && el("span", { class: "soft" }, notes),
      ]);
      item.addEventListener("mousedown", (event) => event.preventDefault());
      item.addEventListener("click", () => open(s));
      return item;
    }));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    live.textContent = suggestions.length === 0 ? "No suggestions." : `${suggestions.length} suggestions.`;
  }

  async function suggest() {
    request?.abort();
    const mine = request = new AbortController();
    const prefix = input.value.trim();
    if (prefix === "") {
      close();
      return;
    }
    try {
      const answer = await get("suggest", { prefix, pageSize: 8 }, mine.signal);
      if (!mine.signal.aborted && document.activeElement === input) {
        show(answer.suggestions ?? []);
      }
    } catch {
      // Suggestions are a help; when they fail, searching tells why.
      if (!mine.signal.aborted) {
        close();
      }
    }
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) {
      timer = setTimeout(suggest, pauseMilliseconds);
    }
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, pauseMilliseconds);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    const count = list.hidden ? 0 : suggestions.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (count === 0) {
        suggest();
      } else if (event.key === "ArrowDown") {
        choose(active + 1 >= count ? -1 : active + 1);
      } else {
        choose(active < 0 ? count - 1 : active - 1);
      }
    } else if (event.key === "Escape") {
      if (count > 0) {
        event.preventDefault();
        close();
      } else {
        input.value = "";
      }
    } else if (event.key === "Enter" && count > 0 && active >= 0) {
      event.preventDefault();
      open(suggestions[active]);
    }
  });

  input.addEventListener("blur", close);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    search(input.value.trim());
  });
}
