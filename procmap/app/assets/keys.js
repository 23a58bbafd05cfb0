/* Keys of a page. They are dead while somebody types, and with Ctrl, Alt or the like. Esc leads out of a field to the
   heading of the part that the keys are about, where they live again. */

let heard = null; // {keys, about, part, press}: what the page that was drawn last listens to.
let listens = false;

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="textbox"]';

function leave(field) {
  const around = heard.part && field.closest(`.st-key-${CSS.escape(heard.part)}`);
  const heading = around && field.getAttribute("aria-expanded") !== "true" && around.querySelector("h2"); // A list closes first.
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

function press(event) {
  if (!heard || event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  const [target] = event.composedPath();
  if (target instanceof Element && target.closest(TYPING)) {
    if (event.key === "Escape") leave(target);
    return;
  }
  const key = event.key.toUpperCase();
  if (!heard.keys.includes(key)) return;
  event.preventDefault();
  event.stopImmediatePropagation(); // Streamlit has keys of its own: C and R
  heard.press({ key, about: heard.about });
}

export default function ({ data, setTriggerValue }) {
  const mine = { ...data, press: (told) => setTriggerValue("pressed", told) };
  heard = mine;
  if (!listens) document.addEventListener("keydown", press, true);
  listens = true;
  return () => {
    if (heard === mine) heard = null;
  };
}
