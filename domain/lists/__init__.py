"""Rules about lists that people give us: staff and records, row by row."""
