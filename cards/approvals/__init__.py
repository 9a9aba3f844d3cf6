"""Cards of what is sent to be passed or returned."""
