"""What will be sent, tried out on a copy in simulated time."""
