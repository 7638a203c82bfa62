"""The command line: what a person types and sees.

Exit codes: 0 done; 2 wrong usage or unreadable input; 3 hits found, with `--fail-on-hit`; 4 done in
part; 5 refused (a lossy edition, a foreign snapshot); 70 an error of ours; and as shells have it, 130
stopped by the user; 141 whoever read the output went away.
"""

from namesake.cli.commands import main

__all__ = ["main"]
