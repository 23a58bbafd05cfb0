/* The row board: a column for each organisation, a line for each row, a card for each step; cards move between lines. */

import { Asking } from "./asking.js";
import { cardOf, headOf, nameOf, placed, signOf } from "./board_parts.js";
import { Carrying } from "./carrying.js";
import { component, filled, isDark, made, say } from "./shared.js";

const ALONE = "";

class RowBoard {
  constructor(root) {
    this.root = root;
    this.current = ""; // The step whose card has the focus, or had it last.
    this.chosen = ""; // The row that is looked at, as Python says,
    this.shown = ""; // and the one that was brought into view for it.
    this.lifted = null; // {step, to}: picked up by the keyboard, and the row chosen so far.
    this.asking = new Asking((asked) => this.send("moved", asked)); // Moves: {step, row_to, beside}.
    this.buttons = { move: made("button", { type: "button" }), "move-alone": made("button", { type: "button" }) };
    this.label = made("label", { for: "to" });
    this.select = made("select", { id: "to" });
    this.tools = made("div", { class: "tools", role: "group" }, this.label, this.select, ...Object.values(this.buttons));
    this.line = made("p", { class: "line", role: "status", "aria-live": "polite" });
    this.keys = made("p", { class: "keys" });
    this.head = made("thead");
    this.body = made("tbody");
    this.foot = made("tfoot");
    this.table = made("table", {}, this.head, this.body, this.foot);
    this.frame = made("div", { class: "frame" }, this.table);
    this.stage = made("div", { class: "stage" }, this.frame);
    this.box = made("div", { class: "board" }, this.tools, this.line, this.stage, this.keys);
    this.root.append(this.box);
    this.carrying = new Carrying(this);
    this.listen();
  }

  listen() {
    this.frame.addEventListener("keydown", (event) => this.onKey(event));
    this.frame.addEventListener("focusin", (event) => this.onFocus(event));
    this.frame.addEventListener("focusout", () => this.onBlur());
    this.frame.addEventListener("click", (event) => this.onClick(event));
    this.buttons.move.addEventListener("click", () => this.move(this.current, this.select.value));
    this.buttons["move-alone"].addEventListener("click", () => this.move(this.current, ALONE));
  }

  open() {
    this.asking.resume();
  }

  close() {
    this.carrying.stop();
    this.asking.close();
  }

  /* What Python sends. */

