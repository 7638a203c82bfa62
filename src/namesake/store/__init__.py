"""What was published, and when did we know it?

`database` keeps every edition as received; `history` computes from the set of them what held when;
`checks` says what an edition lost; `marker` tells a reader without a database whether its index is old.
"""
