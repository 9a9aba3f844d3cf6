"""What can be asked of the service: one verb per file, found by a folder scan."""
