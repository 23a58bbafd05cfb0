"""What a page shows when something goes wrong: what, where, what to do; never a traceback."""

from __future__ import annotations

import logging
from uuid import uuid4

from procmap.model import BadInput

_LOG = logging.getLogger("procmap.app")


def tell_of_error(error: Exception) -> bool:
    """Show an error that no page has taken care of; return that Streamlit need not.

    What nobody foresaw goes to the log, with a number that the page shows too.
    """
    import streamlit as st

    from procmap.app.place import say
    from procmap.app.safe import markdown

    if isinstance(error, BadInput):
        st.error(markdown(say().sentence(error.finding)))
        return True
    number = uuid4().hex[:8]
    _LOG.error("error %s", number, exc_info=error)
    st.error(markdown(say().text("app-error", number=number)))
    return True
