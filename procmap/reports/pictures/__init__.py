"""Pictures of rows: several processes side by side or on top of each other, and what a common process changes."""

from procmap.reports.pictures.common import common
from procmap.reports.pictures.overlay import overlay
from procmap.reports.pictures.picture import Picture
from procmap.reports.pictures.side_by_side import side_by_side

__all__ = ["Picture", "common", "overlay", "side_by_side"]
