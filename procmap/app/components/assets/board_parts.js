/* What the row board is made of: heads, cards, signs; and where keys lead in a list. */

import { made } from "./shared.js";

const PAGE = 10;
const SVG = "http://www.w3.org/2000/svg";

/** Returns the card of a step in its column; `unseen` is said of it beside what it shows. */
export function cardOf([id, , , label, note, hint], column, unseen) {
  const card = made("button", { type: "button", class: hint ? "card hinted" : "card", "data-step": id, tabindex: "-1" });
  card.append(made("span", { class: "label", dir: "auto", title: label }, label));
  if (note) {
    card.append(made("small", { dir: "auto" }, note));
  }
  if (hint) {
    card.append(made("small", { class: "hint" }, hint));
  }
  card.append(made("span", { class: "unseen" }, unseen));
  card.style.setProperty("--light", column.light);
  card.style.setProperty("--dark", column.dark);
  return card;
}

/** Returns what a key leads to in a list from one of it, no further than its ends; undefined for other keys. */
export function placed(list, from, key) {
  const at = list.indexOf(from);
  const places = { ArrowUp: at - 1, ArrowDown: at + 1, PageUp: at - PAGE, PageDown: at + PAGE, Home: 0, End: list.length - 1 };
  return key in places ? list[Math.max(0, Math.min(list.length - 1, places[key]))] : undefined;
}

/** Returns what a row is called. */
export const nameOf = ([, number, name]) => `${number} ${name}`;

/** Returns strokes in a square of 16 by 16 as a sign beside words that say the same. */
export function signOf(path) {
  const sign = document.createElementNS(SVG, "svg");
  sign.setAttribute("viewBox", "0 0 16 16");
  sign.setAttribute("aria-hidden", "true");
  const strokes = document.createElementNS(SVG, "path");
  strokes.setAttribute("d", path);
  sign.append(strokes);
  return sign;
}

/** Returns the head of a column: its letter, its name, and a line as pictures draw it. */
export function headOf(column) {
  const pattern = document.createElementNS(SVG, "svg");
  pattern.setAttribute("aria-hidden", "true");
  for (const y of column.double ? [2, 6] : [4]) {
    const stroke = document.createElementNS(SVG, "line");
    const places = { x1: 0, x2: "100%", y1: y, y2: y, "stroke-dasharray": column.dashes.join(" ") };
    Object.entries(places).forEach(([name, value]) => stroke.setAttribute(name, value));
    stroke.setAttribute("stroke-width", column.double ? 2 : 4);
    pattern.append(stroke);
  }
  const head = made("th", { scope: "col" }, made("span", { class: "letter" }, column.letter), made("b", { dir: "auto" }, column.name), pattern);
  head.style.setProperty("--light", column.light);
  head.style.setProperty("--dark", column.dark);
  return head;
}
