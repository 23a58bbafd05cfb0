/* The table of services by organisations. All texts come as data and are put in as text. */

const seen = new WeakMap(); // by the root of the component: how far it was scrolled

export default function ({ data, parentElement: root, setTriggerValue }) {
  const past = seen.get(root) || { top: 0, left: 0 };
  const focused = root.activeElement ? root.activeElement.dataset.at : undefined;
  const frame = element("div", "frame");
  const table = element("table", "services");
  table.setAttribute("aria-label", data.label);
  table.append(head(data), body(data));
  frame.append(table);
  renew(root, frame, past);
  seen.set(root, past);

  table.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) {
      const told = JSON.parse(button.dataset.told);
      setTriggerValue(button.dataset.event, told);
    }
  });
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("th, td");
    const to = cell && !event.altKey && !event.ctrlKey && !event.metaKey && beside(table, cell, event.key);
    if (to) {
      to.focus();
      event.preventDefault();
    }
  });
  if (focused) {
    const again = [...table.querySelectorAll("button")].find((button) => button.dataset.at === focused);
    if (again) {
      again.focus({ preventScroll: true });
    }
  }
}

/** Returns the next button in the direction of an arrow key, past cells without one; nothing for other keys. */
function beside(table, cell, key) {
  const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key] || [0, 0];
  if (!down && !right) {
    return null;
  }
  let [row, column] = [cell.parentElement.rowIndex + down, cell.cellIndex + right];
  while (table.rows[row] && table.rows[row].cells[column]) {
    const button = table.rows[row].cells[column].querySelector("button");
    if (button) {
      return button;
    }
    row += down;
    column += right;
  }
  return null;
}

function head(data) {
  const [name, ...told] = data.heads.map((each) => {
    const cell = element("th");
    cell.setAttribute("aria-sort", each.sorted ? "ascending" : "none");
    const sorter = button("sorted", each.by, each.by, "sort");
    sorter.title = data.sort;
    sorter.append(each.text, element("i", each.sorted ? "arrow sorted" : "arrow"));
    cell.append(sorter);
    return cell;
  });
  const organisations = data.organisations.map((each) => {
    const cell = element("th");
    cell.append(element("bdi", "", each));
    return cell;
  });
  return headOf(name, ...organisations, ...told);
}

function body(data) {
  const part = element("tbody");
  for (const service of data.services) {
    const row = element("tr", service.open ? "open" : "");
    const name = element("th");
    name.scope = "row";
    const service_button = button("service", [service.id], "name " + service.id, "name");
    service_button.append(element("bdi", "", service.name));
    const details = button("details", [service.id], "details " + service.id, "details");
    details.setAttribute("aria-expanded", String(service.open));
    details.append(data.details);
    details.setAttribute("aria-label", data.details + ": " + service.name);
    name.append(service_button, details);
    if (service.questions) {
      name.append(element("span", "questions", service.questions));
    }
    if (service.error) {
      name.append(element("span", "error", service.error));
    }
    row.append(name, ...service.cells.map((cell) => cellOf(cell, service, data)));
    row.append(...service.told.map((told) => {
      const cell = element("td", "told");
      cell.append(element("bdi", "", told));
      return cell;
    }));
    part.append(row);
  }
  return part;
}

function cellOf(processes, service, data) {
  const cell = element("td");
  for (const process of processes) {
    const told = [service.id, process.organisation, process.variant];
    const chosen = button("cell", told, JSON.stringify(told), "status " + process.status);
    const shape = data.shapes[process.status];
    const word = element("span", "word");
    if (process.variant) {
      word.append(element("bdi", "variant", process.variant), ": ");
    }
    word.append(process.word);
    chosen.append(signOf(shape.path, shape.filled ? "sign filled" : "sign"), word);
    if (process.steps) {
      chosen.append(element("span", "steps", process.steps));
    }
    cell.append(chosen);
  }
  return cell;
}

function button(event, told, at, className) {
  const made = element("button", className);
  made.type = "button";
  made.dataset.event = event;
  made.dataset.told = JSON.stringify(told);
  made.dataset.at = at;
  return made;
}
