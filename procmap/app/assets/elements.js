/* What tables of the pages are made of; Python puts it before them. Texts are put in as text. */

const SVG = "http://www.w3.org/2000/svg";

/** Returns a sign of 16 by 16, drawn by one path. Without a name it is hidden from those who listen. */
function signOf(shape, className, name) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 16 16");
  drawn.setAttribute("class", className);
  if (name) {
    drawn.setAttribute("role", "img");
    const title = document.createElementNS(SVG, "title");
    title.textContent = name;
    drawn.append(title);
  } else {
    drawn.setAttribute("aria-hidden", "true");
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", shape);
  drawn.append(path);
  return drawn;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = String(text);
  }
  return made;
}
