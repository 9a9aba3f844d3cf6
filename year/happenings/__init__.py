"""What happens in a council by itself, and is told to the bot by somebody."""
