/* The step list: one step a line, to choose from with the mouse or the keyboard. */

import { component, made, say } from "./shared.js";

class StepList {
  constructor(root) {
    this.active = -1; // The place of the line that the keyboard is at.
    this.lines = [];
    this.chosen = "";
    this.list = made("ul", { role: "listbox", tabindex: "0", "aria-describedby": "keys" });
    this.keys = made("p", { class: "keys", id: "keys" });
    this.box = made("div", { class: "steps" }, this.list, this.keys);
    root.append(this.box);
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("click", (event) => this.onClick(event));
    this.list.addEventListener("focus", () => this.onFocus());
  }

  open() {}

  close() {}

  /* What Python sends. */

  show(data) {
    const told = JSON.stringify(data.lines);
    this.list.style.setProperty("--height", `${data.height}px`);
    this.list.setAttribute("aria-label", data.words.name);
    say(this.keys, data.words.keys);
    const isOther = told !== this.told;
    if (isOther) {
      this.told = told;
      this.lines = data.lines;
      this.list.replaceChildren(...data.lines.map((line, place) => this.item(line, place)));
    }
    if (isOther || data.selected !== this.chosen) {
      this.chosen = data.selected;
      this.mark();
    }
  }

  item(line, place) {
    const label = made("span", { class: "label" }, line.label);
    const parts = [made("span", { class: "number" }, `${line.number}`), label];
    const soft = [line.role, line.kind].filter(Boolean).join(" · ");
    if (line.when) {
      label.prepend(made("span", { class: "when" }, line.when), " ");
    }
    if (soft) {
      parts.push(made("span", { class: "soft" }, soft));
    }
    if (line.next) {
      parts.push(made("span", { class: "next" }, line.next));
    }
    const item = made("li", { role: "option", id: `line-${place}`, "aria-selected": "false" }, ...parts);
    item.style.setProperty("--depth", line.depth);
    return item;
  }

  placeOf(id) {
    return this.lines.findIndex((line) => line.id === id);
  }

  mark() {
    const place = this.placeOf(this.chosen);
    [...this.list.children].forEach((item, each) => item.setAttribute("aria-selected", `${each === place}`));
    this.go(place >= 0 ? place : Math.min(this.active, this.lines.length - 1));
  }

  /** Lets the keyboard be at a line, and brings that into view within the frame, never the page. */
  go(place) {
    this.list.children[this.active]?.classList.remove("active");
    this.active = place;
    const item = this.list.children[place];
    if (!item) {
      this.list.removeAttribute("aria-activedescendant");
      return;
    }
    item.classList.add("active");
    this.list.setAttribute("aria-activedescendant", item.id);
    const above = item.offsetTop - this.list.scrollTop;
    const below = above + item.offsetHeight - this.list.clientHeight;
    const around = item.offsetHeight; // One line more is seen, so that people see where they are.
    if (above < around) {
      this.list.scrollTop += above - around;
    } else if (below > -around) {
      this.list.scrollTop += below + around;
    }
  }

  /* What people do. */

  /** Leads the keyboard to where it was; a mouse has focused the line that it is over, which must not scroll away. */
  onFocus() {
    if (this.list.matches(":focus-visible")) {
      this.go(this.active < 0 ? Math.max(this.placeOf(this.chosen), 0) : this.active);
    }
  }

  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const last = this.lines.length - 1;
    const page = Math.max(Math.floor(this.list.clientHeight / (this.list.firstElementChild?.offsetHeight || 40)) - 1, 1);
    const to = {
      ArrowDown: Math.min(this.active + 1, last), ArrowUp: Math.max(this.active - 1, 0),
      Home: 0, End: last,
      PageDown: Math.min(this.active + page, last), PageUp: Math.max(this.active - page, 0),
    }[event.key];
    if (to !== undefined) {
      this.go(to);
    } else if (event.key === "Enter" || event.key === " ") {
      this.ask(this.lines[this.active]?.id);
    } else if (event.key === "Escape") {
      this.ask("");
    } else {
      return;
    }
    event.preventDefault();
  }

  onClick(event) {
    const place = [...this.list.children].indexOf(event.target.closest("li"));
    if (place >= 0) {
      this.go(place);
      this.ask(this.lines[place].id);
    }
  }

  ask(step) {
    if (step !== undefined) {
      this.send("chosen", { step });
    }
  }
}

export default component(StepList);
