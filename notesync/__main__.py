"""Turns `python -m notesync` into the `notesync` command."""

from notesync.cli.main import main

if __name__ == "__main__":
    main()
