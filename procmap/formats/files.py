"""Files in and out: read whole, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from pathlib import Path

from procmap.formats.xml_input import MAX_BYTES, too_large
from procmap.model import BadInput

STANDARD_INPUT = "-"


def read_bytes(name: str) -> bytes:
    """Return the content of a file, or of standard input for `-`.

    Raises BadInput when there is no such file, it is a folder, it cannot be opened, or it is larger than MAX_BYTES.
    """
    try:
        if name == STANDARD_INPUT:
            content = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            path = Path(name)
            if path.is_dir():
                raise BadInput("is-folder", source=name)
            with path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                if size > MAX_BYTES:
                    raise too_large(name, size)
                content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise BadInput("no-such-file", source=name) from None
    except PermissionError:
        raise BadInput("no-permission", source=name) from None
    except (OSError, ValueError) as error:
        raise BadInput("cannot-open", source=name, detail=_reason(error)) from None
    if len(content) > MAX_BYTES:
        raise too_large(name, len(content))
    return content


def check_target(name: str, *, force: bool = False) -> None:
    """Refuse a file that could not be written: one that is there already (unless `force`), or in no folder.

    Raises BadInput.
    """
    path = Path(name)
    if path.is_dir():
        raise BadInput("target-is-folder", target=name)
    if path.exists() and not force:
        raise BadInput("output-exists", target=name)
    if not path.absolute().parent.is_dir():
        raise BadInput("no-such-folder", target=name)


def write_bytes(name: str, content: bytes, *, force: bool = False) -> None:
    """Write a file whole: it is made beside its place and then moved there.

    Raises BadInput when the file is there already (unless `force`), its folder is missing, or it cannot be written;
    nothing half-written is left behind.
    """
    check_target(name, force=force)
    path = Path(name)
    temporary: Path | None = None
    try:
        descriptor, made = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.absolute().parent)
        temporary = Path(made)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
        raise BadInput("disk-full" if full else "cannot-write", target=name, detail=_reason(error)) from None
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
