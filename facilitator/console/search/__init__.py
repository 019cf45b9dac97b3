"""The search on the desk at home: what was found, by kind; what to leave out; and the one that is looked at."""
