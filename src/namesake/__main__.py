"""`python -m namesake` is the command line."""

from namesake.cli import main

if __name__ == "__main__":
    main()
