/* Keys of a page: each clicks a button. They are dead while somebody types, and with Ctrl, Alt or the like. */

let wanted = {};
let listens = false;

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="textbox"]';

function press(event) {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  const [target] = event.composedPath();
  if (target instanceof Element && target.closest(TYPING)) return;
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
  if (!listens) document.addEventListener("keydown", press, true);
  listens = true;
  return () => {
    if (wanted === mine) wanted = {};
  };
}
