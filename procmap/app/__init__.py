"""The app: Streamlit pages and two components."""
