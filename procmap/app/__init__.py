"""The pages: what people see and do in a browser. Only this room knows Streamlit.

`serving` starts the server and keeps it; `shell` is what stands around every page, `pages` has a module for each. Pages
hold no logic: they ask `project` for what was derived, and what they show of it has a room by its meaning (`compared`,
`harmonised`, `attached`, `bringing`, `mapped`, `services`, `project_parts`). All of them stand on `project`, `place`,
`ways`, `unsent` and `safe`; `components`, `browser` and `assets` are what runs in the browser itself.
"""
