// The map on a film's page, drawn as SVG with places by d3-force (vendor/d3-force). Every node is a link: Tab goes through them in reading
// order, arrow keys to the nearest in that direction, Home to the middle, Enter opens. Below it the same content stands as a list.

import "./vendor/d3-force/d3-dispatch.min.js";
import "./vendor/d3-force/d3-quadtree.min.js";
import "./vendor/d3-force/d3-timer.min.js";
import "./vendor/d3-force/d3-force.min.js";
import { el, svg } from "./dom.js";
import { comma } from "./parts.js";
import { neighbourhood } from "./neighbourhood.js";

const { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } = globalThis.d3;
const sizes = { film: 9, person: 7, genre: 7, keyword: 6 };
const margin = { x: 70, top: 24, bottom: 44 };

// A label in at most two lines of about 18 characters.
function lines(label) {
  const points = Array.from(label);
  if (points.length <= 20) {
    return [label];
  }
  const space = points.lastIndexOf(" ", 18);
  const cut = space > 6 ? space : 18;
  const rest = points.slice(space > 6 ? cut + 1 : cut);
  return [points.slice(0, cut).join(""), rest.length <= 20 ? rest.join("") : `${rest.slice(0, 18).join("")}…`];
}

function draw(node) {
  const size = node.middle ? 14 : sizes[node.kind];
  const square = { x: -size, y: -size, width: 2 * size, height: 2 * size };
  const shape = node.kind === "film" ? svg("circle", { r: size })
    : node.kind === "person" ? svg("rect", { ...square, rx: size / 2 }) : svg("rect", { ...square, transform: "rotate(45)" });
  return svg("a", {
    class: `node ${node.kind}${node.middle ? " middle" : ""}`, href: node.href, "aria-label": node.name, draggable: "false",
    "aria-current": node.middle ? "page" : undefined,
  },
  svg("title", {}, node.name), shape,
  svg("text", { y: size + 14 }, lines(node.label).map((line, i) => svg("tspan", { x: 0, dy: i === 0 ? 0 : 15 }, line))));
}

// The same places on every visit: d3-force starts from a spiral and has its own source of chance with a fixed seed.
function arrange({ middle, nodes, links }, width, height) {
  middle.fx = width / 2;
  middle.fy = height / 2;
  const inside = (node) => {
    node.x = Math.min(width - margin.x, Math.max(margin.x, node.x));
    node.y = Math.min(height - margin.bottom, Math.max(margin.top, node.y));
  };
  const simulation = forceSimulation(nodes)
    .force("link", forceLink(links).distance(({ source }) => (source === middle ? 90 : 100)).strength(0.5))
    .force("apart", forceManyBody().strength(-700))
    .force("labels", forceCollide((node) => Math.max(36, 3.6 * Math.max(...lines(node.label).map((line) => line.length)) + 4)).iterations(4))
    .force("x", forceX(width / 2).strength(0.05 * height / width))
    .force("y", forceY(height / 2).strength(0.08))
    .force("inside", () => nodes.forEach(inside))
    .stop()
    .tick(400);
  nodes.forEach(inside);
  return { simulation, inside };
}

// The nearest node within 45 degrees of the direction; what lies straight ahead before what lies aside.
function ahead(nodes, from, key) {
  const [right, down] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  let best;
  let least = Infinity;
  for (const node of nodes) {
    const along = (node.x - from.x) * right + (node.y - from.y) * down;
    const aside = Math.abs((node.x - from.x) * down) + Math.abs((node.y - from.y) * right);
    if (node !== from && along > 0 && aside <= along && along + aside < least) {
      least = along + aside;
      best = node;
    }
  }
  return best;
}

