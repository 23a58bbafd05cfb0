/* The matrix of steps by organisations. All texts come as data and are put in as text. */

const MANY = 2; // So many columns have room for whole words beside an open card, also in a small window.
const seen = new WeakMap(); // by the root of the component: where the keyboard was, and how far it was scrolled

export default function ({ data, parentElement: root, setTriggerValue }) {
  const past = seen.get(root) || { row: null, column: 0, top: 0, left: 0, opened: 0 };
  const hadFocus = root.activeElement !== null && root.activeElement !== undefined;
  const frame = element("div", "frame");
  const grid = element("table", "grid");
  grid.setAttribute("role", "grid");
  grid.setAttribute("aria-label", data.label);
  grid.style.setProperty("--parties", data.columns.length);
  grid.classList.toggle("many", data.columns.length > MANY);
  grid.append(head(data), body(data));
  frame.append(grid);
  renew(root, frame, past);
  let line = root.querySelector(".told");
  if (!line) {
    line = element("p", "told");
    line.setAttribute("role", "status");
    root.append(line);
  }
  if (line.textContent !== data.told) {
    line.textContent = data.told;
  }
  seen.set(root, past);
  const rows = [...grid.tBodies[0].rows];

  function activate(cell) {
    for (const each of grid.querySelectorAll('[tabindex="0"]')) {
      each.tabIndex = -1;
    }
    if (cell) {
      cell.tabIndex = 0;
      past.row = cell.parentElement.dataset.number;
      past.column = cell.cellIndex;
    }
  }

  function focus(cell) {
    activate(cell);
    cell.focus({ preventScroll: true });
    bring(cell);
  }

  /** Scrolls the frame, and only it, until a cell is not hidden by it, its head or its first column. */
  function bring(cell) {
    const [inside, outside] = [cell.getBoundingClientRect(), frame.getBoundingClientRect()];
    const top = outside.top + grid.tHead.offsetHeight;
    const left = outside.left + (cell.cellIndex ? cell.parentElement.cells[0].offsetWidth : 0);
    const bottom = outside.top + frame.clientHeight;
    const right = outside.left + frame.clientWidth;
    if (inside.top < top || inside.height > bottom - top) {
      frame.scrollTop -= top - inside.top;
    } else if (inside.bottom > bottom) {
      frame.scrollTop += inside.bottom - bottom;
    }
    if (cell.cellIndex && inside.left < left) {
      frame.scrollLeft -= left - inside.left;
    } else if (cell.cellIndex && inside.right > right) {
      frame.scrollLeft += inside.right - right;
    }
  }

  /** Returns the cell that a key leads to; undefined for keys that lead nowhere. */
  function cellAt(key, ctrl, cell) {
    const at = rows.indexOf(cell.parentElement);
    const last = data.columns.length;
    const to = (row, column) =>
      rows[Math.max(0, Math.min(rows.length - 1, row))].cells[Math.max(0, Math.min(last, column))];
    switch (key) {
      case "ArrowUp": return to(at - 1, cell.cellIndex);
      case "ArrowDown": return to(at + 1, cell.cellIndex);
      case "ArrowLeft": return to(at, cell.cellIndex - 1);
      case "ArrowRight": return to(at, cell.cellIndex + 1);
      case "PageUp": return to(at - 10, cell.cellIndex);
      case "PageDown": return to(at + 10, cell.cellIndex);
      case "Home": return to(ctrl ? 0 : at, 0);
      case "End": return to(ctrl ? rows.length - 1 : at, last);
      default: return undefined;
    }
  }

  grid.addEventListener("click", (event) => {
    const cell = event.target.closest("tbody th, tbody td");
    if (cell) {
      focus(cell);
      setTriggerValue("opened", Number(cell.parentElement.dataset.number));
    }
  });
  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("tbody th, tbody td");
    if (!cell || event.altKey || event.metaKey) {
      return;
    }
    const next = cellAt(event.key, event.ctrlKey, cell);
    if (next) {
      focus(next);
    } else if (event.key === "Enter" || event.key === " ") {
      setTriggerValue("opened", Number(cell.parentElement.dataset.number));
    } else if (event.key === "Escape" && data.opened) {
      setTriggerValue("closed", true);
    } else {
      return;
    }
    event.preventDefault();
  });
  grid.addEventListener("focusin", (event) => {
    const cell = event.target.closest("tbody th, tbody td");
    if (cell) {
      activate(cell);
    }
  });

  const opened = rows.find((row) => Number(row.dataset.number) === data.opened);
  const known = rows.find((row) => row.dataset.number === past.row);
  const here = opened && data.opened !== past.opened ? opened : known || opened || rows[0];
  if (here) {
    const cell = here.cells[Math.min(past.column, here.cells.length - 1)];
    activate(cell);
    if (opened && data.opened !== past.opened) {
      // Rows have their heights when style and type are there, which may be after this.
      bring(cell);
      requestAnimationFrame(() => bring(cell));
      document.fonts.ready.then(() => bring(cell));
    }
    if (hadFocus) {
      cell.focus({ preventScroll: true });
    }
  }
  past.opened = data.opened;
}

