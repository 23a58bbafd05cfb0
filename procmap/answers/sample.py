"""Where the shipped sample lies."""

from __future__ import annotations

from pathlib import Path

SAMPLE = "byggesoknad"
CONFIRMATIONS = "confirmations.json"


def sample_folder() -> Path:
    """Return the folder of the shipped sample: inside the package, or beside it in a clone of the repository."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "bpmn_samples" / SAMPLE
    return inside if inside.is_dir() else package.parent / "bpmn_samples" / SAMPLE
