"""Practice seen at first hand: who sees whom when, and what is written of it."""
