"""The figures of a measurement, and their table."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["CORE", "SOFT", "Report", "Tally"]

#: The types that readers agree on, and the ones on which they sometimes do not (CONVENTIONS, section 4).
CORE = (
    "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "TIME", "POLICY", "DOC_NUMBER", "PERSON", "ORG", "PLACE", "POSITION",
)  # fmt: skip
SOFT = ("EVENT", "PRODUCT", "WORK")


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(slots=True)
class Tally:
    """Counts of one type: in the gold, found, found rightly, with the right value too.

    >>> round(Tally(gold=10, found=8, hit=6, right=5).f1, 3)
    0.667
    """

    gold: int = 0
    found: int = 0
    hit: int = 0
    right: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.gold += other.gold
        self.found += other.found
        self.hit += other.hit
        self.right += other.right
        return self

    @property
    def precision(self) -> float:
        """Share of the found ones that are right; 1 where nothing was to be found and nothing was."""
        return self.hit / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the gold ones that were found."""
        return _ratio(self.hit, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _f1(self.precision, self.recall)

    @property
    def f1_value(self) -> float:
        """F1 where a mention counts only with its right value."""
        precision = self.right / self.found if self.found else float(not self.gold)
        return _f1(precision, _ratio(self.right, self.gold))


@dataclass(slots=True)
class Report:
    """All figures of one measurement; pages are added one by one.

    Args:
        types: a tally per mention type.
        facts: a tally per fact kind; ``right`` counts the ones right in every field.
        structure: numerator and denominator per structural figure.
        errors: one line per miss (-), false alarm (+) and wrong value (~), where they were asked for.
    """

    types: dict[str, Tally] = field(default_factory=lambda: {t: Tally() for t in CORE + SOFT})
    facts: dict[str, Tally] = field(default_factory=dict)
    structure: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def group(self, types: tuple[str, ...]) -> Tally:
        """Sum of several types."""
        total = Tally()
        for kind in types:
            total += self.types[kind]
        return total

    def count(self, figure: str, *amounts: float) -> None:
        """Add to the sums of a structural figure."""
        row = self.structure.setdefault(figure, [0.0] * len(amounts))
        for n, amount in enumerate(amounts):
            row[n] += amount

    def structural(self) -> dict[str, float]:
        """Return the structural figures: shares and F1s."""
        role, order = self.structure["role"], self.structure["order"]
        b3 = self.structure["b3"]
        headline = Tally(*map(int, self.structure["headline"]))
        byline = Tally(*map(int, self.structure["byline"]))
        return {
            "role_accuracy": _ratio(role[0], role[1]),
            "article_b3_f1": _f1(_ratio(b3[0], b3[1]), _ratio(b3[2], b3[3])),
            "headline_recall": headline.recall,
            "headline_f1": headline.f1,
            "order": _ratio(order[0], order[1]),
            "byline_f1": byline.f1,
        }

    def as_dict(self) -> dict[str, dict[str, float]]:
        """Return every figure by name, ready for JSON."""
        out: dict[str, dict[str, float]] = {}
        rows = {**self.types, "all core": self.group(CORE), "all soft": self.group(SOFT)}
        for kind, t in rows.items():
            out[kind] = {
                "gold": t.gold, "pred": t.found, "p": t.precision, "r": t.recall, "f1": t.f1,
                "value": t.right / t.hit if t.hit else 0.0, "f1_value": t.f1_value,
            }  # fmt: skip
        for kind, t in self.facts.items():
            out[kind] = {"gold": t.gold, "pred": t.found, "p": t.precision, "r": t.recall, "f1": t.f1}
        out["structure"] = self.structural()
        return out

    def table(self) -> str:
        """Render the figures as a table for a terminal."""
        figures = self.as_dict()
        lines = [f"{'type':12}{'gold':>6}{'found':>7}{'P':>8}{'R':>8}{'F1':>8}{'value':>8}{'F1+val':>8}"]
        for kind in (*CORE, *SOFT, "all core", "all soft"):
            f = figures[kind]
            lines.append(
                f"{kind:12}{f['gold']:6.0f}{f['pred']:7.0f}{f['p']:8.3f}{f['r']:8.3f}"
                f"{f['f1']:8.3f}{f['value']:8.3f}{f['f1_value']:8.3f}"
            )
        lines.append("")
        for kind, t in self.facts.items():
            right = "" if kind == "appointment" else f"  fully right {t.right}"
            lines.append(f"{kind:12}{t.gold:6}{t.found:7}{t.precision:8.3f}{t.recall:8.3f}{t.f1:8.3f}{right}")
        lines += ["", "structure   " + "  ".join(f"{k} {v:.3f}" for k, v in figures["structure"].items())]
        return "\n".join([*lines, *self.errors])
