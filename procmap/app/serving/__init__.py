"""Starting the server and keeping it: all that holds whichever page is asked for, and however the app is started.

`server` is Streamlit's own with what belongs to it: `guard` stands before it, `settings` are its rules, `unbroken` lets
it finish what was asked for, `failing` tells of what goes wrong.
"""

from procmap.app.serving.server import SCRIPT, Listening, check_free, parts, serve

__all__ = ["SCRIPT", "Listening", "check_free", "parts", "serve"]
