"""What the browser does around every page where Streamlit leaves something out: parts of a page that show nothing.

The language of the document, where the keyboard is and what keys do, how much room there is, and words that Streamlit
says in English alone. Each module has its script in `assets`; where Streamlit mends what it is for, it can go.
"""

from procmap.app.browser.document_language import set_language
from procmap.app.browser.focus import keep_focus
from procmap.app.browser.keys import listen
from procmap.app.browser.room import measure_room
from procmap.app.browser.streamlit_words import put_words
from procmap.app.browser.typing_keys import leave_keys_to_typing

__all__ = ["keep_focus", "leave_keys_to_typing", "listen", "measure_room", "put_words", "set_language"]
