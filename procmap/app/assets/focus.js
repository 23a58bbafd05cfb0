/* The keyboard is always somewhere. What Streamlit takes away or disables with the keyboard on it leaves it nowhere: then
   it goes on where the same stands again, else to the heading of the part that it was in, else to that of the page.
   Another page or project begins at its heading. F2 leads to the menu of pages, and from there back. */

const OURS = "procmapFocus";
const MENU = "F2";
const PAUSE = 120; // Milliseconds without a change, after which what is gone stays gone.
const FOCUSABLE = 'button, input:not([type="file"]), textarea, select, summary, a[href], [tabindex="0"]';

let last = null; // {element, tag, fold, names}: what had the keyboard last, and the keys of Streamlit around it, the nearest first.
let before = null; // What had it before F2.
let opened = null; // The name of the project, as Python says.
let come = null; // {path, opened}: the page and the project that the keyboard has come to.
let timer = 0;

const menu = () => document.querySelector('[data-testid="stTopNav"]');
const isFree = (element) => element.isConnected && !element.disabled && element.checkVisibility();
const around = (name) => document.querySelector(`.st-key-${CSS.escape(name)}`);

/** Returns the keys of Streamlit around an element, also out of a component. */
function namesOf(element) {
  const found = [];
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    found.push(...[...at.classList].filter((name) => name.startsWith("st-key-")).map((name) => name.slice(7)));
  }
  return found;
}

function remember(event) {
  const [element] = event.composedPath();
  if (element instanceof Element) {
    last = { element, tag: element.localName, fold: element.closest("details"), names: namesOf(element) };
  }
}

/** Gives the keyboard to an element, also to one that is read and not used; tells whether there is one. */
function give(element) {
  if (!element) return false;
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1; // Now script can give it to it.
  element.focus();
  return true;
}

const toHeading = () => give(document.querySelector(".stMainBlockContainer h1"));

/** Returns the place in a part's components to which Tab leads: of the cells of a table, say, one. */
function stopIn(part) {
  const roots = [...part.querySelectorAll("*")].map((each) => each.shadowRoot).filter(Boolean);
  return roots.flatMap((root) => [...root.querySelectorAll('[tabindex="0"]')]).find(isFree);
}

/** Looks for the place that is nearest to the one that is gone. */
function goOn() {
  const [own, ...others] = last.names;
  const same = own ? around(own)?.querySelectorAll(last.tag) ?? [] : [];
  const places = [last.element, ...same, last.fold?.querySelector("summary")]; // The first was only hidden for a moment.
  if (give(places.find((each) => each && isFree(each)))) return;
  for (const name of others) {
    const part = around(name);
    if (!part || part.querySelector("h1")) continue;
    if (give([...part.querySelectorAll("h2, h3")].find(isFree))) return;
    if (give([...part.querySelectorAll(FOCUSABLE)].find(isFree) ?? stopIn(part))) return;
  }
  toHeading();
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

function look() {
  timer = 0;
  if (!document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')) return;
  const isOther = come.opened !== opened;
  if (isOther || come.path !== location.pathname) {
    const isInUse = !isNowhere() && !menu()?.contains(document.activeElement); // Somebody was faster.
    if ((isInUse && !isOther) || toHeading()) come = { path: location.pathname, opened };
  } else if (last && isNowhere() && document.hasFocus()) {
    goOn();
  }
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE);
}

function toMenu(event) {
  if (event.key !== MENU || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey || !menu()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (menu().contains(document.activeElement)) {
    if (before && isFree(before)) before.focus();
    else toHeading();
    return;
  }
  before = last?.element ?? null;
  const links = [...menu().querySelectorAll("a")];
  (links.find((link) => new URL(link.href).pathname === location.pathname) ?? links[0])?.focus();
}

export default function ({ data }) {
  opened = data.opened;
  come ??= { path: location.pathname, opened };
  wait();
  if (window[OURS]) return;
  window[OURS] = true;
  document.addEventListener("focusin", remember, true);
  document.addEventListener("pointerdown", () => { last = null; }, true); // A click beside everything leaves on purpose.
  window.addEventListener("keydown", toMenu, true);
  new MutationObserver(wait).observe(document.body, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["disabled", "data-test-script-state"],
  });
}
