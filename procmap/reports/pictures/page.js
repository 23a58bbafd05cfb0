
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
})();
