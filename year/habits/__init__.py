"""What people do with a card that they open; a kind without a file is pressed as it invites to."""
