"""What the world is: the frozen values everything else speaks in.

Nothing here reads a file, a clock or the environment.
"""
