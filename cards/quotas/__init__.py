"""Cards of quotas and of the pieces that fill them."""
