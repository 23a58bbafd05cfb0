/* Keys of a page: each clicks a button. They are dead while somebody types, and with Ctrl, Alt or the like. Esc leads out
   of a field to the heading of the part that the keys are about, where they live again. */

let wanted = {};
let part = "";
let listens = false;

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="textbox"]';

function leave(field) {
  const around = part && field.closest(`.st-key-${CSS.escape(part)}`);
  const heading = around && field.getAttribute("aria-expanded") !== "true" && around.querySelector("h2"); // A list closes first.
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

function press(event) {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  const [target] = event.composedPath();
  if (target instanceof Element && target.closest(TYPING)) {
    if (event.key === "Escape") leave(target);
    return;
  }
  const place = wanted[event.key.toUpperCase()];
  const button = place && document.querySelector(`.st-key-${CSS.escape(place)} button`);
  if (!button || button.disabled) return;
  event.preventDefault();
  event.stopImmediatePropagation(); // Streamlit has keys of its own: C and R
  button.click();
}

export default function ({ data }) {
  const mine = data.keys;
  wanted = mine;
  part = data.part;
  if (!listens) document.addEventListener("keydown", press, true);
  listens = true;
  return () => {
    if (wanted === mine) wanted = {};
  };
}
