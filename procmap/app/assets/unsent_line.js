/* The line of an `st.form`: what is typed into it is told in the pauses, until it is sent. */
const PAUSE = 1000; // ms

export default function ({ data, setTriggerValue }) {
  const line = `.st-key-${CSS.escape(data.key)} input`;
  let waiting = 0;
  let told = null;

  function tell() {
    waiting = 0;
    const text = document.querySelector(line)?.value;
    if (text === undefined || text === told) return;
    told = text;
    setTriggerValue("typed", { text });
  }
  function typed(event) {
    if (!event.target.matches?.(line)) return;
    clearTimeout(waiting);
    waiting = setTimeout(tell, PAUSE);
  }
  function sent() {
    clearTimeout(waiting);
    waiting = 0;
    told = null;
  }
  function pressed(event) {
    if (event.key === "Enter" && event.target.matches?.(line)) sent();
  }
  function clicked(event) {
    if (event.target.closest?.('[data-testid="stFormSubmitButton"]')) sent();
  }
  function left() {
    if (waiting) tell();
  }

  const heard = [[document, "input", typed], [document, "keydown", pressed], [document, "click", clicked],
    [window, "pagehide", left]];
  for (const [where, what, how] of heard) where.addEventListener(what, how, true);
  return () => {
    clearTimeout(waiting);
    for (const [where, what, how] of heard) where.removeEventListener(what, how, true);
  };
}
