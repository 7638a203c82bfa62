"""How well names are found, and refused: made-up spellings, labelled data, a scorecard."""
