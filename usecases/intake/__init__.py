"""What comes in from outside: noted, closed, learnt from, counted."""
