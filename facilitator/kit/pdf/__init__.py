"""Pieces of the printed page, shared by the summary and by every activity's section of it. Only qt_text needs Qt."""
