"""Cards of alerts between professionals."""
