"""Users' own lexicons as a recogniser, and the rule by which their readings win."""
