"""The component ``newsextract_user``: proposes the terms of users' lexicons, and keeps what they forbid for ``resolve``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsextract.doc import Candidate, candidates, norm_text, normalise, propose
from newsextract.lexicon.match import Matcher
from newsextract.lexicon.user import UserEntry, read_lexicons

__all__ = ["BY", "UserRecognizer", "vetted"]

#: What candidates from users' lexicons say of themselves.
BY = "user"
BY_ALWAYS = "user, always"

_FORBIDDEN = "newsextract.forbidden"
#: Names that are made of other names: 云溪 in 云溪市人民法院. A longer reading of another type has to be sure of itself.
_MADE_OF_NAMES = frozenset({"ORG", "POLICY", "WORK", "EVENT", "PRODUCT", "DOC_NUMBER"})
_SURE = 0.9
_MARKS = '《》“”"'


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a term that begins or ends with a letter or figure is not a piece of a longer such word."""

    def joined(left: int) -> bool:
        return left >= 0 and left + 1 < len(text) and all(c.isascii() and c.isalnum() for c in text[left : left + 2])

    return not joined(start - 1) and not joined(end - 1)


class UserRecognizer:
    """Finds the terms of users' lexicons.

    Args:
        entries: what the lexicons hold.
    """

    def __init__(self, entries: Sequence[UserEntry]) -> None:
        self.given = [e for e in entries if not e.forbid]
        self.forbidden: dict[str, list[str | None]] = {}
        for entry in entries:
            if entry.forbid:
                for form in (entry.term, *entry.aliases):
                    self.forbidden.setdefault(normalise(form).strip(_MARKS), []).append(entry.type)

    def __getstate__(self) -> dict[str, Any]:
        # The automaton does not pickle, and is soon made again.
        return {k: v for k, v in self.__dict__.items() if k != "_matcher"}

    @cached_property
    def _matcher(self) -> tuple[Matcher, list[tuple[UserEntry, bool]]]:
        forms = [(form, e, form != e.term) for e in self.given for form in (e.term, *e.aliases)]
        return Matcher(normalise(form) for form, _, _ in forms), [(e, alias) for _, e, alias in forms]

    def __call__(self, doc: Doc) -> Doc:
        """Propose every term that stands in the Doc."""
        matcher, owners = self._matcher
        text = norm_text(doc)
        for start, end, index in matcher.find(text):
            if not _stands_alone(text, start, end):
                continue
            entry, alias = owners[index]
            value = entry.value
            if entry.type == "ORG" and alias and not value.get("canonical"):
                value = {**value, "canonical": entry.term}
            by = BY_ALWAYS if entry.always else BY
            evidence = [f"lexicon {entry.where}"]
            propose(doc, start, end, str(entry.type), value, by=by, confidence=1.0, evidence=evidence)
        if self.forbidden:
            doc.user_data[_FORBIDDEN] = self.forbidden
        return doc


def vetted(doc: Doc) -> list[Candidate]:
    """Return the candidates that users' lexicons leave standing.

    A reading that they forbid goes. One that overlaps a user's goes, unless it is longer, holds the user's whole, and is a name that is
    made of names or is sure: 云溪 given by a user does not break 云溪市人民法院 in two, if its row does not say ``always=yes``.
    """
    found = candidates(doc)
    forbidden: dict[str, list[str | None]] = doc.user_data.get(_FORBIDDEN, {})
    if forbidden:
        text = norm_text(doc)

        def allowed(c: Candidate) -> bool:
            readings = forbidden.get(text[c["start"] : c["end"]].strip(_MARKS), ())
            return c["by"] in (BY, BY_ALWAYS) or not (c["label"] in readings or None in readings)

        found = [c for c in found if allowed(c)]
    own = [c for c in found if c["by"] in (BY, BY_ALWAYS)]
    if not own:
        return found

    def stands(c: Candidate) -> bool:
        for user in own:
            if c["start"] < user["end"] and user["start"] < c["end"]:
                holds = c["start"] <= user["start"] and user["end"] <= c["end"]
                longer = c["end"] - c["start"] > user["end"] - user["start"]
                able = c["label"] in _MADE_OF_NAMES or c["confidence"] >= _SURE
                if not (holds and longer and able and user["by"] == BY):
                    return False
        return True

    return [c for c in found if c["by"] in (BY, BY_ALWAYS) or stands(c)]


@Language.factory("newsextract_user", default_config={"lexicons": []})
def make_user_recognizer(nlp: Language, name: str, lexicons: list[str]) -> UserRecognizer:
    """Make the component from the paths of lexicons."""
    return UserRecognizer(read_lexicons(lexicons))
