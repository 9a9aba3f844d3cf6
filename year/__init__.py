"""A year in the life of a council: fictional people, real cards, simulated time."""
