"""Rules about calendar."""
