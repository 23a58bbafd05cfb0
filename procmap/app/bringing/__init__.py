"""The parts of the page on which files are brought in.

What was `given`, `one` process of it, what is said of each (`fields`), `correcting` it, `keeping` what was looked at.
"""
