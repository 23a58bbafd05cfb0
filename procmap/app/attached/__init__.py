"""What is attached to steps (controls, risks, ROSA, records): the three pages on it are one, of different kinds.

`page` lays it out: the table of a kind, the card of a step, the findings so far. `table`, `fields` and `findings` say
what stands in them, without Streamlit; `form` asks for a value.
"""

from procmap.app.attached.page import show

__all__ = ["show"]
