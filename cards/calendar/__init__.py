"""Cards of the council's calendar."""
