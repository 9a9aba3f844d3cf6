"""What becomes of a message: states, lanes, and which way a doubt is settled."""
