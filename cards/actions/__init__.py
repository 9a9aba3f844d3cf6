"""Cards about actions."""
