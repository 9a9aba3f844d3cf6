"""Writes the files that people take away: workbooks, calendar files."""
