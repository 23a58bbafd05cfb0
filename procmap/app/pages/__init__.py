"""A module for each page: what it shows, and what happens on a click."""
