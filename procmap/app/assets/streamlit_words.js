/* Puts words in the language of the reader in the place of Streamlit's own, as texts: for eyes and screen readers. */

let words = {};
let listens = false;

function put() {
  for (const [where, word] of Object.entries(words)) {
    for (const element of document.querySelectorAll(where)) {
      const text = element.firstChild;
      if (text && text.nodeType === Node.TEXT_NODE && text.nodeValue !== word) {
        text.nodeValue = word;
      }
    }
  }
}

export default function ({ data }) {
  words = data.words;
  if (!listens) {
    listens = true;
    new MutationObserver(put).observe(document.body, { childList: true, subtree: true });
  }
  put();
}
