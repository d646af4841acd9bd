"""Ask a filled database: the largest amounts, who holds which post, which documents were issued.

python examples/query.py news.db
"""

import sqlite3
import sys

QUESTIONS = {
    "The largest amounts and the sentences they stand in": """
        SELECT text, low, currency, bound, sentence, path FROM amounts_in_context
        ORDER BY CAST(low AS REAL) DESC LIMIT 5""",
    "Who holds which post": "SELECT person, position, organization, published, path FROM positions_held LIMIT 8",
    "Which documents are spoken of": "SELECT DISTINCT title, kind, doc_number, issuer FROM policies_in_context LIMIT 5",
    "Indicators": """
        SELECT subject, indicator, value, unit, end_date, change_kind, change_value FROM indicator_series LIMIT 8""",
}


def main(path: str) -> None:
    """Print the answers, one row a line."""
    database = sqlite3.connect(path)
    for question, sql in QUESTIONS.items():
        print(f"\n{question}:{sql if len(sql) < 90 else ' …'}")
        for row in database.execute(sql):
            print("  " + " | ".join("" if cell is None else str(cell) for cell in row))
    database.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "news.db")
