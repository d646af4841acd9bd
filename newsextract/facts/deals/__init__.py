"""Deals: who lent, paid, granted or put in how much, to whom, under what name."""
