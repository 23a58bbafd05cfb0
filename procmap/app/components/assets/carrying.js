/* Carrying a card of the board with a pressed mouse button or pen. Fingers scroll; for them there is the menu. */

import { made } from "./shared.js";

const DRAG = 5; // So many pixels a pressed pointer moves before it carries.
const EDGE = 56; // So near to the edge of the frame it scrolls.

export class Carrying {
  constructor(board) {
    this.board = board;
    this.from = null;
    this.aim = null; // {step, to}: what is carried, and over which row; null where it can not be put down.
    this.hasDragged = false;
    board.frame.addEventListener("pointerdown", (event) => this.onDown(event));
    board.frame.addEventListener("pointermove", (event) => this.onMove(event));
    board.frame.addEventListener("pointerup", () => this.onUp());
    board.frame.addEventListener("pointercancel", () => this.aim && board.cancel());
  }

  onDown(event) {
    this.hasDragged = false;
    const step = event.target.closest(".card")?.dataset.step;
    if (step !== undefined && event.button === 0 && event.pointerType !== "touch") {
      this.from = { step, x: event.clientX, y: event.clientY };
    }
  }

  onMove(event) {
    if (!this.from || !(event.buttons & 1)) {
      this.from = null;
      return;
    }
    this.at = { x: event.clientX, y: event.clientY };
    if (!this.aim && Math.hypot(this.at.x - this.from.x, this.at.y - this.from.y) > DRAG) {
      this.start(event.pointerId);
    }
    if (this.aim) {
      this.follow();
    }
  }

  start(pointer) {
    const { board } = this;
    const card = board.cardOf(this.from.step);
    if (!card) {
      this.from = null;
      return;
    }
    board.lifted = null;
    this.hasDragged = true;
    this.aim = { step: this.from.step, to: board.rowOf(this.from.step) };
    card.focus({ preventScroll: true }); // So that Escape is heard.
    this.ghost = made("div", { class: "ghost", "aria-hidden": "true" }, card.querySelector(".label").textContent);
    this.ghost.style.width = `${card.offsetWidth}px`;
    board.stage.append(this.ghost);
    board.frame.setPointerCapture(pointer);
    board.frame.classList.add("carries");
    board.mark();
    this.scroll();
  }

  /** Puts the card under the pointer, and finds the row that is there. */
  follow() {
    const { board } = this;
    const { left, top } = board.stage.getBoundingClientRect();
    this.ghost.style.transform = `translate(${this.at.x - left + 8}px, ${this.at.y - top + 8}px)`;
    const to = board.root.elementFromPoint(this.at.x, this.at.y)?.closest?.("tr[data-row]")?.dataset.row ?? null;
    if (to !== this.aim.to) {
      this.aim.to = to !== null && board.targets(this.aim.step).includes(to) ? to : null;
      board.mark();
    }
  }

  /** Scrolls the board, as long as a card is held at its upper or lower edge. */
  scroll() {
    if (!this.aim) {
      return;
    }
    const { frame, head, foot } = this.board;
    const box = frame.getBoundingClientRect();
    const above = box.top + head.offsetHeight + EDGE - this.at.y;
    const below = this.at.y - (box.bottom - foot.offsetHeight - EDGE);
    const isOverFoot = this.at.y > box.bottom - foot.offsetHeight;
    if (above > 0 || (below > 0 && !isOverFoot)) {
      frame.scrollBy(0, above > 0 ? -Math.min(above, EDGE) / 4 : Math.min(below, EDGE) / 4);
      this.follow();
    }
    this.frameRequest = requestAnimationFrame(() => this.scroll());
  }

  onUp() {
    const { aim, board } = this;
    this.from = null;
    if (!aim) {
      return;
    }
    if (aim.to === null) {
      board.cancel();
    } else {
      this.stop();
      board.move(aim.step, aim.to);
    }
  }

  stop() {
    this.from = this.aim = null;
    cancelAnimationFrame(this.frameRequest);
    this.ghost?.remove();
    this.board.frame.classList.remove("carries");
  }
}
