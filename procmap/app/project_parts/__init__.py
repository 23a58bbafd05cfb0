"""The parts of the page on a project itself: its history, its scales as people type them, and it as one file."""
