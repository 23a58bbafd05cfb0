"""One module for each class of differences between parties."""
