"""Parts of pages that Streamlit does not have: plain JavaScript in the page itself, without a build or a frame.

What they show reaches them as data, and is put into the page as text, never as HTML.
"""
