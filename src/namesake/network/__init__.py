"""Who belongs to whom: the relations lists give, the links between lists, and the arithmetic of ownership."""
