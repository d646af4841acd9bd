"""A folder into a database: python examples/folder_to_sqlite.py fixtures/pages news.db.

Run it again and it does nothing; change a page and only that page is read again.
"""

import sys

from newsextract.run import run


def main(folder: str, target: str) -> int:
    """Run the folder; tell what was done and what failed."""
    done = run(folder, target, workers=2)
    print(f"{done.pages} pages, {done.skipped} unchanged, {sum(done.mentions.values())} mentions, {done.failed} failed")
    for failure in done.failures:
        print(f"  {failure['path']}: {failure['message']}")
    return done.exit_code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
