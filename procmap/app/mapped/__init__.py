"""The parts of the page on which steps are typed."""
