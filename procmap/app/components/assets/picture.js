/* The SVG of a process, as procmap/drawing makes it: read, cleaned, and looked up by the ids of its elements. */

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
const ELEMENTS = new Set([
  "svg", "g", "title", "desc", "rect", "circle", "ellipse", "line", "path", "polygon", "polyline", "text", "tspan",
]);
const SHAPES = "rect, circle, ellipse, path, polygon";
const STEPS = /Task$|^task$|Event$|^(callActivity|subProcess|transaction|adHocSubProcess)$/;
const COLOUR = /^#[0-9a-f]{6}$/i;

/** Returns rules that give each colour of a light picture the one that a dark page has in its place. */
export function recoloured(dark) {
  return Object.entries(dark)
    .filter((pair) => pair.every((colour) => COLOUR.test(colour)))
    .flatMap(([light, other]) => ["fill", "stroke"].map((what) => `.dark svg [${what}="${light}"] { ${what}: ${other}; }`))
    .join("\n");
}

/** Returns an SVG as an element that can do nothing but be seen; null for what is none. */
export function parsed(text) {
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (root.namespaceURI !== SVG || root.localName !== "svg" || root.querySelector("parsererror")) {
    return null;
  }
  for (const element of [root, ...root.querySelectorAll("*")]) {
    if (element.namespaceURI !== SVG || !ELEMENTS.has(element.localName)) {
      element.remove();
    } else {
      clean(element);
    }
  }
  return document.adoptNode(root);
}

