"""What benchmarks are made of: processes, databases, a fake Teams, load."""
