"""Libraries behind a port of ours: optimal assignment, England's bank holidays."""
