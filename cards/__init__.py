"""What people see: one file per card, found by a folder scan."""
