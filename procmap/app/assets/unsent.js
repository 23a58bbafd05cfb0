/* Forms whose texts are kept while they are typed. Streamlit hears of a text of several lines when Ctrl+Enter is pressed
   in it: so it is told so after a pause. Enter in a line clicks the first button of the form. */
const OURS = "procmapUnsent";
const PAUSE = 1000; // ms, as the lines have it
const FORM = '[class*="st-key-unsent-"]';
const waiting = new Map();

function keep(area) {
  clearTimeout(waiting.get(area));
  waiting.delete(area);
  const told = { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
  area.dispatchEvent(new KeyboardEvent("keydown", told));
}

function typed(event) {
  const area = event.target;
  if (area.tagName !== "TEXTAREA" || !area.closest(FORM)) return;
  clearTimeout(waiting.get(area));
  waiting.set(area, setTimeout(keep, PAUSE, area));
}

function left() {
  for (const area of [...waiting.keys()]) keep(area);
}

function send(event) {
  const line = event.target;
  const plain = event.key === "Enter" && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  if (!plain || event.isComposing || line.tagName !== "INPUT" || line.type !== "text") return;
  if (line.getAttribute("role") === "combobox" || line.closest('[data-baseweb="select"]')) return;
  const button = line.closest(FORM)?.querySelector('[data-testid="stButton"] button');
  // The line is told first: Streamlit hears the same key.
  if (button && !button.disabled) setTimeout(() => button.click());
}

export default function () {
  if (window[OURS]) return;
  window[OURS] = true;
  document.addEventListener("input", typed);
  document.addEventListener("keydown", send);
  window.addEventListener("pagehide", left);
}
