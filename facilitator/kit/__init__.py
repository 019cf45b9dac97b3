"""Shared pieces for the faces: what a panel, a stage view, a phone page and a PDF section are made of."""
