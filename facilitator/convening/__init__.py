"""What a convening is: its records, what may be asked of it, and what happened. It knows no screen and no file."""
