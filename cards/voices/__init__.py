"""Cards on which children's and families' words are written down and read."""
