"""Reading and writing files.

`read` gives a Document: the bytes, the processes in them, and what could not be read. The model holds nothing of the
file's tree; writing back parses the bytes again and edits them.
"""

from procmap.formats.document import Document, Format, Written
from procmap.formats.files import read_bytes, write_bytes
from procmap.formats.registry import FORMATS, read, read_source, unmodelled, write

__all__ = [
    "FORMATS",
    "Document",
    "Format",
    "Written",
    "read",
    "read_bytes",
    "read_source",
    "unmodelled",
    "write",
    "write_bytes",
]
