"""Cards about files that people are handed in their chat."""