/** Takes away what an element could run, fetch or lead to: drawings have nothing of it. */
function clean(element) {
  for (const { namespaceURI, localName, name, value } of [...element.attributes]) {
    const leads = localName === "href" || namespaceURI === XLINK;
    if (/^on/i.test(name) || leads || localName === "style" || localName === "id" || /url\s*\(/i.test(value)) {
      element.removeAttribute(name);
    }
  }
}

export class Picture {
  /** `connections`: [id, kind, source, target] of all lines and borders; kind "flow" is a sequence flow. */
  constructor(root, connections) {
    this.root = root;
    this.symbols = new Map(); // In the order of reading.
    this.ids = new Map(); // The other way round.
    this.steps = [];
    this.kinds = new Map();
    this.parts = new Map(); // All that is drawn of an element, where it can fade.
    this.boxes = new Map();
    this.shapes = new Map();
    this.lines = new Map();
    this.inward = new Map();
    this.outward = new Map();
    this.read();
    this.connect(connections);
  }

  read() {
    for (const group of this.root.querySelectorAll("[data-element]")) {
      if (group.dataset.type !== "badges") {
        this.kinds.set(group.dataset.element, group.dataset.type);
        this.shapes.set(group.dataset.element, group);
      }
    }
    const rows = [];
    for (const symbol of this.root.querySelectorAll('[role="graphics-symbol"]')) {
      const first = symbol.firstElementChild;
      const id = first && (first.dataset.element ?? first.dataset.areaOf);
      if (id === undefined || id === null || this.symbols.has(id)) {
        continue;
      }
      symbol.setAttribute("role", "button");
      symbol.tabIndex = -1;
      this.symbols.set(id, symbol);
      this.ids.set(symbol, id);
      if (STEPS.test(this.kinds.get(id) ?? "")) {
        this.steps.push(id);
        rows.push([id, Number(symbol.dataset.row ?? 0)]);
      }
      if (first.dataset.element) {
        this.addPart(id, symbol);
      }
    }
    // In the order of rows where a picture has rows; equal ones stay in the order of reading.
    this.steps = rows.sort((one, other) => one[1] - other[1]).map(([id]) => id);
    for (const part of this.root.querySelectorAll("[data-element], [data-label-of], [data-letters-of]")) {
      const { element, labelOf, lettersOf, type } = part.dataset;
      const id = element ?? labelOf ?? lettersOf;
      // Pools, lanes and frames stay: they are what a step lies in.
      if (!this.symbols.has(id) || type === "badges" || element === undefined) {
        this.addPart(id, part, ["participant", "lane"].includes(type));
      }
    }
  }

  addPart(id, part, stays = false) {
    if (!stays) {
      part.classList.add("part");
      this.parts.set(id, [...(this.parts.get(id) ?? []), part]);
    }
  }

  connect(connections) {
    for (const connection of connections) {
      const [, kind, source, target] = connection;
      if (!this.symbols.has(source) || !this.symbols.has(target)) {
        continue;
      }
      for (const end of new Set([source, target])) {
        this.lines.set(end, [...(this.lines.get(end) ?? []), connection]);
      }
      if (kind === "flow") {
        this.outward.set(source, [...(this.outward.get(source) ?? []), target]);
        this.inward.set(target, [...(this.inward.get(target) ?? []), source]);
      }
    }
  }

  label(id) {
    return this.symbols.get(id)?.getAttribute("aria-label") ?? "";
  }

  /** Returns the outline of an element: the first shape in it that is filled. */
  outline(id) {
    const group = this.shapes.get(id);
    const drawn = group ? [...group.querySelectorAll(SHAPES)] : [];
    return drawn.find((shape) => (shape.getAttribute("fill") ?? "none") !== "none") ?? drawn[0] ?? this.symbols.get(id);
  }

  /** Returns where the outline of an element lies, in the coordinates of the drawing. */
  box(id) {
    if (!this.boxes.has(id)) {
      const { x, y, width, height } = this.outline(id).getBBox();
      this.boxes.set(id, { left: x, top: y, width, height, x: x + width / 2, y: y + height / 2 });
    }
    return this.boxes.get(id);
  }

  /**
   * Returns the ids of an element, of what it is connected with and of the lines between; beyond gateways, which decide
   * only the way, of the next steps. Of a container also what is in it.
   */
  neighbourhood(id) {
    const inside = [id, ...this.contents(id)];
    const near = new Set(inside);
    for (const each of inside) {
      this.follow(each, near, true);
      this.follow(each, near, false);
    }
    return near;
  }

  /** Adds what lies at the ends of the lines of an element: all lines of the first one, flows onward from gateways. */
  follow(start, near, isForward) {
    const open = [[start, true]];
    const seen = new Set([start]);
    while (open.length) {
      const [at, first] = open.pop();
      for (const [line, kind, source, target] of this.lines.get(at) ?? []) {
        const isAlong = kind === "flow" ? (isForward ? source : target) === at : first;
        const other = source === at ? target : source;
        if (isAlong) {
          near.add(line).add(other);
        }
        if (isAlong && kind === "flow" && !seen.has(other) && /Gateway$/.test(this.kinds.get(other) ?? "")) {
          seen.add(other);
          open.push([other, false]);
        }
      }
    }
  }

  contents(id) {
    if (!this.symbols.get(id)?.firstElementChild.dataset.areaOf) {
      return [];
    }
    const { left, top, width, height } = this.box(id);
    return [...this.symbols.keys()].filter((other) => {
      const { x, y } = this.box(other);
      return x > left && x < left + width && y > top && y < top + height;
    });
  }

  /** Returns the id of the element that an arrow key leads to; undefined where there is none. */
  beside(id, key) {
    if (key === "ArrowRight" || key === "ArrowLeft") {
      const along = (key === "ArrowRight" ? this.outward : this.inward).get(id) ?? [];
      return this.straightest(id, along.length ? along : this.associated(id, key));
    }
    return this.above(id, key === "ArrowUp" ? -1 : 1);
  }

  /** Returns what stands beside an element without a flow between: data, notes, and what an event on a border sits on. */
  associated(id, key) {
    const side = key === "ArrowRight" ? 1 : -1;
    return (this.lines.get(id) ?? [])
      .filter(([, kind]) => kind !== "flow")
      .map(([, , source, target]) => (source === id ? target : source))
      .filter((other) => (this.box(other).x - this.box(id).x) * side > 0);
  }

  straightest(id, others) {
    const { y } = this.box(id);
    const away = (other) => Math.abs(this.box(other).y - y);
    return [...others].sort((one, other) => away(one) - away(other))[0];
  }

  /** Returns the nearest element above (-1) or below (1); to the side counts more than along, so that columns are kept. */
  above(id, side) {
    const from = this.box(id);
    let best;
    let least = Infinity;
    for (const other of this.symbols.keys()) {
      const to = this.box(other);
      const down = (to.y - from.y) * side;
      const away = down + 2.5 * Math.abs(to.x - from.x);
      if (other !== id && down > 4 && away < least && !this.contains(other, id) && !this.contains(id, other)) {
        [best, least] = [other, away];
      }
    }
    return best;
  }

  contains(outer, inner) {
    const [out, at] = [this.box(outer), this.box(inner)];
    return out.left < at.left && out.top < at.top
      && out.left + out.width > at.left + at.width && out.top + out.height > at.top + at.height;
  }
}
