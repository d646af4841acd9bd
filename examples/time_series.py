"""The indicators of one subject in the order of time: python examples/time_series.py news.db 黄石市 [质押金额]."""

import sqlite3
import sys

QUERY = """
    SELECT indicator, coalesce(end_date, published), bound, value, unit, change_kind, change_value, change_unit, path
    FROM indicator_series
    WHERE subject = ? AND indicator LIKE ?
    ORDER BY indicator, end_date, path
"""


def main(path: str, subject: str, indicator: str = "%") -> None:
    """Print them, one a line; a level that the page does not say is a dash."""
    database = sqlite3.connect(path)
    for name, day, bound, value, unit, change, by, by_unit, page in database.execute(QUERY, [subject, indicator]):
        level = "—" if value is None else f"{value} {unit or ''}"
        moved = f"{change} {'' if by is None else by}{by_unit or ''}" if change else ""
        print(f"{name}\t{day or 'undated'}\t{'' if bound == 'exact' else bound}\t{level}\t{moved}\t{page}")
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
