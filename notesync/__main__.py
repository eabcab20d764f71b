"""Turns `python -m notesync` into the `notesync` command."""

from notesync.cli.entry import main

if __name__ == "__main__":
    main()
