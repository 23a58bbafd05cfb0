/* Moving what a frame shows with a pressed mouse button or pen; fingers scroll by themselves. */

const DRAG = 4; // So many pixels a pressed pointer moves before it drags.

export class Dragging {
  constructor(frame) {
    this.frame = frame;
    this.from = null; // Where the pointer was pressed, and how far the frame was scrolled then.
    this.hasDragged = false;
    frame.addEventListener("pointerdown", (event) => this.onDown(event));
    frame.addEventListener("pointermove", (event) => this.onMove(event));
    frame.addEventListener("pointerup", () => this.stop());
    frame.addEventListener("pointercancel", () => this.stop());
  }

  onDown(event) {
    this.hasDragged = false;
    if (event.button === 0 && event.pointerType !== "touch") {
      this.from = { x: event.clientX, y: event.clientY, left: this.frame.scrollLeft, top: this.frame.scrollTop };
    }
  }

  onMove(event) {
    if (!this.from || !(event.buttons & 1)) {
      this.from = null;
      return;
    }
    const [x, y] = [event.clientX - this.from.x, event.clientY - this.from.y];
    if (!this.hasDragged && Math.hypot(x, y) > DRAG) {
      this.hasDragged = true;
      this.frame.setPointerCapture(event.pointerId);
      this.frame.classList.add("dragged");
    }
    if (this.hasDragged) {
      this.frame.scrollTo(this.from.left - x, this.from.top - y);
    }
  }

  stop() {
    this.from = null;
    this.frame.classList.remove("dragged");
  }
}
