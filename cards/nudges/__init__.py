"""Cards that remind."""
