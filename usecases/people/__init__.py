"""One's own work, welcome and access."""