function head(data) {
  const parties = data.columns.map((party) => {
    const cell = element("th");
    cell.style.setProperty("--own", party.colour);
    if (party.letter) {
      cell.append(element("b", "letter", party.letter), " ");
    }
    if (party.mark) {
      cell.append(signOf(party.mark, "mark"), " ");
    }
    cell.append(element("bdi", "", party.name));
    return cell;
  });
  return headOf(element("th", "", data.step), ...parties);
}

function body(data) {
  const part = element("tbody");
  for (const told of data.rows) {
    const row = element("tr");
    row.dataset.number = told.number;
    row.setAttribute("aria-selected", String(told.number === data.opened));
    row.append(title(told, data), ...told.cells.map((cell, place) => cellOf(cell, data.columns[place], data)));
    for (const cell of row.cells) {
      cell.tabIndex = -1;
    }
    part.append(row);
  }
  return part;
}

function title(told, data) {
  const cell = element("th");
  cell.scope = "row";
  const line = element("span", "title");
  line.append(element("bdi", "", told.title), ...told.signs.map((which) => sign(which, data)));
  if (told.conflicts.length) {
    const marks = element("span", "marks");
    marks.append(sign("order", data), " " + told.conflicts.join(", "));
    line.append(marks);
  }
  const sure = element("span", "sure");
  if (told.state) {
    sure.append(element("i", "state " + (told.state === "confirmed" ? "confirmed" : "proposed")), " ");
  }
  sure.append(told.sure);
  cell.append(element("span", "number", told.number), line, sure);
  return cell;
}

function cellOf(told, party, data) {
  const cell = element("td", told.there ? "" : "gap");
  if (!told.there) {
    cell.append(...told.signs.map((which) => sign(which, data)));
    if (told.roles) {
      cell.append(" ", element("bdi", "", told.roles));
    }
    return cell;
  }
  cell.style.setProperty("--own", party.colour);
  cell.style.setProperty("--bar", party.bar);
  cell.append(element("b", "whose", party.letter));
  if (told.times > 1) {
    cell.append(" " + told.times + "\u00a0\u00d7");
  }
  if (told.roles) {
    cell.append(" ", element("bdi", "", told.roles));
  }
  const marks = element("span", "marks");
  marks.append(...told.signs.map((which) => sign(which, data, told.words)));
  cell.append(" ", marks);
  if (told.wording) {
    cell.append(element("bdi", "words", told.wording));
  }
  for (const each of told.values || []) {
    const line = element("span", "value");
    if (each.light) {
      line.append(element("b", "light " + each.light, each.word), " ");
    }
    line.append(element("bdi", "", each.name));
    cell.append(line);
  }
  return cell;
}

// A sign with its word, or the word that is given for it.
function sign(which, data, words = {}) {
  return signOf(data.signs[which].path, "sign", words[which] || data.signs[which].word);
}
