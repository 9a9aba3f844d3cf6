"""The pages of docs/frameworks: a council's profile as its QA manager would read it."""
