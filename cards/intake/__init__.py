"""Cards of what comes in from outside."""
