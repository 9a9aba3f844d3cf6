"""What is asked about records."""
