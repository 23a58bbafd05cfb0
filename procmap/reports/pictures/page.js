
/* Pictures: seen whole or at their size, and thinned to what so many organisations have. */
(() => {
  for (const box of document.querySelectorAll("[data-fits]")) {
    const frame = document.getElementById(box.dataset.fits);
    const fit = () => frame.classList.toggle("fits", box.checked);
    box.addEventListener("change", fit);
    fit();
  }
  for (const slider of document.querySelectorAll("[data-thins]")) {
    const shown = [...document.getElementById(slider.dataset.thins).children];
    const chosen = slider.dataset.chosen.split(" ");
    const told = slider.parentElement.querySelector("output");
    const thin = () => {
      const at = Number(slider.value);
      shown.forEach((picture, place) => { picture.hidden = place !== at; });
      const text = slider.dataset.text.replace("{k}", chosen[at]).replace("{of}", slider.dataset.of);
      told.textContent = text;
      slider.setAttribute("aria-valuetext", text);
    };
    slider.addEventListener("input", thin);
    thin();
  }

  /* Steps: Enter leads into a picture, Tab from step to step in the order of rows, Enter opens a card, Escape leads out. */

  function stepsOf(frame) {
    const picture = [...frame.children].find((each) => !each.hidden);
    const steps = [...picture.querySelectorAll("[data-row]")];
    return steps.sort((one, other) => one.dataset.row - other.dataset.row); // Equal ones stay in reading order.
  }

  function ask(step) {
    step.dispatchEvent(new CustomEvent("ask-for-card", { bubbles: true, detail: step.dataset.row }));
  }

  function onKey(event, frame) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const step = event.target.closest("[data-row]");
    if (event.key === "Enter" || (step && event.key === " ")) {
      event.preventDefault();
      if (step) {
        ask(step);
      } else {
        stepsOf(frame)[0]?.focus();
      }
    } else if (step && event.key === "Escape") {
      event.preventDefault();
      frame.focus();
    } else if (step && event.key === "Tab") {
      const steps = stepsOf(frame);
      const next = steps[steps.indexOf(step) + (event.shiftKey ? -1 : 1)];
      if (next) {
        event.preventDefault();
        next.focus();
      } else if (event.shiftKey) {
        event.preventDefault();
        frame.focus();
      }
    }
  }

  for (const frame of document.querySelectorAll(".picture")) {
    for (const step of frame.querySelectorAll("[data-row]")) {
      step.tabIndex = -1;
      step.setAttribute("role", "button");
    }
    frame.addEventListener("keydown", (event) => onKey(event, frame));
    frame.addEventListener("click", (event) => {
      const step = event.target.closest("[data-row]");
      if (step) {
        ask(step);
      }
    });
  }
})();
