"""What people see of cycles."""
