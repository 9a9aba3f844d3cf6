"""Cards about the reader: who they are, what they may ask, what went wrong."""