function steer(picture, map, elements) {
  picture.addEventListener("keydown", (event) => {
    const from = map.nodes.find((node) => elements.get(node) === event.target);
    if (!from || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const to = event.key === "Home" ? map.middle : event.key.startsWith("Arrow") ? ahead(map.nodes, from, event.key) ?? from : undefined;
    if (to) {
      event.preventDefault();
      elements.get(to).focus();
    }
  });

  const light = (event) => {
    const node = map.nodes.find((one) => elements.get(one) === event.target.closest("a"));
    picture.classList.toggle("some", node !== undefined);
    map.nodes.forEach((one) => elements.get(one).classList.toggle("lit", one === node || (node?.near.includes(one) ?? false)));
    map.links.forEach((link) => elements.get(link).classList.toggle("lit", link.source === node || link.target === node));
  };
  for (const event of ["focusin", "pointerover"]) {
    picture.addEventListener(event, light);
  }
  picture.addEventListener("pointerleave", () => light({ target: document.activeElement }));
  picture.addEventListener("focusout", () => light({ target: picture }));
}

// A mouse or pen may pull nodes about; a finger scrolls the page.
function drag(picture, map, elements, { simulation, inside }, place) {
  let held;
  let from;
  let moved = false;
  const point = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
  simulation.on("tick", () => {
    map.nodes.forEach(inside);
    place();
  });
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  picture.addEventListener("pointerdown", (event) => {
    moved = false;
    held = event.button === 0 && event.pointerType !== "touch"
      ? map.nodes.find((node) => !node.middle && elements.get(node) === event.target.closest("a")) : undefined;
    from = event;
  });
  picture.addEventListener("pointermove", (event) => {
    if (held && !moved && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > 4) {
      moved = true;
      picture.setPointerCapture(event.pointerId);
      simulation.alphaTarget(0.2).restart();
    }
    if (held && moved) {
      const { x, y } = point(event);
      held.fx = x;
      held.fy = y;
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    picture.addEventListener(end, () => {
      if (held && moved) {
        held.fx = held.fy = null;
        simulation.alphaTarget(0);
      }
      held = undefined;
    });
  }
  picture.addEventListener("click", (event) => {
    if (moved) {
      event.preventDefault();
    }
  }, true);
}

function asList(film, { middle, ties }) {
  const link = (node) => el("a", { href: node.href }, node.label);
  const alone = middle.near.filter((node) => node.kind === "film");
  return el("details", { class: "map-list" }, el("summary", {}, "The map as a list"),
    el("ul", { "aria-label": `What ties ${film.title} to other films` },
      ties.map((tie) => el("li", {}, link(tie), el("span", { class: "soft" }, ` ${tie.about}: `), comma(tie.films.map(link)))),
      alone.length > 0 && el("li", {}, el("span", { class: "soft" }, "No person or genre in common: "), comma(alone.map(link)))));
}

export function mapSection(film, results, available, signal) {
  if (results.length === 0) {
    return undefined;
  }
  const map = neighbourhood(film, results);
  const width = Math.min(960, Math.max(520, available));
  const height = width > 700 ? 620 : 760;
  const layout = arrange(map, width, height);
  const elements = new Map([...map.links.map((link) => [link, svg("line")]), ...map.nodes.map((node) => [node, draw(node)])]);
  const place = () => {
    for (const link of map.links) {
      const { source, target } = link;
      for (const [name, value] of [["x1", source.x], ["y1", source.y], ["x2", target.x], ["y2", target.y]]) {
        elements.get(link).setAttribute(name, value.toFixed(1));
      }
    }
    for (const node of map.nodes) {
      elements.get(node).setAttribute("transform", `translate(${node.x.toFixed(1)},${node.y.toFixed(1)})`);
    }
  };
  place();

  const picture = svg("svg", { class: "map", viewBox: `0 0 ${width} ${height}`, role: "group", "aria-labelledby": "map-title", "aria-describedby": "map-help" },
    svg("g", { "aria-hidden": "true" }, map.links.map((link) => elements.get(link))), map.nodes.map((node) => elements.get(node)));
  steer(picture, map, elements);
  drag(picture, map, elements, layout, place);
  signal.addEventListener("abort", () => layout.simulation.stop());

  const list = asList(film, map);
  const past = el("a", { class: "skip", href: "#" }, "Skip the map");
  past.addEventListener("click", (event) => {
    event.preventDefault();
    list.querySelector("summary").focus();
  });
  return el("section", { class: "neighbourhood" }, el("h2", { id: "map-title" }, `Map of films around ${film.title}`),
    el("p", { id: "map-help", class: "soft" }, "Round: films. Square: people. Diamond: genres and keywords. Arrow keys move, Enter opens, Home is the middle."),
    past, picture, list);
}
