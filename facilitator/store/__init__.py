"""The files on this laptop. Only this room speaks SQL."""
