"""Pictures of rows: several processes side by side or on top of each other, and what a common process changes."""

from procmap.reports.pictures.overlay import overlay
from procmap.reports.pictures.picture import Picture
from procmap.reports.pictures.side_by_side import side_by_side

__all__ = ["Picture", "overlay", "side_by_side"]
