"""Cards of what cannot wait: the form, the story, the answer, serious incidents."""
