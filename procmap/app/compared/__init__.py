"""A comparison as pages show it, whichever page it is: as a matrix, on a board, as cards, lists and pictures.

`showing` makes what is shown of a service once and keeps it; `aligned` and `choosing` say which rows there are and
which are asked for; `matrix`, `board` and `card` turn rows into what the browser draws; `writing` is what people write
on a row.
"""
