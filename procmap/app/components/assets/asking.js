/* What Python is to do once, and what may not be lost on the way: it is asked for again until it is answered. */

const WAIT = 10_000; // Milliseconds; doubled each time, since an answer may take long.

export class Asking {
  /** `send` is given `{sender, asked}`: who asks, and all that is not answered, with rising numbers. */
  constructor(send) {
    this.send = send;
    this.sender = `${Date.now()} ${Math.random()}`;
    this.number = 0;
    this.open = [];
  }

  ask(what) {
    this.number += 1;
    this.open.push({ ...what, number: this.number });
    this.wait = WAIT;
    this.tell();
  }

  /** Asks for all that is open; to be called too where something else is sent, which could take its place. */
  tell() {
    this.close();
    if (this.open.length) {
      this.send({ sender: this.sender, asked: this.open });
      this.resume();
    }
  }

  /** Waits for answers, also after `close`. */
  resume() {
    if (this.open.length && !this.timer) {
      this.timer = setTimeout(() => {
        this.wait *= 2;
        this.tell();
      }, this.wait);
    }
  }

  /** Takes what Python says it has heard; returns the last of it that was open, undefined where there is nothing. */
  answer([sender, number]) {
    const done = sender === this.sender ? this.open.filter((each) => each.number <= number) : [];
    this.open = this.open.filter((each) => !done.includes(each));
    if (!this.open.length) {
      this.close();
    }
    return done.at(-1);
  }

  close() {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}
