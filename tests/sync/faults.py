"""Let one git call, or one write, of a sync fail in some way: a git before git, and a dying Python.

Nothing of it is in the product. A program called ``git`` stands earlier in PATH, counts the calls
that notesync makes, and does something else at one of them. For writes the functions of ``os`` are
replaced in the process that syncs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.sync.devices import Device

REAL = shutil.which("git")

WRAPPER = """#!/bin/sh
# Take the next number, also when two are called at once.
n=1
while ! mkdir "$FAULT_DIR/$n" 2>/dev/null; do n=$((n+1)); done
if [ "$n" = "$FAULT_AT" ]; then
    case "$FAULT_HOW" in
        exit-1) exit 1;;
        exit-128) echo "fatal: injected" >&2; exit 128;;
        no-room) echo "error: unable to write file: No space left on device" >&2; exit 128;;
        done-but-1) "$REAL" "$@" >/dev/null; exit 1;;
        hang) exec sleep 600;;
        kill) kill -9 $PPID; exit 1;;
        kill-after) "$REAL" "$@" >/dev/null; kill -9 $PPID; exit 1;;
        append) echo "$FAULT_TEXT" >> "$FAULT_FILE";;
        replace) { cat "$FAULT_FILE"; echo "$FAULT_TEXT"; } > "$FAULT_DIR.new"
            mv "$FAULT_DIR.new" "$FAULT_FILE";;
        create) echo "$FAULT_TEXT" > "$FAULT_FILE.new.md";;
        kill-both) kill -9 $PPID; exec "$REAL" "$@";;
    esac
fi
exec "$REAL" "$@"
"""
SAVES = ("append", "replace", "create")
WAYS = ("exit-1", "exit-128", "no-room", "done-but-1", "hang", "kill", "kill-after", "kill-both")

# Syncs like `notesync sync --yes`, but dies before the n-th call that writes, or lets it fail.
SYNCING = """
import os, signal, sys, time
from pathlib import Path

root, at, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
from notesync.errors import NotesyncError
from notesync.sync import checkout, commits, git, locks
from notesync.sync.glance import glance
from notesync.sync.sync import sync
from notesync.vault import syscalls
from notesync.vault.vault import Vault
from notesync.words import ENGLISH
from notesync.workspace.syncing_glance import settled

git.LOCAL = git.NETWORK = 1.0
git.MERCY = 0.2
left = at

def mortal(call, writes):
    def instead(*arguments, **options):
        global left
        if writes(*arguments):
            left -= 1
            if left == 0:
                if how == "kill":
                    os.kill(os.getpid(), signal.SIGKILL)
                raise OSError(28, "No space left on device", str(arguments[0]))
        return call(*arguments, **options)
    return instead

def always(*_):
    return True

def for_writing(path, flags, *_):
    return bool(flags & (os.O_WRONLY | os.O_RDWR))

if at:
    names = ("write", "fsync", "unlink", "rename", "replace", "link", "symlink", "mkdir", "rmdir")
    for name in names:
        setattr(os, name, mortal(getattr(os, name), always))
    os.open = mortal(os.open, for_writing)
    for name in ("exchange", "move_new"):
        setattr(syscalls, name, mortal(getattr(syscalls, name), always))
try:
    begun = glance(str(root))
    outcome = begun and settled(begun, time.time)
    outcome = outcome or sync(Vault.open(root), ENGLISH, lambda _: True, begun=begun)
    code = outcome.code
except NotesyncError as error:
    print(error, file=sys.stderr)
    code = error.exit_code
except OSError as error:
    print(error, file=sys.stderr)
    code = 1
print(left, flush=True)
os._exit(code if not at or left > 0 else 100 + code)
"""


def syncing(device: Device, at: int = 0, how: str = "kill") -> subprocess.CompletedProcess[str]:
    """Sync in a process of its own, whose write number `at` fails.

    Returns:
        The process: killed, or its exit code (100 more, if a write failed).
    """
    return subprocess.run(
        [sys.executable, "-c", SYNCING, str(device.root), str(at), how],
        capture_output=True,
        text=True,
        check=False,
    )


def syncing_with_git(
    device: Device, at: int, how: str, folder: Path, save: tuple[str, str] = ("", "")
) -> tuple[subprocess.CompletedProcess[str], int]:
    """Sync in a process of its own, whose git call number `at` fails.

    Args:
        device: The device.
        at: The number of the call, from 1.
        how: One of `WAYS`, or one of `SAVES`: then the user saves something just before the call.
        folder: A new one, for the wrapper.
        save: The file and the line that the user saves.

    Returns:
        The process, and how many calls there were.
    """
    assert REAL is not None
    counted = folder / "counted"
    counted.mkdir(parents=True)
    wrapper = folder / "bin" / "git"
    wrapper.parent.mkdir()
    wrapper.write_text(WRAPPER, encoding="utf-8")
    wrapper.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{wrapper.parent}:{os.environ['PATH']}",
        "REAL": REAL,
        "FAULT_DIR": str(counted),
        "FAULT_AT": str(at),
        "FAULT_HOW": how,
        "FAULT_FILE": str(device.root / save[0]),
        "FAULT_TEXT": save[1],
    }
    done = subprocess.run(
        [sys.executable, "-c", SYNCING, str(device.root), "0", how],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    return done, len(list(counted.iterdir()))
