"""Names inside writing: documents, and where the listed are mentioned in them."""
