"""Files that people are handed in their chat."""
