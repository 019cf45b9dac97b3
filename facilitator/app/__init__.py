"""The composition root, the one place that knows everybody: windows, serve, rehearse and export are made here."""
