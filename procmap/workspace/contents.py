"""Contents of files by their hash: kept once, never changed, packed."""

from __future__ import annotations

import hashlib
import zlib

from sqlalchemy import Connection, insert, select

from procmap.model import BadInput
from procmap.workspace.tables import CONTENT


def keep(connection: Connection, content: bytes) -> str:
    """Keep bytes, and return the hash that they are found by again."""
    found = hashlib.sha256(content).hexdigest()
    if connection.execute(select(CONTENT.c.hash).where(CONTENT.c.hash == found)).first() is None:
        connection.execute(insert(CONTENT).values(hash=found, data=zlib.compress(content, 6)))
    return found


def fetch(connection: Connection, wanted: str) -> bytes:
    """Return the bytes of a hash. Raises BadInput when they are not there, or not those that were kept."""
    data = connection.execute(select(CONTENT.c.data).where(CONTENT.c.hash == wanted)).scalar()
    try:
        content = zlib.decompress(data) if data is not None else None
    except zlib.error:
        content = None
    if content is None or hashlib.sha256(content).hexdigest() != wanted:
        raise BadInput("project-content", hash=wanted[:12])
    return content
