/* Ctrl+Z and Ctrl+Y in a text field are the field's own: shortcuts of the page do not hear them. */
const OURS = "procmapTypingKeys";
const NOT_TEXT = new Set(["checkbox", "radio", "range", "button", "file", "reset", "submit", "color", "image"]);

/** Tells whether somebody types in an element. */
function takesText(element) {
  if (!element || !element.tagName) {
    return false;
  }
  if (element.isContentEditable || element.tagName === "TEXTAREA") {
    return true;
  }
  return element.tagName === "INPUT" && !NOT_TEXT.has(element.type);
}

/** On the window and before all others: Streamlit listens on the document. The browser itself still undoes typing. */
function hear(event) {
  const isOurs = (event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key);
  if (isOurs && takesText(event.composedPath()[0])) {
    event.stopImmediatePropagation();
  }
}

export default function () {
  if (!window[OURS]) {
    window[OURS] = true;
    window.addEventListener("keydown", hear, true);
  }
}
