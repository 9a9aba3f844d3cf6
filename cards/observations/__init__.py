"""Cards of observations."""
