/* Says in which language the document is: Streamlit's own page says one when it is loaded and keeps it. */
export default function ({ data }) {
  document.documentElement.lang = data.language;
}
