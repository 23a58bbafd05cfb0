"""The script that Streamlit runs, in a folder of its own.

Streamlit takes every file of a folder `pages` beside its script for a page, until the script has said which pages there
are: whoever comes first, and to the address of a page, would see the module of that page run by itself.
"""
