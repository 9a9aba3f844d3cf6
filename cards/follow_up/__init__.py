"""Cards about what follows from a final grade."""
