"""Places: the gazetteer's names, chains of divisions, streets, villages, zones, stations, buildings, scenic spots."""

from newsextract.recognize.places.component import recognize_places

__all__ = ["recognize_places"]
