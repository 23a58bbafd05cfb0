"use strict";
/* Filter, keyboard and cards of the page of a comparison. Without this script the page can be read all the same. */
(() => {
  const byId = (id) => document.getElementById(id);
  const grid = byId("grid");
  const rows = [...grid.tBodies[0].rows];
  const filter = byId("filter");
  const dialog = byId("dialog");
  const page = document.title;

  /* Which rows are shown. */

  const searched = new Map();

  function textOf(row) {
    if (!searched.has(row)) {
      const card = byId("card" + numberOf(row));
      searched.set(row, plain(row.textContent + " " + (card ? card.textContent : "")));
    }
    return searched.get(row);
  }

  function plain(text) {
    return text.toLocaleLowerCase(document.documentElement.lang).replace(/\s+/g, " ").trim();
  }

  function lists(row, name, value) {
    return (row.dataset[name] || "").split(" ").includes(value);
  }

  const FITS = {
    q: (row, value) => textOf(row).includes(plain(value)),
    differences: (row) => "classes" in row.dataset,
    open: (row) => lists(row, "has", "open"),
    class: (row, value) => lists(row, "classes", value),
    alone: (row, value) => row.dataset.alone === value,
    role: (row, value) => lists(row, "roles", value),
    control: (row) => lists(row, "has", "control"),
    rosa: (row) => lists(row, "has", "rosa"),
    record: (row) => lists(row, "has", "record"),
  };

  function wanted() {
    return [...new FormData(filter)].filter(([name, value]) => name in FITS && value.trim());
  }

  function showRows() {
    const asked = wanted();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !asked.every(([name, value]) => FITS[name](row, value));
      shown += row.hidden ? 0 : 1;
    }
    const told = byId("shown");
    told.textContent = told.dataset.text.replace("{shown}", shown).replace("{all}", rows.length);
    byId("nothing").hidden = shown > 0;
    byId("clear").disabled = asked.length === 0;
    if (!active || active.parentElement.hidden) {
      activate(firstCell());
    }
  }

  function clearFilter() {
    filter.reset();
    showRows();
    writeAddress();
  }

  /* The filter and the open card stand in the address, so that a link leads to what somebody looks at. */

  function writeAddress() {
    const state = new URLSearchParams(wanted());
    if (dialog.open) {
      state.set("card", numberOf(current()));
    }
    const hash = state.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.href.split("#")[0]);
  }

  function readAddress() {
    const hash = location.hash.slice(1);
    if (/^(card|r|d)\d+$/.test(hash)) {
      goTo(hash);
      return;
    }
    const state = new URLSearchParams(hash);
    for (const field of filter.elements) {
      if (field.type === "checkbox") {
        field.checked = state.has(field.name);
      } else if (field.name) {
        field.value = state.get(field.name) || "";
      }
      if (field.tagName === "SELECT" && field.selectedIndex < 0) {
        field.value = "";
      }
    }
    showRows();
    const card = state.get("card");
    if (card && byId("r" + card)) {
      openCard(byId("r" + card).cells[0]);
    } else if (dialog.open) {
      dialog.close();
    }
  }

  /* The matrix as a grid: one cell can be reached by Tab, arrow keys lead on. */

  let active = null;
  let origin = null; // What a card was opened from, where that is not the matrix.

  const numberOf = (row) => row.id.slice(1);
  const shownRows = () => rows.filter((row) => !row.hidden);
  const firstCell = () => (shownRows()[0] ? shownRows()[0].cells[0] : null);

  function activate(cell) {
    if (active) {
      active.tabIndex = -1;
    }
    active = cell;
    if (cell) {
      cell.tabIndex = 0;
    }
  }

  function focusCell(cell) {
    if (cell) {
      activate(cell);
      // The browser's own scrolling would leave a cell under the first column.
      cell.focus({ preventScroll: true });
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  /** Returns the cell that a key leads to from another; null for keys that lead nowhere. */
  function cellAt(key, ctrl, cell) {
    const shown = shownRows();
    const at = shown.indexOf(cell.parentElement);
    const column = cell.cellIndex;
    const last = shown[0].cells.length - 1;
    const to = (row, place) =>
      shown[Math.max(0, Math.min(shown.length - 1, row))].cells[Math.max(0, Math.min(last, place))];
    switch (key) {
      case "ArrowUp": return to(at - 1, column);
      case "ArrowDown": return to(at + 1, column);
      case "ArrowLeft": return to(at, column - 1);
      case "ArrowRight": return to(at, column + 1);
      case "PageUp": return to(at - 10, column);
      case "PageDown": return to(at + 10, column);
      case "Home": return to(ctrl ? 0 : at, 0);
      case "End": return to(ctrl ? shown.length - 1 : at, last);
      default: return null;
    }
  }

  function onGridKey(event) {
    const cell = event.target.closest("td, tbody th");
    if (!cell || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      openCard(cell);
      return;
    }
    const next = cellAt(event.key, event.ctrlKey, cell);
    if (next) {
      event.preventDefault();
      focusCell(next);
    }
  }

  function onGridClick(event) {
    const cell = event.target.closest("td, tbody th");
    if (cell && String(getSelection()) === "") {
      event.preventDefault();
      openCard(cell);
    }
  }

  /* Cards: one at a time, in front of the page; the card itself is moved there and back. */

  const holder = byId("shown-card");

  const current = () => byId("r" + holder.firstElementChild.id.slice("card".length));

  function openCard(cell) {
    const row = cell.parentElement;
    putBack();
    const card = byId("card" + numberOf(row));
    card.replaceWith(placeFor(card));
    holder.append(card);
    activate(cell);
    dialog.setAttribute("aria-labelledby", card.id + "-title");
    byId("previous").disabled = !neighbour(-1);
    byId("next").disabled = !neighbour(1);
    if (!dialog.open) {
      dialog.showModal();
      byId("close").focus();
    }
    dialog.scrollTop = 0;
    document.title = card.querySelector("h3").textContent + " – " + page;
    writeAddress();
  }

  function placeFor(card) {
    const place = document.createElement("i");
    place.id = "place-" + card.id;
    return place;
  }

  function putBack() {
    const card = holder.firstElementChild;
    if (card) {
      byId("place-" + card.id).replaceWith(card);
    }
  }

  /** Returns the shown row before (-1) or after (1) that of the open card; undefined at the ends. */
  function neighbour(step) {
    const shown = shownRows();
    const at = shown.indexOf(current());
    return at < 0 ? undefined : shown[at + step];
  }

  function turn(step) {
    const row = neighbour(step);
    if (row) {
      openCard(row.cells[active.cellIndex]);
    }
  }

  function onClosed() {
    putBack();
    document.title = page;
    writeAddress();
    const back = origin;
    const cell = active && !active.parentElement.hidden ? active : firstCell();
    origin = null;
    if (back) {
      activate(cell);
      back.focus();
    } else {
      focusCell(cell);
    }
  }

  /** Opens the card of the row whose number an event of a picture has. */
  function onAsked(event) {
    const row = byId("r" + event.detail);
    if (row) {
      openCard(row.cells[0]);
      origin = event.target;
    }
  }

  /* Links inside the page: rows open as cards, and what the filter has chosen stays in the address. */

  function goTo(id) {
    const target = byId(id);
    if (!target) {
      return;
    }
    const row = /^(card|r)\d+$/.test(id) ? byId(id.replace(/^card/, "r")) : null;
    if (row && id.startsWith("card")) {
      openCard(row.cells[0]);
      return;
    }
    if (dialog.open) {
      origin = null;
      dialog.addEventListener("close", () => goTo(id), { once: true });
      dialog.close();
      return;
    }
    if (row && row.hidden) {
      clearFilter();
    }
    if (row || id === "grid") {
      focusCell(row ? row.cells[0] : active);
      return;
    }
    target.tabIndex = -1;
    target.focus();
  }

  function onLink(event) {
    const link = event.target.closest('a[href^="#"]');
    if (link && !event.defaultPrevented) {
      event.preventDefault();
      goTo(link.getAttribute("href").slice(1));
    }
  }

  function start() {
    document.documentElement.classList.add("js");
    grid.setAttribute("role", "grid");
    for (const link of grid.querySelectorAll("a")) {
      link.tabIndex = -1;
    }
    filter.addEventListener("input", () => (showRows(), writeAddress()));
    byId("clear").addEventListener("click", clearFilter);
    filter.addEventListener("submit", (event) => event.preventDefault());
    grid.addEventListener("keydown", onGridKey);
    grid.addEventListener("click", onGridClick);
    grid.addEventListener("focusin", (event) => activate(event.target.closest("td, tbody th") || active));
    byId("previous").addEventListener("click", () => turn(-1));
    byId("next").addEventListener("click", () => turn(1));
    byId("close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", onClosed);
    document.addEventListener("click", onLink);
    document.addEventListener("ask-for-card", onAsked);
    addEventListener("hashchange", readAddress);
    showRows();
    readAddress();
  }

  start();
})();
