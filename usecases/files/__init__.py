"""Files that people are handed in their chat: asked for, put into their OneDrive, told of."""
