"""Where the shipped samples lie."""

from __future__ import annotations

from pathlib import Path

SAMPLE = "byggesoknad"
CONFIRMATIONS = "confirmations.json"


def sample_folder() -> Path:
    """Return the folder of the main sample: inside the package, or beside it in a clone of the repository."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "bpmn_samples" / SAMPLE
    return inside if inside.is_dir() else package.parent / "bpmn_samples" / SAMPLE


def sample_folders() -> dict[str, Path]:
    """Return the folders of all samples by name, the main one first; none where they were not shipped."""
    main = sample_folder()
    if not main.is_dir():
        return {}
    return {SAMPLE: main} | {each.name: each for each in sorted(main.parent.iterdir()) if each.is_dir()}
