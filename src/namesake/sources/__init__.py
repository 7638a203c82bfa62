"""An authority's file becomes an edition: parties, and problems for what could not be read."""
