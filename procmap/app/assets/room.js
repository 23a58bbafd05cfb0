/* Tells style sheets where the work of a page begins (--work-top), however many lines what stands above it takes. */
const OURS = "procmapRoom";

function measure() {
  const work = document.querySelector(".st-key-work");
  const page = document.querySelector('[data-testid="stMain"]');
  if (work && page) {
    const top = Math.round(work.getBoundingClientRect().top + page.scrollTop);
    document.documentElement.style.setProperty("--work-top", `${top}px`);
  }
}

export default function () {
  if (!window[OURS]) {
    window[OURS] = true;
    let waits = false;
    const soon = () => {
      if (!waits) {
        waits = true;
        requestAnimationFrame(() => {
          waits = false;
          measure();
        });
      }
    };
    new ResizeObserver(soon).observe(document.body);
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
    document.fonts.ready.then(soon);
  }
  measure();
}
