"""Reads the files that people give us."""