  show(data) {
    const focused = this.root.activeElement?.closest?.(".card")?.dataset.step;
    const focusedHead = this.root.activeElement?.closest?.(".head")?.dataset.head;
    this.words = data.words;
    this.rows = data.rows;
    this.columns = new Map(data.columns.map((column) => [column.id, column]));
    const known = new Set(this.rows.map(([id]) => id));
    const steps = data.steps.filter(([, column, row]) => this.columns.has(column) && known.has(row));
    this.steps = new Map(steps.map((step) => [step[0], [...step]]));
    const answered = this.asking.answer(data.answered);
    const isRefused = answered && this.steps.has(answered.step) && !this.isDone(answered);
    this.asking.open.forEach((move) => this.expect(move));
    this.chosen = known.has(data.chosen) ? data.chosen : "";
    this.isChoosable = data.choosable;
    this.box.classList.toggle("dark", isDark(this.box));
    this.frame.style.setProperty("--height", typeof data.height === "number" ? `${data.height}px` : data.height);
    this.draw();
    if (this.lifted && !(this.steps.has(this.lifted.step) && this.targets(this.lifted.step).includes(this.lifted.to))) {
      this.lifted = null;
    }
    this.setCurrent(this.steps.has(this.current) ? this.current : steps[0]?.[0] ?? "");
    this.mark();
    if (answered && this.steps.has(answered.step) && !this.asking.open.length) {
      const word = isRefused ? "refused" : answered.row_to === ALONE ? "moved-alone" : "moved";
      say(this.line, this.sentence(word, answered.step, this.rowOf(answered.step)));
    }
    if (focused !== undefined) {
      this.cardOf(this.steps.has(focused) ? focused : this.current)?.focus({ preventScroll: true });
      this.reveal(this.current);
    } else if (focusedHead !== undefined) {
      (this.headAt(focusedHead) ?? this.headAt(this.chosen))?.focus({ preventScroll: true });
    }
    if (this.chosen !== this.shown) { // Chosen anew, by whatever way: it is to be seen.
      this.shown = this.chosen;
      this.headAt(this.chosen)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  /** Tells whether a step stands where it was to go. */
  isDone({ step, row_to, beside }) {
    const row = this.rowOf(step);
    if (row_to === ALONE) {
      return this.stepsIn(row).length === 1;
    }
    return row === row_to || beside.some((each) => this.steps.get(each)?.[2] === row);
  }

  /** Lets a step stand where it is to go until Python has answered. */
  expect({ step, row_to, beside }) {
    const isThere = row_to === ALONE || this.rows.some(([id]) => id === row_to);
    const to = isThere ? row_to : this.steps.get(beside.find((each) => this.steps.has(each)))?.[2];
    if (this.steps.has(step) && to !== undefined) {
      this.steps.get(step)[2] = to;
    }
  }

  draw() {
    const { words } = this;
    this.table.setAttribute("aria-label", words.name);
    this.tools.setAttribute("aria-label", words.choose);
    this.keys.textContent = words.keys;
    Object.entries(this.buttons).forEach(([name, button]) => { button.textContent = words[name]; });
    const columns = [...this.columns.values()];
    this.head.replaceChildren(made("tr", {}, made("th", { class: "corner", scope: "col" }, words.rows), ...columns.map(headOf)));
    const cells = new Map();
    this.body.replaceChildren(...this.rows.map((row) => this.lineOf(row, columns, cells)));
    const alone = made("th", { scope: "row" }, made("b", {}, words.alone), made("small", {}, words["alone-hint"]));
    const own = new Map(columns.map((column) => [column.id, made("td")]));
    cells.set(ALONE, own); // Where those stand that are to be alone, until they have a row.
    this.foot.replaceChildren(made("tr", { "data-row": ALONE }, alone, ...own.values()));
    for (const step of this.steps.values()) {
      cells.get(step[2]).get(step[1]).append(cardOf(step, this.columns.get(step[1]), this.sentence("card", step[0], step[2])));
    }
    this.select.replaceChildren(...this.rows.map((row) => made("option", { value: row[0] }, nameOf(row))));
  }

  lineOf(row, columns, cells) {
    const [id, number, name, state, sign, tone] = row;
    const told = [made("span", { class: "number" }, String(number)), made("b", { dir: "auto" }, name)];
    if (state) {
      told.push(made("small", { class: `state ${tone}` }, ...(sign ? [signOf(sign)] : []), state));
    }
    const isChosen = id === this.chosen;
    if (this.isChoosable) {
      const isFirst = this.chosen ? isChosen : row === this.rows[0];
      const about = { type: "button", class: "head", "data-head": id, tabindex: isFirst ? 0 : -1, "aria-pressed": String(isChosen) };
      told.splice(0, told.length, made("button", about, ...told));
    }
    const head = made("th", { scope: "row" }, ...told);
    const own = new Map(columns.map((column) => [column.id, made("td")]));
    cells.set(id, own);
    return made("tr", { "data-row": id, class: isChosen ? "chosen" : "" }, head, ...own.values());
  }

  /* Looking things up. */

  cardOf(step) {
    return [...this.frame.querySelectorAll(".card")].find((card) => card.dataset.step === step);
  }

  headAt(row) {
    return [...this.table.querySelectorAll(".head")].find((head) => head.dataset.head === row);
  }

  lineAt(row) {
    return [...this.table.querySelectorAll("tr[data-row]")].find((line) => line.dataset.row === row);
  }

  rowOf(step) {
    return this.steps.get(step)[2];
  }

  stepsIn(row) {
    return [...this.steps.values()].filter((each) => each[2] === row).map(([id]) => id);
  }

  /** Returns the rows that a step can be moved to, its own among them; a step that is alone can not be more so. */
  targets(step) {
    const row = this.rowOf(step);
    const isAlone = row !== ALONE && this.stepsIn(row).length === 1;
    return [...this.rows.map(([id]) => id), ...(isAlone ? [] : [ALONE])];
  }

  sentence(word, step, row) {
    const [, column, , label] = this.steps.get(step);
    const found = this.rows.find(([id]) => id === row);
    return filled(this.words[word], { step: label, organisation: this.columns.get(column).name, row: found ? nameOf(found) : "" });
  }

  /* Marks of what is current, picked up, aimed at and asked for. */

  setCurrent(step) {
    this.current = step;
    const isThere = this.steps.has(step);
    this.label.textContent = isThere ? this.sentence("move-to", step, this.rowOf(step)) : this.words.choose;
    this.select.disabled = this.buttons.move.disabled = !isThere;
    this.buttons["move-alone"].disabled = !isThere || !this.targets(step).includes(ALONE);
    if (isThere) {
      this.select.value = this.rowOf(step);
    }
  }

  mark() {
    const aim = this.carrying.aim ?? this.lifted;
    const asked = new Set(this.asking.open.map(({ step }) => step));
    for (const card of this.frame.querySelectorAll(".card")) {
      const { step } = card.dataset;
      card.tabIndex = step === this.current ? 0 : -1;
      card.classList.toggle("current", step === this.current);
      card.classList.toggle("lifted", step === aim?.step);
      card.classList.toggle("asked", asked.has(step));
    }
    this.table.querySelectorAll(".aim, .aimed").forEach((each) => each.classList.remove("aim", "aimed"));
    if (aim && aim.to !== null) {
      const line = this.lineAt(aim.to);
      const place = [...this.columns.keys()].indexOf(this.steps.get(aim.step)[1]);
      line.classList.add("aimed");
      line.cells[place + 1].classList.add("aim");
    }
  }

  /* Moving. */

  /** Asks Python for a move; the card stands where it is to go, marked, and can go on, before the answer comes. */
  move(step, to) {
    this.lifted = null;
    if (!this.steps.has(step)) {
      this.mark();
      return;
    }
    const from = this.rowOf(step);
    if (to === from || !this.targets(step).includes(to)) {
      say(this.line, this.sentence("stays", step, from));
      this.mark();
      return;
    }
    const hadFocus = this.root.activeElement?.dataset?.step === step;
    const beside = this.stepsIn(to);
    this.asking.ask({ step, row_to: beside.length ? to : ALONE, beside }); // A row without steps will not be there.
    this.steps.get(step)[2] = to;
    const place = [...this.columns.keys()].indexOf(this.steps.get(step)[1]);
    this.lineAt(to).cells[place + 1].append(this.cardOf(step));
    this.setCurrent(step);
    this.mark();
    if (hadFocus) {
      this.cardOf(step).focus({ preventScroll: true });
      this.reveal(step);
    }
  }

  choose(row) {
    this.send("chosen", { row });
    this.asking.tell();
  }

  lift(step) {
    this.lifted = { step, to: this.rowOf(step) };
    say(this.line, this.sentence("lifted", step, this.lifted.to));
    this.mark();
  }

  aimAt(to) {
    this.lifted.to = to;
    say(this.line, this.sentence(to === ALONE ? "over-alone" : "over", this.lifted.step, to));
    this.mark();
    this.lineAt(to).scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  cancel() {
    const step = this.lifted?.step ?? this.carrying.aim?.step;
    this.lifted = null;
    this.carrying.stop();
    if (this.steps.has(step)) {
      say(this.line, this.sentence("stays", step, this.rowOf(step)));
    }
    this.mark();
  }

  /* Events. */

  onFocus(event) {
    const step = event.target.closest(".card")?.dataset.step;
    if (step !== undefined && step !== this.current) {
      this.setCurrent(step);
      this.mark();
    }
  }

  onBlur() {
    // Cards are taken away and come back when Python has answered, and when they move: only a real leaving counts.
    if (this.lifted) {
      setTimeout(() => this.lifted && !this.frame.contains(this.root.activeElement) && this.cancel());
    }
  }

  onClick(event) {
    const head = event.target.closest(".head");
    if (head) {
      this.choose(head.dataset.head === this.chosen ? "" : head.dataset.head);
      return;
    }
    const card = event.target.closest(".card");
    if (card && !this.carrying.hasDragged) {
      this.setCurrent(card.dataset.step);
      this.mark();
      card.focus({ preventScroll: true });
      say(this.line, this.sentence("chosen", card.dataset.step, this.rowOf(card.dataset.step)));
    }
  }

  /** Moves the focus among the names of rows, and from one into its row; Esc leaves the choice. */
  onHeadKey(event, row) {
    const next = placed(this.rows.map(([id]) => id), row, event.key);
    if (next !== undefined) {
      this.headAt(next).focus({ preventScroll: true });
      this.lineAt(next).scrollIntoView({ block: "nearest" });
    } else if (event.key === "ArrowRight") {
      this.lineAt(row).querySelector(".card")?.focus();
    } else if (event.key === "Escape" && this.chosen) {
      this.choose("");
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  onKey(event) {
    const head = event.target.closest(".head");
    if (head && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.onHeadKey(event, head.dataset.head);
      return;
    }
    const step = event.target.closest(".card")?.dataset.step;
    if (step === undefined || event.ctrlKey || event.metaKey) {
      return;
    }
    let isDone = true;
    if (this.carrying.aim) {
      isDone = event.key === "Escape";
      if (isDone) {
        this.cancel();
      }
    } else if (event.altKey) {
      isDone = this.onQuickKey(event.key, step);
    } else if (this.lifted) {
      isDone = this.onLiftedKey(event.key);
    } else if (event.key === "Enter" || event.key === " ") {
      this.lift(step);
    } else {
      isDone = this.walk(event.key, step);
    }
    if (isDone) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  onQuickKey(key, step) {
    if (key !== "ArrowUp" && key !== "ArrowDown") {
      return false;
    }
    this.move(step, placed(this.targets(step), this.rowOf(step), key));
    return true;
  }

  onLiftedKey(key) {
    const { step, to } = this.lifted;
    const next = placed(this.targets(step), to, key);
    if (next !== undefined) {
      this.aimAt(next);
    } else if (key === "Enter" || key === " ") {
      this.move(step, to);
    } else if (key === "Escape") {
      this.cancel();
    } else {
      return key !== "Tab"; // Leaving puts the card back; any other key does nothing.
    }
    return true;
  }

  /** Moves the focus among cards: up and down in a column, left and right to the nearest card of the next. */
  walk(key, step) {
    const columns = [...this.columns.keys()];
    const order = new Map([...this.rows.map(([id]) => id), ALONE].map((id, place) => [id, place]));
    const [, column, row] = this.steps.get(step);
    const inColumn = (name) => [...this.steps.values()].filter((each) => each[1] === name).sort((a, b) => order.get(a[2]) - order.get(b[2]));
    let next;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const rest = key === "ArrowRight" ? columns.slice(columns.indexOf(column) + 1) : columns.slice(0, columns.indexOf(column)).reverse();
      const away = (each) => Math.abs(order.get(each[2]) - order.get(row));
      next = rest.map(inColumn).find((each) => each.length)?.sort((a, b) => away(a) - away(b))[0]?.[0];
    } else {
      next = placed(inColumn(column).map(([id]) => id), step, key);
      if (next === undefined) {
        return false;
      }
    }
    if (next !== undefined) {
      this.cardOf(next).focus({ preventScroll: true });
      this.reveal(next);
    } else if (key === "ArrowLeft") {
      this.headAt(row)?.focus({ preventScroll: true });
    }
    return true;
  }

  reveal(step) {
    this.cardOf(step)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

export default component(RowBoard);
