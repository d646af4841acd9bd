"""Money, percentages, quantities and ordinals."""
