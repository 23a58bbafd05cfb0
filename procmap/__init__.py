"""procmap: process mapping and workflow harmonisation."""
