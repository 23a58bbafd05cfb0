"""`python -m procmap` is the command `procmap`."""

from __future__ import annotations

import sys

from procmap.cli import main

if __name__ == "__main__":
    sys.exit(main())
