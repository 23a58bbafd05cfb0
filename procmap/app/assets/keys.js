/* Keys of a page. They are dead while somebody types, and with Ctrl, Alt or the like. */

let heard = null; // {keys, about, press}: what the page that was drawn last listens to.
let listens = false;

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="textbox"]';

function press(event) {
  if (!heard || event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  const [target] = event.composedPath();
  if (target instanceof Element && target.closest(TYPING)) return;
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
