/* What both components need: elements made from text alone, one state for each place on the page, light or dark. */

/** Returns an element with attributes and children. Texts become text: nothing here is ever read as HTML. */
export function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children);
  return element;
}

/** Returns a sentence with its {places} filled. */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** Sets the text of a line that is read aloud; what stands there already is not said again. */
export function say(line, text) {
  if (line.textContent !== text) {
    line.textContent = text;
  }
}

/** Tells whether the theme of the app is dark, by the background that Streamlit gives components. */
export function isDark(element) {
  const probe = made("i", { hidden: true });
  probe.style.color = "var(--st-background-color, #ffffff)";
  element.append(probe);
  const [red, green, blue] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  probe.remove();
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/**
 * Returns the function that Streamlit calls at every change of what Python sends: it makes one `Kind` for each place
 * on the page, which lives as long as the place, and shows it what is sent.
 *
 * What it returns is called when a place is taken off the page. While somebody types quickly Streamlit does so with a
 * place that it puts back as it was, so a closed view stays in its place, and is opened again when more is sent.
 */
export function component(Kind) {
  const kept = new WeakMap();
  return ({ data, parentElement, setTriggerValue }) => {
    const host = parentElement.host ?? parentElement;
    let view = kept.get(host);
    if (!view) {
      view = new Kind(parentElement);
      kept.set(host, view);
    }
    const call = {};
    view.call = call;
    view.send = setTriggerValue;
    view.open();
    view.show(data);
    return () => {
      if (view.call === call) {
        view.close();
      }
    };
  };
}
