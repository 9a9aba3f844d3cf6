"""Good practice: nominated, verified, kept."""
