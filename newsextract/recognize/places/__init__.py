"""Divisions, regions, streets, zones, stations, venues."""
