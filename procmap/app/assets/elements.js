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

/** Returns the head of a table: one row of these cells, each the name of its column. */
function headOf(...cells) {
  const row = element("tr");
  row.append(...cells);
  for (const cell of row.cells) {
    cell.scope = "col";
  }
  const part = element("thead");
  part.append(row);
  return part;
}

/** Puts the frame of a table in the place of the one before it, scrolled as far; `past` keeps how far that was. */
function renew(root, frame, past) {
  const old = root.querySelector(".frame");
  if (old) {
    past.top = old.scrollTop;
    past.left = old.scrollLeft;
    old.replaceWith(frame);
  } else {
    root.append(frame);
  }
  frame.scrollTop = past.top;
  frame.scrollLeft = past.left;
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
