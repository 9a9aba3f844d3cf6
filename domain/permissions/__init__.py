"""Who may do what: one table of rights a noun, merged by a folder scan."""
