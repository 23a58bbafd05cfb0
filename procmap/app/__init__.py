"""The pages: what people see and do in a browser. Only this room knows Streamlit.

`serving` starts the server, `guard` stands before it, `settings` are its rules; `shell` is what stands around every
page, `pages` has a module for each. Pages hold no logic: they ask `project` for what was derived.
"""
