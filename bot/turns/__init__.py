"""What a press, a message or an install does: from Teams to use cases and back."""
