/* The process map: a picture of a process to walk in, choose from, zoom and move. */

import { Dragging } from "./dragging.js";
import { Picture, parsed, recoloured } from "./picture.js";
import { component, filled, isDark, made, say } from "./shared.js";

const STEP = 1.25;
const LEAST = 0.05;
const MOST = 4;
const READABLE = 0.5;
const NEAR = 24; // So far from the edge of the frame something is seen,
const AROUND = [110, 60]; // and so far it is brought in, aside and above, in units of the picture.

class ProcessMap {
  constructor(root) {
    this.root = root;
    this.picture = null;
    this.zoom = 1;
    this.whole = true; // The picture is to be seen whole, also when the room changes.
    this.chosen = "";
    this.isPlaced = false;
    this.buttons = {
      "zoom-in": made("button", { type: "button", "aria-keyshortcuts": "+" }),
      "zoom-out": made("button", { type: "button", "aria-keyshortcuts": "-" }),
      "zoom-whole": made("button", { type: "button", "aria-keyshortcuts": "9" }),
      "zoom-chosen": made("button", { type: "button", "aria-keyshortcuts": "8" }),
      "zoom-actual": made("button", { type: "button", "aria-keyshortcuts": "0" }),
    };
    this.line = made("p", { class: "line", role: "status", "aria-live": "polite" });
    this.size = made("span", { class: "size", "aria-hidden": "true" });
    this.tools = made("div", { class: "tools", role: "group" }, ...Object.values(this.buttons), this.size);
    this.top = made("div", { class: "top" }, this.tools, this.line);
    this.keys = made("p", { class: "keys", id: "keys" });
    this.frame = made("div", { class: "frame", role: "region", tabindex: "0", "aria-describedby": "keys" });
    this.box = made("div", { class: "map" }, this.top, made("div", { class: "stage" }, this.frame, this.keys));
    this.root.append(this.box);
    this.colours = new CSSStyleSheet();
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, this.colours];
    this.listen();
  }

  listen() {
    this.buttons["zoom-in"].addEventListener("click", () => this.zoomBy(STEP));
    this.buttons["zoom-out"].addEventListener("click", () => this.zoomBy(1 / STEP));
    this.buttons["zoom-whole"].addEventListener("click", () => this.showWhole());
    this.buttons["zoom-chosen"].addEventListener("click", () => this.showChosen());
    this.buttons["zoom-actual"].addEventListener("click", () => this.zoomTo(1));
    this.frame.addEventListener("keydown", (event) => this.onKey(event));
    this.frame.addEventListener("click", (event) => this.onClick(event));
    this.frame.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    this.dragging = new Dragging(this.frame);
    // The room is known when the style sheet has come, and changes with the window.
    this.watch = new ResizeObserver(() => this.onRoom());
  }

  open() {
    this.watch.observe(this.frame);
  }

  close() {
    this.watch.disconnect();
  }

  /* What Python sends. */

  show(data) {
    this.words = data.words;
    this.fades = data.faded;
    this.frame.style.setProperty("--height", typeof data.height === "number" ? `${data.height}px` : data.height);
    this.setWords();
    this.box.classList.toggle("dark", isDark(this.box));
    if (data.svg !== this.shown) {
      this.shown = data.svg;
      this.replace(data);
    }
    this.choose(data.selected);
    if (this.chosen !== this.brought && this.isPlaced) { // Chosen anew, by whatever way: it is to be seen.
      this.reveal(this.chosen);
    }
    this.brought = this.chosen;
  }

  setWords() {
    for (const [name, button] of Object.entries(this.buttons)) {
      button.textContent = this.words[name] ?? this.percent(1);
    }
    this.tools.setAttribute("aria-label", this.words.tools);
    this.frame.setAttribute("aria-label", this.words.name);
    this.keys.textContent = this.words.keys;
  }

  /** Puts another picture in the place of the one that is shown; what was looked at stays where it was. */
  replace({ svg, connections, dark }) {
    const focused = this.focused();
    const anchor = this.anchor();
    const drawn = parsed(svg);
    this.picture = drawn && new Picture(drawn, connections);
    this.frame.replaceChildren(drawn ?? made("p", { class: "unreadable" }, this.words.unreadable));
    if (!drawn) {
      return;
    }
    this.colours.replaceSync(recoloured(dark));
    const { width, height } = drawn.viewBox.baseVal;
    this.natural = { width: width || 1, height: height || 1 };
    if (anchor) {
      // One that has grown too large to be read as a whole stays as large as it can still be read.
      this.whole &&= this.fitting() >= READABLE || this.zoom < READABLE;
      this.setZoom(this.whole ? this.fitting() : this.zoom);
      this.hold(anchor);
    } else {
      this.isPlaced = false;
      this.onRoom();
    }
    if (focused !== undefined) {
      (this.picture.symbols.get(focused) ?? this.frame).focus({ preventScroll: true });
    }
  }

  /* What is chosen. */

  choose(id) {
    const { picture } = this;
    this.chosen = picture?.symbols.has(id) ? id : "";
    this.buttons["zoom-chosen"].disabled = !this.chosen;
    if (!picture) {
      say(this.line, this.words.unreadable);
      return;
    }
    picture.root.querySelector(".ring")?.remove();
    const before = picture.root.querySelector("[aria-current]");
    before?.removeAttribute("aria-current");
    before?.classList.remove("chosen");
    const fades = this.fades && Boolean(this.chosen);
    const near = fades ? picture.neighbourhood(this.chosen) : new Set();
    for (const [each, parts] of picture.parts) {
      parts.forEach((part) => part.classList.toggle("near", near.has(each)));
    }
    picture.root.classList.toggle("fades", fades);
    if (this.chosen) {
      const symbol = picture.symbols.get(this.chosen);
      symbol.setAttribute("aria-current", "true");
      symbol.classList.add("chosen");
      const ring = picture.outline(this.chosen).cloneNode(false);
      ["fill", "stroke", "stroke-width", "stroke-dasharray"].forEach((name) => ring.removeAttribute(name));
      ring.classList.add("ring");
      symbol.append(ring);
    }
    const sentence = this.words[this.chosen ? (fades ? "chosen-faded" : "chosen") : "none-chosen"];
    say(this.line, filled(sentence, { name: picture.label(this.chosen) }));
  }

  /** Chooses an element here and now, and tells Python. */
  ask(id) {
    this.choose(id);
    this.send("chosen", { element: id });
  }

  idOf(target) {
    return this.picture?.ids.get(target.closest?.('[role="button"]'));
  }

  onClick(event) {
    const id = this.idOf(event.target);
    if (id === undefined || this.dragging.hasDragged) {
      return;
    }
    this.focus(id);
    this.ask(id);
  }

  /* The keyboard: Enter leads in, Tab from step to step, arrows along flows, Escape out. */

  focused() {
    const active = this.root.activeElement;
    return active && this.frame.contains(active) && active !== this.frame ? this.picture?.ids.get(active) : undefined;
  }

  focus(id) {
    const symbol = this.picture?.symbols.get(id);
    if (symbol) {
      symbol.focus({ preventScroll: true });
      this.reveal(id);
    }
  }

  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.picture) {
      return;
    }
    const at = this.focused();
    const isDone = at === undefined ? this.onFrameKey(event) : this.onStepKey(event, at);
    if (isDone || this.onZoomKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  onFrameKey({ key }) {
    if (key === "Enter") {
      this.focus(this.chosen || this.picture.steps[0] || [...this.picture.symbols.keys()][0]);
    } else if (key === "Escape" && this.chosen) {
      this.ask("");
    } else {
      return false;
    }
    return true;
  }

  onStepKey({ key, shiftKey }, at) {
    if (key === "Enter" || key === " ") {
      this.ask(at);
    } else if (key === "Escape" && this.chosen) {
      this.ask("");
    } else if (key === "Escape") {
      this.frame.focus({ preventScroll: true });
    } else if (key === "Tab") {
      return this.walk(at, shiftKey ? -1 : 1);
    } else if (key === "Home" || key === "End") {
      this.focus(this.picture.steps.at(key === "Home" ? 0 : -1));
    } else if (key.startsWith("Arrow")) {
      this.focus(this.picture.beside(at, key));
    } else {
      return false;
    }
    return true;
  }

  /** Moves the focus to the step before or after; before the first is the frame, after the last what follows the map. */
  walk(at, by) {
    const { steps, symbols } = this.picture;
    let place = steps.indexOf(at);
    if (place < 0) {
      const order = [...symbols.keys()];
      const here = order.indexOf(at);
      const rest = by > 0 ? order.slice(here) : order.slice(0, here).reverse();
      place = steps.indexOf(rest.find((each) => steps.includes(each))) - by;
    }
    const next = steps[place + by];
    if (next !== undefined) {
      this.focus(next);
    } else {
      this.frame.focus({ preventScroll: true }); // After the last step the browser goes on from here, past the picture.
    }
    return next !== undefined || by < 0;
  }

  onZoomKey({ key }) {
    const ways = {
      "+": () => this.zoomBy(STEP), "-": () => this.zoomBy(1 / STEP), 0: () => this.zoomTo(1),
      9: () => this.showWhole(), 8: () => this.showChosen(),
    };
    ways[key]?.();
    return key in ways;
  }

  /* Zoom. */

  onRoom() {
    if (!this.picture || !this.frame.clientWidth || this.frame.clientHeight < 2) {
      return;
    }
    if (!this.isPlaced) {
      // A picture that would be too small to read is shown from its beginning instead.
      this.isPlaced = true;
      this.whole = this.fitting() >= READABLE;
      this.setZoom(this.whole ? this.fitting() : 0.75);
      this.reveal(this.chosen);
    } else if (this.whole) {
      this.setZoom(this.fitting());
    }
  }

  fitting() {
    const { width, height } = this.natural;
    return Math.min(this.frame.clientWidth / width, this.frame.clientHeight / height, 1.5);
  }

  setZoom(zoom) {
    this.zoom = Math.min(MOST, Math.max(LEAST, zoom));
    const { root } = this.picture;
    root.setAttribute("width", this.natural.width * this.zoom);
    root.setAttribute("height", this.natural.height * this.zoom);
    root.style.setProperty("--zoom", this.zoom);
    this.size.textContent = this.percent(this.zoom);
  }

  percent(zoom) {
    return filled(this.words.percent, { size: Math.round(zoom * 100) });
  }

  /** Changes the zoom; the point of the picture that lies at `x`, `y` in the frame (else its middle) stays there. */
  zoomTo(zoom, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2) {
    const { frame } = this;
    const [left, top] = [(frame.scrollLeft + x) / this.zoom, (frame.scrollTop + y) / this.zoom];
    this.whole = false;
    this.setZoom(zoom);
    frame.scrollLeft = left * this.zoom - x;
    frame.scrollTop = top * this.zoom - y;
  }

  /** Zooms around the element that has the focus or is chosen, if it is in sight. */
  zoomBy(factor) {
    const at = this.placeOf(this.focused() ?? this.chosen);
    const isSeen = at && at.x > 0 && at.y > 0 && at.x < this.frame.clientWidth && at.y < this.frame.clientHeight;
    this.zoomTo(this.zoom * factor, ...(isSeen ? [at.x, at.y] : []));
  }

  showWhole() {
    this.whole = true;
    this.setZoom(this.fitting());
  }

  /** Shows what is chosen with what is next to it, as large as it goes. */
  showChosen() {
    if (!this.chosen) {
      return;
    }
    const boxes = [...this.picture.neighbourhood(this.chosen)]
      .filter((each) => this.picture.symbols.has(each))
      .map((each) => this.picture.box(each));
    const left = Math.min(...boxes.map((box) => box.left)) - 40;
    const top = Math.min(...boxes.map((box) => box.top)) - 40;
    const right = Math.max(...boxes.map((box) => box.left + box.width)) + 40;
    const bottom = Math.max(...boxes.map((box) => box.top + box.height)) + 40;
    const fits = Math.min(this.frame.clientWidth / (right - left), this.frame.clientHeight / (bottom - top), 2);
    this.whole = false;
    this.setZoom(Math.max(fits, READABLE));
    const at = this.placeOf(this.chosen);
    const middle = fits < READABLE ? at : this.inFrame((left + right) / 2, (top + bottom) / 2);
    this.frame.scrollBy(middle.x - this.frame.clientWidth / 2, middle.y - this.frame.clientHeight / 2);
  }

  onWheel(event) {
    if (event.ctrlKey && this.picture) {
      event.preventDefault();
      const { left, top } = this.frame.getBoundingClientRect();
      this.zoomTo(this.zoom * Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
    }
  }

  /* Places. */

  inFrame(x, y) {
    const { viewBox } = this.picture.root;
    const room = this.offset();
    return {
      x: (x - viewBox.baseVal.x) * this.zoom + room.left - this.frame.scrollLeft,
      y: (y - viewBox.baseVal.y) * this.zoom + room.top - this.frame.scrollTop,
    };
  }

  /** Returns the empty room before a picture that is smaller than its frame, where it stands in the middle. */
  offset() {
    const { width, height } = this.natural;
    return {
      left: Math.max(0, (this.frame.clientWidth - width * this.zoom) / 2),
      top: Math.max(0, (this.frame.clientHeight - height * this.zoom) / 2),
    };
  }

  placeOf(id) {
    const box = this.picture?.symbols.has(id) ? this.picture.box(id) : null;
    return box && this.inFrame(box.x, box.y);
  }

  /** Scrolls no further than it takes to see an element. */
  reveal(id) {
    if (!this.picture?.symbols.has(id)) {
      return;
    }
    const { left, top, width, height } = this.picture.box(id);
    const by = (start, end, room) => (end - start > room || start < 0 ? start : Math.max(0, end - room));
    const [wide, high] = [this.frame.clientWidth, this.frame.clientHeight];
    const way = (aside, above) => {
      const [from, to] = [this.inFrame(left - aside, top - above), this.inFrame(left + width + aside, top + height + above)];
      return [by(from.x, to.x, wide), by(from.y, to.y, high)];
    };
    // What is seen stays where it is; what is not comes with something of what is around it.
    if (way(NEAR, NEAR).some(Boolean)) {
      this.frame.scrollBy(...way(...AROUND));
    }
  }

  /** Returns what is looked at and where it stands: what has the focus, what is chosen, else the middle; null at first. */
  anchor() {
    if (!this.picture || !this.isPlaced) {
      return null;
    }
    const own = [this.focused(), this.chosen].filter(Boolean);
    const places = (own.length ? own : this.middlemost()).map((id) => [id, this.placeOf(id)]);
    return { places, left: this.frame.scrollLeft, top: this.frame.scrollTop };
  }

  /** Returns the elements in the middle of the frame, the nearest first: some of them may not be in the next picture. */
  middlemost() {
    const middle = { x: this.frame.clientWidth / 2, y: this.frame.clientHeight / 2 };
    const away = ({ x, y }) => Math.hypot(x - middle.x, y - middle.y);
    const ids = [...this.picture.symbols.keys()].map((id) => [away(this.placeOf(id)), id]);
    return ids.sort(([one], [other]) => one - other).slice(0, 20).map(([, id]) => id);
  }

  hold({ places, left, top }) {
    const [id, was] = places.find(([each]) => this.picture.symbols.has(each)) ?? [];
    const now = this.placeOf(id);
    if (now) {
      this.frame.scrollBy(now.x - was.x, now.y - was.y);
    } else {
      this.frame.scrollTo(left, top);
    }
  }
}

export default component(ProcessMap);
