"""How names are written: scripts, spellings, the parts of a name and how much each part tells."""
