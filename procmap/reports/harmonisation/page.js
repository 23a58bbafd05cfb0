
/* Filters of the tables of the report of a harmonisation. */
(() => {
  const plain = (text) => text.toLocaleLowerCase(document.documentElement.lang).replace(/\s+/g, " ").trim();

  function listen(form) {
    const rows = [...document.getElementById(form.dataset.table).tBodies[0].rows];
    const texts = new Map();
    const told = form.querySelector(".shown");
    const clear = form.querySelector("[type=reset]");

    function textOf(row) {
      if (!texts.has(row)) {
        texts.set(row, plain(row.textContent));
      }
      return texts.get(row);
    }

    function show() {
      const asked = [...new FormData(form)].filter(([, value]) => value.trim());
      let shown = 0;
      for (const row of rows) {
        row.hidden = !asked.every(([name, value]) =>
          name === "q" ? textOf(row).includes(plain(value)) : row.dataset[name] === value);
        shown += row.hidden ? 0 : 1;
      }
      clear.disabled = asked.length === 0;
      told.textContent = told.dataset.text.replace("{shown}", shown).replace("{all}", rows.length);
    }

    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are empty only after this event.
    form.addEventListener("reset", () => setTimeout(show));
    show();
  }

  document.querySelectorAll("form[data-table]").forEach(listen);
})();
