"""The summary: what everybody takes home, as a PDF. It asks each activity for its section and knows none by name."""
