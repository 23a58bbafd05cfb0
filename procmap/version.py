"""The version of procmap: the one place that code takes it from."""

from __future__ import annotations

VERSION = "0.1.0"
