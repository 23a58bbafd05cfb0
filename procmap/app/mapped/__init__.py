"""The parts of the page on which steps are typed.

`beginning` a process and `typing` its steps; the `step` that is chosen with its `facts`, `people`, `notes` and `ways`.
`work` is the process that is worked on, `drawn` its picture.
"""
